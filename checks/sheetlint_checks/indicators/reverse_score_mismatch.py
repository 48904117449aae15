"""反向指标得分错误

检查内容
    越小越好的定量指标（≤、＜，或名称表明越小越好）超过了指标值、又没有记满分的：
    得分是否等于所用口径认可的算法之一：分值 × 指标值 ÷ 完成值，
    或 分值 × (1 − 超过部分 ÷ 指标值)。得分偏高是错误，偏低是警告。
为什么
    反向指标常被当作正向指标计算，超支、超时反而不扣分。
依据
    财预〔2020〕10号 第十六条：未完成的按比例记分（反向指标的算式按所用口径）。
不通过示例
    指标值 ≤5300元，完成值 5830元，分值 10，得分 9.5（应为 9.09 或 9.00）
通过示例
    指标值 ≤5300元，完成值 5830元，分值 10，得分 9.09
怎么改
    按公式重算得分；如果这一项其实越大越好，改正指标值前的符号。

What it checks
    Where less is better and the limit was exceeded without full marks: is the score one
    that the profile's methods give, weight × target ÷ actual or weight × (1 − excess ÷ target)?
    Too high is an error, too low a warning.
Why
    Reverse indicators are often scored as if more were better.
Basis
    MOF Caiyu [2020] No. 10, article 16: what is not met is scored in proportion.
Fails
    target ≤5300元, actual 5830元, weight 10, score 9.5 (should be 9.09 or 9.00)
Passes
    target ≤5300元, actual 5830元, weight 10, score 9.09
How to fix
    Calculate the score again; if more is in fact better here, correct the sign of the target.
"""

from sheetlint.rules.check import EACH_INDICATOR, check
from sheetlint_checks.basis import ART_16
from sheetlint_checks.scoring import ROW_PARAMETERS, score_findings

reverse_score_mismatch = check(
    "ID002",
    "reverse-score-mismatch",
    title="Score of a missed upper limit is miscalculated",
    severity="error",
    fix="unsafe",
    basis=ART_16,
    each=EACH_INDICATOR,
    needs="~target ~actual weight score",
    parameters=f"{ROW_PARAMETERS} score.reverse",
    module=__name__,
)(score_findings)
