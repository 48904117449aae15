"""The worksheet that lists what was found."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len

from sheetlint.handback.comments import expected, printed, shortened
from sheetlint.handback.shades import SHADES
from sheetlint.handback.xlsx.grid import reference
from sheetlint.handback.xlsx.vocabulary import Vocabulary
from sheetlint.handback.xlsx.workbook import Workbook
from sheetlint.locale import report as report_words
from sheetlint.locale import workbooks as words
from sheetlint.model import Text
from sheetlint.report.counting import verdict
from sheetlint.report.visible import visible
from sheetlint.results import FileReport, Reported

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

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


def worksheet(book: Workbook, file: FileReport, links: Sequence[str], lang: str) -> Element:
    """``links`` are the places of the file's findings in the workbook, empty for what has none."""
    v, styles = book.v, book.styles
    plain, linked = styles.text(), styles.text(colour=_LINK)
    rows = [
        _row(v, 1, [(verdict(file, lang), styles.text(bold=True, size=14, wrap=False))], 24),
        _row(v, 2, [(words.ABOUT.in_(lang), styles.text(wrap=False))], 18),
    ]
    if file.findings:
        head = styles.text(bold=True, fill=_GREY)
        rows.append(_row(v, _HEAD_ROW, [(text.in_(lang), head) for text, _ in _HEADS], 18))
    hyperlinks = v.new("hyperlinks")
    for at, (found, link) in enumerate(zip(file.findings, links, strict=True), 1):
        line = _HEAD_ROW + at
        marked = styles.text(fill=SHADES[found.severity])
        looks = [plain, marked, plain, linked if link else plain, *[plain] * 5]
        texts = [shortened(visible(text)) for text in (str(at), *_texts(found, lang))]
        rows.append(_row(v, line, list(zip(texts, looks, strict=True)), _height(texts)))
        if link:
            about = {"ref": reference(line, _LINK_COLUMN), "location": link}
            hyperlinks.append(v.new("hyperlink", **about, display=texts[3]))
    return _whole(v, rows, hyperlinks)


def _whole(v: Vocabulary, rows: Iterable[Element], hyperlinks: Element) -> Element:
    first = reference(_HEAD_ROW + 1, 1)
    pane = v.new(
        "pane", ySplit=_HEAD_ROW, topLeftCell=first, activePane="bottomLeft", state="frozen"
    )
    view = v.new("sheetView", pane, showGridLines=0, workbookViewId=0)
    columns = (
        v.new("col", min=at, max=at, width=width, customWidth=1)
        for at, (_, width) in enumerate(_HEADS, 1)
    )
    fit = v.new("pageSetUpPr", fitToPage=1)
    root = v.new(
        "worksheet",
        v.new("sheetPr", v.new("tabColor", rgb=_TAB), fit),
        v.new("sheetViews", view),
        v.new("sheetFormatPr", defaultRowHeight=15),
        v.new("cols", *columns),
        v.new("sheetData", *rows),
    )
    if len(hyperlinks):
        root.append(hyperlinks)
    sides = {"left": 0.4, "right": 0.4, "top": 0.6, "bottom": 0.6, "header": 0.3, "footer": 0.3}
    root.append(v.new("pageMargins", **sides))
    root.append(v.new("pageSetup", paperSize=9, orientation="landscape", fitToHeight=0))
    return root


def _row(v: Vocabulary, row: int, cells: Sequence[tuple[str, int]], height: int) -> Element:
    """Texts are written as texts: none of them is a formula or a number."""
    line = v.new("row", r=row, ht=height, customHeight=1)
    for column, (text, style) in enumerate(cells, 1):
        about = {"r": reference(row, column), "s": style, "t": "inlineStr"}
        line.append(v.new("c", v.new("is", v.text(text)), **about))
    return line


def _height(texts: Iterable[str]) -> int:
    """Of a row of the list, in points: programs do not all look how much room a text needs."""
    lines = (
        -(-cell_len(text) // (width - 1)) for text, (_, width) in zip(texts, _HEADS, strict=True)
    )
    return min(max(1, *lines) * _LINE + _MARGIN, _HIGHEST)


def _texts(found: Reported, lang: str) -> Sequence[str]:
    return (
        report_words.SEVERITY[found.severity].in_(lang),
        found.check.code,
        found.where.cell or found.where.words,
        found.message.in_(lang),
        printed(found, lang),
        expected(found, lang),
        "" if found.hint is None else found.hint.in_(lang),
        found.basis.in_(lang),
    )
