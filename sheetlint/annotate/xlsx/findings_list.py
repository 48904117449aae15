"""The worksheet that lists what was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len

from sheetlint.annotate.colours import SHADES
from sheetlint.annotate.comment_text import expected, printed, shortened
from sheetlint.messages import annotated_workbook as words
from sheetlint.messages import report as report_words
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.office.packages import DECLARATION, element_markup, text_markup
from sheetlint.office.xlsx.cell_grid import cell_reference
from sheetlint.office.xlsx.elements import escape_text
from sheetlint.office.xlsx.workbook import Workbook
from sheetlint.report.summary_texts import verdict_text
from sheetlint.run.results import FileReport, ReportedFinding

_HEADS: Sequence[tuple[Text, int]] = (
    (words.NUMBER, 5),
    (words.SEVERITY, 7),
    (words.CODE, 9),
    (report_words.AT, 20),
    (words.PROBLEM, 44),
    (report_words.PRINTED, 18),
    (report_words.EXPECTED, 18),
    (report_words.HINT, 40),
    (report_words.BASIS, 26),
)
"""Columns with their widths in characters."""
_HEAD_ROW = 4
_LINK_COLUMN = 4
_LINE, _MARGIN, _HIGHEST = 13, 4, 400
"""Points of a line, beside it, and of the highest row that programs can show."""
_GREY, _LINK, _TAB = "D9D9D9", "0563C1", "FFC00000"


def worksheet(book: Workbook, file: FileReport, links: Sequence[str], lang: str) -> bytes:
    """``links`` are the places of the file's findings in the workbook, empty for what has none."""
    styles = book.styles
    plain, linked = styles.list_style(), styles.list_style(colour=_LINK)
    rows = [
        _row(
            1, [(verdict_text(file, lang), styles.list_style(bold=True, size=14, wrap=False))], 24
        ),
        _row(2, [(words.ABOUT.in_(lang), styles.list_style(wrap=False))], 18),
    ]
    if file.findings:
        head = styles.list_style(bold=True, fill=_GREY)
        rows.append(_row(_HEAD_ROW, [(text.in_(lang), head) for text, _ in _HEADS], 18))
    hyperlinks: list[str] = []
    for at, (found, link) in enumerate(zip(file.findings, links, strict=True), 1):
        line = _HEAD_ROW + at
        marked = styles.list_style(fill=SHADES[found.severity])
        looks = [plain, marked, plain, linked if link else plain, *[plain] * 5]
        texts = [shortened(visible(text)) for text in (str(at), *_texts(found, lang))]
        rows.append(_row(line, list(zip(texts, looks, strict=True)), _height(texts)))
        if link:
            about = {"ref": cell_reference(line, _LINK_COLUMN), "location": link}
            hyperlinks.append(element_markup("hyperlink", **about, display=texts[3]))
    return f"{DECLARATION}{_whole(book.x.namespace, rows, hyperlinks)}".encode()


def _whole(namespace: str, rows: Iterable[str], hyperlinks: Sequence[str]) -> str:
    first = cell_reference(_HEAD_ROW + 1, 1)
    pane = element_markup(
        "pane", ySplit=_HEAD_ROW, topLeftCell=first, activePane="bottomLeft", state="frozen"
    )
    view = element_markup("sheetView", pane, showGridLines=0, workbookViewId=0)
    columns = (
        element_markup("col", min=at, max=at, width=width, customWidth=1)
        for at, (_, width) in enumerate(_HEADS, 1)
    )
    fit = element_markup("pageSetUpPr", fitToPage=1)
    sides = {"left": 0.4, "right": 0.4, "top": 0.6, "bottom": 0.6, "header": 0.3, "footer": 0.3}
    return element_markup(
        "worksheet",
        element_markup("sheetPr", element_markup("tabColor", rgb=_TAB), fit),
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
    """Texts are written as texts: none of them is a formula or a number."""
    line = []
    for column, (text, style) in enumerate(cells, 1):
        said = element_markup("is", text_markup("t", escape_text(text)))
        line.append(
            element_markup("c", said, r=cell_reference(row, column), s=style, t="inlineStr")
        )
    return element_markup("row", *line, r=row, ht=height, customHeight=1)


def _height(texts: Iterable[str]) -> int:
    """Of a row of the list, in points: programs do not all look how much room a text needs."""
    lines = (
        -(-cell_len(text) // (width - 1)) for text, (_, width) in zip(texts, _HEADS, strict=True)
    )
    return min(max(1, *lines) * _LINE + _MARGIN, _HIGHEST)


def _texts(found: ReportedFinding, lang: str) -> Sequence[str]:
    return (
        report_words.SEVERITY[found.severity].in_(lang),
        found.check.code,
        found.where.cell or found.where.label_text,
        found.message.in_(lang),
        printed(found, lang),
        expected(found, lang),
        "" if found.hint is None else found.hint.in_(lang),
        found.basis.in_(lang),
    )
