"""百分比写法不一

检查内容
    年度资金总额一行的执行率是否写成百分数。写成小数（0.958）、1，或不带百分号而表头也没有
    “%”的（98.88），只作提示；当地表样不写百分号的不提示。
为什么
    0.958、95.8 和 95.8% 混着用，汇总时会差一百倍。
依据
    建议：表样中的执行率是百分数。
不通过示例
    执行率 0.958
通过示例
    执行率 95.86%
怎么改
    改为带百分号的写法。

What it checks
    Is the rate of the total row printed as a percentage?  A fraction (0.958), a 1, or a figure
    without a percent sign below a heading without one is a hint; silent where the place's form
    prints no sign.
Why
    0.958, 95.8 and 95.8 % mixed are a hundred times apart.
Basis
    Advice: the form's rate is a percentage.
Fails
    rate 0.958
Passes
    rate 95.86%
How to fix
    Print it with a percent sign.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.numbers.parse import format_percent, parse_number
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE

_MESSAGE = Text(
    "执行率写成“{printed}”，不带百分号，按 {right} 读取",
    "the rate is printed as {printed} without a percent sign; it was read as {right}",
)
_HINT = Text("改为 {right}", "print {right}")
_RATE = "执行"


@check(
    "UN005",
    "percent-format",
    title="The rate is not printed as a percentage",
    severity="info",
    basis=ADVICE,
    needs="funds.total.rate",
    parameters="funds.rate_percent_sign",
)
def percent_format(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    total = sheet.sure_fund_total
    rate = total.rate
    if rate.percent or not profile.flag("funds.rate_percent_sign"):
        return
    headed = any(_RATE in head and "%" in head for head in sheet.headings)
    in_points = rate.ulp.scaleb(2) <= 1 and rate.sure.scaleb(2) == _printed_number(rate.raw)
    if headed and in_points:
        return
    right = format_percent(rate.sure.normalize())
    message = _MESSAGE.fill(printed=rate.raw, right=right)
    yield finding(rate, message, expected=(right,), hint=_HINT.fill(right=right))


def _printed_number(raw: str) -> object:
    """The figure as it stands, whatever it means."""
    number = parse_number(raw)
    return None if number is None else number.value
