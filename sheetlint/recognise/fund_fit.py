"""How well cells suit the fields of the funds, for aligning a row with its header: as ``row_fit``."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sheetlint.recognise.align import OUTSIDE
from sheetlint.recognise.fund_header import AMOUNTS
from sheetlint.recognise.row_fit import is_too_wide
from sheetlint.sheet.numbers.parse import is_dash, parse_number
from sheetlint.sheet.tables import Cell

_RATE_OF = ("budget", "executed", "rate")
_ROUNDING = Decimal("0.006")


def fund_cell_fit(role: str, text: str, is_null: bool) -> int:
    """The fit of a text for a field; ``is_null`` where it is a word for no figure (无)."""
    number = parse_number(text)
    nothing = number is None and (is_dash(text) or is_too_wide(text) or is_null)
    if role == OUTSIDE:
        return -6 if number is not None else -2 if nothing else 0
    if role == "note":
        return -2 if number is not None and number.value else 1
    if nothing:
        return 0 if role in AMOUNTS else 1
    if number is None:
        return -4
    if role == "rate":
        return 4 if number.percent else 1
    if number.percent:
        return -4
    return 2 if role in AMOUNTS else 1


def fund_fit(cells: Mapping[str, Cell]) -> int:
    """The fit of a row of the funds as a whole: good where the rate is that of the amounts."""
    numbers = [parse_number(cells[role].text) for role in _RATE_OF if role in cells]
    if len(numbers) < len(_RATE_OF) or None in numbers:
        return 0
    budget, executed, rate = (number.value for number in numbers if number)
    if not budget or not executed:
        return 0
    exact = executed / budget
    return 4 if any(abs(exact - found) <= _ROUNDING for found in (rate, rate / 100)) else 0


def missing_fund_penalty(role: str) -> int:
    """The fit of a field without a cell."""
    return -1 if role in ("budget", "executed") else 0
