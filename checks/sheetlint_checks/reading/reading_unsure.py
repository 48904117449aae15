"""读取存疑

检查内容
    表格里有没有只能靠猜才能读出来的地方：文字次序打乱、数字缺失、乱码、对不上列的行。
    有疑问的行逐一列出，用到它们的检查跳过，不作猜测。整张表都不可信的（数字全部丢失、次序打乱），报错误，不再检查。
为什么
    猜出来的数字会把对的表说成错的，或者把错的表放过去。
依据
    本工具的读取结果。
不通过示例
    从 PDF 复制的文字，“20 20 10 100.00% 10”连成一串，分不清各列
通过示例
    有表格线、每个数字各占一格的表
怎么改
    核对列出的行；有原始 Excel、WPS 或 Word 文件的，用原始文件检查。

What it checks
    Whether some place could be read only by guessing: scrambled text, lost digits, mojibake, a row
    that fits no column.  Such rows are named, and the checks that need them are skipped.  A sheet in
    which nothing can be trusted is an error, and nothing else in it is checked.
Why
    A guessed figure accuses a right sheet or lets a wrong one pass.
Basis
    What this tool could read.
Fails
    text copied from a PDF in which the figures of several columns run together
Passes
    a table with one figure in each cell
How to fix
    Look at the rows named; check the original workbook or document where there is one.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import ERROR, Finding, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import TOOL

_MESSAGE = Text("读取存疑：{doubt}", "reading is unsure: {doubt}")
_NOTHING = Text(
    "读取存疑：{doubt}，这张表一项也没有检查",
    "reading is unsure: {doubt}; nothing in this sheet was checked",
)
_NOTHING_HINT = Text(
    "换成原始的 Excel、WPS 或 Word 文件再检查一次", "check the original file instead"
)
_HINT = Text(
    "人工核对这一处；有原始电子表格的，用原始文件再检查一次",
    "look at this place; check the original file where there is one",
)


@check(
    "RD003",
    "reading-unsure",
    title="Reading is unsure",
    severity="warning",
    basis=TOOL,
    needs="reading",
)
def reading_unsure(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if sheet.unreliable_reason is not None:
        # Nothing was checked: that must not look like a sheet in which nothing is wrong.
        message = _NOTHING.fill(doubt=sheet.unreliable_reason)
        yield finding(sheet.title, message, severity=ERROR, hint=_NOTHING_HINT)
        return
    for doubt in sheet.doubts:
        yield finding(
            doubt.at, _MESSAGE.fill(doubt=doubt.text), hint=_HINT, absorbs=("UN004", "UN008")
        )
