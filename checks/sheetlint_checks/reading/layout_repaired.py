"""版式已修复

检查内容
    读取时改正过的版式问题：错位的格子、被分页截断的名称、和得分粘在一起的说明等。
    写明是怎么读的、怎么改正的，供核对。
为什么
    改正过的地方参与了检查，读者应当知道检查的是什么。
依据
    本工具的读取结果。
不通过示例
    得分格里是“9 考核机制有待完善”，按得分 9、说明“考核机制有待完善”读取
通过示例
    各项内容都在自己的格子里
怎么改
    读得对就不用改；读错了，把原表的格子分开填写。

What it checks
    What was put right while reading: shifted cells, names broken over a page, a note glued to a
    score.  It says what was read and how.
Why
    The repaired places were checked, and the reader should know what was checked.
Basis
    What this tool could read.
Fails
    a score cell “9 考核机制有待完善”, read as the score 9 and a note
Passes
    everything stands in its own cell
How to fix
    Nothing, if it was read rightly; else give each item its own cell.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import TOOL

_MESSAGE = Text("版式已修复：{repair}", "layout repaired: {repair}")


@check(
    "RD005",
    "layout-repaired",
    title="Layout was repaired",
    severity="info",
    basis=TOOL,
    needs="reading",
)
def layout_repaired(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    for repair in sheet.repairs:
        yield finding(repair.at, _MESSAGE.fill(repair=repair.text))
