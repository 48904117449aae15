"""等级与分数不符

检查内容
    表上印了等级的，是否与总分相符：90（含）以上优、80（含）以上良、60（含）以上中、60 以下差，
    或当地口径的等级。总分取位后才跨档的只作提示；当地没有的等级名称不查。
为什么
    等级决定结果怎么用，差一档就是另一种结果。
依据
    财预〔2020〕10号 第十八条。
不通过示例
    总分 89.5，等级 优
通过示例
    总分 96，等级 优
怎么改
    按总分改等级；总分写错的，先改总分。

What it checks
    Where a grade is printed: is it the total's?  90 and more 优, 80 良, 60 中, below 差, or the
    profile's own.  A hint only where rounding the total crosses the bound; grades that the place
    does not have are left alone.
Why
    The grade decides what becomes of the project.
Basis
    MOF Caiyu [2020] No. 10, article 18.
Fails
    total 89.5, grade 优
Passes
    total 96, grade 优
How to fix
    Set the grade by the total; if the total is wrong, correct that first.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import ERROR, INFO, Finding, Fix, check, finding
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.arithmetic.point_rows import point_rows, sum_numbers
from sheetlint_checks.basis import ART_18

_MESSAGE = Text(
    "总分 {total} 应评为“{right}”，表上是“{printed}”",
    "a total of {total} is graded {right}, not {printed}",
)
_HINT = Text(
    "把等级改为“{right}”；如果等级没有错，核对总分",
    "set the grade to {right}; if it is right, look at the total",
)
_LONG_NAMES = {"优秀": "优", "良好": "良", "中等": "中", "较差": "差"}
"""Longer names of the grades."""


@check(
    "AR023",
    "grade-mismatch",
    title="The grade does not fit the total",
    severity="error",
    fix="safe",
    basis=ART_18,
    needs="~grade total.score",
    parameters="grade.bands",
)
def grade_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    bands = [(str(name), Decimal(low)) for name, low in profile.get("grade.bands")]
    total = sheet.total.score.sure
    names = {name for name, _ in bands}
    printed = (
        sheet.grade.text if sheet.grade.text in names else _LONG_NAMES.get(sheet.grade.text, "")
    )
    right = _grade(total, bands)
    if printed not in names or printed == right or not right:
        return
    rows = point_rows(sheet)
    added = sum_numbers(row.score for row in rows)
    near = abs(added - total) < sheet.total.score.ulp and _grade(added, bands) == printed
    yield finding(
        sheet.grade,
        _MESSAGE.fill(total=sheet.total.score.raw, right=right, printed=sheet.grade.raw),
        expected=(right,),
        formula=_formula(total, right, bands),
        severity=INFO if near else ERROR,
        hint=_HINT.fill(right=right),
        fixes=(Fix(sheet.grade.path, _name_like_printed(sheet.grade.text, right)),),
    )


def _name_like_printed(printed: str, right: str) -> str:
    """The longer name of the right grade, where the sheet prints longer names."""
    longer = {grade: name for name, grade in _LONG_NAMES.items()}
    return longer.get(right, right) if printed in _LONG_NAMES else right


def _grade(total: Decimal, bands: Sequence[tuple[str, Decimal]]) -> str:
    """The first grade whose lower bound, which belongs to it, is reached."""
    return next((name for name, low in bands if total >= low), "")


def _formula(total: Decimal, right: str, bands: Sequence[tuple[str, Decimal]]) -> str:
    at = next(i for i, (name, _) in enumerate(bands) if name == right)
    above = f" < {format_plain(bands[at - 1][1])}" if at else ""
    return f"{format_plain(bands[at][1])} ≤ {format_plain(total)}{above} → {right}"
