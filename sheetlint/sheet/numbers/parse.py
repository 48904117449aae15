"""Reading one number from the text of a cell, and writing it back."""

from __future__ import annotations

import re
from decimal import Context, Decimal
from fractions import Fraction
from typing import NamedTuple

from sheetlint.sheet.lazy_pattern import Pattern
from sheetlint.sheet.numbers.memo import remembered

_TWINS = {"，": ",", "．": ".", "。": ".", "﹪": "%", "−": "-", "—": "-"}
_TWINS |= {
    chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if chr(code) not in _TWINS
}
_TWINS |= dict.fromkeys("\u3000\xa0\u2002\u2003\u2009", " ") | dict.fromkeys("\u200b\ufeff", "")
_WIDE = re.compile(f"[{re.escape(''.join(_TWINS))}]")

_STROKES = "—–-－―‐─"
_DASHES = frozenset({"/", "／", "\\", "∕", "—/—", "/—", "N/A", "n/a", "//", "*"})
"""Marks for *not applicable*.  ``无`` and ``0`` are not among them: they say something else."""
_BEGINS_DASH = frozenset({*_STROKES, *(mark[0] for mark in _DASHES)})

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?([%‰]?)\.?")
_GROUPED = Pattern(r"\d{1,3}( \d{3})+(\.\d+)?%?")
_UNIT_TAIL = re.compile(r"(亿元|千万元|百万元|万元|千元|元|亿|万|分)$")
_CURRENCIES = ("¥", "￥", "RMB")
_SHIFTS = {"%": 2, "‰": 3}
_LONGEST = 40
_CONTEXT = Context()
"""The digits that everything else calculates with."""
_ULPS = tuple(Decimal(1).scaleb(-places) for places in range(_LONGEST + max(_SHIFTS.values())))
"""One unit of the last place, by the number of places."""


class Number(NamedTuple):
    """A number as printed.  ``value`` is a fraction where a percent sign follows."""

    value: Decimal
    ulp: Decimal
    """One unit of the last printed place, on the scale of ``value``."""
    percent: bool
    unit: str


def narrow(text: str) -> str:
    """Full-width digits, signs and blanks as their ASCII twins."""
    # Most texts hold none of them, and ``translate`` would ask its table about every character.
    return text if text.isascii() else _WIDE.sub(_twin, text)


@remembered
def compact(text: str) -> str:
    """The same without any blanks."""
    return "".join(narrow(text).split())


def _twin(wide: re.Match[str]) -> str:
    return _TWINS[wide[0]]


def is_dash(text: str) -> bool:
    """A mark for *not applicable*, however long it is drawn."""
    if text.lstrip()[:1] not in _BEGINS_DASH:
        return False
    bare = "".join(text.split())
    return bare in _DASHES or not bare.strip(_STROKES)


@remembered
def parse_number(text: str) -> Number | None:
    """The one number that ``text`` prints, or None where it is not exactly one.

    Takes thousands separators at their places only (``57,607,470`` but not ``5 76,07470``), a
    leading or trailing point (``.00``, ``15.``), a percent or permille sign and a money unit.
    Blanks around the sign and line breaks inside a wrapped cell are ignored; a blank between
    digits is taken only as a thousands separator.
    """
    if len(text) > _LONGEST * 2 or not _DIGIT.search(text):
        return None
    bare, unit = text, ""
    match = _NUMBER.fullmatch(bare)
    if match is None:
        bare, unit = _figure_and_unit(" ".join(narrow(text).split()))
        match = _NUMBER.fullmatch(bare)
    if len(bare) > _LONGEST or match is None or (match[2] is None and not match[3]):
        return None
    sign, whole, part, mark = match.groups("")
    places = len(part) + _SHIFTS.get(mark, 0)
    value = _CONTEXT.create_decimal(f"{sign}{whole.replace(',', '')}{part}E-{places}")
    return Number(value, _ULPS[places], mark != "", unit)


def _figure_and_unit(bare: str) -> tuple[str, str]:
    """A figure without currency and blanks, and the money unit that stands behind it."""
    if len(bare) > _LONGEST:
        return "", ""
    for mark in _CURRENCIES:
        bare = bare.removeprefix(mark).strip()
    unit = ""
    tail = _UNIT_TAIL.search(bare)
    if tail:
        unit = tail[1]
        bare = bare[: tail.start()].strip()
    if " " in bare:
        joined = bare.replace(" %", "%")
        bare = joined.replace(" ", "") if _GROUPED.fullmatch(joined) else joined
    return bare, unit


def exact(value: Decimal) -> Fraction:
    return Fraction(value)


def plain(value: Decimal) -> str:
    """As a decimal string without exponent, keeping the printed digits: ``0.00``, ``57607470.00``."""
    return format(value, "f") if value != 0 else format(abs(value), "f")


def grouped(value: Decimal) -> str:
    """For people: ``56,961,217.00``."""
    return format(value, ",f")


def percent_text(value: Decimal) -> str:
    """A fraction as a percentage, with all its digits: 0.9888 → ``98.88%``."""
    return (
        plain(value.scaleb(2)) + "%" if value.as_tuple().exponent != 0 else plain(value * 100) + "%"
    )
