"""``label：value`` pairs that share one cell of the head.

``填报单位：区商务局　填报日期：2021年4月22日　主要领导签字：`` holds three of them.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from sheetlint.recognise.lexicon import Lexicon, label_key
from sheetlint.sheet.numbers.parse import half_width

_COLON = re.compile("[:：]")
_LONGEST_LABEL = 16
_OPENING = "([（［【"


class Pair(NamedTuple):
    """A label of the head and what stands behind its colon."""

    label: str
    value: str


class PairedText(NamedTuple):
    """The text of a cell taken apart."""

    before: str
    """What stands before the first label: a title or a year; the whole text where there is no pair."""
    pairs: tuple[Pair, ...]


def split_pairs(text: str, lexicon: Lexicon) -> PairedText:
    """The pairs of a cell.  A colon behind anything but a label of the head is part of a value."""
    starts: list[tuple[int, int]] = []
    behind = 0
    for colon in _COLON.finditer(text):
        start = _label_start(text[behind : colon.start()], lexicon)
        if start is not None:
            starts.append((behind + start, colon.start()))
            behind = colon.end()
    if not starts:
        return PairedText(text, ())
    ends = [start for start, _ in starts[1:]] + [len(text)]
    pairs = tuple(
        Pair(text[start:colon].strip(), text[colon + 1 : end].strip())
        for (start, colon), end in zip(starts, ends, strict=True)
    )
    return PairedText(text[: starts[0][0]].strip(), pairs)


def without_fields(text: str, lexicon: Lexicon) -> str:
    """The text up to the first label of another field, with a colon or without: the title of a form."""
    before = split_pairs(text, lexicon).before
    words = before.split()
    for word in words[1:]:
        if _names_field(word, lexicon):
            return before[: before.rindex(word)].rstrip()
    return before


def _label_start(text: str, lexicon: Lexicon) -> int | None:
    """Where the label at the end of ``text`` begins; None where it does not end in one.

    A label may be glued to the value before it (``区商务局填报日期``).
    """
    word = _last_word(text)
    for start in range(max(0, len(text) - _LONGEST_LABEL), len(text)):
        if text[start] in _OPENING or text[start].isspace():
            continue
        tail = text[start:]
        if lexicon.head_field(tail, label_key(tail)) is not None:
            return word if 0 < word < start else start
    return word if _names_field(text[word:], lexicon) else None


def _last_word(text: str) -> int:
    """Where the last word of the text begins."""
    bare = text.rstrip()
    return next((i + 1 for i in range(len(bare) - 1, -1, -1) if bare[i].isspace()), 0)


def _names_field(word: str, lexicon: Lexicon) -> bool:
    """Whether a word is, by its end, the label of a field that forms name in many ways."""
    key = label_key(half_width(word))
    return len(key) <= _LONGEST_LABEL and key.endswith(lexicon.label_ends)
