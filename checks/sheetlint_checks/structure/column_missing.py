"""缺列

检查内容
    绩效指标表有没有年度指标值、实际完成值、分值、得分各列；偏差原因分析及改进措施按行填写的，
    还要有这一列（原因统一写在表后的除外）。整张表都不评分的表样（如转移支付）、整张表都不印分值的表样，只作提醒。
为什么
    缺一列，得分就无从核对，扣分也没有地方说明原因。
依据
    财预〔2020〕10号 附1 表样。
不通过示例
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值（没有“得分”列）
通过示例
    …… | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
怎么改
    按表样补上所缺的列并填写。

What it checks
    Whether the indicator table has the columns target, actual, weight and score, and the deviation
    note unless there is one block for it below the table.  Forms without any scores, or without any weights, get a warning.
Why
    Without a column the scores cannot be verified, or lost points cannot be explained.
Basis
    MOF Caiyu [2020] No. 10, form 1.
Fails
    a header without 得分
Passes
    … | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
How to fix
    Add the column as the form has it, and fill it in.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.recognise.labels import INDICATOR_COLUMNS
from sheetlint.rules.check import WARNING, Finding, check, finding
from sheetlint.sheet.sheet import PROJECT, Sheet
from sheetlint_checks.basis import FORM_1
from sheetlint_checks.structure.form_features import has_no_scores, has_no_weights, has_notes_below
from sheetlint_checks.structure.shape_problems import place_of, shape_problems

_NO_TABLE = Text("没有读到绩效指标表", "no indicator table was found")
_TABLE_HINT = Text(
    "按表样填写绩效指标：一、二、三级指标、年度指标值、实际完成值、分值、得分",
    "fill in the indicator table as the form has it",
)
_ALL_EMPTY = Text(
    "绩效指标表有“分值”列，但没有一行填写了分值",
    "the indicator table has a column of weights, but no row has a weight",
)
_ALL_EMPTY_HINT = Text("填写各项指标的分值", "write a weight for each indicator")
_MESSAGE = Text("绩效指标表缺“{column}”列", "the indicator table has no column {column}")
_HINT = Text("按表样补上“{column}”列并填写", "add the column {column} and fill it in")
_NO_SCORES = Text(
    "绩效指标表没有“分值”和“得分”两列，全表都没有评分",
    "the indicator table has neither weights nor scores; nothing is scored in this sheet",
)
_NO_SCORES_HINT = Text(
    "规定不评分的表样（如转移支付）不用改；规定评分的，补上这两列",
    "leave it if this form is not scored; else add both columns",
)
_NO_WEIGHTS = Text(
    "全表没有“分值”列，每项满分是多少无法核对",
    "no column of weights anywhere: the full marks of a row cannot be verified",
)
_NO_WEIGHTS_HINT = Text(
    "当地表样没有分值列的不用改；有的，补上这一列",
    "leave it if the local form has no such column; else add it",
)
_ENGLISH = {
    "target": "target",
    "actual": "actual value",
    "weight": "weight",
    "score": "score",
    "note": "deviation note",
}


@check(
    "ST004",
    "column-missing",
    title="A column is missing",
    severity="error",
    basis=FORM_1,
    parameters="template.variant_no_scores weights.policy notes.place",
)
def column_missing(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    missing = {problem.path for problem, _ in shape_problems(sheet, "ST004")}
    if missing and not sheet.indicators:
        yield finding(place_of(sheet, "indicators"), _NO_TABLE, hint=_TABLE_HINT)
        return
    if "indicators" in missing and "weight" in sheet.columns and _is_sure(sheet):
        yield finding(sheet.indicators[0].weight, _ALL_EMPTY, hint=_ALL_EMPTY_HINT)
    if has_no_scores(sheet):
        missing -= {"columns.weight", "columns.score"}
        if sheet.family == PROJECT and not profile.flag("template.variant_no_scores"):
            at = place_of(sheet, "columns.score")
            yield finding(at, _NO_SCORES, severity=WARNING, hint=_NO_SCORES_HINT)
    elif has_no_weights(sheet):
        missing -= {"columns.weight"}
        if profile.text("weights.policy") != "free":
            at = place_of(sheet, "columns.weight")
            yield finding(at, _NO_WEIGHTS, severity=WARNING, hint=_NO_WEIGHTS_HINT)
    if has_notes_below(sheet):
        missing -= {"columns.note"}
    for role in _ENGLISH:
        if f"columns.{role}" in missing and not _is_in_use(sheet, role):
            column = Text(INDICATOR_COLUMNS[role], _ENGLISH[role])
            at = place_of(sheet, f"columns.{role}")
            yield finding(at, _MESSAGE.fill(column=column), hint=_HINT.fill(column=column))


def _is_in_use(sheet: Sheet, role: str) -> bool:
    """Some row is filled in there: only the header has lost its label."""
    return any(getattr(row, role).filled for row in sheet.indicators)


def _is_sure(sheet: Sheet) -> bool:
    return all(row.doubt is None for row in sheet.indicators)
