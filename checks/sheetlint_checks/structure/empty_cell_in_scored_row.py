"""有分值行缺项

检查内容
    有分值的指标行，年度指标值和实际完成值是否都填写了；写在其下没有分值的明细行里的也算。
    一项也没有填的，只报一次。（缺得分由 AR012 提示。）
    口径的 [schema] 对指标表各列另有要求的，一并核对。
为什么
    没有指标值或完成值，得分就没有根据。
依据
    财预〔2020〕10号 第二十五条：自评表内容完整。
不通过示例
    培训人次 | 100人 | （空） | 10 | 10
通过示例
    培训人次 | 100人 | 105人 | 10 | 10
怎么改
    填写所缺的一格；不用的指标行整行删去。

What it checks
    Whether an indicator row with a weight has a target and an actual value, itself or in the detail
    rows without a weight below it.  (A missing score is AR012.)
    What the [schema] of the profile demands of the cells of those rows, too.
Why
    Without target or actual value a score rests on nothing.
Basis
    MOF Caiyu [2020] No. 10, article 25: the sheet is complete.
Fails
    培训人次 | 100人 | (empty) | 10 | 10
Passes
    培训人次 | 100人 | 105人 | 10 | 10
How to fix
    Fill in the cell, or delete the whole row.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.recognise.labels import INDICATOR_COLUMNS
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ART_25
from sheetlint_checks.structure.form_features import is_never_filled_in
from sheetlint_checks.structure.shape_problems import demand_findings, shape_problems

_MESSAGE = Text(
    "“{name}”有分值 {weight}，没有填写{column}",
    "“{name}” has the weight {weight} but no {column}",
)
_HINT = Text(
    "填写{column}；这一行不用的，整行删去", "fill in the {column}, or delete the whole row"
)
_NEVER_FILLED = Text(
    "本表没有填写完成值和得分，{count} 项",
    "no actual value and no score is filled in, {count} indicators",
)
_NEVER_HINT = Text("填写各项指标的实际完成值和得分", "fill in the actual values and the scores")
_UNNAMED = Text("（没有名称的指标）", "(an indicator without a name)")
_ENGLISH = {"target": "target", "actual": "actual value"}


@check(
    "ST009",
    "empty-cell-in-scored-row",
    title="A scored row has an empty cell",
    severity="error",
    basis=ART_25,
)
def empty_cell_in_scored_row(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if is_never_filled_in(sheet):
        count = sum(row.target.filled for row in sheet.indicators)
        at = next(row.actual for row in sheet.indicators if row.target.filled)
        yield finding(at, _NEVER_FILLED.fill(count=count), hint=_NEVER_HINT)
        return
    for problem, at in shape_problems(sheet, "ST009"):
        _, index, role = problem.path.split(".")
        if role not in sheet.columns:
            # The whole column is missing, which ST004 says once.
            continue
        row = sheet.indicators[int(index)]
        if row.weight.number == 0 or _is_filled_below(sheet.indicators[int(index) + 1 :], role):
            # A weight of nothing is AR004's; the row may well be one that was never used.
            continue
        name = row.level3.text or row.level2.text
        column = Text(INDICATOR_COLUMNS[role], _ENGLISH[role])
        message = _MESSAGE.fill(
            name=Text(name, name) if name else _UNNAMED, weight=row.weight.raw, column=column
        )
        yield finding(at, message, hint=_HINT.fill(column=column))
    yield from demand_findings(sheet, "ST009")


def _is_filled_below(rows: Sequence[Indicator], role: str) -> bool:
    """Whether the detail rows below a scored row (其中：桃树) hold what it lacks."""
    details = takewhile(lambda row: not row.weight.filled and not row.score.filled, rows)
    return any(getattr(row, role).filled for row in details)
