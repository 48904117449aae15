"""得分取整

检查内容
    按公式应当有小数的得分，表上写成了整数：四舍五入、只舍不入或只入不舍都算。
    一张表只提一次，指明是哪几项；ID001、ID005、FD003 已经指出的，并在其下，不另算。
为什么
    每项都取整，总分会差出几分，等级也可能跟着变。
依据
    建议：财预〔2020〕10号没有规定取几位小数，一般写到两位。
不通过示例
    指标值 1100，完成值 1093，分值 6，得分 5（应为 5.96）
通过示例
    指标值 1100，完成值 1093，分值 6，得分 5.96
怎么改
    得分写到两位小数，总分最后再取位。

What it checks
    Scores that by the formula have decimals and are printed as whole numbers, rounded, cut off or
    raised.  Said once a sheet, with the rows concerned; what ID001, ID005 and FD003 have found
    already stands below those.
Why
    Rounding every row moves the total by points, and the grade with it.
Basis
    Advice: No. 10 does not say how many decimals; two are usual.
Fails
    target 1100, actual 1093, weight 6, score 5 (should be 5.96)
Passes
    target 1100, actual 1093, weight 6, score 5.96
How to fix
    Write scores with two decimals and round the total at the end.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.numbers.rounding import format_rounded
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.enumeration import enumerate_names
from sheetlint_checks.scoring import BUDGET_PARAMETERS, ROW_PARAMETERS, find_whole_scores

_MESSAGE = Text(
    "得分写成了整数：{names}（按公式应有小数，如 {right} 写成 {printed}）",
    "scores are printed as whole numbers: {names} (by the formula {right} became {printed})",
)
_HINT = Text(
    "得分写到两位小数，总分最后再取位",
    "write scores with two decimals and round the total at the end",
)


@check(
    "ID023",
    "integer-rounded",
    title="Scores rounded to whole numbers",
    severity="info",
    basis=ADVICE,
    needs="indicators columns.score",
    parameters=f"{ROW_PARAMETERS} {BUDGET_PARAMETERS} score.quantitative score.satisfaction score.reverse "
    "over_completion.flag_ratio",
)
def integer_rounded(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    found = find_whole_scores(sheet, profile)
    # What no other check speaks of stands for itself; else the first row, where one does.
    rows = [row for row in found if not row.is_reported] or found
    if not rows:
        return
    first = rows[0]
    right = format_rounded(first.right)
    yield finding(
        first.score,
        _MESSAGE.fill(
            names=enumerate_names([row.name for row in rows]), right=right, printed=first.score.raw
        ),
        expected=(right,),
        formula=first.formula,
        hint=_HINT,
    )
