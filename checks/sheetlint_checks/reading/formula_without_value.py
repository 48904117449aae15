"""公式未计算

检查内容
    单元格里是公式，而文件里没有保存公式的计算结果。
为什么
    这样的格子在别的程序里看着是空的，既不能当空格，也不能当数字，用到它的检查只能跳过。
    常见于由程序导出、从没有在 Excel 或 WPS 里打开保存过的文件。
依据
    本工具的读取结果。
不通过示例
    总分格是 =SUM(G12:G18)，文件里没有结果
通过示例
    同一公式，文件里存有结果 98.89
怎么改
    在 Excel 或 WPS 里打开文件，重新计算并保存。

What it checks
    Cells that hold a formula whose result the file does not hold.
Why
    Such a cell is neither empty nor a figure; the checks that need it can only be skipped.  Files
    written by a program and never saved in Excel or WPS look like this.
Basis
    What this tool could read.
Fails
    the total is =SUM(G12:G18) without a stored result
Passes
    the same formula with its stored result 98.89
How to fix
    Open the file in Excel or WPS, recalculate and save it.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import TOOL
from sheetlint_checks.enumeration import enumerate_places

_MESSAGE = Text(
    "公式没有计算结果，在 Excel 或 WPS 里打开、重新计算并保存",
    "a formula without a result: open the file in Excel or WPS, recalculate and save it",
)
_SEVERAL = Text(
    "{count} 个单元格的公式没有计算结果（{places}），在 Excel 或 WPS 里打开、重新计算并保存",
    "{count} formulas without a result ({places}): open the file in Excel or WPS, "
    "recalculate and save it",
)
_HINT = Text(
    "不要手工把结果抄进去：保存一次，所有公式就都有结果了",
    "do not type the results in: saving once gives all formulas their results",
)


@check(
    "RD004",
    "formula-without-value",
    title="Formula without a value",
    severity="warning",
    basis=TOOL,
    needs="reading",
)
def formula_without_value(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    # One cause however many cells: the file was never calculated.
    cells = sheet.uncomputed
    if not cells:
        return
    message = _MESSAGE
    if len(cells) > 1:
        message = _SEVERAL.fill(count=len(cells), places=enumerate_places(cells))
    yield finding(cells[0], message, hint=_HINT)
