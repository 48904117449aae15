"""时间指标未按期

检查内容
    指标值是日期（如“2022年6月底”）的指标：完成的日期晚于它，得分却是满分。
    只有确实晚了才提：“6月底前”由“6月”完成不算晚；一边没有写年份的，按自评年度理解，
    年度也看不出来的不检查；完成值只写“已完成”“按时完成”的不检查。
为什么
    晚了就是没有按期完成，应当扣分并说明原因。
依据
    财预〔2020〕10号 第十六条（未完成的不记满分）、第十一条（说明原因，提出改进措施）。
不通过示例
    指标值 2022年6月底，完成值 2022年9月，分值 10，得分 10
通过示例
    指标值 2022年6月底，完成值 2022年6月20日，分值 10，得分 10
怎么改
    按延误的程度扣分并写明原因；如果日期填错，改日期。

What it checks
    Where the target is a date: the work was finished later and the score is the full weight.
    Only what is certainly late counts: 6月底前 is kept by 6月.  A year left out on one side is the
    sheet's; without it nothing is said, nor where the actual value is words.
Why
    What was late was not done in time: it costs points and is to be explained.
Basis
    MOF Caiyu [2020] No. 10, articles 16 and 11.
Fails
    target 2022年6月底, actual 2022年9月, weight 10, score 10
Passes
    target 2022年6月底, actual 2022年6月20日, weight 10, score 10
How to fix
    Take points off for the delay and explain it; or correct the date.
"""

from sheetlint.rules.check import EACH_INDICATOR, check
from sheetlint_checks.basis import ART_16
from sheetlint_checks.scoring import ROW_PARAMETERS, score_findings

date_target_missed = check(
    "ID016",
    "date-target-missed",
    title="Late, yet full marks",
    severity="warning",
    basis=ART_16,
    each=EACH_INDICATOR,
    needs="~target ~actual weight score",
    parameters=ROW_PARAMETERS,
    module=__name__,
)(score_findings)
