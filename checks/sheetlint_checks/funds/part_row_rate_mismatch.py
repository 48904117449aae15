"""分项执行率错误

检查内容
    其中各项印有执行率的，是否等于该项的 全年执行数 ÷ 全年预算数。判断的办法与总额一行
    （FD002）相同；预算为 0 的项不查。
为什么
    分项的执行率不计分，但写错了会让人误判哪一项资金没有用出去。
依据
    财预〔2020〕10号 附1 表样（执行率 = 全年执行数 ÷ 全年预算数）。
不通过示例
    其他资金 全年预算数 1.8，全年执行数 1.8，执行率 0
通过示例
    其他资金 全年预算数 1.8，全年执行数 1.8，执行率 100
怎么改
    按公式重算该项的执行率，或改为“—”。

What it checks
    A rate printed in a part row against that part's executed ÷ budget, judged as FD002 judges the
    total row.  Parts without a budget are left alone.
Why
    It earns no points, but a wrong one misleads about which money was not spent.
Basis
    MOF Caiyu [2020] No. 10, form 1.
Fails
    other funds: budget 1.8, executed 1.8, rate 0
Passes
    other funds: budget 1.8, executed 1.8, rate 100
How to fix
    Calculate the part's rate again, or print a dash.
"""

from collections.abc import Iterator

from sheetlint.profiles import Profile
from sheetlint.rules.check import ERROR, WARNING, Finding, check
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import FORM_1
from sheetlint_checks.funds.rate_judgement import rate_finding


@check(
    "FD011",
    "part-row-rate-mismatch",
    title="The rate of a part is miscalculated",
    severity="warning",
    fix="safe",
    basis=FORM_1,
    parameters="funds.rate_decimals funds.rate_rounding_ok score.ulp_max score.abs_tol",
)
def part_row_rate_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    for row in sheet.fund_parts:
        if row.rate.known and row.budget.known and row.executed.known:
            found = rate_finding(row, sheet, profile)
            if found is not None:
                # A part earns no points: nothing about it weighs more than a warning.
                yield found._replace(severity=WARNING) if found.severity == ERROR else found
