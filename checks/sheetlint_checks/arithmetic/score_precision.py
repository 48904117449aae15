"""得分小数位

检查内容
    预算执行和各指标的得分，写出的小数是否多于所用口径的位数（通用口径两位）。
    末尾的 0 不算。只写到整数的由 ID001、ID023 检查。一张表只提一次。
为什么
    多余的小数看起来精确，各人取位不同，总分就对不上。
依据
    建议：财预〔2020〕10号没有规定取几位小数，一般写到两位。
不通过示例
    得分 9.8878
通过示例
    得分 9.89
怎么改
    四舍五入到两位小数；用 Excel 的，用 ROUND 取位，不要只改显示格式。

What it checks
    Do the scores of the budget row and the indicators have more decimals than the profile's (two
    by the national rules)?  Zeros at the end do not count; whole numbers are ID001's and ID023's.
    Said once a sheet.
Why
    Superfluous decimals look exact; each reader rounds them in another way and totals differ.
Basis
    Advice: No. 10 does not say how many decimals; two are usual.
Fails
    score 9.8878
Passes
    score 9.89
How to fix
    Round to two decimals; in Excel with ROUND, not by the cell's format alone.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.numbers.rounding import format_rounded
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.arithmetic.point_rows import point_rows
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.enumeration import enumerate_names

_MESSAGE = Text(
    "得分的小数多于 {most} 位：{names}（如 {printed}，一般写作 {right}）",
    "scores with more than {most} decimals: {names} ({printed}, usually {right})",
)
_HINT = Text("四舍五入到 {most} 位小数", "round to {most} decimals")


@check(
    "AR013",
    "score-precision",
    title="Score has many decimals",
    severity="info",
    basis=ADVICE,
    needs="columns.score",
    parameters="score.decimals_max",
)
def score_precision(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    most = int(profile.number("score.decimals_max"))
    fine = [row for row in point_rows(sheet) if _count_decimals(row.score) > most]
    if not fine:
        return
    first = fine[0].score
    right = format_rounded(Fraction(first.sure), most)
    yield finding(
        first,
        _MESSAGE.fill(
            most=most,
            names=enumerate_names([row.name for row in fine]),
            printed=first.raw,
            right=right,
        ),
        expected=(right,),
        hint=_HINT.fill(most=most),
    )


def _count_decimals(score: Value) -> int:
    """Digits behind the point, without zeros at the end."""
    if score.number is None:
        return 0
    exponent = (score.number + Decimal(0)).normalize().as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
