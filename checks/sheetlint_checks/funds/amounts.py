"""Formats amounts as the sheet prints them, and tells whether amounts have one unit."""

from collections.abc import Iterable
from decimal import Decimal

from sheetlint.sheet.numbers.parse import format_grouped, format_plain
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value

_CENT = Decimal("0.01")


def format_amount(amount: Decimal, cell: Value) -> str:
    """The amount with the separators of ``cell``, and with its decimals where it prints one or two."""
    if cell.number is not None and _CENT <= cell.ulp < 1:
        amount += cell.ulp * 0
    return format_grouped(amount) if "," in cell.raw or "，" in cell.raw else format_plain(amount)


def have_one_unit(cells: Iterable[Value], sheet: Sheet) -> bool:
    """Whether no cell prints a unit other than that of the sheet (UN003 reports those).

    ``150万`` in a form in 万元 is the unit of the form, shortened.
    """
    own = sheet.money_unit.text
    return all(own.startswith(cell.unit) for cell in cells if cell.unit)
