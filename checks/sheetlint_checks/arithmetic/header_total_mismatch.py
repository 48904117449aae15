"""表头总分与总分行不符

检查内容
    表头也印了总分的（如“自评总分 99.68”“项目总得分99分”），与总分行是否相同。
    表头只写到整数、四舍五入后相符的，和表头写的正好是满分（可能只是说明满分多少）的，只作提示。
为什么
    两处各报一个数，汇总时不知道该信哪一个。
依据
    财预〔2020〕10号 第十六条（总分由各项指标得分汇总形成），一张表只有一个总分。
不通过示例
    自评总分 99.68，总分行 99.86
通过示例
    两处均为 99.68
怎么改
    重新汇总各项得分，把写错的一处改过来。

What it checks
    Where the head of the form prints the total as well: is it the total row's?  A head rounded to
    a whole number is a hint only, and so is one of full marks, which may say what it is out of.
Why
    Two totals, and nobody knows which to take.
Basis
    MOF Caiyu [2020] No. 10, article 16: the total is the sum of the scores, and there is one.
Fails
    head 99.68, total row 99.86
Passes
    99.68 in both places
How to fix
    Add the scores up again and correct the wrong one.
"""

from collections.abc import Iterator
from fractions import Fraction

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import ERROR, INFO, Finding, Fix, check, finding
from sheetlint.sheet.numbers.rounding import round_to
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ART_16

_MESSAGE = Text(
    "表头的总分是 {head}，总分行是 {total}", "the head says {head}, the total row {total}"
)
_HINT = Text(
    "重新汇总各项得分；总分行没有错的，把表头改为 {total}",
    "add the scores up again; if the total row is right, set the head to {total}",
)


@check(
    "AR022",
    "header-total-mismatch",
    title="The head and the total row disagree",
    severity="error",
    fix="safe",
    basis=ART_16,
    needs="headline total.score",
    parameters="weights.total",
)
def header_total_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    head, total = sheet.headline, sheet.total.score
    if head.sure == total.sure:
        return
    # A head of 100 may say what the total is out of.
    full = head.sure == profile.number("weights.total")
    coarse = head.ulp > total.ulp and round_to(Fraction(total.sure), head.ulp) == head.sure
    yield finding(
        head,
        _MESSAGE.fill(head=head.raw, total=total.raw),
        expected=(total.raw,),
        formula=f"{head.raw} ≠ {total.raw}",
        severity=INFO if coarse or full else ERROR,
        hint=_HINT.fill(total=total.raw),
        fixes=(Fix(head.path, total.raw), Fix(total.path, head.raw)),
    )
