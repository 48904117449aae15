"""The annotated copy of a file that cannot be written into: its sheets drawn in a new workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sheetlint.annotate import findings_worksheet
from sheetlint.annotate.colours import SHADES
from sheetlint.annotate.comment_text import AUTHOR, comments
from sheetlint.annotate.worksheet_names import sheet_names
from sheetlint.messages import annotated_workbook as words
from sheetlint.report.form.grid import Box, Form
from sheetlint.report.form.layout import layout
from sheetlint.report.form.places import box_of
from sheetlint.report.form.worksheet import draw
from sheetlint.report.summary_texts import display_path
from sheetlint.report.workbook_writer import WorkbookWriter
from sheetlint.rules.decide import rank
from sheetlint.run.results import FileReport, ReportedFinding
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.where import column_letters

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_COMMENT_WIDTH = 300
_COMMENT_LINE = 14
"""Pixels."""
_COMMENT_COLUMNS = 46
"""Half-width characters that stand on a line of a comment."""
_TALLEST_COMMENT = 600


class _Page(NamedTuple):
    """A sheet as it is drawn, and the findings in its cells."""

    name: str
    form: Form
    found: dict[Box, list[ReportedFinding]]


def rendered(file: FileReport, lang: str) -> bytes:
    """A list of the findings, then every sheet with the concerned cells coloured and commented."""
    book = WorkbookWriter(display_path(file.path, lang), lang)
    results = words.RESULTS.in_(lang)
    pages = _pages(file, results)
    links = [_link(found, pages) for found in file.findings]
    findings_worksheet.add(book, results, file, links, lang)
    for page in pages:
        _add(book, page, lang)
    return book.to_bytes()


def _pages(file: FileReport, results: str) -> list[_Page]:
    kept = [(sheet, sheet.sheet) for sheet in file.sheets if sheet.sheet is not None]
    names = sheet_names([sheet.project or sheet.title for sheet, _ in kept], results)
    pages = []
    for name, (report, sheet) in zip(names, kept, strict=True):
        form = layout(sheet)
        found: dict[Box, list[ReportedFinding]] = {}
        for finding in file.findings:
            if finding.sheet == report.position:
                found.setdefault(_box(form, sheet, finding), []).append(finding)
        pages.append(_Page(name, form, found))
    return pages


def _box(form: Form, sheet: Sheet, found: ReportedFinding) -> Box:
    """What is said of no cell that the form shows is said at its title."""
    return box_of(form, sheet, found) or form.boxes[0]


def _link(found: ReportedFinding, pages: list[_Page]) -> tuple[str, str] | None:
    """The worksheet and the cell of a finding."""
    for page in pages:
        for box, findings in page.found.items():
            if any(other is found for other in findings):
                return page.name, f"{column_letters(box.column + 1)}{box.row + 1}"
    return None


def _add(book: WorkbookWriter, page: _Page, lang: str) -> None:
    worksheet = book.add_worksheet(page.name)
    looks = {}
    for box, findings in page.found.items():
        worst = max(findings, key=lambda found: rank(found.severity))
        looks[box] = {"bg_color": f"#{SHADES[worst.severity]}"}
    draw(book, worksheet, page.form, looks)
    for box, findings in page.found.items():
        _comment(book, worksheet, box, comments(findings, lang))


def _comment(book: WorkbookWriter, worksheet: Worksheet, box: Box, text: str) -> None:
    lines = sum(
        -(-len(line.encode("gb18030")) // _COMMENT_COLUMNS) or 1 for line in text.split("\n")
    )
    height = min(_COMMENT_LINE * lines + 10, _TALLEST_COMMENT)
    options = {"author": AUTHOR, "width": _COMMENT_WIDTH, "height": height, "font_size": 9}
    worksheet.write_comment(box.row, box.column, book.cell_text(text), options)
