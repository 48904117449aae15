"""未找到自评表

检查内容
    文件打开了，里面有没有填写过的项目支出绩效自评表。只有空白表样的，说明是空白表。
为什么
    没有找到自评表的文件一项也没有检查过，不能当作通过。
依据
    本工具的读取结果。
不通过示例
    预算表；只有表样、没有填写的空白表；整页是图片的 PDF
通过示例
    含一张或几张填写过的自评表的文件
怎么改
    换成填写好的自评表；扫描件请换成原始的电子表格或文档。

What it checks
    Whether a file that opened holds a filled in self-evaluation sheet.  A file with nothing but
    the blank form is said to be blank.
Why
    A file without a sheet was not checked at all and must not count as passed.
Basis
    What this tool could read.
Fails
    a budget; the blank form; a PDF that is a photograph
Passes
    a file with one or several filled in sheets
How to fix
    Hand in the filled in sheet; instead of a scan, the original workbook or document.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.rules.check import EACH_FILE, FileReading, Finding, check
from sheetlint_checks.basis import TOOL

_BLANK = Text("空白表，没有填写", "a blank form, not filled in")
_BLANK_HINT = Text("填写后再检查", "fill it in and check it again")
_NONE = Text(
    "文件可以打开，但里面没有找到项目支出绩效自评表",
    "the file opens, but no self-evaluation sheet was found in it",
)
_NONE_HINT = Text(
    "确认选对了文件；扫描件或图片请换成原始的 Excel、WPS 或 Word 文件",
    "make sure it is the right file; instead of a scan or picture, take the original file",
)
_NOTE_HINT = Text(
    "请换成原始的 Excel、WPS 或 Word 文件，或有文字层、有表格框线的 PDF",
    "take the original Excel, WPS or Word file, or a PDF with a text layer and ruled tables",
)


@check(
    "RD002",
    "no-sheet-found",
    title="No self-evaluation sheet found",
    severity="error",
    basis=TOOL,
    each=EACH_FILE,
)
def no_sheet_found(reading: FileReading) -> Iterator[Finding]:
    if reading.unreadable is not None or reading.sheets:
        return
    if reading.empty_forms:
        yield Finding(reading.at, _BLANK, None, hint=_BLANK_HINT)
    elif reading.note is not None:
        yield Finding(reading.at, reading.note, None, hint=_NOTE_HINT)
    else:
        yield Finding(reading.at, _NONE, None, hint=_NONE_HINT)
