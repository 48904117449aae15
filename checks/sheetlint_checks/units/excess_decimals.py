"""小数位过多

检查内容
    资金栏的金额，以元填写的是否超过两位小数，以万元填写的是否超过六位小数：比一分钱还细。
为什么
    多出来的小数是公式算出来没有取位的，与账上的数对不上。
依据
    建议：金额以分为最小单位。
不通过示例
    （元）1200.005
通过示例
    （元）1200.01
怎么改
    四舍五入到分。

What it checks
    Amounts finer than a cent: more than two decimals in 元, more than six in 万元.
Why
    They come from a formula that was not rounded and agree with no account.
Basis
    Advice: a cent is the smallest amount.
Fails
    (元) 1200.005
Passes
    (元) 1200.01
How to fix
    Round to the cent.
"""

from collections.abc import Iterator
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.numbers.rounding import is_multiple
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.funds.column_sums import COLUMNS
from sheetlint_checks.money_units import TEN_THOUSAND_YUAN, THOUSAND_YUAN, YUAN, YUAN_PER_UNIT

_MESSAGE = Text("金额 {printed} {unit} 比一分钱还细", "{printed} {unit} is finer than a cent")
_HINT = Text("四舍五入到分", "round it to the cent")
_CENT = {
    unit: Decimal("0.01") / YUAN_PER_UNIT[unit] for unit in (YUAN, THOUSAND_YUAN, TEN_THOUSAND_YUAN)
}
"""One cent in each unit."""


@check(
    "UN007",
    "excess-decimals",
    title="An amount has too many decimals",
    severity="info",
    basis=ADVICE,
    needs="~money_unit",
)
def excess_decimals(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    cent = _CENT.get(sheet.money_unit.text)
    if cent is None:
        return
    for row in sheet.funds:
        for column in COLUMNS:
            cell = getattr(row, column)
            if cell.number is None or cell.unit or is_multiple(cell.number, cent):
                continue
            yield finding(
                cell, _MESSAGE.fill(printed=cell.raw, unit=sheet.money_unit.text), hint=_HINT
            )
            return
