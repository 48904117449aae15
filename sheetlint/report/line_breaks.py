"""Where a line of Chinese and Latin text may end.

A line may end after any Chinese character, except where typography forbids it: no comma stands at
the head of a line and no opening bracket at its end.  Rich breaks at blanks only and anywhere else
by force, so it is given the lines ready.  Words and figures stay whole while they fit; nothing is
ever cut off.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rich.cells import cell_len, chop_cells, get_character_cell_size

_NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕〗”’％‰…—～·,.;:?!)]}%")
_NOT_LAST = frozenset("（《〈「『【〔〖“‘([{")
_LATIN = r"[\0-\x08\x0e-\x1b!-\x7f]+"
"""What ASCII has but blanks."""
_WIDEST_CHARACTER = 2
"""Columns of the widest character: with less room than this nothing can be written."""


@lru_cache(4096)
def break_lines(text: str, width: int) -> tuple[str, ...]:
    """At least one line, none wider than ``width``."""
    width = max(width, _WIDEST_CHARACTER)
    if cell_len(text) <= width:
        return (text,)
    lines: list[str] = []
    line, used = "", 0
    for blank, piece in _unbreakable_pieces(text):
        size = cell_len(piece)
        gap = len(blank) if line else 0
        if line and used + gap + size > width:
            lines.append(line)
            line, used, gap = "", 0, 0
        if size > width:
            *whole, piece = chop_cells(piece, width)
            lines += whole
            size = cell_len(piece)
        line, used = line + blank[:gap] + piece, used + gap + size
    return (*lines, line) if line or not lines else tuple(lines)


def longest_word(text: str) -> int:
    """Columns of the longest word or figure in Latin letters."""
    return max(map(len, re.findall(_LATIN, text)), default=0)


def _unbreakable_pieces(text: str) -> list[tuple[str, str]]:
    """What may not be broken, each with the blanks before it."""
    pieces: list[tuple[str, str]] = []
    blank = ""
    for char in text:
        if char == " ":
            blank += char
            continue
        if pieces and not blank and _must_not_break(pieces[-1][1][-1], char):
            before, piece = pieces[-1]
            pieces[-1] = (before, piece + char)
        else:
            pieces.append((blank, char))
        blank = ""
    return pieces


def _must_not_break(before: str, char: str) -> bool:
    if char in _NOT_FIRST or before in _NOT_LAST:
        return True
    size = get_character_cell_size(char)
    return size == 0 or (size == 1 and get_character_cell_size(before) < _WIDEST_CHARACTER)
