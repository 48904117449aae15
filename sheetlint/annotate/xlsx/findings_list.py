"""The worksheet that lists the findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from sheetlint.annotate.colours import SEVERITY_COLOURS
from sheetlint.annotate.comment_text import format_expected, format_printed, shorten
from sheetlint.messages import annotated_workbook as messages
from sheetlint.messages import report as report_messages
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.office.packages import DECLARATION, element_markup, text_markup
from sheetlint.office.xlsx.cell_grid import cell_reference
from sheetlint.office.xlsx.elements import escape_text
from sheetlint.office.xlsx.workbook import Workbook
from sheetlint.report.summary_texts import verdict_text
from sheetlint.run.results import FileReport, ReportedFinding

_COLUMNS: Sequence[tuple[Text, int]] = (
    (messages.NUMBER, 5),
    (messages.SEVERITY, 7),
    (messages.CODE, 9),
    (report_messages.AT, 20),
    (messages.PROBLEM, 44),
    (report_messages.PRINTED, 18),
    (report_messages.EXPECTED, 18),
    (report_messages.HINT, 40),
    (report_messages.BASIS, 26),
)
"""Headings with widths in characters."""
_HEADING_ROW = 4
_LINK_COLUMN = 4
_LINE_HEIGHT, _MARGIN, _MAX_HEIGHT = 13, 4, 400
"""Points of a line, around the lines, and of the highest row that programs can show."""
_HEADING_FILL, _LINK_COLOUR, _TAB_COLOUR = "D9D9D9", "0563C1", "FFC00000"


def render_findings_worksheet(
    book: Workbook, file: FileReport, links: Sequence[str], lang: str
) -> bytes:
    """The part of the worksheet; ``links`` holds the location of each finding, or nothing."""
    styles = book.styles
    plain, linked = styles.list_style(), styles.list_style(colour=_LINK_COLOUR)
    rows = [
        _row(
            1, [(verdict_text(file, lang), styles.list_style(bold=True, size=14, wrap=False))], 24
        ),
        _row(2, [(messages.ABOUT.in_(lang), styles.list_style(wrap=False))], 18),
    ]
    if file.findings:
        heading_style = styles.list_style(bold=True, fill=_HEADING_FILL)
        rows.append(
            _row(_HEADING_ROW, [(text.in_(lang), heading_style) for text, _ in _COLUMNS], 18)
        )
    hyperlinks: list[str] = []
    for number, (finding, link) in enumerate(zip(file.findings, links, strict=True), 1):
        row = _HEADING_ROW + number
        coloured = styles.list_style(fill=SEVERITY_COLOURS[finding.severity])
        cell_styles = [plain, coloured, plain, linked if link else plain, *[plain] * 5]
        texts = [shorten(visible(text)) for text in (str(number), *_cell_texts(finding, lang))]
        rows.append(_row(row, list(zip(texts, cell_styles, strict=True)), _height(texts)))
        if link:
            attributes = {"ref": cell_reference(row, _LINK_COLUMN), "location": link}
            hyperlinks.append(element_markup("hyperlink", **attributes, display=texts[3]))
    return f"{DECLARATION}{_worksheet(book.x.namespace, rows, hyperlinks)}".encode()


def _worksheet(namespace: str, rows: Iterable[str], hyperlinks: Sequence[str]) -> str:
    first = cell_reference(_HEADING_ROW + 1, 1)
    pane = element_markup(
        "pane", ySplit=_HEADING_ROW, topLeftCell=first, activePane="bottomLeft", state="frozen"
    )
    view = element_markup("sheetView", pane, showGridLines=0, workbookViewId=0)
    columns = (
        element_markup("col", min=at, max=at, width=width, customWidth=1)
        for at, (_, width) in enumerate(_COLUMNS, 1)
    )
    fit = element_markup("pageSetUpPr", fitToPage=1)
    sides = {"left": 0.4, "right": 0.4, "top": 0.6, "bottom": 0.6, "header": 0.3, "footer": 0.3}
    return element_markup(
        "worksheet",
        element_markup("sheetPr", element_markup("tabColor", rgb=_TAB_COLOUR), fit),
        element_markup("sheetViews", view),
        element_markup("sheetFormatPr", defaultRowHeight=15),
        element_markup("cols", *columns),
        element_markup("sheetData", *rows),
        element_markup("hyperlinks", *hyperlinks) if hyperlinks else "",
        element_markup("pageMargins", **sides),
        element_markup("pageSetup", paperSize=9, orientation="landscape", fitToHeight=0),
        xmlns=namespace,
    )


def _row(row: int, cells: Sequence[tuple[str, int]], height: int) -> str:
    """A row of text cells: none of the texts becomes a formula or a number."""
    markup = []
    for column, (text, style) in enumerate(cells, 1):
        content = element_markup("is", text_markup("t", escape_text(text)))
        markup.append(
            element_markup("c", content, r=cell_reference(row, column), s=style, t="inlineStr")
        )
    return element_markup("row", *markup, r=row, ht=height, customHeight=1)


def _height(texts: Iterable[str]) -> int:
    """Height of a row in points: not all programs adapt rows to their texts."""
    lines = (
        -(-cell_len(text) // (width - 1)) for text, (_, width) in zip(texts, _COLUMNS, strict=True)
    )
    return min(max(1, *lines) * _LINE_HEIGHT + _MARGIN, _MAX_HEIGHT)


def _cell_texts(finding: ReportedFinding, lang: str) -> Sequence[str]:
    return (
        report_messages.SEVERITY[finding.severity].in_(lang),
        finding.check.code,
        finding.where.cell or finding.where.label_text,
        finding.message.in_(lang),
        format_printed(finding, lang),
        format_expected(finding, lang),
        "" if finding.hint is None else finding.hint.in_(lang),
        finding.basis.in_(lang),
    )
