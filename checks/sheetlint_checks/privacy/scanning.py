"""Scans the texts of a sheet for personal data; what is found is masked in the finding."""

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

_MIN_LENGTH = 4


class SearchableTexts(NamedTuple):
    """The filled cells that hold text; amounts and scores are no personal data."""

    cells: tuple[Value, ...]
    joined: str
    """All texts with half-width characters, to rule out a pattern at once."""

    def cells_matching(self, pattern: LazyPattern, digits: int = 0) -> Iterator[tuple[Value, str]]:
        """The cells with at least ``digits`` digits, with their texts in half-width characters; none where
        the pattern cannot match."""
        if not pattern.can_match(self.joined):
            return
        for cell in self.cells:
            text = cell.text
            if not digits or (len(text) >= digits and sum(map(str.isdigit, text)) >= digits):
                yield cell, half_width(text)


@cache_last_sheet
def searchable_texts(sheet: Sheet) -> SearchableTexts:
    """The texts of the sheet that are scanned."""
    cells = tuple(
        value
        for value in sheet.values()
        if len(value.text) >= _MIN_LENGTH and value.number is None and value.filled
    )
    return SearchableTexts(cells, half_width("\n".join(cell.text for cell in cells)))


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
    severity_of: Callable[[re.Match[str], str], str] = lambda match, text: "",
) -> Iterator[Finding]:
    """At most one finding a cell, with the match masked; cells with fewer ``digits`` are skipped.

    ``severity_of`` gives the severity of a match: empty for that of the check, ``NO_FINDING`` where
    it is none.
    """
    if not profile.flag("publish.pii"):
        return
    for cell, text in searchable_texts(sheet).cells_matching(pattern, digits):
        for match in pattern.finditer(text):
            severity = severity_of(match, text)
            if severity == NO_FINDING:
                continue
            masked = mask(match[0])
            yield finding(
                cell,
                message.fill(quoted=masked),
                printed=masked,
                severity=severity,
                hint=hint,
                private=True,
            )
            break


NO_FINDING = "no"
