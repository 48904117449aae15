"""A workbook with other values in some of its cells; formulas are calculated anew when it opens."""

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
"""What a cell says of the value that it had."""
_BEFORE_CALCULATION = (
    *("fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets"),
    *("functionGroups", "externalReferences", "definedNames"),
)


def write_changes(data: bytes, changes: Sequence[CellChange], _: str = "") -> bytes:
    """The workbook with the changes in it.  Raises ``Uneditable`` where it must not be touched, or
    where a cell that is to be changed is not in it."""
    with errors_as_uneditable():
        book = Workbook(data)
        grids: dict[str, CellGrid] = {}
        stale = [_put(book, grids, change) for change in changes]
        if any(stale):
            book.remove_part("calcChain")
        if _calculates(book):
            _calculate_on_load(book)
        return book.parts.to_bytes()


def _put(book: Workbook, grids: dict[str, CellGrid], change: CellChange) -> bool:
    """Whether a formula went away."""
    where = change.where
    part = book.worksheet_part(where.table)
    if not part or where.row is None or where.column is None:
        raise Uneditable(messages.NO_SUCH_CELL.fill(cell=where.cell or where.label_text))
    if part not in grids:
        grids[part] = CellGrid(book.parts.edit(part), book.x)
    cell = grids[part].ensure_cell(*grids[part].merge_start(where.row, where.column))
    formula = cell.find(book.x("f"))
    if formula is not None and not change.keep_formula and _shared(formula, cell):
        raise Uneditable(messages.SHARED_FORMULA.fill(cell=where.cell or ""))
    kept = formula if change.keep_formula else None
    for child in list(cell):
        if child is not kept and child.tag != book.x("extLst"):
            cell.remove(child)
    for name in _METADATA if kept is None else ("t",):
        cell.attrib.pop(name, None)
    if change.number is None or not _put_number(book, cell, change.number, change.after):
        _put_text(book, cell, change.after, kept)
    return formula is not None and kept is None


def _shared(formula: Element, cell: Element) -> bool:
    """Other cells calculate by this one's formula."""
    alone = formula.get("ref") in (None, cell.get("r"))
    return formula.get("t", "normal") != "normal" and not alone


def _put_number(book: Workbook, cell: Element, value: Decimal, text: str) -> bool:
    """False where no number format shows it as the text."""
    style = int_attribute(cell, "s")
    if not shows_as(value, book.styles.number_format(style), text):
        code = find_format(value, text)
        if code is None:
            return False
        cell.set("s", str(book.styles.with_number_format(style, code)))
    _after_formula(book, cell, "v").text = f"{value:f}"
    return True


def _put_text(book: Workbook, cell: Element, text: str, formula: Element | None) -> None:
    written = book.x.text(text)
    if formula is None:
        cell.set("t", "inlineStr")
        _after_formula(book, cell, "is").append(written)
    else:
        cell.set("t", "str")
        _after_formula(book, cell, "v").text = written.text


def _after_formula(book: Workbook, cell: Element, name: str) -> Element:
    """A new element for the value."""
    element = book.x.new(name)
    formula = cell.find(book.x("f"))
    cell.insert(0 if formula is None else 1, element)
    return element


def _calculates(book: Workbook) -> bool:
    parts: Iterable[str] = (sheet.part for sheet in book.listed_sheets if sheet.part)
    return any(_FORMULA.search(book.parts.content(part)) for part in parts)


def _calculate_on_load(book: Workbook) -> None:
    x, root = book.x, book.parts.edit(book.main)
    about = root.find(x("calcPr"))
    if about is None:
        about = x.new("calcPr")
        before = set(map(x, _BEFORE_CALCULATION))
        places = [at for at, child in enumerate(root) if child.tag in before]
        root.insert(places[-1] + 1, about)
    about.set("fullCalcOnLoad", "1")
