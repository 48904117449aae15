"""Workbooks with everything in them that must survive being annotated."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import xlsxwriter
from openpyxl.chart import BarChart
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation

from sheetlint.intake.source import Source
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from sheetlint.run.results import FileReport
from tests.text_forms import draw
from tests.writing.workbooks import as_xlsx

_MACROS = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_PLAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

SPOILED = {"funds.total.rate": "97.88%", "indicators.2.note": "无", "total.score": "99.92"}


def checked(folder: Path, data: bytes, plan: Plan, name: str = "自评表.xlsx") -> FileReport:
    path = folder / name
    path.write_bytes(data)
    return check_source(Source(str(path)), plan._replace(keep_content=True))


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(content: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in content.items():
            package.writestr(name, data)
    return out.getvalue()


def rewritten(data: bytes, *changes: tuple[str, Callable[[bytes], bytes]]) -> bytes:
    """The package with some parts made into others."""
    content = parts(data)
    for name, change in changes:
        content[name] = change(content[name])
    return packed(content)


def plain(edits: Mapping[str, str] | None = None) -> bytes:
    return as_xlsx(draw({}, SPOILED if edits is None else edits))


def rich() -> bytes:
    """A spoiled sheet in a workbook as people make them over the years, with macros."""
    book = openpyxl.load_workbook(io.BytesIO(plain()))
    page = book.worksheets[0]
    thin = Side(style="thin")
    for row in page.iter_rows():
        for cell in row:
            cell.border = Border(thin, thin, thin, thin)
    page["A1"].comment = Comment("领导：尽快报", "张三")
    page["G6"].comment = Comment("这个数问过财务", "李四")
    page["A3"].fill = PatternFill("solid", fgColor="FF00B050")
    validation = DataValidation(type="list", formula1='"是,否"')
    validation.add("K1")
    page.add_data_validation(validation)
    page.conditional_formatting.add("H1:H40", CellIsRule(operator="lessThan", formula=["1"]))
    page.print_area = "A1:I30"
    page.print_title_rows = "1:2"
    page.page_setup.orientation = "landscape"
    page.protection.sheet = True
    page.freeze_panes = "A3"
    page.oddFooter.center.text = "第 &P 页"
    page["L2"] = "=SUM(G6:G6)"
    other = book.create_sheet("说明")
    other["A1"] = "填报说明"
    other["B2"].comment = Comment("另一张表上的批注", "王五")
    other.print_area = "A1:B2"
    hidden = book.create_sheet("底稿")
    hidden.sheet_state = "hidden"
    book.create_chartsheet("图").add_chart(BarChart())
    book.defined_names["税率"] = DefinedName("税率", attr_text="说明!$A$1")
    book.active = 1
    stream = io.BytesIO()
    book.save(stream)
    content = parts(stream.getvalue())
    types = content["[Content_Types].xml"].replace(_PLAIN.encode(), _MACROS.encode())
    content["[Content_Types].xml"] = types.replace(
        b"</Types>",
        b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
    )
    content["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0" + bytes(508)
    content["customXml/item1.xml"] = b"<note>own</note>"
    content["xl/calcChain.xml"] = (
        b'<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<c r="L2" i="1"/></calcChain>'
    )
    return packed(content)


def written_by_xlsxwriter() -> bytes:
    """Titles of the sheets in the properties, a picture, a note and rows without heights."""
    source = openpyxl.load_workbook(io.BytesIO(plain()))
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    for page in source.worksheets:
        copy = book.add_worksheet(page.title)
        for merged in page.merged_cells.ranges:
            copy.merge_range(merged.coord, "")
        for row in page.iter_rows():
            for cell in row:
                if cell.value is not None:
                    look = book.add_format({"num_format": cell.number_format})
                    where = (cell.row - 1, cell.column - 1)
                    if isinstance(cell.value, str):
                        copy.write_string(*where, cell.value, look)
                    else:
                        copy.write(*where, cell.value, look)
        copy.write_comment("A2", "原有的批注", {"author": "张三"})
        copy.insert_image("K2", "dot.png", {"image_data": io.BytesIO(DOT)})
        copy.insert_checkbox(40, 1, True)
        copy.print_area("A1:I30")
    second = book.add_worksheet("第二张")
    second.print_area("A1:B2")
    second.activate()
    book.define_name("税率", "=第二张!$A$1")
    book.close()
    return stream.getvalue()


DOT = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cfc0500f0004850180da63"
    "e1f80000000049454e44ae426082"
)
"""A picture of one point."""
