"""总体目标缺失

检查内容
    年度总体目标的预期目标和实际完成情况是否都填写了，写的是不是文字。
    口径的 [schema] 对这两格另有要求的，一并核对。
为什么
    单位自评的第一项内容就是总体绩效目标的完成情况，只填一个数字说明不了。
依据
    财预〔2020〕10号 第十一条。
不通过示例
    预期目标：43.2
通过示例
    预期目标：为残疾人提供康复训练，改善生活质量。
怎么改
    用一两句话写明预期目标和实际完成情况。

What it checks
    Whether both goal cells, planned and actual, are filled in, and in words.
    What the [schema] of the profile demands of the two, too.
Why
    The overall goal is the first thing a unit evaluates; a bare figure does not say it.
Basis
    MOF Caiyu [2020] No. 10, article 11.
Fails
    预期目标: 43.2
Passes
    预期目标: 为残疾人提供康复训练，改善生活质量。
How to fix
    Say the goal, and what became of it, in a sentence or two.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.recognise.labels import FIELD_LABELS
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ART_11
from sheetlint_checks.structure.form_features import has_no_goals
from sheetlint_checks.structure.shape_problems import demand_findings, shape_problems

_EMPTY = Text("“{field}”没有填写", "the {field} is not filled in")
_NO_WORDS = Text(
    "“{field}”只写了“{printed}”，没有文字说明", "the {field} holds nothing but “{printed}”"
)
_HINT = Text("用一两句话写明{field}", "say the {field} in a sentence or two")
_ENGLISH = {"planned": "planned goal", "actual": "actual result"}


@check(
    "ST010",
    "goal-text-missing",
    title="An overall goal is missing",
    severity="error",
    basis=ART_11,
)
def goal_text_missing(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    for problem, at in () if has_no_goals(sheet) else shape_problems(sheet, "ST010"):
        field = Text(FIELD_LABELS[problem.path][-1], _ENGLISH[problem.path])
        message = (
            _NO_WORDS.fill(field=field, printed=at.raw) if at.raw else _EMPTY.fill(field=field)
        )
        yield finding(at, message, hint=_HINT.fill(field=field))
    yield from demand_findings(sheet, "ST010")
