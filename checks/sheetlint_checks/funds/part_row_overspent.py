"""分项超预算

检查内容
    其中某一项的全年执行数大于它的全年预算数，而年度资金总额没有超、各分项也加得平：
    钱是在几个来源之间挪用的，或者两项的数填串了。
    总额也超、或者加不平的，由 FD004、FD001 去说。
为什么
    每个来源的钱有自己的用途；从别的来源借用要有说法，填串了则要改。
依据
    建议：各项资金的执行数一般不大于该项的全年预算数。
不通过示例
    当年财政拨款 预算 50 执行 60；上年结转资金 预算 20 执行 10
通过示例
    当年财政拨款 预算 50 执行 50；上年结转资金 预算 20 执行 20
怎么改
    核对两项的执行数是否填串；确实调剂使用的，把全年预算数改为调整后的数，或在说明里写明。

What it checks
    Whether a part of the funds was overspent while the total was not and the parts add up: money
    was moved between sources, or two rows were mixed up.  Where the total is over as well or the
    parts do not add up, FD004 and FD001 speak.
Why
    Each source has its purpose; using another's needs a word, and a mix-up needs correcting.
Basis
    Advice: a part is not overspent as a rule.
Fails
    current grant 50 of which 60 executed; carry-over 20 of which 10 executed
Passes
    current grant 50 of 50; carry-over 20 of 20
How to fix
    See whether the figures of two rows were mixed up; else enter the adjusted budget or explain.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.numbers.parse import format_grouped
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.funds.overspent_parts import find_overspent_parts

_MESSAGE = Text(
    "“{label}”执行 {executed}，超过预算 {budget}；总额没有超，像是动用了别的来源或两项填串",
    "“{label}”: {executed} executed of {budget}; the total is not over, so money was moved from "
    "another source, or two rows were mixed up",
)
_HINT = Text(
    "核对各项的预算数和执行数；确实调剂使用的，全年预算数填调整后的数",
    "look at the figures of the parts; where money was moved, enter the adjusted budget",
)


@check(
    "FD007",
    "part-row-overspent",
    title="A part of the funds was overspent",
    severity="warning",
    basis=ADVICE,
    needs="funds funds.total.budget funds.total.executed",
    parameters="funds.over_budget",
)
def part_row_overspent(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if profile.text("funds.over_budget") == "allow":
        return
    for row in find_overspent_parts(sheet):
        yield finding(
            row.executed,
            _MESSAGE.fill(
                label=row.label,
                executed=format_grouped(row.executed.sure),
                budget=format_grouped(row.budget.sure),
            ),
            expected=(f"≤ {format_grouped(row.budget.sure)}",),
            formula=f"{format_grouped(row.executed.sure)} > {format_grouped(row.budget.sure)}",
            hint=_HINT,
        )
