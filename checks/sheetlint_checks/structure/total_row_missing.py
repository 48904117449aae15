"""缺总分行

检查内容
    表上有没有总分（总分行的得分，或表头印的自评总分）。
为什么
    总分由各项得分汇总形成，没有总分就没有自评结论。
依据
    财预〔2020〕10号 第十六条、附1 表样（表尾“总分”一行）。
不通过示例
    表尾没有“总分”一行，或者这一行的得分是空的
通过示例
    总分 | 100 | 98.89
怎么改
    在表尾“总分”一行填写各项得分之和。

What it checks
    Whether the sheet has a total score, in the row 总分 or in the head of the form.
Why
    The total is the sum of the scores; without it the evaluation has no result.
Basis
    MOF Caiyu [2020] No. 10, article 16 and form 1 (row 总分).
Fails
    no row 总分 at the foot, or an empty score in it
Passes
    总分 | 100 | 98.89
How to fix
    Write the sum of the scores into the row 总分.
"""

from collections.abc import Iterator
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, Fix, check, finding
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import FORM_1
from sheetlint_checks.structure.form_features import has_no_scores
from sheetlint_checks.structure.shape_problems import shape_problems

_NO_ROW = Text("没有总分一行", "there is no total row")
_NO_SCORE = Text("总分一行没有填写得分", "the total row has no score")
_HINT = Text("在表尾“总分”一行填写各项得分之和", "write the sum of the scores into the row 总分")


@check(
    "ST005",
    "total-row-missing",
    title="The total row is missing",
    severity="error",
    basis=FORM_1,
    parameters="template.variant_no_scores",
)
def total_row_missing(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if has_no_scores(sheet) or profile.flag("template.variant_no_scores"):
        return
    for problem, at in shape_problems(sheet, "ST005"):
        message = _NO_SCORE if sheet.total.weight.filled or at.raw else _NO_ROW
        scores = _scores(sheet)
        if scores is None:
            yield finding(at, message, hint=_HINT)
            continue
        text = format_plain(sum(scores, Decimal(0)))
        yield finding(
            at,
            message,
            expected=(text,),
            formula=f"{' + '.join(format_plain(score) for score in scores)} = {text}",
            hint=_HINT,
            fixes=(Fix(problem.path, text),),
        )


def _scores(sheet: Sheet) -> list[Decimal] | None:
    """All scores of the sheet; None where one is not known, for then the sum is not either."""
    total = sheet.fund_total
    values = [row.score for row in sheet.indicators if row.weight.filled or row.score.filled]
    if total is None or not values or any(row.doubt for row in sheet.indicators):
        return None
    numbers = [v.number for v in (total.score, *values)]
    known = [n for n in numbers if n is not None]
    return known if len(known) == len(numbers) else None
