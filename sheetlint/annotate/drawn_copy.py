"""The annotated copy of a file that cannot be edited: its sheets drawn in a new workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sheetlint.annotate import findings_worksheet
from sheetlint.annotate.colours import SEVERITY_COLOURS
from sheetlint.annotate.comment_text import AUTHOR, format_findings
from sheetlint.annotate.worksheet_names import unique_worksheet_names
from sheetlint.messages import annotated_workbook as messages
from sheetlint.report.form.finding_cells import find_finding_cell
from sheetlint.report.form.grid import Form, FormCell
from sheetlint.report.form.sheet_form import build_form
from sheetlint.report.form.worksheet import draw_form
from sheetlint.report.summary_texts import display_path
from sheetlint.report.workbook_writer import WorkbookWriter
from sheetlint.rules.decide import rank
from sheetlint.run.results import FileReport, ReportedFinding
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.where import column_letters

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_COMMENT_WIDTH = 300
_COMMENT_LINE_HEIGHT = 14
"""Pixels."""
_COMMENT_COLUMNS = 46
"""Half-width characters on a line of a comment."""
_MAX_COMMENT_HEIGHT = 600
"""Pixels."""


class _DrawnSheet(NamedTuple):
    """A drawn sheet and the findings in its cells."""

    name: str
    form: Form
    findings: dict[FormCell, list[ReportedFinding]]


def draw_copy(file: FileReport, lang: str) -> bytes:
    """A workbook: the list of findings, then every sheet with coloured and commented cells."""
    book = WorkbookWriter(display_path(file.path, lang), lang)
    results = messages.RESULTS.in_(lang)
    sheets = _draw_sheets(file, results)
    links = [_link(finding, sheets) for finding in file.findings]
    findings_worksheet.add_findings_worksheet(book, results, file, links, lang)
    for drawn in sheets:
        _add_worksheet(book, drawn, lang)
    return book.to_bytes()


def _draw_sheets(file: FileReport, results: str) -> list[_DrawnSheet]:
    readable = [(report, report.sheet) for report in file.sheets if report.sheet is not None]
    titles = [report.project or report.title for report, _ in readable]
    sheets = []
    for name, (report, sheet) in zip(
        unique_worksheet_names(titles, results), readable, strict=True
    ):
        form = build_form(sheet)
        findings: dict[FormCell, list[ReportedFinding]] = {}
        for finding in file.findings:
            if finding.sheet == report.position:
                findings.setdefault(_box(form, sheet, finding), []).append(finding)
        sheets.append(_DrawnSheet(name, form, findings))
    return sheets


def _box(form: Form, sheet: Sheet, finding: ReportedFinding) -> FormCell:
    """The cell of the finding; the title where the form shows no such cell."""
    return find_finding_cell(form, sheet, finding) or form.cells[0]


def _link(finding: ReportedFinding, sheets: list[_DrawnSheet]) -> tuple[str, str] | None:
    """Worksheet and cell of a finding; None where it is at no sheet."""
    for drawn in sheets:
        for cell, findings in drawn.findings.items():
            if any(other is finding for other in findings):
                return drawn.name, f"{column_letters(cell.column + 1)}{cell.row + 1}"
    return None


def _add_worksheet(book: WorkbookWriter, drawn: _DrawnSheet, lang: str) -> None:
    worksheet = book.add_worksheet(drawn.name)
    styles = {}
    for cell, findings in drawn.findings.items():
        worst = max(findings, key=lambda finding: rank(finding.severity))
        styles[cell] = {"bg_color": f"#{SEVERITY_COLOURS[worst.severity]}"}
    draw_form(book, worksheet, drawn.form, styles)
    for cell, findings in drawn.findings.items():
        _add_comment(book, worksheet, cell, format_findings(findings, lang))


def _add_comment(book: WorkbookWriter, worksheet: Worksheet, cell: FormCell, text: str) -> None:
    lines = sum(
        -(-len(line.encode("gb18030")) // _COMMENT_COLUMNS) or 1 for line in text.split("\n")
    )
    height = min(_COMMENT_LINE_HEIGHT * lines + 10, _MAX_COMMENT_HEIGHT)
    options = {"author": AUTHOR, "width": _COMMENT_WIDTH, "height": height, "font_size": 9}
    worksheet.write_comment(cell.row, cell.column, book.cell_text(text), options)
