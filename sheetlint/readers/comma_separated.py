"""Comma-separated values, as Excel saves them; where commas are decimal signs, semicolons do it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator

from sheetlint.readers import unreadable
from sheetlint.readers.limits import Limits
from sheetlint.sheet.tables import Unreadable

_SEPARATORS = (",", ";")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_FEWEST = 3
"""Fewest fields of a line in a comma-separated text whose name does not end in ``.csv``."""

Record = tuple[int, list[str]]


def parse_records(text: str, named: bool, limits: Limits) -> list[Record] | None:
    """Each record with the number of its first line; None where the text is not comma-separated.

    It is, if most of its lines have the same number of fields, or if it is ``named`` so: then
    ``Unreadable`` is raised for too many fields or one that is too long.
    """
    if text[:5].lower() in ("sep=,", "sep=;") and text[5:6] == "\n":
        # The first line names the separator, as Excel reads it.
        return [(1, []), *_split_records(text, text[4], limits)[1:]]
    best: list[Record] | None = None
    most = -1.0 if named else 0.5
    for separator in _SEPARATORS:
        if separator not in text:
            continue
        try:
            found = _split_records(text, separator, limits)
        except Unreadable:
            if named:
                raise
            continue
        if (share := _share_of_same_width(found)) > most:
            best, most = found, share
    return best


def _split_records(text: str, separator: str, limits: Limits) -> list[Record]:
    if text.count(separator) + text.count("\n") > limits.max_cells:
        raise unreadable.too_big()
    return list(_parse_lines(text, separator))


def _parse_lines(text: str, separator: str) -> Iterator[Record]:
    lines = csv.reader((match[0] for match in _LINE.finditer(text)), delimiter=separator)
    before = 0
    try:
        for fields in lines:
            yield before + 1, fields
            before = lines.line_num
    except csv.Error as error:
        # Only a field above the module's own bound, that of ``Limits`` too.
        raise unreadable.too_big() from error


def _share_of_same_width(found: list[Record]) -> float:
    """The share of the filled lines that have the most frequent number of fields."""
    widths = Counter(len(fields) for _, fields in found if any(map(str.strip, fields)))
    wide = {width: count for width, count in widths.items() if width >= _FEWEST}
    return max(wide.values(), default=0) / max(1, widths.total())
