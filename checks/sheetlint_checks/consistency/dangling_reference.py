"""无所指的"上述"

检查内容
    目标、完成情况里的“上述……”，前文有没有说过；“见附件”“如下”后面有没有内容。只作提示。
为什么
    指不到的“上述”，多半是从别的文件里截下来的一段，看表的人看不懂。
依据
    建议（按表内文字推断，没有条文直接规定）。
不通过示例
    对上述虚拟化平台进行保障（前文没有说过虚拟化平台）
通过示例
    对门户网站虚拟化平台进行保障
怎么改
    把所指的内容写出来。

What it checks
    上述 (the above) in the goal or the results without anything above it; 见附件 or 如下 with nothing
    below.  A hint.
Why
    The passage was cut out of another document, and the reader cannot follow it.
Basis
    Advice: follows from the sheet's own words.
Fails
    对上述虚拟化平台进行保障, no platform named before
Passes
    对门户网站虚拟化平台进行保障
How to fix
    Write out what is meant.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import LOW, Finding, check, finding
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.consistency import patterns

_ABOVE = Text("“{quoted}”前面没有说过是什么", "nothing before says what “{quoted}” is")
_ATTACHED = Text("“{quoted}”，表上没有所指的内容", "“{quoted}”: the sheet does not hold it")
_HINT = Text("把所指的内容写出来", "write out what is meant")
_REFERS = LazyPattern(patterns.ABOVE, only_if=("上述",))
_POINTS = LazyPattern(patterns.ATTACHED, only_if=("附件", "附表", "如下"))


@check(
    "CN010",
    "dangling-reference",
    title="A reference to nothing",
    severity="info",
    confidence=LOW,
    basis=ADVICE,
)
def dangling_reference(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    for cell in (sheet.planned, sheet.actual):
        text = "".join(cell.text.split())
        for quoted in _REFERS.finditer(text):
            # 上述工作 may refer to anything in the text before it.
            before = text[: quoted.start()]
            known = (
                any(quoted[1][:n] in before for n in (2, 3, 4)) or len(before) > _MIN_TEXT_BEFORE
            )
            if not known:
                yield finding(cell, _ABOVE.fill(quoted=quoted[0]), printed=quoted[0], hint=_HINT)
                break
        points = _POINTS.search(text)
        if points:
            yield finding(cell, _ATTACHED.fill(quoted=points[0]), printed=points[0], hint=_HINT)


_MIN_TEXT_BEFORE = 60
"""After so many characters the text holds something that may be referred to."""
