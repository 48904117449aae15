"""完成值带运算符

检查内容
    实际完成值带有“≥”“≤”“不少于”一类的运算符（与指标值一字不差的由 ID012 去说）。每张表提示一次；
    当地系统两列都带运算符的不报。
为什么
    “≥99%”不是一个完成值，只说明不低于 99%。
依据
    建议（按表内文字推断，没有条文直接规定）。
不通过示例
    完成值 >=99%
通过示例
    完成值 99%
怎么改
    填写实际完成的数，不带运算符。

What it checks
    An actual value with an operator (those that copy the target are ID012's).  Said once a sheet, and not
    where the system prints the sign in both columns.
Why
    ≥99 % is no value: it only says that it was not less.
Basis
    Advice: follows from the sheet's own words.
Fails
    actual >=99%
Passes
    actual 99%
How to fix
    Enter the figure without a sign.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.numbers.measure import EQ, parse_measure
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.indicators.actual_operators import is_operator_ignored

_MESSAGE = Text(
    "{count} 个指标的完成值带有运算符，例如“{name}”{printed}",
    "{count} actual values have an operator, such as “{name}” {printed}",
)
_HINT = Text("填写实际完成的数，不带运算符", "enter the figure without a sign")


@check(
    "ID013",
    "operator-in-actual",
    title="An actual value has an operator",
    severity="info",
    basis=ADVICE,
    needs="indicators columns.actual",
    parameters="score.operator_in_actual",
)
def operator_in_actual(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if is_operator_ignored(profile):
        return
    rows = [
        row
        for row in sheet.indicators
        if row.doubt is None
        and row.actual.text != row.target.text
        and parse_measure(row.actual.text).operator not in ("", EQ)
    ]
    if rows:
        first = rows[0]
        message = _MESSAGE.fill(count=len(rows), name=first.level3.text, printed=first.actual.raw)
        yield finding(first.actual, message, hint=_HINT)
