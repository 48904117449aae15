"""完成情况写计划

检查内容
    实际完成情况里只有“拟、将、计划、预计”，没有一处说做成了什么。只作提示。
为什么
    完成情况写的应是已经做成的事；写成打算，说明还没有做，或是抄了计划。
依据
    财预〔2020〕10号 第十一条（自评包括总体绩效目标的完成情况）。
不通过示例
    拟于下年3月完成
通过示例
    已于11月完成
怎么改
    写明本年已经做成了什么；没有做的，如实写明。

What it checks
    The results hold only plans (拟, 将, 计划, 预计) and no word of anything done.  A hint.
Why
    Results are what was done; a plan means that it was not, or was copied.
Basis
    MOF Caiyu [2020] No. 10, article 11: the results against the overall goal are evaluated.
Fails
    拟于下年3月完成
Passes
    已于11月完成
How to fix
    Say what was done; and what was not.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import LOW, Finding, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ART_11
from sheetlint_checks.consistency import patterns

_MESSAGE = Text(
    "实际完成情况只写了打算（“{word}”），没有写做成了什么",
    "the results hold plans only (“{word}”), and nothing that was done",
)
_HINT = Text("写明本年已经做成了什么；没有做的，如实写明", "say what was done, and what was not")


@check(
    "CN011",
    "future-tense-in-actual",
    title="The results hold plans only",
    severity="info",
    confidence=LOW,
    basis=ART_11,
    needs="~actual",
)
def future_tense_in_actual(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    text = sheet.actual.text
    plan = next((word for word in patterns.FUTURE if word in text), None)
    if plan is None:
        return
    clauses = text.replace("；", "，").replace("。", "，").replace(",", "，").split("，")
    clauses_done = [c for c in clauses if c and not any(word in c for word in patterns.FUTURE)]
    if not any(word in clause for clause in clauses_done for word in patterns.DONE):
        yield finding(
            sheet.actual, _MESSAGE.fill(word=plan), printed=f"{sheet.actual.raw[:20]}…", hint=_HINT
        )
