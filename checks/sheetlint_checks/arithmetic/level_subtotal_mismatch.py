"""层级分值不闭合

检查内容
    一级、二级指标名称后面印了分值的（如“产出指标（50分）”），它下面各行的分值之和是否等于
    这个数；“小计”一行印的分值、得分是否等于其上各行之和。层级归属看不清的不查；“项目管理”一类的层级可能包含预算执行的分值，差额正好是
    这个数的也不报。
为什么
    印出的层级分值是定好的权重；加不平，说明有一行的分值改过或填错了。
依据
    建议：层级分值由其下各指标的分值组成。
不通过示例
    产出指标（70分），其下各行分值 30 + 20 + 10 = 60
通过示例
    产出指标（50分），其下各行分值 15 + 20 + 15 = 50
怎么改
    核对该层级下各行的分值；名称后的分值写错的，改名称。

What it checks
    Where the name of a level prints points (产出指标（50分）): do the weights of the rows below it
    make them?  Does a row 小计 print the sums of the rows
    above it?  Left alone where a row's level is unsure, and where a level such as 项目管理 may
    count the weight of the budget row among its own.
Why
    The printed points are the weight that was set; a row was changed or mistyped.
Basis
    Advice: a level's points are made of its rows'.
Fails
    产出指标（70分） with rows 30 + 20 + 10 = 60
Passes
    产出指标（50分） with rows 15 + 20 + 15 = 50
How to fix
    Look at the weights of the rows; or correct the points in the name.
"""

from collections.abc import Iterator
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, Fix, check, finding
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.sheet import LevelPoints, Sheet
from sheetlint_checks.arithmetic.levels import FIRST_LEVELS, level_key
from sheetlint_checks.arithmetic.point_rows import format_points, format_sum, sum_numbers
from sheetlint_checks.basis import ADVICE

_MESSAGE = Text(
    "“{level}”印的是 {points} 分，其下各行分值合计 {sum}",
    "“{level}” prints {points} points, the rows below it make {sum}",
)
_SUBTOTAL = Text(
    "“{level}”小计印的{field}是 {points}，其上各行{field}合计 {sum}",
    "the subtotal of “{level}” prints {points}, the {field} of the rows above it make {sum}",
)
_FIELDS = {"weight": Text("分值", "weights"), "score": Text("得分", "scores")}
_SUBTOTAL_HINT = Text("小计改为 {sum}，或核对各行", "write {sum}, or check the rows")
_HINT = Text(
    "核对其下各行的分值，使合计等于 {points}；名称后的分值写错的，改为 {sum}",
    "bring the rows to {points}, or the points in the name to {sum}",
)


@check(
    "AR003",
    "level-subtotal-mismatch",
    title="Weights do not make the points printed for their level",
    severity="error",
    basis=ADVICE,
    needs="indicators.*.weight",
)
def level_subtotal_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if not sheet.levels_sure:
        return
    for level in sheet.level_points:
        if level.subtotal_of is None:
            found = _mismatch(level, sheet)
        else:
            found = _subtotal_mismatch(level, level.subtotal_of, sheet)
        if found is not None:
            yield found


def _subtotal_mismatch(subtotal: LevelPoints, field: str, sheet: Sheet) -> Finding | None:
    values = [getattr(sheet.indicators[i], field) for i in subtotal.rows]
    total, points = sum_numbers(values), subtotal.at.number
    if points is None or total == points or any(value.number is None for value in values):
        return None
    slack = sum((v.ulp for v in values if v.ulp < 1), Decimal(0)) / 2
    if abs(total - points) <= slack:
        return None
    numbers = {"points": format_plain(points), "sum": format_plain(total)}
    name = subtotal.at.where.label[1]
    return finding(
        subtotal.at,
        _SUBTOTAL.fill(level=name, field=_FIELDS[field], **numbers),
        expected=(format_plain(total),),
        formula=f"{format_sum(values)} ≠ {format_plain(points)}",
        hint=_SUBTOTAL_HINT.fill(**numbers),
    )


def _mismatch(level: LevelPoints, sheet: Sheet) -> Finding | None:
    weights = [sheet.indicators[i].weight for i in level.rows]
    points, total = level.at.number, sum_numbers(weights)
    budget = sheet.fund_total
    name = level.at.where.label[-2]
    without_budget = level_key(name) in FIRST_LEVELS
    inside = None if without_budget or budget is None else budget.weight.number
    if points is None or total == points or not total:
        return None
    slack = sum((w.ulp for w in weights if w.ulp < 1), Decimal(0)) / 2
    if abs(total - points) <= slack or points - total == inside:
        return None
    numbers = {"points": format_plain(points), "sum": format_plain(total)}
    return finding(
        level.at,
        _MESSAGE.fill(level=name, **numbers),
        expected=(format_plain(total),),
        formula=f"{format_sum(weights)} ≠ {format_plain(points)}",
        hint=_HINT.fill(**numbers),
        fixes=tuple(
            Fix(weight.path, format_points(weight.number + points - total))
            for weight in weights
            if weight.number is not None and 0 < weight.number + points - total <= points
        ),
    )
