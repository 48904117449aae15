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
    goal = form.at("planned")
    if goal is not None:
        page.set_row(goal.row, _GOALS_HEIGHT)
    computed = dict(cell_formulas(blank, form))
    for box in form.boxes:
        _write_cell(book, page, blank, box, computed.get(box.path, ""))
        _add_help(page, blank, form, box, lang)
    return book.to_bytes()


def _write_cell(
    book: WorkbookWriter, page: Worksheet, blank: BlankForm, box: FormCell, formula: str
) -> None:
    number = _number_format(blank, box.path)
    look: dict[str, Any] = {"num_format": number} if number else {}
    if formula:
        look |= _COMPUTED
    elif _is_input(box):
        look |= _INPUT
    style = cell_style(book, box, look)
    text = printed_text(blank, box)
    if formula:
        _merge(book, page, box, style)
        page.write_formula(box.row, box.column, formula, style, _NOTHING)
    elif box.path.endswith("weight") and text.isdigit():
        _merge(book, page, box, style)
        page.write_number(box.row, box.column, int(text), style)
    else:
        book.merge(page, cell_range(box), text, style)


def _merge(book: WorkbookWriter, page: Worksheet, box: FormCell, style: Any) -> None:
    if box.rows > 1 or box.columns > 1:
        book.merge(page, cell_range(box), "", style)


def _is_input(box: FormCell) -> bool:
    return bool(box.path) and (not box.text or box.path == "year")


def _number_format(blank: BlankForm, path: str) -> str:
    role = path.rpartition(".")[2]
    if role == "rate":
        digits = profile_value(blank.profile, "funds.rate_decimals")
        zeros = "0." + "0" * (2 if digits is None else int(digits))
        sign = "" if profile_value(blank.profile, "funds.rate_percent_sign") is False else "%"
        return zeros.rstrip(".") + sign
    return "0.00" if path.startswith("funds.") and role in _MONEY else ""


def _add_help(page: Worksheet, blank: BlankForm, form: Form, box: FormCell, lang: str) -> None:
    """Adds the input prompt of a cell and the bounds of weights and scores."""
    if not box.path or (box.text and box.path != "year"):
        return
    prompt = cell_prompt(blank, box.path)
    options: dict[str, Any] = {"validate": "any"}
    role = box.path.rpartition(".")[2]
    if box.path.startswith("indicators.") and role in ("weight", "score"):
        weight = cell_address(form, box.path.removesuffix(role) + "weight")
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
        page.data_validation(box.row, box.column, box.row, box.column, options)
