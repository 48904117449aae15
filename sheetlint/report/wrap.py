"""Lines of a given width out of Chinese and Latin text.

A Chinese character takes two columns and a line may end after any of them, except where typography
forbids it: no comma stands at the head of a line and no opening bracket at its end.  Words and
figures stay whole while they fit.  Nothing is ever cut off.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_NOT_FIRST = frozenset("，。、；：？！）》〉」』】〕〗”’％‰…—～·,.;:?!)]}%")
_NOT_LAST = frozenset("（《〈「『【〔〖“‘([{")
_WIDE = ("W", "F")


@lru_cache(8192)
def cell_width(text: str) -> int:
    """How many columns of a terminal the text takes."""
    if text.isascii():
        return len(text)
    return sum(_char_width(char) for char in text)


@lru_cache(8192)
def _char_width(char: str) -> int:
    if char < "\u0300":
        return 1
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1


def padded(text: str, width: int) -> str:
    return text + " " * (width - cell_width(text))


def centred(text: str, width: int) -> str:
    left = (width - cell_width(text)) // 2
    return padded(" " * left + text, width)


def wrap(text: str, width: int) -> list[str]:
    """At least one line, none wider than ``width`` (which is at least two columns)."""
    width = max(width, 2)
    if cell_width(text) <= width:
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for blank, piece in _pieces(text):
        size = cell_width(piece)
        gap = len(blank) if line else 0
        if line and used + gap + size > width:
            lines.append(line)
            line, used, gap = "", 0, 0
        while size > width:
            head = _head(piece, width)
            lines.append(head)
            piece = piece[len(head) :]
            size = cell_width(piece)
        line, used = line + blank[:gap] + piece, used + gap + size
    return [*lines, line] if line or not lines else lines


def _pieces(text: str) -> list[tuple[str, str]]:
    """What may not be broken, each with the blanks before it."""
    pieces: list[tuple[str, str]] = []
    blank = ""
    for char in text:
        if char == " ":
            blank += char
            continue
        if pieces and not blank and _sticks(pieces[-1][1][-1], char):
            before, piece = pieces[-1]
            pieces[-1] = (before, piece + char)
        else:
            pieces.append((blank, char))
        blank = ""
    return pieces


def _sticks(before: str, char: str) -> bool:
    if char in _NOT_FIRST or before in _NOT_LAST:
        return True
    return _char_width(before) < 2 and _char_width(char) < 2


def _head(piece: str, width: int) -> str:
    used = 0
    for i, char in enumerate(piece):
        used += _char_width(char)
        if used > width:
            return piece[: max(i, 1)]
    return piece
