"""An empty form as a workbook that calculates what can be calculated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sheetlint.forms.blank_form import BlankForm, profile_value
from sheetlint.forms.cell_text import printed_text
from sheetlint.forms.form_labels import form_labels
from sheetlint.forms.formulas import cell_address, cell_formulas
from sheetlint.forms.prompts import cell_prompt
from sheetlint.messages import forms as messages
from sheetlint.report.form.grid import Form, FormCell
from sheetlint.report.form.sheet_form import build_form
from sheetlint.report.form.worksheet import cell_range, cell_style, prepare_page
from sheetlint.report.workbook_writer import WorkbookWriter

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_INPUT = {"bg_color": "#FFFBE6"}
_COMPUTED = {"bg_color": "#EAF3EA"}
_MONEY = ("initial", "budget", "executed")
_MAX_TITLE, _MAX_PROMPT = 32, 255
"""Characters that Excel shows."""
_GOALS_HEIGHT = 60.0
_NOTHING = " "
"""The stored result of formulas: the library writes an empty text as no result at all."""


def write_xlsx(blank: BlankForm, lang: str) -> bytes:
    book = WorkbookWriter(blank.sheet.title.text, lang)
    form = build_form(blank.sheet)
    page = book.add_worksheet(form_labels().worksheet)
    prepare_page(book, page, form)
    goal = form.find_cell("planned")
    if goal is not None:
        page.set_row(goal.row, _GOALS_HEIGHT)
    computed = dict(cell_formulas(blank, form))
    for cell in form.cells:
        _write_cell(book, page, blank, cell, computed.get(cell.path, ""))
        _add_help(page, blank, form, cell, lang)
    return book.to_bytes()


def _write_cell(
    book: WorkbookWriter, page: Worksheet, blank: BlankForm, cell: FormCell, formula: str
) -> None:
    number = _number_format(blank, cell.path)
    look: dict[str, Any] = {"num_format": number} if number else {}
    if formula:
        look |= _COMPUTED
    elif _is_input(cell):
        look |= _INPUT
    style = cell_style(book, cell, look)
    text = printed_text(blank, cell)
    if formula:
        _merge(book, page, cell, style)
        page.write_formula(cell.row, cell.column, formula, style, _NOTHING)
    elif cell.path.endswith("weight") and text.isdigit():
        _merge(book, page, cell, style)
        page.write_number(cell.row, cell.column, int(text), style)
    else:
        book.merge(page, cell_range(cell), text, style)


def _merge(book: WorkbookWriter, page: Worksheet, cell: FormCell, style: Any) -> None:
    if cell.rows > 1 or cell.columns > 1:
        book.merge(page, cell_range(cell), "", style)


def _is_input(cell: FormCell) -> bool:
    return bool(cell.path) and (not cell.text or cell.path == "year")


def _number_format(blank: BlankForm, path: str) -> str:
    role = path.rpartition(".")[2]
    if role == "rate":
        digits = profile_value(blank.profile, "funds.rate_decimals")
        zeros = "0." + "0" * (2 if digits is None else int(digits))
        sign = "" if profile_value(blank.profile, "funds.rate_percent_sign") is False else "%"
        return zeros.rstrip(".") + sign
    return "0.00" if path.startswith("funds.") and role in _MONEY else ""


def _add_help(page: Worksheet, blank: BlankForm, form: Form, cell: FormCell, lang: str) -> None:
    """Adds the input prompt of a cell and the bounds of weights and scores."""
    if not cell.path or (cell.text and cell.path != "year"):
        return
    prompt = cell_prompt(blank, cell.path)
    options: dict[str, Any] = {"validate": "any"}
    role = cell.path.rpartition(".")[2]
    if cell.path.startswith("indicators.") and role in ("weight", "score"):
        weight = cell_address(form, cell.path.removesuffix(role) + "weight")
        most = 100 if role == "weight" or not weight else f"={weight}"
        error = messages.NOT_A_WEIGHT if role == "weight" else messages.NOT_A_SCORE
        options = {
            "validate": "decimal",
            "criteria": "between",
            "minimum": 0,
            "maximum": most,
            "error_message": error.in_(lang),
        }
    if prompt is not None:
        options |= {
            "input_title": messages.PROMPT.in_(lang)[:_MAX_TITLE],
            "input_message": prompt.in_(lang)[:_MAX_PROMPT],
        }
    if len(options) > 1:
        page.data_validation(cell.row, cell.column, cell.row, cell.column, options)
