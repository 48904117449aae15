"""Formulas of an empty form: execution rate, score of execution, totals.

A formula returns an empty text as long as its operands are empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sheetlint.forms.blank_form import BlankForm, profile_value
from sheetlint.report.form.grid import Form
from sheetlint.sheet.where import column_letters

LINEAR, TIERS = "linear", "tiers"


def cell_formulas(blank: BlankForm, form: Form) -> Iterator[tuple[str, str]]:
    """Paths and their formulas, with the equals sign."""
    yield from _rates(blank, form)
    score = _budget_score(blank, form)
    if score:
        yield "funds.total.score", score
    if form.find_cell("total.weight"):
        yield "total.weight", _total(blank, form, "weight")
    if form.find_cell("total.score"):
        yield "total.score", _total(blank, form, "score")


def cell_address(form: Form, path: str) -> str:
    """``G6``; empty where the form has no such cell."""
    cell = form.find_cell(path)
    return "" if cell is None else f"{column_letters(cell.column + 1)}{cell.row + 1}"


def _rates(blank: BlankForm, form: Form) -> Iterator[tuple[str, str]]:
    factor = "" if profile_value(blank.profile, "funds.rate_percent_sign") is not False else "*100"
    digits = profile_value(blank.profile, "funds.rate_decimals")
    places = (2 if digits is None else int(digits)) + (0 if factor else 2)
    for row in blank.sheet.funds:
        if row.rate.filled or row.rate.raw or not form.find_cell(row.rate.path):
            continue
        budget, executed = (
            cell_address(form, row.budget.path),
            cell_address(form, row.executed.path),
        )
        empty = f'OR({budget}="",{executed}="",N({budget})=0)'
        yield row.rate.path, f'=IF({empty},"",ROUND({executed}/{budget}{factor},{places}))'


def _budget_score(blank: BlankForm, form: Form) -> str:
    """By the place's method, where one fits into a cell; else it is written by hand."""
    total = blank.sheet.fund_total
    methods = profile_value(blank.profile, "budget_score.methods") or []
    if total is None or blank.budget is None or not form.find_cell(total.score.path) or not methods:
        return ""
    budget, executed = (
        cell_address(form, total.budget.path),
        cell_address(form, total.executed.path),
    )
    weight = cell_address(form, total.weight.path) or _number(blank.budget)
    ratio = f"{executed}/{budget}"
    if methods[0] == LINEAR:
        value = f"ROUND(MIN({ratio},1)*{weight},2)"
    elif methods[0] == TIERS:
        value = "0"
        for least, points in reversed(profile_value(blank.profile, "budget_score.steps") or []):
            value = f"IF({ratio}>={_number(least)},{_number(points)},{value})"
    else:
        return ""
    return f'=IF(OR({budget}="",{executed}="",N({budget})=0),"",{value})'


def _total(blank: BlankForm, form: Form, role: str) -> str:
    rows = len(blank.sheet.indicators)
    first, last = (cell_address(form, f"indicators.{index}.{role}") for index in (0, rows - 1))
    execution = cell_address(form, f"funds.total.{role}")
    if not execution and role == "weight" and blank.budget is not None:
        execution = _number(blank.budget)
    more = f",{execution}" if execution else ""
    return f'=IF(COUNT({first}:{last})=0,"",SUM({first}:{last}{more}))'


def _number(value: Decimal | int | float | str) -> str:
    return f"{Decimal(str(value)).normalize():f}"
