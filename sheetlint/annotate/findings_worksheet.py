"""The first worksheet of a drawn copy: the list of findings, with links to their cells."""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.annotate.colours import SEVERITY_COLOURS
from sheetlint.annotate.comment_text import format_expected, format_printed, shorten
from sheetlint.messages import annotated_workbook as messages
from sheetlint.messages import report as report_messages
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.report.place_texts import place_text
from sheetlint.report.summary_texts import display_path, verdict_text
from sheetlint.report.workbook_writer import WorkbookWriter
from sheetlint.run.results import FileReport, ReportedFinding

_COLUMNS = (
    (messages.NUMBER, 5),
    (messages.SEVERITY, 7),
    (messages.CODE, 8),
    (messages.CELL, 8),
    (report_messages.AT, 24),
    (messages.PROBLEM, 40),
    (report_messages.PRINTED, 16),
    (report_messages.EXPECTED, 14),
    (report_messages.HINT, 34),
    (report_messages.BASIS, 20),
)
"""Headings with widths in characters."""
_LINK_COLUMN = 3
_HEADING_ROW = 3
_MAX_LINKS = 65_000
"""Excel opens no worksheet with more than 65,530."""
_BORDER = {"border": 1, "border_color": "#A6A6A6", "valign": "top"}


def add_findings_worksheet(
    book: WorkbookWriter,
    name: str,
    file: FileReport,
    links: Sequence[tuple[str, str] | None],
    lang: str,
) -> None:
    """Add a worksheet ``name``; ``links`` holds worksheet and cell of each finding, or None."""
    worksheet = book.add_worksheet(name)
    for column, (_, width) in enumerate(_COLUMNS):
        worksheet.set_column(column, column, width)
    unwrapped = book.style(text_wrap=False)
    worksheet.set_row(0, 26)
    title_style = book.style(bold=True, font_size=14, text_wrap=False)
    book.write_text(worksheet, 0, 0, verdict_text(file, lang), title_style)
    subtitle = messages.DRAWN.fill(path=display_path(file.path, lang), format=file.format)
    book.write_text(worksheet, 1, 0, subtitle.in_(lang), unwrapped)
    if not file.findings:
        return
    heading_style = book.style(**_BORDER, bold=True, align="center", bg_color="#D9D9D9")
    for column, (heading, _) in enumerate(_COLUMNS):
        book.write_text(worksheet, _HEADING_ROW, column, heading.in_(lang), heading_style)
    worksheet.freeze_panes(_HEADING_ROW + 1, 0)
    worksheet.repeat_rows(_HEADING_ROW)
    last = _HEADING_ROW + len(file.findings)
    worksheet.autofilter(_HEADING_ROW, 0, last, len(_COLUMNS) - 1)
    worksheet.ignore_errors({"number_stored_as_text": f"A1:J{last + 1}"})
    plain = book.style(**_BORDER)
    centred = book.style(**_BORDER, align="center")
    linked = book.style(**_BORDER, align="center", font_color="#0563C1", underline=1)
    for number, (finding, link) in enumerate(zip(file.findings, links, strict=True), 1):
        row = _HEADING_ROW + number
        texts = [shorten(text) for text in (str(number), *_cell_texts(finding, file, lang))]
        widths = (width for _, width in _COLUMNS)
        worksheet.set_row(row, book.row_height(zip(texts, widths, strict=True)))
        coloured = book.style(
            **_BORDER, align="center", bg_color=f"#{SEVERITY_COLOURS[finding.severity]}"
        )
        for column, text in enumerate(texts):
            style = coloured if column == 1 else centred if column < _LINK_COLUMN else plain
            book.write_text(worksheet, row, column, text, style)
        if link is not None and number <= _MAX_LINKS:
            sheet, cell = link
            quoted = sheet.replace("'", "''")
            worksheet.write_url(row, _LINK_COLUMN, f"internal:'{quoted}'!{cell}", linked, cell)


def _cell_texts(finding: ReportedFinding, file: FileReport, lang: str) -> Sequence[str]:
    return (
        report_messages.SEVERITY[finding.severity].in_(lang),
        finding.check.code,
        "",
        place_text(finding.where, lang, has_cell_addresses(file.format)),
        finding.message.in_(lang),
        format_printed(finding, lang),
        format_expected(finding, lang),
        "" if finding.hint is None else finding.hint.in_(lang),
        finding.basis.in_(lang),
    )
