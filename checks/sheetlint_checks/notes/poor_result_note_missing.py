"""自评结果较差未说明

检查内容
    总分低于 80 分（以所用口径为准）的，表下有没有统一的原因说明，或者每个扣分的指标是不是
    都写了说明。两样都没有的才报。
为什么
    结果较差的项目要说清原因、提出整改，这是财政部门必问的一件事。
依据
    财预〔2020〕10号 第二十六条（预算执行率偏低、自评结果较差的项目，要单独说明原因）。
不通过示例
    总分 58.3，全表没有说明
通过示例
    总分 58.3，表下写明主要原因与整改措施
怎么改
    在表下或实际完成情况里写明主要原因和整改措施。

What it checks
    A total below 80 (the profile's bound) without a text below the table that explains it, and not
    every row that lost points has a note.
Why
    A poor result must be explained; it is the first thing that is asked.
Basis
    MOF Caiyu [2020] No. 10, article 26: low execution and poor results are explained.
Fails
    total 58.3, no text
Passes
    total 58.3, with cause and measures below the table
How to fix
    Say why, and what will be done.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.arithmetic.point_rows import has_lost_points
from sheetlint_checks.basis import ART_26
from sheetlint_checks.notes.note_content import gives_reason, is_explained_below, is_explanation

_MESSAGE = Text(
    "总分 {total}，低于 {bound} 分，没有单独说明原因和整改措施",
    "the total is {total}, below {bound}, and nothing explains it",
)
_HINT = Text(
    "在表下或实际完成情况里写明主要原因和整改措施", "say why, and what will be done about it"
)


@check(
    "NT013",
    "poor-result-note-missing",
    title="A poor result is not explained",
    severity="warning",
    basis=ART_26,
    needs="total.score",
    parameters="notes.poor_total",
)
def poor_result_note_missing(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    total, bound = sheet.total.score, profile.number("notes.poor_total")
    if total.sure >= bound or is_explained_below(sheet) or gives_reason(sheet.actual.text):
        return
    short = [row for row in scored_rows(sheet) if has_lost_points(row.weight, row.score)]
    if short and all(is_explanation(row.note) for row in short):
        return
    yield finding(
        total,
        _MESSAGE.fill(total=total.raw, bound=format_plain(bound)),
        formula=f"{format_plain(total.sure)} < {format_plain(bound)}",
        hint=_HINT,
    )
