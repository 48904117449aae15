"""Writing changed cells into a workbook; its formulas are recalculated when it is opened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from sheetlint.correct.cell_change import CellChange
from sheetlint.correct.writers.number_format import find_format, shows_as
from sheetlint.messages import annotated_workbook as messages
from sheetlint.office.errors import Uneditable
from sheetlint.office.packages import errors_as_uneditable
from sheetlint.office.xlsx.cell_grid import CellGrid
from sheetlint.office.xlsx.elements import int_attribute
from sheetlint.office.xlsx.workbook import Workbook

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_FORMULA = re.compile(rb"<(?:[A-Za-z0-9_.-]+:)?f[\s/>]")
_METADATA = ("t", "cm", "vm")
"""Attributes of a cell that describe its old value."""
_BEFORE_CALC_PROPERTIES = (
    *("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets"),
    *("functionGroups", "externalReferences", "definedNames"),
)


def write_changes(data: bytes, changes: Sequence[CellChange], _: str = "") -> bytes:
    """The workbook with the changes in it.

    Raises ``Uneditable`` where the workbook cannot be changed or a cell is not in it.
    """
    with errors_as_uneditable():
        book = Workbook(data)
        grids: dict[str, CellGrid] = {}
        removed_formulas = [_write(book, grids, change) for change in changes]
        if any(removed_formulas):
            book.remove_part("calcChain")
        if _has_formulas(book):
            _recalculate_on_load(book)
        return book.parts.to_bytes()


def _write(book: Workbook, grids: dict[str, CellGrid], change: CellChange) -> bool:
    """Whether the change replaced a formula."""
    where = change.where
    part = book.worksheet_part(where.table)
    if not part or where.row is None or where.column is None:
        raise Uneditable(messages.NO_SUCH_CELL.fill(cell=where.cell or where.label_text))
    if part not in grids:
        grids[part] = CellGrid(book.parts.edit(part), book.x)
    cell = grids[part].ensure_cell(*grids[part].merge_start(where.row, where.column))
    formula = cell.find(book.x("f"))
    if formula is not None and not change.keep_formula and _is_shared(formula, cell):
        raise Uneditable(messages.SHARED_FORMULA.fill(cell=where.cell or ""))
    kept = formula if change.keep_formula else None
    for child in list(cell):
        if child is not kept and child.tag != book.x("extLst"):
            cell.remove(child)
    for name in _METADATA if kept is None else ("t",):
        cell.attrib.pop(name, None)
    if change.number is None or not _write_number(book, cell, change.number, change.after):
        _write_text(book, cell, change.after, kept)
    return formula is not None and kept is None


def _is_shared(formula: Element, cell: Element) -> bool:
    """Whether other cells use the formula of this one."""
    alone = formula.get("ref") in (None, cell.get("r"))
    return formula.get("t", "normal") != "normal" and not alone


def _write_number(book: Workbook, cell: Element, value: Decimal, text: str) -> bool:
    """False where no number format displays the value as ``text``."""
    style = int_attribute(cell, "s")
    if not shows_as(value, book.styles.number_format(style), text):
        code = find_format(value, text)
        if code is None:
            return False
        cell.set("s", str(book.styles.with_number_format(style, code)))
    _add_after_formula(book, cell, "v").text = f"{value:f}"
    return True


def _write_text(book: Workbook, cell: Element, text: str, formula: Element | None) -> None:
    written = book.x.text(text)
    if formula is None:
        cell.set("t", "inlineStr")
        _add_after_formula(book, cell, "is").append(written)
    else:
        cell.set("t", "str")
        _add_after_formula(book, cell, "v").text = written.text


def _add_after_formula(book: Workbook, cell: Element, name: str) -> Element:
    """A new child ``name`` of the cell, behind its formula."""
    element = book.x.new(name)
    formula = cell.find(book.x("f"))
    cell.insert(0 if formula is None else 1, element)
    return element


def _has_formulas(book: Workbook) -> bool:
    parts: Iterable[str] = (sheet.part for sheet in book.listed_sheets if sheet.part)
    return any(_FORMULA.search(book.parts.content(part)) for part in parts)


def _recalculate_on_load(book: Workbook) -> None:
    x, root = book.x, book.parts.edit(book.main)
    properties = root.find(x("calcPr"))
    if properties is None:
        properties = x.new("calcPr")
        before = set(map(x, _BEFORE_CALC_PROPERTIES))
        places = [at for at, child in enumerate(root) if child.tag in before]
        root.insert(places[-1] + 1, properties)
    properties.set("fullCalcOnLoad", "1")
