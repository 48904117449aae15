"""预算执行得分错误

检查内容
    年度资金总额一行的得分，是否等于按口径规定的办法由执行率算出的得分。一般为
    分值 × 执行率，最高不超过分值；用金额算出的执行率和表上写的执行率，两种都算对。
    四舍五入以外的取舍、只写到整数的，只作提醒；偏高的为错误，偏低的为警告。
为什么
    这一格加进总分，算错了总分就跟着错；多给分比少给分更要紧。
依据
    建议：财预〔2020〕10号没有规定怎样由执行率得出得分，按口径里的办法核对。
不通过示例
    分值 10，执行率 80.45%，得分 10
通过示例
    分值 10，执行率 98.88%，得分 9.89
怎么改
    按 分值 × 执行率 重算得分；当地按档计分的，选用当地的口径。

What it checks
    Whether the score of the row 年度资金总额 follows from the rate by the profile's method, usually
    weight × rate and at most the weight, from the exact rate or the printed one.  Other roundings
    and whole numbers are milder; too high is an error, too low a warning.
Why
    The score goes into the total; points too many weigh more than points too few.
Basis
    Advice: No. 10 does not say how a rate becomes a score; the profile's method is used.
Fails
    weight 10, rate 80.45%, score 10
Passes
    weight 10, rate 98.88%, score 9.89
How to fix
    Calculate weight × rate again; where the place scores in steps, choose its profile.
"""

from sheetlint.rules.check import check
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.scoring import BUDGET_PARAMETERS, budget_findings

budget_score_mismatch = check(
    "FD003",
    "budget-score-mismatch",
    title="Budget execution is scored wrongly",
    severity="error",
    fix="safe",
    basis=ADVICE,
    needs="funds.total.weight funds.total.score",
    parameters=BUDGET_PARAMETERS,
    module=__name__,
)(budget_findings)
