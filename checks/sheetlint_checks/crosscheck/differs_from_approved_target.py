"""与批复目标不符

检查内容
    对照批复的绩效目标表：三级指标有没有增减，年度指标值和分值有没有改动。符号、单位的写法不同不算
    （“≥100人”与“不少于 100 人”）；批复表没有分值的不比较分值。项目先按编码对应，再按名称和单位对应。
为什么
    自评指标是预算批复时确定的，调低指标值再得满分，自评就没有意义。
依据
    财预〔2020〕10号 第十三条（自评指标是指预算批复时确定的绩效指标）。
不通过示例
    批复“≥100人”，自评表“≥80人”
通过示例
    两处一致
怎么改
    按批复的绩效目标表填写指标、指标值和分值；年中按程序调整过的，附调整的批复。

What it checks
    Against the approved targets: indicators that were added or left out, targets and weights that
    were changed.  Another way of writing a sign or unit is no change; weights are compared where
    the approved table has them.  Projects are matched by code, then by name and unit.
Why
    The indicators are those approved with the budget: full marks for a target that was lowered
    since mean nothing.
Basis
    MOF Caiyu [2020] No. 10, article 13: the indicators approved with the budget.
Fails
    approved ≥100人, in the sheet ≥80人
Passes
    the same in both
How to fix
    Fill in indicators, targets and weights as approved; where they were changed in due form, add
    the approval of the change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sheetlint.crosscheck.batch import Batch
from sheetlint.crosscheck.names import name_key
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_BATCH, Finding, check, cross_finding
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.measure import LE, LT, common_scale, parse_measure
from sheetlint.sheet.numbers.parse import parse_number
from sheetlint_checks.basis import ART_13
from sheetlint_checks.crosscheck.sheet_names import holder_key, project_key, quote_names
from sheetlint_checks.crosscheck.sheet_pairs import pair_sheets

if TYPE_CHECKING:
    from sheetlint.crosscheck.approved_targets import ApprovedTarget

_TARGET = Text(
    "“{project}”的“{name}”批复的指标值是 {approved}，自评表是 {printed}",
    "“{project}”, “{name}”: approved {approved}, in the sheet {printed}",
)
_WEIGHT = Text(
    "“{project}”的“{name}”批复的分值是 {approved}，自评表是 {printed}",
    "“{project}”, “{name}”: approved with {approved} points, in the sheet {printed}",
)
_LEFT_OUT = Text(
    "“{project}”批复的指标{names}不在自评表上",
    "“{project}”: approved and not in the sheet: {names}",
)
_ADDED = Text(
    "“{project}”自评表的指标{names}批复时没有",
    "“{project}”: in the sheet and not approved: {names}",
)
_HINT = Text(
    "按批复的绩效目标表填写；年中按程序调整过的，附调整的批复",
    "fill it in as approved; where it was changed in due form, add the approval of the change",
)
_LED_BY = LazyPattern(r"^(?:[★*]+|指标\d+[:：.、]?|\d+[.、)])+")
_EMPTY = Text("空", "empty")
_AT_MOST = (LE, LT)


@check(
    "BT011",
    "differs-from-approved-target",
    title="Indicators, targets or weights are not those approved",
    severity="error",
    basis=ART_13,
    each=EACH_BATCH,
    needs="targets",
)
def differs_from_approved_target(batch: Batch, profile: Profile) -> Iterator[Finding]:
    for sheet, approved in pair_sheets(batch.sheets, batch.inputs.targets or ()):
        if sheet.year is None or approved.year is None or sheet.year == approved.year:
            yield from _compare_sheets(sheet, approved)


def _compare_sheets(sheet: SheetSummary, approved: SheetSummary) -> Iterator[Finding]:
    from sheetlint.crosscheck.approved_targets import read_approved_targets

    printed, wanted = (
        _by_name(read_approved_targets(sheet)),
        _by_name(read_approved_targets(approved)),
    )
    for name, aim in printed.items():
        if name in wanted:
            yield from _compare_indicator(sheet, aim, wanted[name])
    yield from _missing(
        _LEFT_OUT, sheet, [aim for name, aim in wanted.items() if name not in printed]
    )
    yield from _missing(_ADDED, sheet, [aim for name, aim in printed.items() if name not in wanted])


def _by_name(aims: Sequence[ApprovedTarget]) -> dict[str, ApprovedTarget]:
    """Of two with one name the first: that there are two is said elsewhere."""
    named: dict[str, ApprovedTarget] = {}
    for aim in aims:
        named.setdefault(_LED_BY.sub("", name_key(aim.name)), aim)
    named.pop("", None)
    return named


def _compare_indicator(
    sheet: SheetSummary, aim: ApprovedTarget, approved: ApprovedTarget
) -> Iterator[Finding]:
    if approved.target and not _is_same_target(aim.target, approved.target):
        yield _finding(_TARGET, sheet, aim, approved, aim.target, approved.target)
    weight, points = parse_number(aim.weight), parse_number(approved.weight)
    if weight and points and weight.value != points.value:
        yield _finding(_WEIGHT, sheet, aim, approved, aim.weight, approved.weight)


def _is_same_target(one: str, other: str) -> bool:
    if name_key(one) == name_key(other):
        return True
    a, b = parse_measure(one), parse_measure(other)
    pair = common_scale(a, b)
    return (
        pair is not None
        and pair[0] == pair[1]
        and (
            not a.operator or not b.operator or (a.operator in _AT_MOST) == (b.operator in _AT_MOST)
        )
    )


def _finding(
    message: Text,
    sheet: SheetSummary,
    aim: ApprovedTarget,
    approved: ApprovedTarget,
    printed: str,
    wanted: str,
) -> Finding:
    filled = message.fill(
        project=sheet.display_name, name=aim.name, approved=wanted, printed=printed or _EMPTY
    )
    return cross_finding(
        filled,
        [aim.at, approved.at],
        (message.en, project_key(sheet), holder_key(sheet), aim.name),
        printed=printed,
        expected=(wanted,),
        hint=_HINT,
    )


def _missing(
    message: Text, sheet: SheetSummary, aims: Sequence[ApprovedTarget]
) -> Iterator[Finding]:
    if aims:
        names = quote_names([aim.name for aim in aims])
        places = [sheet.place_of("project"), *(aim.at for aim in aims)]
        about = (message.en, project_key(sheet), holder_key(sheet), *(aim.name for aim in aims))
        yield cross_finding(
            message.fill(project=sheet.display_name, names=names), places, about, hint=_HINT
        )
