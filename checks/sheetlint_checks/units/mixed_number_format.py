"""数字格式混用

检查内容
    资金栏的金额写法是否统一：有的带千位分隔、有的不带；0 写成“.00”的。只作提示。
为什么
    写法不一，容易看错位数；“.00”常是从系统里粘贴来的，看着像没有填。
依据
    建议。
不通过示例
    .00 / 57607470.00 / 56,961,217
通过示例
    0.00 / 57,607,470.00 / 56,961,217.00
怎么改
    全栏用一种写法。

What it checks
    Are the amounts of the funds block written alike: some with thousands separators and some
    without, a zero printed as “.00”?  A hint only.
Why
    Digits are easily misread; “.00” looks like nothing.
Basis
    Advice.
Fails
    .00 / 57607470.00 / 56,961,217
Passes
    0.00 / 57,607,470.00 / 56,961,217.00
How to fix
    Write all of them alike.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.funds.column_sums import COLUMNS

_MIXED = Text(
    "金额有的带千位分隔（{grouped}），有的不带（{plain}）",
    "some amounts have thousands separators ({grouped}), some have none ({plain})",
)
_BARE = Text("金额写成“{printed}”，小数点前没有数字", "an amount is printed as {printed}")
_HINT = Text("全栏用一种写法", "write all amounts alike")
_THOUSAND = 1000


@check(
    "UN006",
    "mixed-number-format",
    title="Amounts are written in several ways",
    severity="info",
    basis=ADVICE,
    needs="funds",
)
def mixed_number_format(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    cells: list[Value] = [
        cell for row in sheet.funds for name in COLUMNS if (cell := getattr(row, name)).known
    ]
    large = [cell for cell in cells if cell.number is not None and abs(cell.number) >= _THOUSAND]
    grouped = [cell for cell in large if "," in cell.text]
    plain = [cell for cell in large if "," not in cell.text]
    if grouped and plain:
        rare = min(grouped, plain, key=len)[0]
        message = _MIXED.fill(grouped=grouped[0].raw, plain=plain[0].raw)
        yield finding(rare, message, hint=_HINT)
        return
    bare = next((cell for cell in cells if cell.text.startswith(".")), None)
    if bare is not None:
        yield finding(bare, _BARE.fill(printed=bare.raw), hint=_HINT)
