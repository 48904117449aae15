"""The texts of a sheet that are looked through, and how what is found is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sheetlint.check import Finding, finding
from sheetlint.model import Sheet, Text, Value
from sheetlint.numbers.parse import narrow
from sheetlint.patterns import Pattern
from sheetlint.profiles import Profile
from sheetlint_checks.scoring.once import Once

_SHORTEST = 4


def _texts(sheet: Sheet, profile: Profile) -> tuple[Value, ...]:
    return tuple(
        value
        for value in sheet.values()
        if value.filled and value.number is None and len(value.text) >= _SHORTEST
    )


texts = Once(_texts)
"""Every filled cell that holds words: amounts and scores are no numbers of persons."""


def masked(text: str) -> str:
    """``110***********02X``: the first three and the last two characters."""
    return f"{text[:3]}{'*' * max(1, len(text) - 5)}{text[-2:]}" if len(text) > 5 else "*" * 3


def scan(
    sheet: Sheet,
    profile: Profile,
    pattern: Pattern,
    say: Text,
    hint: Text,
    digits: int = 0,
    fits: Callable[[re.Match[str], str], str] = lambda match, text: "",
) -> Iterator[Finding]:
    """One finding a cell, with what was found masked; cells of fewer ``digits`` are left alone.

    ``fits`` gives a severity of its own, the empty text for the check's, or ``no``.
    """
    if not profile.flag("publish.pii"):
        return
    for cell in texts(sheet, profile):
        if sum(map(str.isdigit, cell.text)) < digits:
            continue
        text = narrow(cell.text)
        for match in pattern.finditer(text):
            severity = fits(match, text)
            if severity == NOT:
                continue
            shown = masked(match[0])
            yield finding(
                cell,
                say.fill(said=shown),
                printed=shown,
                severity=severity,
                hint=hint,
                private=True,
            )
            break


NOT = "no"
