"""正文项目名不符

检查内容
    项目名称一格是否写成了表名（如“某项目支出绩效自评表”），只作提示；目标和完成情况里用书名号、
    引号写的项目名称，是否与表头的不同。
为什么
    项目名称对不上，汇总时就找不到是哪个项目；多半是从别的表粘贴过来的。
依据
    建议（按表内文字推断，没有条文直接规定）。
不通过示例
    项目名称“乡村公路养护项目支出绩效自评表”
通过示例
    项目名称“乡村公路养护”
怎么改
    改成批复的项目名称。

What it checks
    The name cell holds the title of the form (a hint); or the texts name, in quotation marks, another
    project than the head.
Why
    A sheet whose project cannot be told was mostly pasted from another.
Basis
    Advice: follows from the sheet's own words.
Fails
    name “乡村公路养护项目支出绩效自评表”
Passes
    name “乡村公路养护”
How to fix
    Enter the approved project's name.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.recognise.lexicon import default_lexicon
from sheetlint.rules.check import INFO, LOW, Finding, check, finding
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE

_TITLE = Text("项目名称写成了表名“{quoted}”", "the project's name is the title of a form: {quoted}")
_OTHER = Text(
    "这里写的是“{quoted}”，表头的项目是“{project}”", "this names {quoted}, the head {project}"
)
_HINT = Text("改成批复的项目名称", "enter the approved project's name")
_QUOTED = LazyPattern(r"[“《「]([^”》」]{4,40}项目)[”》」]", only_if=("项目”", "项目》", "项目」"))


@check(
    "CN009",
    "wrong-project-name-in-text",
    title="Another project is named",
    severity="warning",
    confidence=LOW,
    basis=ADVICE,
    needs="~project",
)
def wrong_project_name_in_text(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    project = sheet.project.text
    if default_lexicon().title.search(project[-8:]):
        yield finding(sheet.project, _TITLE.fill(quoted=project), severity=INFO, hint=_HINT)
        return
    name = {letter for letter in project if not letter.isascii()}
    for cell in (sheet.planned, sheet.actual):
        named = _QUOTED.findall(cell.text)
        # A part of the project, or the project by a short name, shares letters with it.
        strange = [quoted for quoted in named if not name & (set(quoted) - set("项目"))]
        if strange and len(strange) == len(named):
            message = _OTHER.fill(quoted=strange[0], project=project)
            yield finding(cell, message, printed=strange[0], hint=_HINT)
