"""执行率计算错误

检查内容
    年度资金总额一行：表上的执行率是否等于 全年执行数 ÷ 全年预算数。
    按表上写出的位数四舍五入后相符即为正确；金额以万元表示时，每个金额按其末位的
    四舍五入区间计算，区间内的执行率都算正确。
为什么
    执行率是预算执行得分的依据，差一位就差零点几分。
依据
    财预〔2020〕10号 第十一条、附1 表样（执行率 = 全年执行数 ÷ 全年预算数）。
不通过示例
    全年预算数 4753.66，全年执行数 3824.26，执行率 100%（应为 80.45%）
通过示例
    全年预算数 57607470，全年执行数 56961217，执行率 98.88%
怎么改
    按公式重算执行率；如果执行率没有错，核对两个金额。

What it checks
    In the row 年度资金总额: the printed execution rate against executed ÷ budget.  A rate that is
    right after rounding to its printed digits passes; amounts in 万元 count as intervals.
Why
    The budget score is calculated from the rate.
Basis
    MOF Caiyu [2020] No. 10, article 11 and form 1.
Fails
    budget 4753.66, executed 3824.26, rate 100% (should be 80.45%)
Passes
    budget 57607470, executed 56961217, rate 98.88%
How to fix
    Calculate the rate again; if it is right, look at the two amounts.
"""

from collections.abc import Iterator
from fractions import Fraction

from sheetlint.check import ERROR, INFO, WARNING, Finding, Fix, check, finding
from sheetlint.model import Sheet, Text
from sheetlint.numbers.rounding import (
    COARSE,
    COARSE_OTHER,
    NEAR,
    STYLE,
    Interval,
    judge,
    shown,
    spread,
)
from sheetlint.profiles import Profile
from sheetlint_checks.basis import FORM_1
from sheetlint_checks.funds.execution import division, rate_of, rates_of

_SEVERITY = {STYLE: INFO, COARSE: INFO, COARSE_OTHER: WARNING, NEAR: WARNING}
_SAY = {
    STYLE: Text(
        "执行率 {printed} 不是四舍五入的结果，四舍五入应为 {right}",
        "rate {printed} is not rounded half-up, which gives {right}",
    ),
    COARSE: Text(
        "执行率 {printed} 只写到整数或一位小数，写两位应为 {right}",
        "rate {printed} is printed coarsely; with two decimals it is {right}",
    ),
    NEAR: Text(
        "执行率 {printed} 有细小差异，应为 {right}",
        "rate {printed} differs slightly, it should be {right}",
    ),
}
_SAY[COARSE_OTHER] = _SAY[COARSE]
_WRONG = Text("执行率 {printed} 计算有误，应为 {right}", "rate {printed} is wrong: {right}")
_HINT = Text(
    "把执行率改为 {right}；如果执行率没有错，核对全年预算数和全年执行数",
    "set the rate to {right}; if it is right, look at the two amounts",
)


@check(
    "FD002",
    "rate-mismatch",
    title="Execution rate is miscalculated",
    severity="error",
    basis=FORM_1,
    needs="funds.total.budget funds.total.executed funds.total.rate",
    parameters="funds.rate_rounding_ok score.ulp_max score.abs_tol",
)
def rate_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    total = sheet.fund_total
    assert total is not None
    assert total.rate.number is not None
    right, possible = rate_of(total), rates_of(total, sheet)
    fine = total.rate.ulp.scaleb(2) <= profile.number("score.ulp_max")
    if right is None or (fine and _meets(spread(total.rate.number, total.rate.ulp), possible)):
        return
    ends = [end for rates in possible for end in rates]
    judgement = judge(
        total.rate.number.scaleb(2),
        total.rate.ulp.scaleb(2),
        [Fraction(100) * rate for rate in (right, *ends)],
        ulp_max=profile.number("score.ulp_max"),
        abs_tol=profile.number("score.abs_tol"),
        modes_right=profile.texts("funds.rate_rounding_ok"),
    )
    if judgement.right:
        return
    text = f"{shown(right * 100)}%"
    yield finding(
        total.rate,
        _SAY.get(judgement.kind, _WRONG).fill(printed=total.rate.raw, right=text),
        expected=(text,),
        formula=division(total),
        severity=_SEVERITY.get(judgement.kind, ERROR),
        hint=_HINT.fill(right=text),
        fixes=(Fix(total.rate.path, text),),
    )


def _meets(printed: Interval, possible: tuple[Interval, ...]) -> bool:
    """Some rate that the amounts allow prints, rounded half-up, as the one on the sheet."""
    return any(rates.low < printed.high and rates.high >= printed.low for rates in possible)
