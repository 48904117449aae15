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

from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import FORM_1
from sheetlint_checks.funds.rate_judgement import rate_finding


@check(
    "FD002",
    "rate-mismatch",
    title="Execution rate is miscalculated",
    severity="error",
    fix="safe",
    basis=FORM_1,
    needs="funds.total.budget funds.total.executed funds.total.rate",
    parameters="funds.rate_decimals funds.rate_rounding_ok score.ulp_max score.abs_tol",
)
def rate_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    total = sheet.sure_fund_total
    found = rate_finding(total, sheet, profile)
    if found is not None:
        yield found
