"""手机/电话

检查内容
    表里有没有手机号（11 位）；固定电话只作提示。报告里只显示前三位和后两位。
为什么
    公开的表上留着个人手机号，是最常见的泄露。
依据
    财预〔2020〕10号 第二十八条（自评结果依法予以公开）；政府信息公开条例：涉及个人隐私的信息公开前要处理。
不通过示例
    负责人及电话：张某 13900000000
通过示例
    负责人：（公开时删去）
怎么改
    公开前删去号码，或改为单位的办公电话。

What it checks
    A mobile number of 11 digits; a landline is a hint.  Reports show the first three and the last two
    digits only.
Why
    A private number on a published sheet is the commonest leak.
Basis
    MOF Caiyu [2020] No. 10, article 28: results are published; private data are taken out before.
Fails
    负责人及电话：张某 13900000000
Passes
    负责人：（公开时删去）
How to fix
    Delete it, or print the office's number.
"""

import re
from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import INFO, Finding, check
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import PUBLISHED
from sheetlint_checks.privacy.scanning import scan

_MESSAGE = Text("写有电话号码 {quoted}", "a telephone number stands here: {quoted}")
_HINT = Text("公开前删去，或改为单位的办公电话", "delete it, or print the office's number")
_PHONE = LazyPattern(
    r"(?<![\d.])1[3-9]\d(?:-?\d{4}){2}(?![\d.]|\s*[万元])|(?<![\d.])0\d{2,3}-?[2-9]\d{6,7}(?![\d.])"
)


@check(
    "PI002",
    "phone",
    title="A telephone number",
    severity="warning",
    basis=PUBLISHED,
    parameters="publish.pii",
)
def phone(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    yield from scan(sheet, profile, _PHONE, _MESSAGE, _HINT, 10, _severity_of)


def _severity_of(match: re.Match[str], text: str) -> str:
    return INFO if match[0].startswith("0") else ""
