"""资金栏不全

检查内容
    年度资金总额一行的全年预算数、全年执行数、分值、执行率、得分是否都填写了。
    其中各项可以填“—”；全年预算数为 0 时，执行率可以填“—”。资金栏整个没有分值、得分两列的表样，只作提醒。
为什么
    预算执行情况是自评的内容之一，缺一格就算不出执行率或得分。
依据
    财预〔2020〕10号 第十一条、附1 表样。
不通过示例
    年度资金总额 880 | 880 | 880 | 10 | （空） | 10
通过示例
    年度资金总额 880 | 880 | 880 | 10 | 100% | 10
怎么改
    填写所缺的一格；执行率 = 全年执行数 ÷ 全年预算数。

What it checks
    Whether the row 年度资金总额 has budget, executed amount, weight, rate and score.  Part rows may
    hold a dash, and so may the rate of a budget of 0.  A form whose funds block has neither weights
    nor scores gets a warning.
Why
    Budget execution is part of the evaluation; one empty cell and rate or score cannot be verified.
Basis
    MOF Caiyu [2020] No. 10, article 11 and form 1.
Fails
    年度资金总额 880 | 880 | 880 | 10 | (empty) | 10
Passes
    年度资金总额 880 | 880 | 880 | 10 | 100% | 10
How to fix
    Fill in the cell; the rate is executed ÷ budget.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.recognise.labels import FUND_COLUMNS
from sheetlint.rules.check import WARNING, Finding, Fix, check, finding
from sheetlint.sheet.numbers.rounding import format_rounded
from sheetlint.sheet.sheet import PROJECT, ShapeProblem, Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.basis import FORM_1
from sheetlint_checks.funds.execution import execution_rate, format_division
from sheetlint_checks.structure.form_features import has_no_scores, has_no_weights
from sheetlint_checks.structure.shape_problems import shape_problems

_NO_BLOCK = Text("没有读到资金栏", "no funds block was found")
_NO_TOTAL = Text("资金栏没有年度资金总额一行", "the funds block has no total row")
_BLOCK_HINT = Text(
    "按表样填写项目资金一栏：年度资金总额及其中各项",
    "fill in the funds block as the form has it: the total and its parts",
)
_MESSAGE = Text("年度资金总额一行没有填写{column}", "the total row of the funds has no {column}")
_RATE_HINT = Text(
    "填写执行率 {rate}（全年执行数 ÷ 全年预算数）", "write the rate {rate} (executed ÷ budget)"
)
_HINT = Text("填写这一格", "fill in this cell")
_NO_POINTS = Text(
    "资金栏没有“分值”和“得分”两列，预算执行没有在这里评分",
    "the funds block has neither weights nor scores; the execution is not scored there",
)
_POINTS_HINT = Text(
    "预算执行率列在绩效指标里评分的表样不用改；没有评分的，按表样补上这两列",
    "leave it if the form scores the execution among the indicators; else add both columns",
)
_POINTS = frozenset({"weight", "score"})
_ENGLISH = {
    "budget": "budget for the year",
    "executed": "executed amount",
    "weight": "weight",
    "rate": "execution rate",
    "score": "score",
}


@check(
    "ST003",
    "funds-block-incomplete",
    title="The funds block is incomplete",
    severity="error",
    basis=FORM_1,
    parameters="template.variant_no_scores budget_score.location",
)
def funds_block_incomplete(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    unused = _columns_not_in_form(sheet, profile)
    if not unused and sheet.fund_total is not None and not _POINTS & set(sheet.fund_columns):
        unused = _POINTS
        yield finding(sheet.fund_total.score, _NO_POINTS, severity=WARNING, hint=_POINTS_HINT)
    for problem, at in shape_problems(sheet, "ST003"):
        column = problem.path.rpartition(".")[2]
        if column not in FUND_COLUMNS:
            yield finding(at, _NO_TOTAL if sheet.funds else _NO_BLOCK, hint=_BLOCK_HINT)
        elif column not in unused:
            yield _missing_finding(sheet, problem, at, column)


def _columns_not_in_form(sheet: Sheet, profile: Profile) -> frozenset[str]:
    """Columns that the sheet's family of forms does not have (ST004 speaks of them)."""
    if has_no_scores(sheet) or profile.flag("template.variant_no_scores"):
        return _POINTS
    if profile.text("budget_score.location") == "indicator_row":
        return _POINTS
    missing = frozenset(FUND_COLUMNS) - set(sheet.fund_columns)
    if sheet.family != PROJECT and sheet.fund_columns:
        # Only the form of a project has prescribed columns.
        return missing
    return missing & {"weight"} if has_no_weights(sheet) else frozenset()


def _missing_finding(sheet: Sheet, problem: ShapeProblem, at: Value, column: str) -> Finding:
    message = _MESSAGE.fill(column=Text(FUND_COLUMNS[column], _ENGLISH[column]))
    total = sheet.fund_total
    rate = execution_rate(total) if total is not None and column == "rate" else None
    if total is None or rate is None:
        return finding(at, message, hint=_HINT)
    text = f"{format_rounded(rate * 100)}%"
    return finding(
        at,
        message,
        expected=(text,),
        formula=format_division(total),
        hint=_RATE_HINT.fill(rate=text),
        fixes=(Fix(problem.path, text),),
    )
