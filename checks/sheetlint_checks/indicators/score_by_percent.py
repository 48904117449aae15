"""按完成值百分比计分

检查内容
    得分不对的百分比指标，是否恰好等于 分值 × 完成值，而没有除以指标值。这是对
    ID001、ID006 等所指错误的解释，不另算一个错误。
为什么
    指标值 98%、完成值 98% 就是完成，应记满分；乘以 98% 会让完成了的也扣分。
依据
    财预〔2020〕10号 第十六条：按完成值与指标值的比例记分。
不通过示例
    指标值 98%，完成值 98%，分值 20，得分 19.6（应为 20）
通过示例
    指标值 98%，完成值 98%，分值 20，得分 20
怎么改
    得分 = 分值 × 完成值 ÷ 指标值，完成的记满分。

What it checks
    Is the wrong score of a percentage exactly weight × actual value, without the division by the
    target?  It explains what ID001, ID006 and others found, and is no error of its own.
Why
    98% of a target of 98% is all of it; multiplying by 98% takes points off what was done.
Basis
    MOF Caiyu [2020] No. 10, article 16: scores are proportions of the target.
Fails
    target 98%, actual 98%, weight 20, score 19.6 (should be 20)
Passes
    target 98%, actual 98%, weight 20, score 20
How to fix
    Score = weight × actual ÷ target, and the whole weight where the target is met.
"""

from sheetlint.rules.check import EACH_INDICATOR, check
from sheetlint_checks.basis import ART_16
from sheetlint_checks.scoring import ROW_PARAMETERS, score_findings

score_by_percent = check(
    "ID022",
    "score-by-percent",
    title="Scored by the percentage itself",
    severity="info",
    basis=ART_16,
    each=EACH_INDICATOR,
    needs="~target ~actual weight score",
    parameters=f"{ROW_PARAMETERS} score.quantitative score.satisfaction score.reverse",
    module=__name__,
)(score_findings)
