"""单位名称不一致

检查内容
    文字里出现的单位名称，与表头的实施单位只差几个字的（如“市教委信息中心”“市教育信息中心”）。
    只作提示；写简称、写别的单位的不算。
为什么
    同一个单位两种写法，汇总时会当成两个单位。
依据
    建议（按表内文字推断，没有条文直接规定）。
不通过示例
    表头“市教委信息中心”，正文“市教育信息中心”
通过示例
    名称一致
怎么改
    按单位的规范全称改成一致。

What it checks
    A name in the texts that differs from the implementing unit in the head by a few characters.  A
    hint; short forms and other units do not count.
Why
    One unit under two names is counted as two.
Basis
    Advice: follows from the sheet's own words.
Fails
    head 市教委信息中心, text 市教育信息中心
Passes
    the same name
How to fix
    Use the unit's full name throughout.
"""

import re
from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import LOW, Finding, check, finding
from sheetlint.sheet.lazy_pattern import HAN
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import ADVICE

_MESSAGE = Text(
    "正文写“{quoted}”，表头的实施单位是“{unit}”", "the text says {quoted}, the head {unit}"
)
_HINT = Text("按单位的规范全称改成一致", "use the unit's full name throughout")
_HEAD, _TAIL, _LEAST = 2, 4, 7


@check(
    "CN005",
    "unit-name-mismatch",
    title="The unit is written in two ways",
    severity="info",
    confidence=LOW,
    basis=ADVICE,
    needs="~unit ~actual",
)
def unit_name_mismatch(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    unit = sheet.unit.text
    if len(unit) < _LEAST or not unit.isalpha():
        return
    # The same beginning and the same end, with another middle of about the same length.
    middle = len(unit) - _HEAD - _TAIL
    pattern = f"{unit[:_HEAD]}{HAN}{{{max(0, middle - 1)},{middle + 1}}}{unit[-_TAIL:]}"
    for cell in (sheet.actual, sheet.planned):
        # Elsewhere than in the unit's own name, so that nothing is compiled for most sheets.
        text = "".join(cell.text.split())
        rest = text.replace(unit, "")
        if unit[:_HEAD] not in rest or unit[-_TAIL:] not in rest:
            continue
        for quoted in re.findall(pattern, text):
            if quoted != unit:
                yield finding(
                    cell, _MESSAGE.fill(quoted=quoted, unit=unit), printed=quoted, hint=_HINT
                )
                return
