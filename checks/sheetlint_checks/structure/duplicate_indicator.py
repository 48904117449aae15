"""指标重复

检查内容
    同一个一级、二级指标下，是否有两行三级指标的名称完全相同。连指标值也相同的是错误，
    指标值不同的是警告。没有分值的明细行不计。
为什么
    同一项指标计两次分，别的指标就少了分量。
依据
    建议（按表内数据推断，没有条文直接规定）。
不通过示例
    “培训人次”出现两行
通过示例
    “培训班次”“培训人次”各一行
怎么改
    删去重复的一行，或把名称写得分得开。

What it checks
    Do two rows below the same first and second level have the same name?  An error where the target
    is the same as well, else a warning.  Rows without points do not count.
Why
    What is counted twice takes weight from the rest.
Basis
    Advice: follows from the sheet's own rows.
Fails
    two rows 培训人次
Passes
    培训班次 and 培训人次
How to fix
    Delete the second row, or tell the two apart by name.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import ERROR, WARNING, Finding, check, finding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint_checks.basis import ADVICE

_MESSAGE = Text(
    "“{name}”在“{level2}”下出现了两次{same}", "“{name}” stands twice below {level2}{same}"
)
_SAME = Text("，指标值也相同", ", with the same target")
_OTHER = Text("", "")
_HINT = Text(
    "删去重复的一行，或把两行的名称写得分得开", "delete one row, or tell them apart by name"
)


@check(
    "ST011",
    "duplicate-indicator",
    title="An indicator stands twice",
    severity="warning",
    basis=ADVICE,
    needs="indicators columns.level3",
)
def duplicate_indicator(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    seen: dict[tuple[str, str, str], Indicator] = {}
    for row in scored_rows(sheet):
        if row.doubt is not None or not row.level3.text:
            continue
        key = row.level1.text, row.level2.text, row.level3.text
        first = seen.setdefault(key, row)
        if first is row:
            continue
        same = row.target.text == first.target.text
        yield finding(
            row.level3,
            _MESSAGE.fill(
                name=row.level3.text,
                level2=row.level2.text or row.level1.text,
                same=_SAME if same else _OTHER,
            ),
            severity=ERROR if same else WARNING,
            hint=_HINT,
        )
