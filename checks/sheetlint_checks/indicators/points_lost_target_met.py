"""达标却扣分

检查内容
    定量指标的完成值达到了指标值，得分却低于分值。完成值超过指标值较多的不在此列：
    那是可以按偏离度扣分的。
为什么
    完成指标值的应记满分；扣了分而完成值又达标，两者必有一处不真实。
依据
    财预〔2020〕10号 第十六条：完成指标值的，记该指标所赋全部分值。
不通过示例
    指标值 ≥100%，完成值 100%，分值 10，得分 7
通过示例
    指标值 ≥100%，完成值 100%，分值 10，得分 10
怎么改
    把得分改为满分；确有扣分理由的，如实填写完成值并在说明栏写明原因。

What it checks
    The actual value of a quantitative indicator meets the target, and the score is below the
    weight.  Targets exceeded by far are left alone: those may cost points.
Why
    A target that is met earns all points; one of the figures cannot be true.
Basis
    MOF Caiyu [2020] No. 10, article 16: a target that is met earns the whole weight.
Fails
    target ≥100%, actual 100%, weight 10, score 7
Passes
    target ≥100%, actual 100%, weight 10, score 10
How to fix
    Set the score to the weight; or state the true actual value and the reason.
"""

from sheetlint.rules.check import EACH_INDICATOR, check
from sheetlint_checks.basis import ART_16
from sheetlint_checks.scoring import ROW_PARAMETERS, score_findings

points_lost_target_met = check(
    "ID006",
    "points-lost-target-met",
    title="Points lost although the target was met",
    severity="warning",
    fix="unsafe",
    basis=ART_16,
    each=EACH_INDICATOR,
    needs="~target ~actual weight score",
    parameters=f"{ROW_PARAMETERS} score.quantitative score.reverse score.satisfaction "
    "over_completion.flag_ratio",
    module=__name__,
)(score_findings)
