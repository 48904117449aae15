"""说明过长或过短

检查内容
    扣了分的指标，说明是否短到说不清（少于口径规定的字数，一般 6 个字）；当地限定字数的，
    说明是否超长。“无”一类没有内容的由 NT002 检查。只作提示。
为什么
    两三个字说不清原因和措施；太长的会被填报系统截掉。
依据
    建议；有的地方的表样限定“原因”100 字。
不通过示例
    说明“下雨”
通过示例
    说明“连续阴雨，室外作业推迟，下年一季度完工”
怎么改
    把原因和措施各写一句。

What it checks
    A note beside lost points that is too short to say anything (fewer characters than the profile's
    bound, six as a rule), or longer than the place allows.  Notes such as 无 are NT002's.
Why
    Two characters explain nothing; what is too long is cut off.
Basis
    Advice; some forms limit notes to 100 characters.
Fails
    note “下雨”
Passes
    note “连续阴雨，室外作业推迟，下年一季度完工”
How to fix
    One sentence for the cause and one for the measure.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import MEDIUM, Finding, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.arithmetic.point_rows import has_lost_points
from sheetlint_checks.basis import ADVICE
from sheetlint_checks.notes.note_content import is_meaningless, strip_punctuation

_SHORT = Text(
    "说明只有 {count} 个字：“{note}”，说不清原因和措施",
    "the note has {count} characters only: “{note}”",
)
_LONG = Text(
    "说明有 {count} 个字，限 {most} 字", "the note has {count} characters, the limit is {most}"
)
_HINT = Text("把原因和措施各写一句", "one sentence for the cause and one for the measure")
_HINT_LONG = Text("压缩到 {most} 字以内", "bring it down to {most} characters")
_NOTE = "原因"


@check(
    "NT010",
    "note-length",
    title="A note is too short or too long",
    severity="info",
    confidence=MEDIUM,
    basis=ADVICE,
    parameters="notes.min_chars notes.max_chars",
)
def note_length(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    least, limits = profile.number("notes.min_chars"), profile.get("notes.max_chars")
    most = limits.get(_NOTE) if isinstance(limits, dict) else limits
    rows = [(row.note, has_lost_points(row.weight, row.score)) for row in sheet.indicators]
    rows += [(row.note, False) for row in sheet.funds]
    for note, explains in rows:
        count = len(strip_punctuation(note.text))
        if explains and note.filled and count < least and not is_meaningless(note):
            yield finding(note, _SHORT.fill(count=count, note=note.raw), hint=_HINT)
        elif most is not None and count > most:
            yield finding(
                note,
                _LONG.fill(count=count, most=most),
                printed=f"{note.raw[:20]}…",
                formula=f"{count} > {most}",
                hint=_HINT_LONG.fill(most=most),
            )
