"""How wide the columns of a form are, by what stands in them: files do not say it, or not well."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from math import isqrt
from typing import NamedTuple

from rich.cells import cell_len

from sheetlint.report.line_breaks import longest_word

_ROOM = 100
"""Columns of text that a form has room for."""
_EDGES = 2
"""The space between a text and its frame."""
_SHORTEST = 4
_SYLLABLES = 6
"""Three Chinese characters stand in one line: ``（元）``."""
_LONGEST_WORD = 14
_MAX_WIDTH = 56
_SPREAD = 5
"""A text of n columns is given √(5n): wide enough to be read, never one character a line."""
_ORDINARY = re.compile("[ -~、。《-】一-龥！-～]*")
"""ASCII in one column, Chinese and its punctuation in two."""
LONG = 16
"""Columns of text from which on a cell is read as a paragraph."""

# The labels of a form are the same on every sheet, so what is known of a text is kept.


class CellText(NamedTuple):
    """A text over some of the columns."""

    column: int
    columns: int
    text: str


def column_widths(contents: Iterable[CellText], columns: int) -> tuple[int, ...]:
    """Hundredths of the whole for each column.

    A figure is not broken as long as there is room for all of them: paragraphs give way first.
    """
    least, wanted = [_SHORTEST + _EDGES] * columns, [_SHORTEST + _EDGES] * columns
    spanning = []
    for content in contents:
        if content.columns == 1:
            at = content.column
            low, high = _sizes(content.text)
            if low > least[at]:
                least[at] = low
            if high > wanted[at]:
                wanted[at] = high
        else:
            spanning.append(content)
    for content in spanning:
        low, high = _sizes(content.text)
        _stretch(least, content, low)
        _stretch(wanted, content, high)
    bare, full = sum(least), sum(wanted)
    if bare < _ROOM < full:
        wanted = [
            low + (high - low) * (_ROOM - bare) // (full - bare)
            for low, high in zip(least, wanted, strict=True)
        ]
    whole = sum(wanted)
    return tuple(max(1, 100 * width // whole) for width in wanted)


@lru_cache(maxsize=4096)
def _sizes(text: str) -> tuple[int, int]:
    """The least width that a text can be read in, and the one that it wants."""
    word = min(_LONGEST_WORD, longest_word(text))
    whole = longest = text_columns(text)
    if "\n" in text:
        longest = max(map(text_columns, text.split("\n")))
        whole = text_columns(text.replace("\n", ""))
    least = max(_SHORTEST, word, min(_SYLLABLES, longest)) + _EDGES
    spread = isqrt(_SPREAD * whole)
    return least, max(least, min(_MAX_WIDTH, spread) + _EDGES)


def _stretch(sizes: list[int], content: CellText, size: int) -> None:
    """A text over several columns takes what it lacks evenly from all of them."""
    covered = range(content.column, content.column + content.columns)
    lacking = size - sum(sizes[column] for column in covered)
    if lacking > 0:
        for column in covered:
            sizes[column] += -(-lacking // content.columns)


def is_long(text: str) -> bool:
    # No character is wider than two columns.
    return "\n" in text or (2 * len(text) > LONG and text_columns(text) > LONG)


def text_columns(text: str) -> int:
    """As ``cell_len`` counts, character by character: of ordinary Chinese a look says as much."""
    if _ORDINARY.fullmatch(text):
        return 2 * len(text) - len(text.encode("ascii", "ignore"))
    return cell_len(text)
