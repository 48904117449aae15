"""Writing an amount the way the sheet writes it, and knowing when amounts cannot be compared."""

from collections.abc import Iterable
from decimal import Decimal

from sheetlint.sheet.numbers.parse import format_grouped, format_plain
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value

_CENT = Decimal("0.01")


def format_amount(amount: Decimal, cell: Value) -> str:
    """``amount`` with the separators of ``cell`` and at least its one or two decimals."""
    if cell.number is not None and _CENT <= cell.ulp < 1:
        amount += cell.ulp * 0
    return format_grouped(amount) if "," in cell.raw or "，" in cell.raw else format_plain(amount)


def have_one_unit(cells: Iterable[Value], sheet: Sheet) -> bool:
    """No cell prints a unit of its own that is another than the sheet's (UN003 speaks of those).

    ``150万`` in a form in 万元 is the form's own unit, cut short.
    """
    own = sheet.money_unit.text
    return all(own.startswith(cell.unit) for cell in cells if cell.unit)
