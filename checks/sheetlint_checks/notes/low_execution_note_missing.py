"""执行率低未说明

检查内容
    执行率低于规定的界限（一般为 80%，有的地方为 90%）时，资金栏、说明栏、实际完成情况或表下的
    栏目里有没有写资金没有用完的原因。写了的不报；报了这一项，就不再报“预算执行扣分未说明”。
为什么
    执行率低是最该说清楚的一件事：是节约了、没做完，还是钱拨晚了，结论完全不同。
依据
    财预〔2020〕10号 第二十六条（预算执行率偏低、自评结果较差的项目，要单独说明原因）。
    “偏低”的界限没有统一规定，以所用口径为准。
不通过示例
    执行率 45.17%，全表没有说明
通过示例
    执行率 45.17%，实际完成情况写“因招标推迟，合同款下年支付”
怎么改
    在资金栏的说明格、实际完成情况或表下补写执行率低的原因和整改措施。

What it checks
    Where the execution rate is below the bound (80 % as a rule, 90 % in some places): does a note, the
    results or a text below the table say why the money was not spent?  It takes the place of NT014.
Why
    Saved, not done, or paid too late are very different stories.
Basis
    MOF Caiyu [2020] No. 10, article 26: low execution and poor results are explained.  The bound is the profile's.
Fails
    rate 45.17 %, no text
Passes
    rate 45.17 %, with “因招标推迟，合同款下年支付” in the results
How to fix
    Say why, beside the funds, in the results or below the table.
"""

from collections.abc import Iterator
from fractions import Fraction

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.numbers.rounding import format_rounded
from sheetlint.sheet.sheet import FundRow, Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.basis import ART_26
from sheetlint_checks.notes.note_content import is_unspent_explained, low_execution_rate

_MESSAGE = Text(
    "执行率 {rate}%，低于 {bound}%，全表没有说明原因",
    "the execution rate is {rate}%, below {bound}%, and nothing says why",
)
_HINT = Text(
    "在实际完成情况或说明里写明执行率低的原因和整改措施",
    "say in the results or the notes why the rate is low and what will be done",
)


@check(
    "NT005",
    "low-execution-note-missing",
    title="A low execution rate is not explained",
    severity="warning",
    basis=ART_26,
    parameters="notes.low_execution_rate",
)
def low_execution_note_missing(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    rate = low_execution_rate(sheet, profile)
    total = sheet.fund_total
    if rate is None or total is None or is_unspent_explained(sheet):
        return
    bound = Fraction(profile.number("notes.low_execution_rate")) * 100
    numbers = {"rate": format_rounded(rate * 100), "bound": format_rounded(bound, 0)}
    yield finding(
        _rate_cell(total),
        _MESSAGE.fill(**numbers),
        formula=f"{numbers['rate']}% < {numbers['bound']}%",
        hint=_HINT,
    )


def _rate_cell(total: FundRow) -> Value:
    return total.rate if total.rate.filled else total.executed
