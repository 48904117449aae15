"""说明雷同

检查内容
    三个以上不同的指标，偏差原因分析的文字（八个字以上）是否完全相同。只报一次。
为什么
    不同的指标有不同的原因；一句话抄三遍，等于没有分析。
依据
    财预〔2020〕10号 第十一条（未完成或偏离较大的，要分析并说明原因，提出改进措施）。
不通过示例
    三行均写“受疫情影响，下一步加强管理”
通过示例
    各行分别写明原因和措施
怎么改
    逐项写明各自的原因和改进措施。

What it checks
    The same note of eight characters or more beside three or more indicators; said once.
Why
    Different indicators fall short for different reasons.
Basis
    MOF Caiyu [2020] No. 10, article 11: deviations are explained, with cause and measure.
Fails
    three rows with “受疫情影响，下一步加强管理”
Passes
    each row with its own cause and measure
How to fix
    Write the cause and measure of each.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import MEDIUM, Finding, check, finding
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ART_11
from sheetlint_checks.notes.note_content import is_explanation, strip_punctuation

_MESSAGE = Text(
    "{count} 个指标的说明一字不差：“{note}”",
    "{count} indicators have the same note: “{note}”",
)
_HINT = Text("逐项写明各自的原因和改进措施", "write the cause and measure of each indicator")
_MANY, _LONG = 3, 8


@check(
    "NT009",
    "note-copied",
    title="The same note stands beside several indicators",
    severity="warning",
    confidence=MEDIUM,
    basis=ART_11,
    needs="columns.note",
)
def note_copied(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    same: dict[str, list[Indicator]] = {}
    for row in sheet.indicators:
        text = strip_punctuation(row.note.text)
        if len(text) >= _LONG and is_explanation(row.note):
            same.setdefault(text, []).append(row)
    for rows in same.values():
        # One cell merged over several rows is one note.
        places = [row.note.where for row in rows]
        cells = {
            w._replace(label=w.label if w.row is None and w.line is None else ()) for w in places
        }
        if len({row.level3.text for row in rows}) >= _MANY and len(cells) >= _MANY:
            note = rows[0].note
            yield finding(note, _MESSAGE.fill(count=len(rows), note=note.raw[:20]), hint=_HINT)
