"""执行率与得分不一致

检查内容
    表上的执行率与两个金额算出的执行率不同时，预算执行得分至少应与其中一个相符。
    与一个相符的，只是执行率写错（FD002）；与两个都不相符的，在这里提出，FD003 不再重复。
    执行率与金额一致、只是得分不对的，由 FD003 检查。
为什么
    金额、执行率、得分三个数两两矛盾，至少有两个是错的，不能只改一处。
依据
    建议：财预〔2020〕10号没有规定怎样由执行率得出得分，按口径里的办法核对。
不通过示例
    金额算得 98.88%，执行率 99.97%，分值 20，得分 19（应为 19.78 或 19.99）
通过示例
    金额算得 99.97%，执行率 99.97%，分值 20，得分 19.99
怎么改
    先核对金额和执行率，再按 分值 × 执行率 重算得分。

What it checks
    Where the printed rate is not the one of the two amounts: the budget score must follow from one
    of them.  If it does, only the rate is wrong (FD002); if from neither, it is said here, and
    FD003 stays silent.  Where rate and amounts agree, FD003 speaks of the score.
Why
    Amounts, rate and score contradict each other in pairs: at least two of them are wrong.
Basis
    Advice: No. 10 does not say how a rate becomes a score; the profile's method is used.
Fails
    the amounts give 98.88%, rate 99.97%, weight 20, score 19 (19.78 or 19.99)
Passes
    the amounts give 99.97%, rate 99.97%, weight 20, score 19.99
How to fix
    Look at the amounts and the rate first, then calculate weight × rate again.
"""

from sheetlint.rules.check import check
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.scoring import BUDGET_PARAMETERS, budget_findings

rate_score_inconsistent = check(
    "FD010",
    "rate-score-inconsistent",
    title="Amounts, rate and score contradict each other",
    severity="error",
    fix="safe",
    basis=ADVICE,
    needs="funds.total.budget funds.total.executed funds.total.rate funds.total.weight "
    "funds.total.score",
    parameters=BUDGET_PARAMETERS,
    module=__name__,
)(budget_findings)
