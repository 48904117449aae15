"""等于型指标得分错误

检查内容
    指标值为“=26次”这样正好等于某个数的计数：完成得少的，得分是否等于
    分值 × 完成值 ÷ 指标值，或所用口径认可的其他算法；没有完成却记满分的也在此列。
    得分偏高是错误，偏低是警告。带百分号的“=100%”不是正好等于，由 ID001 检查；
    完成得多的是超额完成，由 ID007 检查。
为什么
    “=”常被当成“做了就行”，没做够也记了满分。
依据
    财预〔2020〕10号 第十六条：未完成的，按完成值与指标值的比例记分。
不通过示例
    指标值 =26次，完成值 12次，分值 5，得分 5（应为 2.31）
通过示例
    指标值 =26次，完成值 12次，分值 5，得分 2.31
怎么改
    按公式重算得分；如果完成值填错，改完成值。

What it checks
    A count that is to be met exactly (=26次) and was missed: is the score weight × actual ÷ target,
    or what another method of the profile gives?  Full marks are looked at here as well.  Too high
    is an error, too low a warning.  A percentage (=100%) is ID001's, more than the count ID007's.
Why
    An equals sign is often taken for "something was done", and all points are given.
Basis
    MOF Caiyu [2020] No. 10, article 16: what is not met is scored in proportion.
Fails
    target =26次, actual 12次, weight 5, score 5 (should be 2.31)
Passes
    target =26次, actual 12次, weight 5, score 2.31
How to fix
    Calculate the score again; or correct the actual value.
"""

from sheetlint.rules.check import EACH_INDICATOR, check
from sheetlint_checks.basis import ART_16
from sheetlint_checks.scoring import ROW_PARAMETERS, score_findings

equal_score_mismatch = check(
    "ID003",
    "equal-score-mismatch",
    title="Score of an exact count is miscalculated",
    severity="error",
    fix="unsafe",
    basis=ART_16,
    each=EACH_INDICATOR,
    needs="~target ~actual weight score",
    parameters=f"{ROW_PARAMETERS} score.quantitative score.satisfaction",
    module=__name__,
)(score_findings)
