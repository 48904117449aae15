"""一级指标权重与规定不符

检查内容
    按一级指标汇总分值，是否与所用口径规定的某一组权重相同，例如产出 50、效益 30、满意度 10。
    成本指标作为产出下的二级指标时，计入产出。一级指标看不清的，只要有一种归法相符就不报；
    权重由各地自定的口径不检查，不认识的一级指标（如“项目决策”）也不检查。
为什么
    统一的权重使各项目的自评结果可以相互比较。
依据
    财预〔2020〕10号 第十三条（原则上预算执行率 10%、产出 50%、效益 30%、满意度 10%，
    有特殊情况可适当调整）。因此通常只是警告；口径规定为固定的才是错误。
不通过示例
    预算执行 10，产出 60，效益 20，满意度 10
通过示例
    预算执行 10，产出 50，效益 30，满意度 10
怎么改
    按规定的权重调整各指标分值；确有特殊情况的，保留并准备好理由。

What it checks
    Do the weights, summed by first level, equal one of the profile's sets, such as output 50,
    effect 30, satisfaction 10?  Cost as a second level of output counts there.  Where a first level
    could not be read, one assignment that fits is enough.  Nothing is said where weights are free,
    or of first levels that the profile does not know.
Why
    Common weights make the results of projects comparable.
Basis
    MOF Caiyu [2020] No. 10, article 13: 10/50/30/10 in principle, adjusted where there is reason.
Fails
    budget 10, output 60, effect 20, satisfaction 10
Passes
    budget 10, output 50, effect 30, satisfaction 10
How to fix
    Adjust the weights; or keep them and have the reason ready.
"""

from collections.abc import Iterator
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import ERROR, WARNING, Finding, check, finding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.arithmetic.levels import level_key, some_assignment_fits, weight_sets
from sheetlint_checks.basis import ART_13

_MESSAGE = Text(
    "一级指标分值为{found}，规定为{wanted}{policy}",
    "the first levels have {found}; the rule is {wanted}{policy}",
)
_ADVISORY = Text("（有特殊情况可适当调整）", " (which may be adjusted for a reason)")
_FIXED = Text("", "")
_HINT = Text(
    "按规定调整各指标分值；确有特殊情况的，准备好调整的理由",
    "adjust the weights, or have the reason for the difference ready",
)


@check(
    "AR002",
    "first-level-weight-nonstandard",
    title="First-level weights differ from the rule",
    severity="warning",
    basis=ART_13,
    needs="indicators.*.weight columns.level1",
    parameters="weights.policy weights.first_level",
)
def first_level_weight_nonstandard(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    policy = profile.text("weights.policy")
    if policy == "free":
        return
    rows = scored_rows(sheet)
    sets = _applicable_sets(sheet, profile)
    sums: dict[str, Decimal] = {}
    for row in rows:
        name = level_key(row.level1.text)
        sums[name] = sums.get(name, Decimal(0)) + row.weight.sure
    # Where no row has points, AR004 says so of each.
    if not sets or not any(sums.values()) or any(sums == wanted for wanted in sets):
        return
    unsure = not sheet.levels_sure or "" in sums
    if unsure:
        weights = [row.weight.sure for row in rows]
        if any(some_assignment_fits(weights, wanted) for wanted in sets):
            return
    known = {name for wanted in sets for name in wanted}
    if not sums.keys() - {""} <= known:
        return
    nearest = min(sets, key=lambda wanted: _distance(sums, wanted))
    found, wanted = _format_sums(sums), _format_sums(nearest)
    fixed = policy == "fixed"
    yield finding(
        rows[0].level1,
        _MESSAGE.fill(
            found=Text(*found), wanted=Text(*wanted), policy=_FIXED if fixed else _ADVISORY
        ),
        printed=found[0],
        expected=(wanted[0],),
        severity=ERROR if fixed and not unsure else WARNING,
        hint=_HINT,
    )


def _applicable_sets(sheet: Sheet, profile: Profile) -> list[dict[str, Decimal]]:
    """Sets made for this weight of the budget row; with another one the whole scheme is another,
    and FD008 says so."""
    total = sheet.fund_total
    budget = None if total is None else total.weight.number
    sets = weight_sets(profile.get("weights.first_level"))
    return [wanted for points, wanted in sets if budget is None or points == budget]


def _distance(sums: dict[str, Decimal], wanted: dict[str, Decimal]) -> Decimal:
    names = sums.keys() | wanted.keys()
    return sum(
        (abs(sums.get(n, Decimal(0)) - wanted.get(n, Decimal(0))) for n in names), Decimal(0)
    )


def _format_sums(sums: dict[str, Decimal]) -> tuple[str, str]:
    pairs = [(name or "未标明", format_plain(points)) for name, points in sums.items()]
    return (
        "、".join(f"{name} {points}" for name, points in pairs),
        ", ".join(f"{name} {points}" for name, points in pairs),
    )
