"""全部满分

检查内容
    各指标全部满分，而别处写着没有做好：预算执行率低于所用口径的限度（80%）并说明了资金
    为什么没有用完，或表下的“存在问题”写了问题。执行率低又没有说明的，由 CN004 检查。
为什么
    项目资金没有用完、还存在问题，指标却没有一项扣分，得分可能虚高。
依据
    建议（按表内数据推断）。
不通过示例
    指标全部满分，执行率 45.17%，说明“因疫情部分工作没有开展”
通过示例
    指标 88.5/90，执行率 95%
怎么改
    逐项核对完成值，没有完成的据实扣分；确实全部完成的，不用改。

What it checks
    Every indicator has all its points, and another place says that not all went well: the
    execution rate is below the profile's limit (80%) and a reason is given, or the block
    存在问题 below the table names problems.  A low rate without a reason is CN004's.
Why
    Money left over, problems named, and not a point lost: the scores may be too high.
Basis
    Advice: follows from the sheet's own figures.
Fails
    all indicators full, rate 45.17%, note 因疫情部分工作没有开展
Passes
    indicators 88.5 of 90, rate 95%
How to fix
    Look at each actual value and take points off for what was not done; if all was, leave it.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import MEDIUM, Finding, check, finding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.numbers.rounding import format_rounded
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.arithmetic.point_rows import all_have_full_marks
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.notes.note_content import (
    is_unspent_explained,
    label_naming_problems,
    low_execution_rate,
)

_LOW = Text("执行率只有 {rate}", "the execution rate is only {rate}")
_PROBLEMS = Text("“{label}”里写了问题", "{label} names problems")
_MESSAGE = Text(
    "{count} 项指标全部满分，而{why}，得分是否虚高",
    "all {count} indicators have full marks, yet {why}: are the scores too high?",
)
_HINT = Text(
    "逐项核对完成值，没有完成的据实扣分；确实全部完成的，不用改",
    "look at each actual value; where all was really done, leave it",
)


@check(
    "ID024",
    "all-full-score",
    title="Full marks everywhere",
    severity="info",
    basis=ADVICE,
    needs="indicators.*.score indicators.*.weight",
    parameters="notes.low_execution_rate",
    confidence=MEDIUM,
)
def all_full_score(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    rows = scored_rows(sheet)
    if not all_have_full_marks(rows):
        return
    rate = low_execution_rate(sheet, profile)
    problems = label_naming_problems(sheet)
    if rate is not None and is_unspent_explained(sheet):
        why = _LOW.fill(rate=f"{format_rounded(rate * 100)}%")
    elif problems:
        why = _PROBLEMS.fill(label=problems)
    else:
        return
    yield finding(sheet.total.score, _MESSAGE.fill(count=len(rows), why=why), hint=_HINT)
