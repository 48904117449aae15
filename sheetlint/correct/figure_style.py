"""A new figure in the manner of the cell that it goes into: its percent sign, its 分, its digits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from sheetlint.sheet.numbers.parse import format_plain, half_width, parse_number
from sheetlint.sheet.numbers.rounding import round_to
from sheetlint.sheet.value import Value

_FIGURE = re.compile(r"[+-]?\s*(?:\d[\d,]*(?:\.\d*)?|\.\d+)")
_RATE = ".rate"


class FigureText(NamedTuple):
    """One way to write a new figure."""

    meaning: str
    """As the checks read it, wherever it stands: a rate with its percent sign."""
    printed: str
    """As the cell prints it."""


def figure_texts(old: Value, text: str) -> Iterator[FigureText]:
    """The ways to write ``text`` in the place of ``old``, the one most like it first.

    A rate keeps its number of decimals where it had fewer; whether it is right with so few is for
    the checks to say.  A score is never cut: what is added up must be what is printed.
    """
    number = parse_number(text)
    around = _around(old)
    if number is None or around is None:
        yield FigureText(text, text)
        return
    if not old.path.endswith(_RATE):
        shown = _filled_up(format_plain(number.value), _decimals(around.figure))
        yield FigureText(shown, f"{around.before}{shown}{around.after}")
        return
    shift = _shift(old, around.figure)
    full = max(0, -_exponent(number.value) - shift)
    for decimals in dict.fromkeys((min(_decimals(around.figure), full), full)):
        ulp = Decimal(1).scaleb(-decimals - shift)
        value = round_to(Fraction(number.value), ulp)
        shown = f"{value.scaleb(shift):.{decimals}f}"
        meaning = f"{value.scaleb(2):.{max(0, decimals + shift - 2)}f}%"
        yield FigureText(meaning, f"{around.before}{shown}{around.after}")


class _Around(NamedTuple):
    """A cell's only figure, with what is written around it."""

    before: str
    figure: str
    after: str


def _around(old: Value) -> _Around | None:
    """None where nothing, or not exactly one figure is printed."""
    bare = half_width(old.raw)
    found = list(_FIGURE.finditer(bare))
    if len(found) != 1 or len(bare) != len(old.raw):
        return None
    start, end = found[0].span()
    return _Around(old.raw[:start], bare[start:end], old.raw[end:])


def _shift(old: Value, figure: str) -> int:
    """How many places the point moves from the fraction to what is printed: 2 for 98.88."""
    if old.percent:
        # ‰ moves it by three.
        return 3 if "‰" in old.raw else 2
    number = parse_number(figure)
    same = number is not None and number.value == old.number
    return 0 if same and old.number else 2


def _filled_up(text: str, decimals: int) -> str:
    """Without zeros at its end, or with as many decimals as its place has: 14.4, 14.40."""
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    have = _decimals(text)
    if have >= decimals:
        return text
    return text + ("" if have else ".") + "0" * (decimals - have)


def _decimals(figure: str) -> int:
    return len(figure.partition(".")[2])


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent
