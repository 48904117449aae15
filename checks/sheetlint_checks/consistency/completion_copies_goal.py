"""完成情况照抄目标

检查内容
    实际完成情况与预期目标的文字，去掉标点后是否一样或几乎一样（相似度 95% 以上）。
    太短的文字不比。
为什么
    照抄目标，等于没有写做成了什么。
依据
    财预〔2020〕10号 第十一条（自评包括总体绩效目标的完成情况）。
不通过示例
    两格文字一字不差
通过示例
    完成情况写明做了多少、效果怎样
怎么改
    写明本年实际做了什么、做了多少、效果怎样。

What it checks
    The text of the results against the text of the goal, punctuation aside: the same, or 95 % alike?
    Short texts are not compared.
Why
    A copied goal does not say what was achieved.
Basis
    MOF Caiyu [2020] No. 10, article 11: the results against the overall goal are evaluated.
Fails
    both cells word for word the same
Passes
    results that say how much was done and what came of it
How to fix
    Say what was done, how much, and what came of it.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import MEDIUM, Finding, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ART_11
from sheetlint_checks.notes.note_content import strip_punctuation

_MESSAGE = Text("实际完成情况{how}预期目标", "the results {how} the goal")
_SAME = Text("照抄了", "copy")
_NEARLY = Text("几乎照抄了", "almost copy")
_HINT = Text("写明本年实际做了什么、做了多少、效果怎样", "say what was done and what came of it")
_SHORT = 10
_ALIKE = 95


@check(
    "CN002",
    "completion-copies-goal",
    title="The results copy the goal",
    severity="warning",
    confidence=MEDIUM,
    basis=ART_11,
    needs="~planned ~actual",
)
def completion_copies_goal(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    goal, result = strip_punctuation(sheet.planned.text), strip_punctuation(sheet.actual.text)
    if min(len(goal), len(result)) < _SHORT:
        return
    if goal == result:
        how = _SAME
    elif _are_alike(goal, result):
        how = _NEARLY
    else:
        return
    yield finding(
        sheet.actual, _MESSAGE.fill(how=how), printed=f"{sheet.actual.raw[:20]}…", hint=_HINT
    )


def _are_alike(goal: str, result: str) -> bool:
    """The share of common text, in percent of both lengths, exact figures aside of speed: texts
    whose letters already differ more are not compared in order."""
    length = len(goal) + len(result)
    rest = list(goal)
    common = 0
    for letter in result:
        if letter in rest:
            rest.remove(letter)
            common += 1
    if 200 * common < _ALIKE * length:
        return False
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, goal, result, autojunk=False).get_matching_blocks()
    return 200 * sum(block.size for block in blocks) >= _ALIKE * length
