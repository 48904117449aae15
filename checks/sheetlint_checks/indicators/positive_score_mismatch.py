"""正向指标得分错误

检查内容
    越大越好的定量指标（≥、＞、带百分号的 =，或名称表明越大越好）没有完成指标值、
    又没有记满分的：得分是否等于 分值 × 完成值 ÷ 指标值，或所用口径认可的其他算法。
    按表上写出的位数四舍五入后相符即为正确。得分偏高是错误，偏低是警告；
    只差取位方式的是提示或警告。文字、日期、区间、复合指标不检查。
为什么
    得分由完成情况决定，多记就是虚高，少记对单位不公平，都会带错总分。
依据
    财预〔2020〕10号 第十六条：未完成的，按完成值与指标值的比例记分。
不通过示例
    指标值 ≥100%，完成值 ≥99%，分值 10，得分 9（应为 9.90）
通过示例
    指标值 ≥100%，完成值 99%，分值 10，得分 9.9
怎么改
    按公式重算得分；如果得分没有错，核对指标值、完成值和分值。

What it checks
    Where more is better and the target was missed without full marks: is the score
    weight × actual ÷ target, or what another method of the profile gives?  Too high is an
    error, too low a warning, a mere question of rounding less.  Words, dates, ranges and
    compound targets are left alone.
Why
    The score follows from what was done; too much of it inflates the total.
Basis
    MOF Caiyu [2020] No. 10, article 16: what is not met is scored in proportion.
Fails
    target ≥100%, actual ≥99%, weight 10, score 9 (should be 9.90)
Passes
    target ≥100%, actual 99%, weight 10, score 9.9
How to fix
    Calculate the score again; if it is right, look at target, actual value and weight.
"""

from sheetlint.rules.check import EACH_INDICATOR, check
from sheetlint_checks.basis import ART_16
from sheetlint_checks.scoring import ROW_PARAMETERS, score_findings

positive_score_mismatch = check(
    "ID001",
    "positive-score-mismatch",
    title="Score of a missed target is miscalculated",
    severity="error",
    fix="unsafe",
    basis=ART_16,
    each=EACH_INDICATOR,
    needs="~target ~actual weight score",
    parameters=f"{ROW_PARAMETERS} score.quantitative score.reverse score.satisfaction "
    "over_completion.flag_ratio budget_score.methods",
    module=__name__,
)(score_findings)
