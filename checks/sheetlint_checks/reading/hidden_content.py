"""隐藏内容

检查内容
    隐藏的行、列里有没有计入自评表的数字，隐藏的工作表里有没有另一张自评表。筛选掉的行、折叠的
    分组、高或宽为 0 的行列、Word 里整行都是隐藏文字的行，也是隐藏的。
为什么
    看表的人看不到隐藏的内容，合计却把它算在内；隐藏的另一张表可能是旧稿。
依据
    本工具的读取结果。
不通过示例
    第 15 行被隐藏，里面有分值 10、得分 10 的指标
通过示例
    没有隐藏的行、列和工作表，或者其中没有自评数据
怎么改
    取消隐藏；不需要的行、列或工作表，删去后重新汇总。

What it checks
    Whether hidden rows or columns hold figures of the sheet, and hidden worksheets another sheet.
    Rows that a filter leaves out, folded groups, rows and columns without height or width, and
    rows of hidden text in Word are hidden too.
Why
    A reader does not see what is hidden, yet the totals count it; a hidden sheet may be a draft.
Basis
    What this tool could read.
Fails
    row 15 is hidden and holds an indicator with weight 10 and score 10
Passes
    nothing is hidden, or nothing of the evaluation
How to fix
    Show it again; delete what is not needed and add up anew.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.rules.check import EACH_FILE, FileReading, Finding, check, finding
from sheetlint_checks.basis import TOOL

_MESSAGE = Text("有隐藏内容：{what}", "hidden content: {what}")
_HINT = Text("取消隐藏；不需要的，删去后重新汇总", "show it again, or delete it and add up anew")


@check(
    "RD006",
    "hidden-content",
    title="Hidden content",
    severity="warning",
    basis=TOOL,
    each=EACH_FILE,
)
def hidden_content(reading: FileReading) -> Iterator[Finding]:
    for remark in reading.hidden:
        yield finding(remark.at, _MESSAGE.fill(what=remark.text), hint=_HINT)
