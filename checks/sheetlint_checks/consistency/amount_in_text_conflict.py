"""正文金额与资金栏不符

检查内容
    完成情况和表下文字里写的全年预算数、全年执行数、执行率，与资金栏是否一致；单位不同的换算后再比，
    四舍五入造成的差额不算。资金栏没有金额单位的，只比执行率。
为什么
    文字和资金栏两个数，总有一个是旧的。
依据
    建议（按表内文字推断，没有条文直接规定）。
不通过示例
    正文“执行数为150万元”，资金栏全年执行数 125.25 万元
通过示例
    正文“执行数为125.25万元，完成预算的83.50%”
怎么改
    按决算数核对，改正写错的一处。

What it checks
    Budget, executed amount and rate that the results or a text below the table name, against the funds
    block; other units are converted and rounding is allowed for.  Without a unit only rates count.
Why
    Of two figures one is out of date.
Basis
    Advice: follows from the sheet's own words.
Fails
    text “执行数为150万元”, executed 125.25 万元
Passes
    text “执行数为125.25万元，完成预算的83.50%”
How to fix
    Compare with the accounts and correct the wrong one.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import MEDIUM, Finding, check, finding
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.sheet import FundRow, Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.consistency import patterns
from sheetlint_checks.consistency.clauses import clause_before
from sheetlint_checks.funds.execution import execution_rate
from sheetlint_checks.money_units import YUAN_PER_UNIT

_MESSAGE = Text(
    "文字里写“{quoted}”，资金栏的{field}是 {printed}",
    "the text says “{quoted}”, the block has {printed}",
)
_HINT = Text("按决算数核对，改正写错的一处", "compare with the accounts, correct the wrong one")
_PATTERNS = (
    ("executed", "全年执行数", LazyPattern(patterns.EXECUTED, only_if=("执行", "支出"))),
    ("budget", "全年预算数", LazyPattern(patterns.BUDGETED, only_if=("预算",))),
)
_RATE = LazyPattern(patterns.RATE, only_if=("执行率", "完成预算", "执行进度"))
_YEAR = LazyPattern(r"20\d\d(?=年)", only_if=("年",))


@check(
    "CN007",
    "amount-in-text-conflict",
    title="An amount in the text is not the funds block's",
    severity="warning",
    confidence=MEDIUM,
    basis=ADVICE,
    needs="funds.total.budget funds.total.executed",
)
def amount_in_text_conflict(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    total = sheet.sure_fund_total
    for text in (sheet.actual, *(value for _, value in sheet.remarks)):
        half_width_text = half_width(text.text)
        yield from _amounts(
            text, half_width_text, total, sheet.money_unit.text, str(sheet.year.number)
        )
        yield from _rates(text, half_width_text, total, str(sheet.year.number))


def _amounts(
    text: Value, half_width_text: str, total: FundRow, unit: str, year: str
) -> Iterator[Finding]:
    for field, name, pattern in _PATTERNS:
        cell = getattr(total, field)
        found = list(pattern.finditer(half_width_text))
        # Several amounts of one name are of several years or parts.
        if (
            unit not in YUAN_PER_UNIT
            or cell.unit
            or len(found) != 1
            or _is_of_another_year(found[0], year)
        ):
            continue
        amount = Decimal(found[0][1].replace(",", ""))
        ulp = Decimal(1).scaleb(int(amount.as_tuple().exponent))
        scale = Fraction(YUAN_PER_UNIT[found[0][2]]) / Fraction(YUAN_PER_UNIT[unit])
        apart = abs(Fraction(amount) * scale - Fraction(cell.number))
        if apart > (Fraction(ulp) * scale + Fraction(cell.ulp)) / 2:
            yield _conflict(text, found[0][0], name, f"{cell.raw} {unit}")


def _rates(text: Value, half_width_text: str, total: FundRow, year: str) -> Iterator[Finding]:
    found = list(_RATE.finditer(half_width_text))
    exact = execution_rate(total)
    if len(found) != 1 or exact is None or _is_of_another_year(found[0], year):
        return
    rate = Decimal(found[0][1])
    ulp = Decimal(1).scaleb(int(rate.as_tuple().exponent))
    known = [exact] if total.rate.number is None else [exact, Fraction(total.rate.number)]
    if all(abs(value * 100 - Fraction(rate)) > Fraction(ulp) for value in known):
        yield _conflict(text, found[0][0], "执行率", total.rate.raw or "—")


def _is_of_another_year(match: re.Match[str], year: str) -> bool:
    clause = clause_before(match)
    years = _YEAR.findall(clause)
    return any(word in clause for word in patterns.OTHER_AMOUNT) or bool(
        years and year not in years
    )


def _conflict(text: Value, quoted: str, field: str, printed: str) -> Finding:
    message = _MESSAGE.fill(quoted=quoted, field=field, printed=printed)
    return finding(text, message, printed=quoted, expected=(printed,), hint=_HINT)
