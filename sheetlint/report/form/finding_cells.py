"""Where on a drawn form a finding stands."""

from __future__ import annotations

from sheetlint.report.form.grid import Form, FormCell
from sheetlint.run.results import ReportedFinding
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.where import Where


def find_finding_cell(form: Form, sheet: Sheet, found: ReportedFinding) -> FormCell | None:
    """By the field's name; what is said of the reading names only its place."""
    cell = form.find_cell(found.path)
    if cell is not None:
        return cell
    place = _place(found.where)
    paths = (value.path for value in sheet.values() if _place(value.where) == place)
    cells = (form.find_cell(path) for path in paths)
    return None if place is None else next((cell for cell in cells if cell is not None), None)


def _place(where: Where) -> tuple[object, ...] | None:
    """Where it stands in the file; None where nothing is said of that."""
    if where.row is None and where.line is None:
        return None
    return where.table, where.row, where.column, where.line
