"""What an empty form prints in a cell of its own."""

from __future__ import annotations

from sheetlint.forms.blank_form import BlankForm
from sheetlint.forms.form_labels import form_labels
from sheetlint.report.form.grid import FormCell
from sheetlint.sheet.numbers.parse import format_plain


def printed_text(blank: BlankForm, cell: FormCell) -> str:
    """The cell's text; a first level with the points of its rows."""
    points = blank.points.get(cell.text)
    if points is None or not cell.path.endswith("level1"):
        return cell.text
    return form_labels().level_points.format(level=cell.text, points=format_plain(points))
