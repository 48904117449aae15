"""决算说明与自评表不符

检查内容
    决算说明里概述自评情况的句子与自评表是否相符：项目个数、涉及资金、平均得分、各等级的个数。
    资金按全年预算数合计，等于全年执行数合计的也算相符，允许四舍五入的差异；有的表没有预算数或总分的，
    资金或平均分就不比较。表上没有等级的，按口径的等级线由总分得出。
    部门整体的自评表不计在内。
为什么
    决算说明是公开的，数字与后附的自评表对不上，谁都能算出来。
依据
    部门决算说明样式（自评项目个数、涉及预算金额、平均得分和各等级项目个数）；没有这样的样式的地方，作为建议。
不通过示例
    写“平均得分 99.33”，各表平均 98.9
通过示例
    写“平均得分 99.33”，各表平均 99.3287
怎么改
    以自评表为准改正决算说明；自评表没有交齐的，先补齐。

What it checks
    The sentence on self-evaluation in the text of the accounts against the sheets: how many
    projects, how much money, which average, how many of each grade.  The money is the sum of the
    budgets of the year; the sum of what was executed is right as well, and so is what rounding
    comes to.  Where some sheet has no budget or total, money or average are left alone.  A sheet
    without a grade has the one that its total gives.  The form of a whole department does not
    count.
Why
    The text is published, and anybody can add the sheets up.
Basis
    The template of departmental accounts (projects, budget, average score, projects of each
    grade); advice where a place has none.
Fails
    an average of 99.33 in the text, of 98.9 in the sheets
Passes
    an average of 99.33 in the text, of 99.3287 in the sheets
How to fix
    Correct the text by the sheets, after all sheets are there.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from sheetlint.crosscheck.batch import Batch
from sheetlint.crosscheck.inputs import AccountsSummary
from sheetlint.crosscheck.names import grade_key
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_BATCH, Finding, check, cross_finding
from sheetlint.sheet.numbers.parse import format_grouped, format_plain
from sheetlint.sheet.numbers.rounding import format_short, round_to
from sheetlint.sheet.sheet import DEPARTMENT
from sheetlint_checks.money_units import YUAN_PER_UNIT

_BASIS = Text(
    "部门决算说明样式（自评项目个数、涉及预算金额、平均得分、各等级项目个数）",
    "the template of departmental accounts: projects, budget, average score, grades",
)
_MESSAGE = Text(
    "决算说明写{what} {stated}，按自评表应为 {value}",
    "the text says {what} {stated}; by the sheets it is {value}",
)
_COUNT = Text("自评项目", "projects:")
_AVERAGE = Text("平均得分", "an average of")
_AMOUNT = Text("涉及资金", "an amount of")
_GRADE = Text("“{grade}”的项目", "projects with “{grade}”:")
_HINT = Text(
    "以自评表为准改正决算说明；没有交齐的先补齐",
    "correct the text by the sheets, after all of them are there",
)


@check(
    "BT009",
    "summary-mismatch",
    title="The text of the accounts does not agree with the sheets",
    severity="error",
    basis=_BASIS,
    each=EACH_BATCH,
    needs="summary",
    parameters="grade.bands unit.default",
)
def summary_mismatch(batch: Batch, profile: Profile) -> Iterator[Finding]:
    # The form of a whole department is none of its projects.
    projects = [sheet for sheet in batch.sheets if sheet.family != DEPARTMENT]
    for summary in batch.inputs.summary or ():
        sheets = [sheet for sheet in projects if sheet.year == summary.year] or projects
        if summary.projects is not None and summary.projects != len(sheets):
            yield _finding(summary, _COUNT, str(summary.projects), str(len(sheets)))
        if sheets:
            yield from _average(summary, sheets)
            yield from _amount(summary, sheets, profile.text("unit.default"))
            yield from _grades(summary, sheets, profile)


def _average(summary: AccountsSummary, sheets: Sequence[SheetSummary]) -> Iterator[Finding]:
    totals = [sheet.total for sheet in sheets if sheet.total is not None]
    if summary.average is None or len(totals) < len(sheets):
        return
    mean = sum(map(Fraction, totals), Fraction(0)) / len(totals)
    exponent = summary.average.as_tuple().exponent
    assert isinstance(exponent, int)
    ulp = Decimal(1).scaleb(exponent)
    # Rounded or cut off: either is a way of writing it down.
    if abs(Fraction(summary.average) - mean) >= Fraction(ulp):
        should = format_plain(round_to(mean, min(ulp, Decimal("0.01"))))
        formula = (
            f"{format_grouped(sum(totals, Decimal(0)))} ÷ {len(totals)} = {format_short(mean)}"
        )
        yield _finding(summary, _AVERAGE, format_plain(summary.average), should, formula)


def _amount(
    summary: AccountsSummary, sheets: Sequence[SheetSummary], default: str
) -> Iterator[Finding]:
    stated = summary.amount
    budgets = [_yuan(sheet.budget, sheet, default) for sheet in sheets]
    if stated is None or None in budgets:
        return
    # Each figure was rounded where it was printed.
    slack = summary.amount_ulp + sum(
        (_yuan(sheet.budget_ulp, sheet, default) or Decimal(0)) for sheet in sheets
    )
    sums = [sum(filter(None, budgets), Decimal(0))]
    executed = [_yuan(sheet.executed, sheet, default) for sheet in sheets]
    if None not in executed:
        sums.append(sum(filter(None, executed), Decimal(0)))
    if all(abs(stated - total) * 2 > slack for total in sums):
        wan = Decimal(10000)
        in_wan = [
            format_plain(round_to(Fraction(total / wan), Decimal("0.01")))
            for total in (stated, sums[0])
        ]
        yield _finding(summary, _AMOUNT, f"{in_wan[0]} 万元", f"{in_wan[1]} 万元")


def _yuan(amount: Decimal | None, sheet: SheetSummary, default: str) -> Decimal | None:
    factor = YUAN_PER_UNIT.get(sheet.money_unit or default)
    return None if amount is None or factor is None else amount * factor


def _grades(
    summary: AccountsSummary, sheets: Sequence[SheetSummary], profile: Profile
) -> Iterator[Finding]:
    if not summary.grades:
        return
    bands = [(str(name), Decimal(bound)) for name, bound in profile.get("grade.bands")]
    grades = [_grade(sheet, bands) for sheet in sheets]
    names = {name for name, _ in summary.grades}
    if None in grades or not names <= {name for name, _ in bands} | set(grades):
        return
    counts = Counter(grades)
    for name, count in summary.grades:
        if counts[name] != count:
            yield _finding(summary, _GRADE.fill(grade=name), str(count), str(counts[name]))


def _grade(sheet: SheetSummary, bands: Sequence[tuple[str, Decimal]]) -> str | None:
    """The printed grade, else the one of the total."""
    if sheet.grade:
        return grade_key(sheet.grade)
    if sheet.total is None:
        return None
    total = sheet.total
    return next((grade_key(name) for name, bound in bands if total >= bound), None)


def _finding(
    summary: AccountsSummary, what: Text, stated: str, value: str, formula: str = ""
) -> Finding:
    message = _MESSAGE.fill(what=what, stated=stated, value=value)
    return cross_finding(
        message,
        [summary.at],
        (what.en,),
        printed=stated,
        expected=(value,),
        formula=formula,
        hint=_HINT,
    )
