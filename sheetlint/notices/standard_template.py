"""The template that comes with the tool, built in code: a letter in the style of Chinese offices.

GB/T 9704: A4 with margins of 37, 35, 28 and 26 mm, the title in 小标宋 of size 2, the text in 仿宋 of
size 3 at 28 points a line, headings in 黑体 and 楷体.  Where a font is not installed, the font table
names another one.
"""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING, Any, NamedTuple

from sheetlint.messages import ZH
from sheetlint.messages import notices as messages
from sheetlint.messages.text import Text
from sheetlint.notices.fields import (
    BLOCK_ENDS,
    IF_RETURNED,
    IF_SHEETS,
    IF_UNREADABLE,
    PROBLEMS,
    RETURNED,
    UNREADABLE,
)
from sheetlint.office.packages import open_package, repack
from sheetlint.system.extras import requires_extra

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_TITLE, _BODY, _HEAD, _SUBHEAD = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
_FALLBACKS = {_TITLE: "宋体", _BODY: "仿宋", _HEAD: "SimHei", _SUBHEAD: "楷体"}
_LATIN = "Times New Roman"
_SIZE_2, _SIZE_3, _SIZE_5 = 22, 16, 10.5
_LINE = 28
_CELL_LINE = 16
_RED = "C00000"
_WIDTHS = (12, 43, 36, 13, 15, 13, 12, 12)
"""Millimetres; of the 156 between the margins."""
_LEFT = (1, 2)
"""Columns of text, which are not centred."""
_CREATED = datetime.datetime(2000, 1, 1)


class _Style(NamedTuple):
    """The format of a paragraph; sizes and line heights in points."""

    font: str = _BODY
    size: float = _SIZE_3
    align: str = "both"
    indent: int = 0
    """Characters before the first line."""
    right: int = 0
    """Characters after every line."""
    bold: bool = False
    red: bool = False
    keep: bool = False
    """On one page with what follows."""
    line: float = _LINE


_TEXT = _Style(indent=2)


def build_standard_template(lang: str) -> bytes:
    """The bytes of the template as .docx, the same on every call."""
    with requires_extra("office"):
        from docx import Document
    document = Document()
    _page(document)
    _letter(document, lang)
    core = document.core_properties
    core.title, core.author, core.comments = messages.TITLE.in_(lang), "sheetlint", ""
    core.created = core.modified = _CREATED
    stream = io.BytesIO()
    document.save(stream)
    package = open_package(stream.getvalue())
    return repack(package, {"word/fontTable.xml": _font_table()})


def _page(document: Document) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Mm

    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(28)
    normal = document.styles["Normal"]
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _BODY)
    number = _write(section.footer.paragraphs[0], "— ", _Style("宋体", 14, "center", line=16))
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        run = number.add_run()
        _font(run._r, _Style("宋体", 14))
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        _append(run._r, mark)
    _font(number.add_run(" —")._r, _Style("宋体", 14))


def _letter(document: Document, lang: str) -> None:
    def add(text: Text | str, style: _Style = _TEXT) -> Paragraph:
        content = text if isinstance(text, str) else text.in_(lang)
        return _write(document.add_paragraph(), content, style)

    def mark(text: Text) -> None:
        add(f"{{{{{text.in_(lang)}}}}}")

    bureau = "{{发文单位}}" if lang == ZH else "{{bureau}}"
    day = "{{日期}}" if lang == ZH else "{{date}}"
    add(bureau, _Style(_TITLE, 30, "center", red=True, line=44))
    _ruled(add("{{文号}}" if lang == ZH else "{{number}}", _Style(align="center")))
    add("", _Style())
    add(messages.TITLE, _Style(_TITLE, _SIZE_2, "center", line=34))
    add("", _Style())
    add(messages.ADDRESSED, _Style())
    add(messages.OPENING)
    heading = _Style(_HEAD, indent=2, keep=True)
    mark(IF_SHEETS)
    add(messages.RESULTS, heading)
    _table(document, lang)
    mark(BLOCK_ENDS[IF_SHEETS])
    mark(IF_RETURNED)
    add(messages.PROBLEMS, heading)
    mark(RETURNED)
    add(messages.PROJECT, _Style(_SUBHEAD, indent=2, keep=True))
    add(messages.FILE, _Style(indent=2, keep=True))
    mark(PROBLEMS)
    add(messages.PROBLEM)
    mark(BLOCK_ENDS[PROBLEMS])
    mark(BLOCK_ENDS[RETURNED])
    mark(BLOCK_ENDS[IF_RETURNED])
    mark(IF_UNREADABLE)
    add(messages.UNREADABLE, heading)
    mark(UNREADABLE)
    add(messages.UNREADABLE_FILE)
    mark(BLOCK_ENDS[UNREADABLE])
    mark(BLOCK_ENDS[IF_UNREADABLE])
    add(messages.AGAIN, heading)
    add(messages.CLOSING)
    add(messages.CONTACT_LINE)
    add("", _Style(keep=True))
    add(bureau, _Style(align="right", right=4, keep=True))
    add(day, _Style(align="right", right=4))


def _table(document: Document, lang: str) -> None:
    from docx.enum.table import WD_TABLE_ALIGNMENT
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table: Table = document.add_table(2, len(_WIDTHS), "Table Grid")
    table.alignment, table.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = Mm(width)
    for row, texts, font in (
        (table.rows[0], messages.COLUMNS, _HEAD),
        (table.rows[1], messages.CELLS, _BODY),
    ):
        _append(row._tr.get_or_add_trPr(), OxmlElement("w:cantSplit"))
        for index, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            align = "left" if index in _LEFT and font == _BODY else "center"
            _cell(cell, text.in_(lang), _Style(font, _SIZE_5, align, line=_CELL_LINE))
            cell.width = Mm(_WIDTHS[index])
    _append(table.rows[0]._tr.get_or_add_trPr(), OxmlElement("w:tblHeader"))


def _cell(cell: _Cell, text: str, style: _Style) -> None:
    from docx.enum.table import WD_ALIGN_VERTICAL

    cell.vertical_alignment = WD_ALIGN_VERTICAL.CENTER
    _write(cell.paragraphs[0], text, style)


def _write(paragraph: Paragraph, text: str, style: _Style) -> Paragraph:
    from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
    from docx.shared import Pt

    aligned = {
        "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
        "center": WD_ALIGN_PARAGRAPH.CENTER,
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "right": WD_ALIGN_PARAGRAPH.RIGHT,
    }
    setting = paragraph.paragraph_format
    setting.alignment = aligned[style.align]
    setting.line_spacing_rule, setting.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(style.line)
    setting.space_before = setting.space_after = Pt(0)
    setting.keep_with_next = style.keep or None
    if style.indent:
        setting.first_line_indent = Pt(style.indent * style.size)
    if style.right:
        setting.right_indent = Pt(style.right * style.size)
    _font(paragraph.add_run(text)._r, style)
    return paragraph


def _font(run: BaseOxmlElement, style: _Style) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor
    from docx.text.run import Run

    font = Run(run, None).font  # type: ignore[arg-type]
    font.name, font.size = _LATIN, Pt(style.size)
    if style.red:
        font.color.rgb = RGBColor.from_string(_RED)
    run.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), style.font)  # type: ignore[attr-defined]


def _ruled(paragraph: Paragraph) -> None:
    """The red line below the head."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    borders, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "12"), ("space", "4"), ("color", _RED)):
        line.set(qn(f"w:{key}"), value)
    borders.append(line)
    properties: Any = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        borders, "w:shd", "w:tabs", "w:snapToGrid", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def _append(parent: Any, child: Any) -> None:
    """python-docx has no types for elements that it does not know itself."""
    parent.append(child)


def _font_table() -> bytes:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in _FALLBACKS.items()
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<w:fonts xmlns:w="{space}">{fonts}</w:fonts>'.encode()
