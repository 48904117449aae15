"""单位与正文不符

检查内容
    资金栏的单元格自己写了单位、与表头的金额单位不同的（表头万元，单元格“150万”或“1500000元”）；
    正文里写的金额与资金栏数字相同、单位却不同的（资金栏按元是 150，正文写 150 万元）。
    单元格重复写了与表头相同的单位不算；表上没有金额单位的不查。
为什么
    元和万元混用，差一万倍；汇总时不会有人逐格去看。
依据
    建议（按表内数据推断，没有条文直接规定）。
不通过示例
    表头“万元”，单元格“150万”
通过示例
    表头“万元”，单元格“150”
怎么改
    全表用一个单位；单元格里只写数字。

What it checks
    A cell of the funds block with a unit of its own that is not the form's (万元 above, 150万 or
    1500000元 in the cell); a text that names the block's own figure in another unit (150 in 元, the
    text says 150万元).  A repeated unit passes; silent where the form names none.
Why
    元 and 万元 are ten thousand times apart.
Basis
    Advice: follows from the sheet's own figures.
Fails
    万元 above, 150万 in the cell
Passes
    万元 above, 150 in the cell
How to fix
    One unit throughout, and figures alone in the cells.
"""

from collections.abc import Iterator
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import MEDIUM, Finding, check, finding
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.consistency.patterns import AMOUNT
from sheetlint_checks.funds.column_sums import COLUMNS

_CELL = Text(
    "金额单位是{unit}，这一格却写着“{printed}”", "the form is in {unit}, the cell says {printed}"
)
_PROSE = Text(
    "正文写“{quoted}”，资金栏同样的数字按表头是 {amount} {unit}",
    "the text says {quoted}; the block has the same figure, in {unit} by its heading",
)
_HINT = Text("全表用一个金额单位，核对这个数", "use one unit throughout and look at the figure")
_AMOUNT = LazyPattern(AMOUNT, only_if=("元",))
_TELLING = 3
"""Figures with fewer digits turn up by chance."""


@check(
    "UN003",
    "unit-conflict-with-text",
    title="A unit contradicts the form's",
    severity="warning",
    confidence=MEDIUM,
    basis=ADVICE,
    needs="~money_unit",
)
def unit_conflict_with_text(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    unit = sheet.money_unit.text
    amounts: dict[Decimal, str] = {}
    for row in sheet.funds:
        for column in COLUMNS:
            cell = getattr(row, column)
            if cell.unit and cell.unit != unit:
                yield finding(cell, _CELL.fill(unit=unit, printed=cell.raw), hint=_HINT)
            elif cell.number is not None and not cell.unit:
                amounts[cell.number] = cell.raw
    for text in (sheet.planned, sheet.actual):
        for quoted in _AMOUNT.finditer(half_width(text.text)):
            number = Decimal(quoted[1].replace(",", ""))
            telling = len(quoted[1].replace(".", "").strip("0")) >= _TELLING
            if telling and quoted[2] != unit and number in amounts:
                message = _PROSE.fill(quoted=quoted[0], amount=amounts[number], unit=unit)
                yield finding(text, message, printed=quoted[0], hint=_HINT)
