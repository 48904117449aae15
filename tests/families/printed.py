"""What a cell prints, and what must be read of it."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from tests.writing.boxes import Piece


class Printed(NamedTuple):
    """A text with its meaning: ``（万元）`` → ``万元``, ``98.88%`` → ``0.9888``, ``—`` → nothing."""

    text: str = ""
    value: str | None = None
    stored: Fraction | None = None
    """The figure behind the text, where a formula has made it."""

    def piece(self, columns: int = 1, rows: int = 1, field: str = "") -> Piece:
        return Piece(self.text, columns, rows, field, self.stored)


NOTHING = Printed()
LINES = "—", "——", "-", "/", "－", "―"
"""Marks for *not applicable*."""
_BESIDE_CHINESE = re.compile(r"(?<=[\u2e80-\uffff])\s+|\s+(?=[\u2e80-\uffff])")


def same(text: str) -> Printed:
    return Printed(text, text)


def nothing(pick: random.Random) -> Printed:
    """Nothing to say here, in one of the ways people say it."""
    return Printed(pick.choice(("", *LINES, "无")))


def name(text: str) -> Printed:
    """A name: blanks beside Chinese characters are those of wrapped lines."""
    return Printed(text, _BESIDE_CHINESE.sub("", text))


def wrapped(text: str, pick: random.Random, often: float = 0.1) -> Printed:
    """A name that a narrow column breaks, now and then: ``覆 盖率``, ``社会效益\\n指标``."""
    joints = [i for i in range(1, len(text)) if _chinese(text[i - 1]) and _chinese(text[i])]
    if not joints or pick.random() >= often:
        return name(text)
    at = pick.choice(joints)
    return name(text[:at] + pick.choice("\n ") + text[at:])


def upright(text: str, pick: random.Random, often: float = 0.2) -> str:
    """A label written downwards in a narrow column: ``产\\n出\\n指\\n标``, ``绩 效 指 标``."""
    return pick.choice("\n ").join(text) if pick.random() < often else text


def label(names: Sequence[str], pick: random.Random) -> str:
    """A label of the form by one of its names, sometimes wrapped."""
    return wrapped(pick.choice(names), pick).text


def _chinese(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"
