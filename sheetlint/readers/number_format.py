"""A stored number as Excel shows it: number formats with sections, scaling and literals.

Everything is decimal arithmetic on the digits in the file: 0.145 with ``0.00`` is 0.15, as in
Excel, and not what a binary float makes of it.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

from sheetlint.readers.format_code import Condition, Section, Token, parse_sections

_PRECISION = 15
"""Significant digits that Excel keeps and shows."""
_EXCEL_CONTEXT = Context(prec=_PRECISION, rounding=ROUND_HALF_UP)
_WIDE_CONTEXT = Context(prec=700, rounding=ROUND_HALF_UP)
"""Room for the largest double with all the places a format can ask for."""
_LARGEST, _SMALLEST = 308, -308
_GENERAL_WIDTH = 11


class NotANumber(ValueError):
    """The text is no number that a workbook can hold."""


def parse_stored(text: str) -> Decimal:
    """The number that a workbook means by the digits ``text``, at Excel's 15 digits.

    Raises ``NotANumber``.
    """
    try:
        value = _EXCEL_CONTEXT.create_decimal(text.strip())
    except ArithmeticError as error:
        raise NotANumber from error
    if not value.is_finite() or (value and value.adjusted() > _LARGEST):
        raise NotANumber
    if value.is_zero() or value.adjusted() < _SMALLEST:
        return Decimal(0)
    return value


def format_plain(value: Decimal) -> str:
    """Without exponent and without zeros at the end of the fraction."""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text or "0"


def format_general(value: Decimal) -> str:
    """As the format General shows it in a wide enough cell: at most 11 characters, less the sign."""
    sign = "-" if value < 0 else ""
    value = abs(value)
    if not value:
        return "0"
    power = value.adjusted()
    if -5 < power < 0:
        text = format_plain(_round_places(value, 9))
    elif 0 <= power < _GENERAL_WIDTH:
        text = format_plain(_round_places(value, max(0, 9 - power)))
    elif power < 0 and len(format_plain(value)) <= _GENERAL_WIDTH:
        text = format_plain(value)
    else:
        text = ""
    if not text or len(text) > _GENERAL_WIDTH:
        text = _scientific(value)
    return sign + text


def _scientific(value: Decimal) -> str:
    rounded = Context(prec=6, rounding=ROUND_HALF_UP).plus(value)
    power = rounded.adjusted()
    digits = format_plain(rounded.scaleb(-power, _WIDE_CONTEXT))
    return f"{digits}E{'-' if power < 0 else '+'}{abs(power):02d}"


def _round_places(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), context=_WIDE_CONTEXT)


def format_number(value: Decimal, code: str, from_1904: bool = False) -> str:
    """``value`` by the format ``code``, without blanks at its ends."""
    return _compile_format(code).number(value, from_1904).strip()


def format_text(text: str, code: str) -> str:
    """A text cell by the text section of ``code``: ``@"元"`` adds to what was typed."""
    section = _compile_format(code).text
    if section is None:
        return text
    return "".join(text if token.kind == "text" else token.text for token in section.tokens)


class _Format(NamedTuple):
    numbers: tuple[Section, ...]
    text: Section | None

    def number(self, value: Decimal, from_1904: bool) -> str:
        section, unsigned = self._choose(value)
        if section is None:
            return format_general(value)
        if section.is_date:
            from sheetlint.readers.date_format import format_date

            shown = format_date(value, section, from_1904)
            return format_general(value) if shown is None else shown
        sign = "-" if value < 0 and not unsigned else ""
        if section.has_fraction:
            return sign + format_general(abs(value))
        return sign + _render(abs(value), section)

    def _choose(self, value: Decimal) -> tuple[Section | None, bool]:
        """The section for ``value``, and whether it writes the sign of a negative number itself."""
        if not self.numbers:
            return None, False
        if any(section.condition for section in self.numbers):
            for section in self.numbers:
                condition = section.condition
                if condition is None or condition.is_true_for(value):
                    return section, _only_negative(condition)
            return self.numbers[-1], False
        if value < 0 and len(self.numbers) > 1:
            return self.numbers[1], True
        if value == 0 and len(self.numbers) > 2:
            return self.numbers[2], False
        return self.numbers[0], False


def _only_negative(condition: Condition | None) -> bool:
    return condition is not None and condition.sign in ("<", "<=") and condition.limit <= 0


@lru_cache(maxsize=1024)
def _compile_format(code: str) -> _Format:
    found = parse_sections(code)
    text = None
    if len(found) > 3:
        text = found[3]
    elif found[-1].kinds >= {"text"} and not found[-1].kinds & {"place", "general"}:
        text = found[-1]
    numbers = found[:3]
    if text is not None and len(found) > 1:
        numbers = tuple(section for section in numbers if section is not text)
    plain_text = text is not None and {token.kind for token in text.tokens} == {"text"}
    return _Format(numbers, None if plain_text else text)


def _render(value: Decimal, section: Section) -> str:
    """A value that is not negative in a section that is no date."""
    if "place" not in section.kinds:
        written = format_general(value)
        return "".join(
            written if token.kind in ("general", "text") else token.text for token in section.tokens
        )
    value = value.scaleb(2 * section.percents - 3 * section.thousands, _WIDE_CONTEXT)
    if "exponent" in section.kinds:
        return _exponential(value, section)
    whole, places = section.places
    digits, _, fraction = f"{_round_places(value, len(places)):f}".partition(".")
    return _fill(section, whole, digits.lstrip("0"), _trim_zeros(fraction, places))


def _exponential(value: Decimal, section: Section) -> str:
    whole, places = section.places
    step = max(1, len(whole))
    power = value.adjusted() if value else 0
    power -= power % step
    mantissa = _round_places(value.scaleb(-power, _WIDE_CONTEXT), len(places))
    if mantissa and mantissa.adjusted() >= step:
        power += step
        mantissa = _round_places(value.scaleb(-power, _WIDE_CONTEXT), len(places))
    digits, _, fraction = f"{mantissa:f}".partition(".")
    return _fill(section, whole, digits.lstrip("0"), _trim_zeros(fraction, places), power)


def _trim_zeros(fraction: str, places: str) -> str:
    """The fraction without the zeros that stand at ``#``; those at ``?`` are blanks."""
    kept = list(fraction)
    for index in range(len(places) - 1, -1, -1):
        if places[index] == "0" or kept[index] != "0":
            break
        kept[index] = " " if places[index] == "?" else ""
    return "".join(kept)


def _fill(section: Section, whole: str, digits: str, fraction: str, power: int = 0) -> str:
    """Put digits at the places, right to left, with the literals that stand between them."""
    out: list[str] = []
    waiting = list(_whole_places(whole, digits, section.grouped))
    fraction_left = fraction
    zone = "whole"
    for token in section.tokens:
        if token.kind == "point":
            zone = "fraction"
            out.append(".")
        elif token.kind == "exponent":
            zone = "power"
            sign = "-" if power < 0 else "+" if token.text.endswith("+") else ""
            width = sum(t.kind == "place" for t in _after(section.tokens, token))
            out.append(f"E{sign}{abs(power):0{max(1, width)}d}")
        elif token.kind == "place" and zone == "whole":
            out.append(waiting.pop(0))
        elif token.kind == "place" and zone == "fraction":
            out.append(fraction_left[:1])
            fraction_left = fraction_left[1:]
        elif token.kind == "text":
            out.append("")
        elif token.kind != "place":
            out.append(token.text)
    return "".join(out)


def _after(tokens: tuple[Token, ...], token: Token) -> tuple[Token, ...]:
    return tokens[tokens.index(token) + 1 :]


def _whole_places(whole: str, digits: str, grouped: bool) -> list[str]:
    """What stands at each place left of the point; the first place takes all digits left over."""
    padded = digits.rjust(len(whole))
    extra = len(padded) - len(whole)
    shown: list[str] = []
    for index, place in enumerate(whole):
        piece = padded[: extra + 1] if index == 0 else padded[extra + index]
        if piece == " ":
            piece = {"0": "0", "?": " "}.get(place, "")
        if grouped:
            piece = _group_digits(piece, len(whole) - 1 - index)
        shown.append(piece)
    return shown


def _group_digits(piece: str, after: int) -> str:
    """Separators for a run of digits that has ``after`` more digits on its right."""
    if not piece.strip():
        return piece
    out = ""
    for offset, digit in enumerate(piece):
        right = after + len(piece) - 1 - offset
        out += digit + ("," if right and right % 3 == 0 else "")
    return out
