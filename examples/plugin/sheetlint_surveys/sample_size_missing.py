"""满意度未写样本数

检查内容
    满意度指标的实际完成值里是否写明调查了多少人（问卷、样本、访谈的份数或人数）。
为什么
    没有样本数，满意度的数值无从核对。
依据
    本单位的填报要求（示例，请换成自己的文件）。
不通过示例
    读者满意度 ≥90%，实际完成值 96%
通过示例
    读者满意度 ≥90%，实际完成值 96%（回收问卷318份）
怎么改
    在实际完成值后面用括号写明样本数。

What it checks
    Whether the actual value of a satisfaction indicator says how many people were asked.
Why
    Without the size of the sample nobody can verify the figure.
Basis
    The bureau's own instructions (an example: put yours here).
Fails
    Readers' satisfaction ≥90%, actual 96%
Passes
    Readers' satisfaction ≥90%, actual 96%（回收问卷318份）
How to fix
    Write the size of the sample in brackets after the value.
"""

import re
from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import EACH_INDICATOR, Finding, check, finding
from sheetlint.sheet.sheet import Indicator, Sheet

_SAMPLE = re.compile(r"\d+\s*(?:份|人|户|家)")


@check(
    "SV001",
    "sample-size-missing",
    title="Satisfaction without the size of the sample",
    severity="warning",
    basis=Text("本单位填报要求（示例）", "the bureau's own instructions (example)"),
    each=EACH_INDICATOR,
    needs="~level3 ~actual",
)
def sample_size_missing(row: Indicator, sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if "满意度" in row.level3.text and not _SAMPLE.search(row.actual.text):
        yield finding(
            row.actual,
            Text(
                "“{name}”的实际完成值没有写明调查了多少人",
                "the actual value of {name} does not say how many were asked",
            ).fill(name=row.level3.text),
            hint=Text(
                "在数值后面用括号写明，例如“96%（回收问卷318份）”",
                "add it in brackets, for example 96%（回收问卷318份）",
            ),
        )
