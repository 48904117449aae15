"""定性得分与档次不符

检查内容
    定性指标的完成值写的是所用口径规定的档次（如“部分达成年度指标并具有一定效果”）时，
    得分是否在这一档的区间之内。通用口径三档依次为分值的 100%–80%、80%–60%、60%–0%。
    得分高于这一档是错误，低于这一档是警告。两档相接的那个数，算哪一档都行。
为什么
    档次和得分说的是同一件事，写“部分达成”却按“达成”给分，就是虚高。
依据
    财预〔2020〕10号 第十六条：定性指标分三档，100%–80%（含）、80%–60%（含）、60%–0%。
不通过示例
    完成值“部分达成年度指标并具有一定效果”，分值 10，得分 9
通过示例
    完成值“部分达成年度指标并具有一定效果”，分值 10，得分 7
怎么改
    把得分改到这一档之内；如果得分没有错，改完成值里的档次。

What it checks
    Where the actual value of a qualitative indicator is one of the place's grades: does the score
    lie within that grade's share of the weight?  By the national rules 100%–80%, 80%–60%, 60%–0%.
    Above is an error, below a warning; the figure between two grades belongs to both.
Why
    Grade and score say the same thing twice; they cannot differ.
Basis
    MOF Caiyu [2020] No. 10, article 16: three grades of qualitative indicators.
Fails
    actual 部分达成年度指标并具有一定效果, weight 10, score 9
Passes
    actual 部分达成年度指标并具有一定效果, weight 10, score 7
How to fix
    Bring the score into the grade; or correct the grade.
"""

from sheetlint.rules.check import EACH_INDICATOR, check
from sheetlint_checks.basis import ART_16
from sheetlint_checks.scoring import ROW_PARAMETERS, score_findings

qualitative_out_of_band = check(
    "ID004",
    "qualitative-out-of-band",
    title="Qualitative score does not fit the printed grade",
    severity="error",
    basis=ART_16,
    each=EACH_INDICATOR,
    needs="~target ~actual weight score",
    parameters=ROW_PARAMETERS,
    module=__name__,
)(score_findings)
