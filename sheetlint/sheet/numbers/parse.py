"""One number from the text of a cell, and numbers as text for messages."""

import re
from decimal import Context, Decimal
from typing import NamedTuple

from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.short_text_cache import cache_short_texts

_HALF_WIDTH_FORMS = {"，": ",", "．": ".", "。": ".", "﹪": "%", "−": "-", "—": "-"}
_HALF_WIDTH_FORMS |= {
    chr(code): chr(code - 0xFEE0)
    for code in range(0xFF01, 0xFF5F)
    if chr(code) not in _HALF_WIDTH_FORMS
}
_HALF_WIDTH_FORMS |= dict.fromkeys("\u3000\xa0\u2002\u2003\u2009", " ") | dict.fromkeys(
    "\u200b\ufeff", ""
)
_FULL_WIDTH = re.compile(f"[{re.escape(''.join(_HALF_WIDTH_FORMS))}]")

_STROKES = "—–-－―‐─"
_DASHES = frozenset({"/", "／", "\\", "∕", "—/—", "/—", "N/A", "n/a", "//", "*"})
"""Marks for *not applicable*.  ``无`` and ``0`` are not among them: they are values."""
_FIRST_OF_DASH = frozenset({*_STROKES, *(mark[0] for mark in _DASHES)})

_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?([%‰]?)\.?")
_GROUPED = LazyPattern(r"\d{1,3}( \d{3})+(\.\d+)?%?")
_UNITS = ("亿元", "千万元", "百万元", "万元", "千元", "元", "亿", "万", "分")
"""Before each the longer ones that end like it."""
_CURRENCIES = ("¥", "￥", "RMB")
_SHIFTS = {"%": 2, "‰": 3}
_LONGEST = 40
_CONTEXT = Context()
"""Default precision, whatever context a library sets for the thread."""
_ULPS = tuple(Decimal(1).scaleb(-places) for places in range(_LONGEST + max(_SHIFTS.values())))
"""One unit of the last place, by the number of decimal places."""


class Number(NamedTuple):
    """A number as printed.  ``value`` is a fraction where a percent sign follows."""

    value: Decimal
    ulp: Decimal
    """One unit of the last printed place, on the scale of ``value``."""
    percent: bool
    unit: str


def half_width(text: str) -> str:
    """``text`` with full-width digits, signs and blanks replaced by their ASCII forms."""
    # Most texts hold none of them; ``str.translate`` would look up every character.
    return text if text.isascii() else _FULL_WIDTH.sub(_half_width_form, text)


@cache_short_texts
def compact(text: str) -> str:
    """``half_width(text)`` without any blanks."""
    return "".join(half_width(text).split())


def _half_width_form(match: re.Match[str]) -> str:
    return _HALF_WIDTH_FORMS[match[0]]


def is_dash(text: str) -> bool:
    """Whether ``text`` is a mark for *not applicable*: one of the marks, or strokes of any length."""
    if text.lstrip()[:1] not in _FIRST_OF_DASH:
        return False
    bare = "".join(text.split())
    return bare in _DASHES or not bare.strip(_STROKES)


@cache_short_texts
def parse_number(text: str) -> Number | None:
    """The one number that ``text`` prints, or None where it is not exactly one.

    Accepts thousands separators at their places only (``57,607,470`` but not ``5 76,07470``), a
    leading or trailing point (``.00``, ``15.``), a percent or permille sign and a money unit.
    Blanks around the sign and line breaks inside a wrapped cell are ignored; a blank between
    digits is accepted only as a thousands separator.
    """
    if len(text) > _LONGEST * 2 or not _DIGIT.search(text):
        return None
    bare, unit = text, ""
    match = _NUMBER.fullmatch(bare)
    if match is None:
        bare, unit = _figure_and_unit(" ".join(half_width(text).split()))
        match = _NUMBER.fullmatch(bare)
    if len(bare) > _LONGEST or match is None or (match[2] is None and not match[3]):
        return None
    sign, whole, part, mark = match.groups("")
    places = len(part) + _SHIFTS.get(mark, 0)
    value = _CONTEXT.create_decimal(f"{sign}{whole.replace(',', '')}{part}E-{places}")
    return Number(value, _ULPS[places], mark != "", unit)


def _figure_and_unit(bare: str) -> tuple[str, str]:
    """The figure without currency sign and blanks, and the money unit behind it."""
    if len(bare) > _LONGEST:
        return "", ""
    for mark in _CURRENCIES:
        bare = bare.removeprefix(mark).strip()
    unit = next((unit for unit in _UNITS if bare.endswith(unit)), "")
    bare = bare.removesuffix(unit).strip()
    if " " in bare:
        joined = bare.replace(" %", "%")
        bare = joined.replace(" ", "") if _GROUPED.fullmatch(joined) else joined
    return bare, unit


def format_plain(value: Decimal) -> str:
    """A decimal string without exponent, with all digits: ``0.00``, ``57607470.00``."""
    return format(value, "f") if value != 0 else format(abs(value), "f")


def format_grouped(value: Decimal) -> str:
    """For messages, with thousands separators: ``56,961,217.00``."""
    return format(value, ",f")


def format_percent(value: Decimal) -> str:
    """A fraction as a percentage with all its digits: 0.9888 → ``98.88%``."""
    return (
        format_plain(value.scaleb(2)) + "%"
        if value.as_tuple().exponent != 0
        else format_plain(value * 100) + "%"
    )
