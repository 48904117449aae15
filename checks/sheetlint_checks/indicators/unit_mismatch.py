"""指标单位不一致

检查内容
    指标值和完成值的单位是否一致：米与厘米、天与小时、户与人、百分数与人数。
    单位只写在一边的、个与家这类量词互换的、万人次与人次，都不算。
    百分号只写在一边的（15% 与 15），一张表只提示一次；单位另有一列的表样不检查。
为什么
    单位不同的两个数不能直接相比，比例和得分都无从核对。
依据
    建议（按表内数据推断）；财预〔2020〕10号 第十六条按完成值与指标值的比例记分。
不通过示例
    指标值 ≥266米，完成值 26600厘米
通过示例
    指标值 ≥266米，完成值 266米
怎么改
    按指标值的单位填写完成值。

What it checks
    Do target and actual value have one unit?  Metres and centimetres, days and hours, households
    and persons, a percentage and a count do not.  A unit on one side only, counters (个, 家) that
    change places, 万人次 and 人次 are left alone.  A percent sign on one side only (15% and 15) is a
    hint, once a sheet; forms with a column of units are left alone.
Why
    Figures of different units cannot be compared, and no score follows from them.
Basis
    Advice; by article 16 of MOF Caiyu [2020] No. 10 scores are proportions of the target.
Fails
    target ≥266米, actual 26600厘米
Passes
    target ≥266米, actual 266米
How to fix
    Enter the actual value in the unit of the target.
"""

from collections.abc import Iterator
from functools import lru_cache

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import INFO, Finding, check, finding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.measure import Measure, parse_measure
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.enumeration import enumerate_names
from sheetlint_checks.indicators.unit_groups import SCALES, UNITS

_MESSAGE = Text(
    "指标值 {target}、完成值 {actual}，单位不一致，不能直接相比",
    "target {target}, actual {actual}: the units differ and cannot be compared",
)
_HINT = Text("按指标值的单位填写完成值", "enter the actual value in the unit of the target")
_SIGN = Text(
    "百分号只写在一边：{names}（如指标值 {target}、完成值 {actual}）",
    "a percent sign on one side only: {names} (target {target}, actual {actual})",
)
_HINT_SIGN = Text("两边都写百分号", "write the percent sign on both sides")
_SCALE = LazyPattern(SCALES)
_PERCENT = "%"


@check(
    "ID015",
    "unit-mismatch",
    title="Target and actual value have different units",
    severity="warning",
    basis=ADVICE,
    needs="indicators columns.target columns.actual",
)
def unit_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    unsigned: list[Indicator] = []
    for row in scored_rows(sheet):
        if row.doubt is not None or row.extra_cell("measure") is not None:
            continue
        target, actual = parse_measure(row.target.text), parse_measure(row.actual.text)
        if not target.numeric or not actual.numeric:
            continue
        if _has_one_percent_sign(target, actual):
            if _PERCENT not in row.level3.raw:
                unsigned.append(row)
        elif _differ(target, actual):
            message = _MESSAGE.fill(target=row.target.raw, actual=row.actual.raw)
            yield finding(row.actual, message, hint=_HINT)
    if unsigned:
        first = unsigned[0]
        yield finding(
            first.actual,
            _SIGN.fill(
                names=enumerate_names([row.level3.text for row in unsigned]),
                target=first.target.raw,
                actual=first.actual.raw,
            ),
            severity=INFO,
            hint=_HINT_SIGN,
        )


def _has_one_percent_sign(target: Measure, actual: Measure) -> bool:
    """One is a percentage, the other a figure with no unit at all."""
    bare = actual if target.percent else target
    return target.percent != actual.percent and not bare.unit and bare.number != 0


def _differ(target: Measure, actual: Measure) -> bool:
    if target.percent != actual.percent:
        bare = actual if target.percent else target
        return _group_of(bare.unit) is not None
    a, b = _group_of(target.unit), _group_of(actual.unit)
    return a is not None and b is not None and a != b


@lru_cache(maxsize=1024)
def _group_of(unit: str) -> tuple[str, ...] | None:
    """The group of names that the unit belongs to."""
    bare = _SCALE.sub("", unit)
    return next((names for _, groups in UNITS for names in groups if bare in names), None)
