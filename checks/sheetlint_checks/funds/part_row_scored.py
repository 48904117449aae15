"""分项重复计分

检查内容
    其中各项是否也印了分值和得分。表样在这些格里印“—”：预算执行只按年度资金总额计一次分。
    本工具汇总总分时不加这些格；总额一行没有得分的，不报。
为什么
    分项再计一次，汇总时就容易加两遍，总分会虚高。
依据
    财预〔2020〕10号 附1 表样（分项的分值、得分为“—”）。
不通过示例
    其中：本年财政拨款 … 分值 10，执行率 100%，得分 10
通过示例
    其中：本年财政拨款 … 分值 —，执行率 —，得分 —
怎么改
    把各分项的分值和得分改为“—”。

What it checks
    Whether a part row prints a weight and a score.  The form prints dashes there: execution is
    scored once, in the total row.  This tool never adds them.  Silent where the total row has no
    score.
Why
    What is scored twice is easily added twice.
Basis
    MOF Caiyu [2020] No. 10, form 1: dashes in the part rows.
Fails
    of which: current grant … weight 10, rate 100%, score 10
Passes
    of which: current grant … weight —, rate —, score —
How to fix
    Print dashes for the weights and scores of the parts.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import FORM_1

_MESSAGE = Text(
    "“{label}”是其中的一项，也印了得分 {printed}；预算执行只按总额计一次分",
    "“{label}” is a part, and prints a score of {printed}; execution is scored once, in the total",
)
_MORE = Text("（共 {count} 项）", " ({count} parts in all)")
_NONE = Text("", "")
_BOTH = Text("{message}{more}", "{message}{more}")
_HINT = Text("把各分项的分值、得分改为“—”", "print dashes for weight and score of the parts")


@check(
    "FD014",
    "part-row-scored",
    title="Parts of the funds are scored again",
    severity="warning",
    basis=FORM_1,
    needs="funds.total.score",
)
def part_row_scored(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    scored = [row for row in sheet.fund_parts if row.score.number]
    if not scored:
        return
    first = scored[0]
    message = _MESSAGE.fill(label=first.label, printed=first.score.raw)
    more = _MORE.fill(count=len(scored)) if len(scored) > 1 else _NONE
    yield finding(
        first.score,
        _BOTH.fill(message=message, more=more),
        expected=("—",),
        hint=_HINT,
    )
