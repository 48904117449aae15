"""The first worksheet of a drawn copy: what was found, with links to the cells."""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.annotate.colours import SHADES
from sheetlint.annotate.comment_text import expected, printed, shortened
from sheetlint.messages import annotated_workbook as words
from sheetlint.messages import report as report_words
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.report.place_texts import place_text
from sheetlint.report.summary_texts import display_path, verdict_text
from sheetlint.report.workbook_writer import WorkbookWriter
from sheetlint.run.results import FileReport, ReportedFinding

_HEADS = (
    (words.NUMBER, 5),
    (words.SEVERITY, 7),
    (words.CODE, 8),
    (words.CELL, 8),
    (report_words.AT, 24),
    (words.PROBLEM, 40),
    (report_words.PRINTED, 16),
    (report_words.EXPECTED, 14),
    (report_words.HINT, 34),
    (report_words.BASIS, 20),
)
_LINK = 3
_HEAD_ROW = 3
_MOST_LINKS = 65_000
"""Excel opens no worksheet with more than 65,530."""
_LINE = {"border": 1, "border_color": "#A6A6A6", "valign": "top"}


def add(
    book: WorkbookWriter,
    name: str,
    file: FileReport,
    links: Sequence[tuple[str, str] | None],
    lang: str,
) -> None:
    """``links`` are the worksheets and cells of the file's findings, None for what has none."""
    page = book.add_worksheet(name)
    for column, (_, width) in enumerate(_HEADS):
        page.set_column(column, column, width)
    open_style = book.style(text_wrap=False)
    page.set_row(0, 26)
    title = book.style(bold=True, font_size=14, text_wrap=False)
    book.write_text(page, 0, 0, verdict_text(file, lang), title)
    about = words.DRAWN.fill(path=display_path(file.path, lang), format=file.format)
    book.write_text(page, 1, 0, about.in_(lang), open_style)
    if not file.findings:
        return
    head = book.style(**_LINE, bold=True, align="center", bg_color="#D9D9D9")
    for column, (heading, _) in enumerate(_HEADS):
        book.write_text(page, _HEAD_ROW, column, heading.in_(lang), head)
    page.freeze_panes(_HEAD_ROW + 1, 0)
    page.repeat_rows(_HEAD_ROW)
    last = _HEAD_ROW + len(file.findings)
    page.autofilter(_HEAD_ROW, 0, last, len(_HEADS) - 1)
    page.ignore_errors({"number_stored_as_text": f"A1:J{last + 1}"})
    plain = book.style(**_LINE)
    middle = book.style(**_LINE, align="center")
    linked = book.style(**_LINE, align="center", font_color="#0563C1", underline=1)
    for number, (found, link) in enumerate(zip(file.findings, links, strict=True), 1):
        row = _HEAD_ROW + number
        texts = [shortened(text) for text in (str(number), *_texts(found, file, lang))]
        widths = (width for _, width in _HEADS)
        page.set_row(row, book.row_height(zip(texts, widths, strict=True)))
        shade = book.style(**_LINE, align="center", bg_color=f"#{SHADES[found.severity]}")
        for column, text in enumerate(texts):
            style = shade if column == 1 else middle if column < _LINK else plain
            book.write_text(page, row, column, text, style)
        if link is not None and number <= _MOST_LINKS:
            sheet, cell = link
            quoted = sheet.replace("'", "''")
            page.write_url(row, _LINK, f"internal:'{quoted}'!{cell}", linked, cell)


def _texts(found: ReportedFinding, file: FileReport, lang: str) -> Sequence[str]:
    return (
        report_words.SEVERITY[found.severity].in_(lang),
        found.check.code,
        "",
        place_text(found.where, lang, has_cell_addresses(file.format)),
        found.message.in_(lang),
        printed(found, lang),
        expected(found, lang),
        "" if found.hint is None else found.hint.in_(lang),
        found.basis.in_(lang),
    )
