"""评价结论分数与总分不符

检查内容
    评价结论等文字里写的自评得分，与总分是否相同。上年的、某一类指标的得分和“总分100分”这样的
    满分不算；文字只写到整数、四舍五入后相符的只作提示。
为什么
    结论和总分是同一个数，两处不同，不知道报的是哪一个。
依据
    财预〔2020〕10号 第十六条（总分由各项指标得分汇总形成），一张表只有一个总分。
不通过示例
    结论“自评98分”，总分 96.5
通过示例
    结论和总分均为 96.5
怎么改
    把写错的一处改过来。

What it checks
    The score that the conclusion names, against the total.  Scores of last year or of a part, and a
    “总分100分” that says what it is out of, do not count; one rounded to a whole number is a hint.
Why
    It is one figure; with two nobody knows which was reported.
Basis
    MOF Caiyu [2020] No. 10, article 16: the total is the sum of the scores, and there is one.
Fails
    conclusion “自评98分”, total 96.5
Passes
    96.5 in both
How to fix
    Correct the wrong one.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import ERROR, INFO, Finding, Fix, check, finding
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.numbers.rounding import round_to
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ART_16
from sheetlint_checks.consistency import patterns
from sheetlint_checks.consistency.clauses import clause_before

_MESSAGE = Text(
    "“{label}”里写“{quoted}”，总分是 {total}", "“{label}” says “{quoted}”, the total is {total}"
)
_HINT = Text("把写错的一处改过来", "correct the wrong one")
_SCORE = LazyPattern(patterns.CONCLUSION, only_if=("自评", "得分", "总分"))


@check(
    "CN008",
    "conclusion-total-differs",
    title="The conclusion names another score",
    severity="error",
    basis=ART_16,
    needs="total.score",
    parameters="weights.total",
)
def conclusion_total_differs(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    total = sheet.total.score
    most = profile.number("weights.total")
    for label, value in sheet.remarks:
        if not any(word in label for word in patterns.CONCLUDING):
            continue
        found = list(_SCORE.finditer(half_width(value.text)))
        # Several scores are of several years or projects.
        if len(found) != 1 or Decimal(found[0][1]) == total.sure:
            continue
        clause = clause_before(found[0]) + found[0][0]
        if any(word in clause for word in patterns.OTHER_SCORE):
            continue
        if Decimal(found[0][1]) == most and not found[0][0].startswith(patterns.OWN_SCORE):
            # “总分100分” as often as not says what the score is out of.
            continue
        score = Decimal(found[0][1])
        ulp = Decimal(1).scaleb(int(score.as_tuple().exponent))
        coarse = ulp > total.ulp and round_to(Fraction(total.sure), ulp) == score
        yield finding(
            value,
            _MESSAGE.fill(label=label, quoted=found[0][0], total=total.raw),
            printed=found[0][0],
            expected=(f"{total.raw}分",),
            severity=INFO if coarse else ERROR,
            hint=_HINT,
            fixes=(Fix(total.path, found[0][1]),),
        )
