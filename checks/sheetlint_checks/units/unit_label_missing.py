"""未标金额单位

检查内容
    资金栏或表头有没有写明金额单位（元、万元等）。金额格里逐个写了单位的也可以。
为什么
    不知道是元还是万元，金额就差一万倍，也无法按单位核对。
依据
    建议：附1 表样在“项目资金”之后印有（万元）。
不通过示例
    项目资金
通过示例
    项目资金（万元）
怎么改
    在“项目资金”后面写明（元）或（万元）。

What it checks
    Whether the funds block or the head of the form names the money unit (元, 万元 …).  A unit in
    every amount's own cell will do.
Why
    元 or 万元 is a factor of ten thousand, and amounts cannot be verified without it.
Basis
    Advice: form 1 prints （万元） after 项目资金.
Fails
    项目资金
Passes
    项目资金（万元）
How to fix
    Write （元） or （万元） after 项目资金.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.units.magnitudes import amounts_of

_MESSAGE = Text(
    "资金栏没有写明金额单位，不知道是元还是万元",
    "the funds block does not say whether amounts are in 元 or 万元",
)
_HINT = Text("在“项目资金”后面写明（元）或（万元）", "write （元） or （万元） after 项目资金")


@check(
    "UN001",
    "unit-label-missing",
    title="The money unit is not named",
    severity="warning",
    basis=ADVICE,
)
def unit_label_missing(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if sheet.money_unit.filled:
        return
    amounts = [cell for row in sheet.funds for cell in amounts_of(row) if cell.number]
    # Without any amount there is nothing that needs a unit; with a unit each, nothing lacks one.
    if any(not cell.unit for cell in amounts):
        yield finding(sheet.money_unit, _MESSAGE, hint=_HINT)
