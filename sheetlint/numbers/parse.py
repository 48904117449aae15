"""Reading one number from the text of a cell, and writing it back."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from sheetlint.numbers.remember import remembered

_WIDE = {
    ord("，"): ",",
    ord("．"): ".",
    ord("。"): ".",
    ord("﹪"): "%",
    ord("−"): "-",
    ord("—"): "-",
}
_WIDE |= {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code not in _WIDE}
_WIDE |= {0x3000: " ", 0xA0: " ", 0x2002: " ", 0x2003: " ", 0x2009: " ", 0x200B: "", 0xFEFF: ""}

_STROKES = "—–-－―‐─"
_DASHES = frozenset({"/", "／", "\\", "∕", "—/—", "/—", "N/A", "n/a", "//", "*"})
"""Marks for *not applicable*.  ``无`` and ``0`` are not among them: they say something else."""

_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?([%‰]?)\.?")
_GROUPED = re.compile(r"\d{1,3}( \d{3})+(\.\d+)?%?")
_UNIT_TAIL = re.compile(r"(亿元|千万元|百万元|万元|千元|元|亿|万|分)$")
_LONGEST = 40


class Number(NamedTuple):
    """A number as printed.  ``value`` is a fraction where a percent sign follows."""

    value: Decimal
    ulp: Decimal
    """One unit of the last printed place, on the scale of ``value``."""
    percent: bool
    unit: str


def narrow(text: str) -> str:
    """Full-width digits, signs and blanks as their ASCII twins."""
    return text.translate(_WIDE)


@remembered
def is_dash(text: str) -> bool:
    """A mark for *not applicable*, however long it is drawn."""
    bare = "".join(text.split())
    return bare in _DASHES or (bare != "" and not bare.strip(_STROKES))


@remembered
def parse_number(text: str) -> Number | None:
    """The one number that ``text`` prints, or None where it is not exactly one.

    Takes thousands separators at their places only (``57,607,470`` but not ``5 76,07470``), a
    leading or trailing point (``.00``, ``15.``), a percent or permille sign and a money unit.
    Blanks around the sign and line breaks inside a wrapped cell are ignored; a blank between
    digits is taken only as a thousands separator.
    """
    if len(text) > _LONGEST * 2:
        return None
    bare = " ".join(narrow(text).split())
    if len(bare) > _LONGEST:
        return None
    for mark in ("¥", "￥", "RMB"):
        bare = bare.removeprefix(mark).strip()
    unit = ""
    tail = _UNIT_TAIL.search(bare)
    if tail:
        unit = tail[1]
        bare = bare[: tail.start()].strip()
    if " " in bare:
        joined = bare.replace(" %", "%")
        if _GROUPED.fullmatch(joined):
            joined = joined.replace(" ", "")
        bare = joined
    match = _NUMBER.fullmatch(bare)
    if match is None or (match[2] is None and not match[3]):
        return None
    sign, whole, part, mark = match[1], match[2], match[3] or "", match[4]
    shift = {"%": 2, "‰": 3}.get(mark, 0)
    digits = (whole or "0").replace(",", "") + part
    value = Decimal(f"{sign}{digits}").scaleb(-len(part) - shift)
    return Number(value, Decimal(1).scaleb(-len(part) - shift), shift > 0, unit)


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
