"""The texts of a sheet that are looked through, and how what is found is shown."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, finding
from sheetlint.rules.needs import cache_last_sheet
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value

_SHORTEST = 4


class SearchableTexts(NamedTuple):
    """Every filled cell that holds words: amounts and scores are no numbers of persons."""

    cells: tuple[Value, ...]
    whole: str
    """What they say in narrow characters, to see at once what the sheet has nothing of."""

    def cells_matching(self, pattern: LazyPattern, digits: int = 0) -> Iterator[tuple[Value, str]]:
        """Cells of no fewer ``digits``, with what they say in narrow characters."""
        if not pattern.can_match(self.whole):
            return
        for cell in self.cells:
            text = cell.text
            if not digits or (len(text) >= digits and sum(map(str.isdigit, text)) >= digits):
                yield cell, half_width(text)


def _texts(sheet: Sheet) -> SearchableTexts:
    cells = tuple(
        value
        for value in sheet.values()
        if len(value.text) >= _SHORTEST and value.number is None and value.filled
    )
    return SearchableTexts(cells, half_width("\n".join(cell.text for cell in cells)))


searchable_texts = cache_last_sheet(_texts)


def mask(text: str) -> str:
    """``110***********02X``: the first three and the last two characters."""
    return f"{text[:3]}{'*' * max(1, len(text) - 5)}{text[-2:]}" if len(text) > 5 else "*" * 3


def scan(
    sheet: Sheet,
    profile: Profile,
    pattern: LazyPattern,
    message: Text,
    hint: Text,
    digits: int = 0,
    fits: Callable[[re.Match[str], str], str] = lambda match, text: "",
) -> Iterator[Finding]:
    """One finding a cell, with what was found masked; cells of fewer ``digits`` are left alone.

    ``fits`` gives a severity of its own, the empty text for the check's, or ``no``.
    """
    if not profile.flag("publish.pii"):
        return
    for cell, text in searchable_texts(sheet).cells_matching(pattern, digits):
        for match in pattern.finditer(text):
            severity = fits(match, text)
            if severity == NO_FINDING:
                continue
            shown = mask(match[0])
            yield finding(
                cell,
                message.fill(quoted=shown),
                printed=shown,
                severity=severity,
                hint=hint,
                private=True,
            )
            break


NO_FINDING = "no"
