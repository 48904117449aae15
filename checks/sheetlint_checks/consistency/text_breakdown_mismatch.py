"""正文分项之和不符

检查内容
    目标、完成情况里“共……元，其中 A……元，B……元”的写法，各分项之和是否等于总数；四舍五入造成的
    差额不算。后面又说到结余、执行等别的事的句子不查。
为什么
    总数和分项对不上，文字里就有一个数写错了。
依据
    建议（按表内文字推断，没有条文直接规定）。
不通过示例
    共 2,026,400 元，其中 A 1,000,000 元，B 740,000 元
通过示例
    共 1,740,000 元，其中 A 1,000,000 元，B 740,000 元
怎么改
    核对各分项和总数，改正写错的一处；只列举一部分的，写明“主要包括”。

What it checks
    “共 … 元，其中 A … 元，B … 元” in the goal or the results: do the parts make the total?  Rounding is
    allowed for; sentences that go on to other things (left over, executed) are left alone.
Why
    One of the figures in the text is wrong.
Basis
    Advice: follows from the sheet's own words.
Fails
    2,026,400 in all, of which A 1,000,000 and B 740,000
Passes
    1,740,000 in all, of which A 1,000,000 and B 740,000
How to fix
    Compare the parts with the total; where only some are listed, say so.
"""

from collections.abc import Iterator
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import MEDIUM, Finding, check, finding
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.parse import format_grouped, half_width
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.consistency import patterns
from sheetlint_checks.money_units import YUAN

_MESSAGE = Text(
    "文字里各分项之和是 {sum} {unit}，总数写 {total} {unit}",
    "the parts in the text make {sum} {unit}, the total says {total}",
)
_HINT = Text(
    "核对各分项和总数；只列举一部分的，写明“主要包括”",
    "compare the parts with the total; where only some are listed, say so",
)
_TOTAL = LazyPattern(patterns.BREAKDOWN, only_if=("其中",))
_AMOUNT = LazyPattern(patterns.AMOUNT)
_FEW = 2


@check(
    "CN012",
    "text-breakdown-mismatch",
    title="Parts named in the text do not make the total",
    severity="warning",
    confidence=MEDIUM,
    basis=ADVICE,
)
def text_breakdown_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    for cell in (sheet.planned, sheet.actual):
        for found in _TOTAL.finditer("".join(half_width(cell.text).split())):
            total, unit, rest = _number(found[1]), found[2], found[3]
            parts = [(m[1], m[2]) for m in _AMOUNT.finditer(rest)]
            same_unit = all(part_unit == unit for _, part_unit in parts)
            if len(parts) < _FEW or not same_unit or any(w in rest for w in patterns.NO_PART):
                continue
            amounts = [_number(part) for part, _ in parts]
            added = sum(amounts, Decimal(0))
            slack = sum((_ulp(n) for n in (total, *amounts)), Decimal(0)) / 2
            if added != total and abs(added - total) > (0 if unit == YUAN else slack):
                yield finding(
                    cell,
                    _MESSAGE.fill(
                        sum=format_grouped(added), total=format_grouped(total), unit=unit
                    ),
                    printed=f"{found[1]}{unit}",
                    expected=(f"{format_grouped(added)}{unit}",),
                    formula=f"{' + '.join(format_grouped(a) for a in amounts)} = {format_grouped(added)}",
                    hint=_HINT,
                )


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def _ulp(number: Decimal) -> Decimal:
    return Decimal(1).scaleb(int(number.as_tuple().exponent))
