"""A new figure in the style of its cell: with the same percent sign, 分 and number of decimals."""

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
    """A new figure in one style."""

    value_text: str
    """As the checks read it in any cell: a rate has its percent sign."""
    printed: str
    """As the cell will print it."""


def figure_texts(old: Value, text: str) -> Iterator[FigureText]:
    """``text`` in the possible styles for the cell of ``old``, the most similar one first.

    A rate is first written with the decimals that the cell has; the checks tell whether it is right
    with so few.  A score is never rounded: totals are sums of printed scores.
    """
    number = parse_number(text)
    parts = _figure_parts(old)
    if number is None or parts is None:
        yield FigureText(text, text)
        return
    if not old.path.endswith(_RATE):
        shown = _pad_decimals(format_plain(number.value), _decimals(parts.figure))
        yield FigureText(shown, f"{parts.before}{shown}{parts.after}")
        return
    shift = _shift(old, parts.figure)
    full_decimals = max(0, -_exponent_of(number.value) - shift)
    for decimals in dict.fromkeys((min(_decimals(parts.figure), full_decimals), full_decimals)):
        unit = Decimal(1).scaleb(-decimals - shift)
        value = round_to(Fraction(number.value), unit)
        shown = f"{value.scaleb(shift):.{decimals}f}"
        value_text = f"{value.scaleb(2):.{max(0, decimals + shift - 2)}f}%"
        yield FigureText(value_text, f"{parts.before}{shown}{parts.after}")


class _FigureParts(NamedTuple):
    """The only figure of a cell, with the text before and after it."""

    before: str
    figure: str
    after: str


def _figure_parts(old: Value) -> _FigureParts | None:
    """None where the cell does not print exactly one figure."""
    narrowed = half_width(old.raw)
    found = list(_FIGURE.finditer(narrowed))
    if len(found) != 1 or len(narrowed) != len(old.raw):
        return None
    start, end = found[0].span()
    return _FigureParts(old.raw[:start], narrowed[start:end], old.raw[end:])


def _shift(old: Value, figure: str) -> int:
    """Decimal places from the fraction to the printed figure: 2 for 98.88, 0 for 0.9888."""
    if old.percent:
        # ‰ moves it by three.
        return 3 if "‰" in old.raw else 2
    number = parse_number(figure)
    same = number is not None and number.value == old.number
    return 0 if same and old.number else 2


def _pad_decimals(text: str, decimals: int) -> str:
    """Without trailing zeros, then padded to ``decimals``: 14.4 with two is 14.40."""
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    have = _decimals(text)
    if have >= decimals:
        return text
    return text + ("" if have else ".") + "0" * (decimals - have)


def _decimals(figure: str) -> int:
    return len(figure.partition(".")[2])


def _exponent_of(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    return exponent
