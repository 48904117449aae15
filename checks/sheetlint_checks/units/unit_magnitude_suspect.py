"""元/万元疑似错用

检查内容
    金额的大小是否像用错了单位：全年预算数和全年执行数相差约一万倍；标明“元”，总额却不到
    1000 还带小数；标明“万元”，总额却在 100 万（即 100 亿元）以上；唯一有金额的分项与总额
    相差约一万倍。
为什么
    元和万元写混，执行率、得分和合计都会跟着错。
依据
    建议：按表内金额的大小推断。
不通过示例
    项目资金（万元） 57607470
通过示例
    项目资金（元） 57607470
怎么改
    核对金额单位；单位写错的改单位，个别金额写错的换算后改金额。

What it checks
    Whether amounts look like the wrong unit: budget and executed about ten thousand apart; 元 with
    a total below 1000 and decimals; 万元 with a total of a million or more; the only part with money
    about ten thousand apart from the total.
Why
    元 and 万元 mixed up spoil rate, score and sums.
Basis
    Advice: follows from the size of the amounts.
Fails
    项目资金（万元） 57607470
Passes
    项目资金（元） 57607470
How to fix
    Correct the unit, or convert the one amount that is in the other unit.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, Fix, check, finding
from sheetlint.sheet.numbers.parse import format_grouped
from sheetlint.sheet.numbers.rounding import format_short, round_to
from sheetlint.sheet.sheet import FundRow, Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.funds.amounts import format_amount
from sheetlint_checks.funds.column_sums import COLUMN_NAMES
from sheetlint_checks.money_units import TEN_THOUSAND_YUAN, YUAN
from sheetlint_checks.units.magnitudes import (
    amounts_of,
    suspect_pair,
    unit_of,
)

_AMOUNT = Text(
    "“{label}”{column} {printed} 与{other} {against} 相差约一万倍，像是元和万元写混了",
    "“{label}” {column} {printed} and {other} {against} are about ten thousand apart: "
    "元 and 万元 seem mixed up",
)
_AMOUNT_HINT = Text(
    "本表以{unit}为单位，核对后把它改为 {right}",
    "the sheet counts in {unit}: look at it and set it to {right}",
)
_SMALL = Text(
    "金额单位标为元，年度资金总额却只有 {printed}，像是以万元填写的",
    "the unit is 元 but the total is only {printed}: it seems to be in 万元",
)
_BIG = Text(
    "金额单位标为万元，年度资金总额却有 {printed}（即 {billions} 亿元），像是以元填写的",
    "the unit is 万元 but the total is {printed}: it seems to be in 元",
)
_UNIT_HINT = Text(
    "核对后把金额单位改为{unit}，或者换算各个金额",
    "set the unit to {unit} after looking at it, or convert the amounts",
)
_TOTAL = Text("年度资金总额", "the total")
_FEW_YUAN = Decimal(1000)
_MANY_WAN = Decimal(1000000)
_CENT_IN_WAN = Decimal("0.001")


@check(
    "UN002",
    "unit-magnitude-suspect",
    title="元 and 万元 seem mixed up",
    severity="warning",
    basis=ADVICE,
    parameters="unit.default",
)
def unit_magnitude_suspect(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    total = sheet.fund_total
    if total is None:
        return
    label = list(_check_unit_label(sheet, total))
    yield from label
    if not label:
        unit = unit_of(sheet, profile)
        in_row = list(_check_total_row(total, unit))
        yield from in_row
        # A total in two units says nothing of its parts.
        if not in_row:
            yield from _check_single_part(sheet, total, unit)


def _check_unit_label(sheet: Sheet, total: FundRow) -> Iterator[Finding]:
    """The unit named does not suit the size of the whole block."""
    amounts = [cell for cell in amounts_of(total) if cell.number and not cell.unit]
    if not amounts:
        return
    largest = max(amounts, key=lambda cell: cell.number or Decimal(0))
    unit, size = sheet.money_unit, largest.sure
    if unit.text == YUAN and _are_all_small(sheet) and any(cell.ulp < 1 for cell in amounts):
        yield _unit_finding(unit, _SMALL.fill(printed=largest.raw), "", TEN_THOUSAND_YUAN)
    # Six decimals are a cent in 万元: nobody prints them of 元.
    if (
        unit.text == TEN_THOUSAND_YUAN
        and size >= _MANY_WAN
        and all(c.ulp > _CENT_IN_WAN for c in amounts)
    ):
        billions = format_grouped(round_to(Fraction(size) / 10000, Decimal(1)))
        formula = f"{format_grouped(size)} ÷ 10,000 = {format_short(Fraction(size) / 10000, 2)}"
        yield _unit_finding(unit, _BIG.fill(printed=largest.raw, billions=billions), formula, YUAN)


def _are_all_small(sheet: Sheet) -> bool:
    numbers = [cell.number for row in sheet.funds for cell in amounts_of(row)]
    return all(number is None or 0 <= number < _FEW_YUAN for number in numbers)


def _unit_finding(at: Value, message: Text, formula: str, right: str) -> Finding:
    return finding(
        at,
        message,
        expected=(right,),
        formula=formula,
        hint=_UNIT_HINT.fill(unit=right),
        fixes=(Fix(at.path, right),),
    )


def _check_total_row(total: FundRow, unit: str) -> Iterator[Finding]:
    """Budget and executed of the total row."""
    if _rate_agrees(total):
        return
    pair = suspect_pair(total.budget, total.executed, unit)
    if pair is not None:
        wrong, right = pair
        other = total.executed if wrong is total.budget else total.budget
        name = "executed" if wrong is total.budget else "budget"
        yield _amount_finding(total, wrong, right, COLUMN_NAMES[name], other, unit)


def _rate_agrees(row: FundRow) -> bool:
    """The printed rate is as small as the amounts say: hardly anything was spent."""
    if not row.rate.number or not row.budget.number or row.executed.number is None:
        return False
    return row.rate.percent and abs(row.executed.number / row.budget.number - row.rate.number) < (
        row.rate.ulp
    )


def _check_single_part(sheet: Sheet, total: FundRow, unit: str) -> Iterator[Finding]:
    """The only part with money in a column, against the total."""
    for field in COLUMN_NAMES:
        head: Value = getattr(total, field)
        filled = [row for row in sheet.fund_parts if getattr(row, field).number]
        if len(filled) != 1:
            continue
        part: Value = getattr(filled[0], field)
        pair = suspect_pair(part, head, unit)
        if pair is not None:
            wrong, right = pair
            row, other = (total, part) if wrong is head else (filled[0], head)
            name = Text(filled[0].label, filled[0].label) if wrong is head else _TOTAL
            yield _amount_finding(row, wrong, right, name, other, unit)


def _amount_finding(
    row: FundRow, wrong: Value, right: Decimal, other: Text, against: Value, unit: str
) -> Finding:
    field = wrong.path.rpartition(".")[2]
    text = format_amount(_strip_zeros(right), wrong)
    return finding(
        wrong,
        _AMOUNT.fill(
            label=row.label,
            column=COLUMN_NAMES[field],
            printed=wrong.raw,
            other=other,
            against=against.raw,
        ),
        expected=(text,),
        formula=_ratio(wrong, against),
        hint=_AMOUNT_HINT.fill(unit=unit, right=text),
        fixes=(Fix(wrong.path, text),),
    )


def _ratio(one: Value, other: Value) -> str:
    """``57,607,470 ÷ 5,696.1217 = 10,113``."""
    small, big = sorted((one.number or Decimal(0), other.number or Decimal(0)))
    ratio = round_to(Fraction(big) / Fraction(small), Decimal(1))
    return f"{format_grouped(big)} ÷ {format_grouped(small)} = {format_grouped(ratio)}"


def _strip_zeros(amount: Decimal) -> Decimal:
    """Without the zeros that a conversion leaves behind, but never as ``5E+7``."""
    return Decimal(format(amount.normalize(), "f"))
