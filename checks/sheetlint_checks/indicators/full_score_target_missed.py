"""未完成却得满分

检查内容
    定量指标的完成值没有达到指标值（反向指标则是超过了指标值），得分却等于分值，
    而所用口径的每一种算法都不给满分。如果按全表得分的最小档（都是整数则为 1 分）
    四舍五入恰好是满分，只作警告。
为什么
    未完成仍记满分，是自评得分虚高最常见的一种。
依据
    财预〔2020〕10号 第十六条：达到指标值的记满分，未完成的按比例记分。
不通过示例
    指标值 26次，完成值 12次，分值 5，得分 5（应为 2.31）
通过示例
    指标值 26次，完成值 26次，分值 5，得分 5
怎么改
    按比例改得分，并在说明栏写明未完成的原因和改进措施；如果完成值填错，改完成值。

What it checks
    The target of a quantitative indicator was missed and the score equals the weight, while
    no method of the profile gives full marks.  A warning only, where rounding to the sheet's
    own step of scores (1 where all are whole) gives the full weight.
Why
    Full marks for what was not reached is the commonest form of an inflated total.
Basis
    MOF Caiyu [2020] No. 10, article 16: all points for a target that is met, a proportion otherwise.
Fails
    target 26次, actual 12次, weight 5, score 5 (should be 2.31)
Passes
    target 26次, actual 26次, weight 5, score 5
How to fix
    Score in proportion and explain the shortfall; or correct the actual value.
"""

from sheetlint.rules.check import EACH_INDICATOR, check
from sheetlint_checks.basis import ART_16
from sheetlint_checks.scoring import ROW_PARAMETERS, score_findings

full_score_target_missed = check(
    "ID005",
    "full-score-target-missed",
    title="Full marks although the target was missed",
    severity="error",
    fix="unsafe",
    basis=ART_16,
    each=EACH_INDICATOR,
    needs="~target ~actual weight score",
    parameters=f"{ROW_PARAMETERS} score.quantitative score.satisfaction score.reverse",
    module=__name__,
)(score_findings)
