"""The texts of a sheet that are looked through, and how what is found is shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sheetlint.check import Finding, finding
from sheetlint.model import Sheet, Text, Value
from sheetlint.numbers.parse import narrow
from sheetlint.patterns import Pattern
from sheetlint.profiles import Profile
from sheetlint_checks.scoring.once import Once

_SHORTEST = 4


class Words(NamedTuple):
    """A cell, what it says in narrow characters, and how many digits there are in it."""

    cell: Value
    text: str
    digits: int


class Texts(NamedTuple):
    """Every filled cell that holds words: amounts and scores are no numbers of persons."""

    words: tuple[Words, ...]
    whole: str
    """All of them, to see at once what the sheet has nothing of."""

    def that_may_hold(self, pattern: Pattern) -> tuple[Words, ...]:
        return self.words if pattern.possible(self.whole) else ()


def _texts(sheet: Sheet, profile: Profile) -> Texts:
    words = tuple(
        Words(value, narrow(value.text), sum(map(str.isdigit, value.text)))
        for value in sheet.values()
        if len(value.text) >= _SHORTEST and value.number is None and value.filled
    )
    return Texts(words, "\n".join(text for _, text, _ in words))


texts = Once(_texts)


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
    for cell, text, count in texts(sheet, profile).that_may_hold(pattern):
        if count < digits:
            continue
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
