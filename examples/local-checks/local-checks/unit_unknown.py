"""实施单位不在名录

检查内容
    实施单位是否与本局下属单位名录中的全称一致。
为什么
    汇总时按单位全称归集，简称会漏掉。
依据
    本单位的名录（示例，请换成自己的）。
不通过示例
    实施单位 绿化所
通过示例
    实施单位 临江区绿化管理所
怎么改
    改用名录中的全称。

What it checks
    Whether the implementing unit is written as in the bureau's list of units.
Why
    Results are gathered by full name; a short form is lost.
Basis
    The bureau's own list (an example: put yours here).
Fails
    实施单位 绿化所
Passes
    实施单位 临江区绿化管理所
How to fix
    Use the full name from the list.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.sheet import Sheet

UNITS = ("临江区绿化管理所", "临江区公园管理中心")


@check(
    "LC001",
    "unit-unknown",
    title="Implementing unit is not on the list",
    severity="error",
    basis=Text("本局单位名录（示例）", "the bureau's list of units (example)"),
    needs="~unit",
)
def unit_unknown(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if sheet.unit.text not in UNITS:
        yield finding(
            sheet.unit,
            Text("实施单位 {name} 不在名录中", "the unit {name} is not on the list").fill(
                name=sheet.unit.text
            ),
            expected=UNITS,
        )
