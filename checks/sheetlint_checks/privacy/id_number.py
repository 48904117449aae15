"""身份证号

检查内容
    表里有没有 18 位（校验码正确）或 15 位（出生日期合理、前面写明是身份证）的身份证号。
    报告里只显示前三位和后两位。
为什么
    自评表要公开，身份证号是不能公开的个人信息。
依据
    财预〔2020〕10号 第二十八条（自评结果依法予以公开）；政府信息公开条例：涉及个人隐私的信息公开前要处理。
不通过示例
    受助人 11010519491231002X
通过示例
    受助人 110*************2X
怎么改
    公开前删去，或只保留前三位和后两位。

What it checks
    An identity number: 18 characters with the right check digit, or 15 digits with a date of birth
    behind the word 身份证.  Reports show the first three and the last two only.
Why
    The sheet is published, and this must not be.
Basis
    MOF Caiyu [2020] No. 10, article 28: results are published; private data are taken out before.
Fails
    受助人 11010519491231002X
Passes
    受助人 110*************2X
How to fix
    Delete it, or keep the first three and the last two.
"""

import re
from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import PUBLISHED
from sheetlint_checks.privacy.check_digits import is_id_number
from sheetlint_checks.privacy.scanning import NO_FINDING, scan

_MESSAGE = Text("写有身份证号 {quoted}", "an identity number stands here: {quoted}")
_HINT = Text("公开前删去", "delete it before publication")
_NUMBER = LazyPattern(r"(?<![0-9A-Za-z])(?:[1-9]\d{16}[\dXx]|[1-9]\d{14})(?![0-9A-Za-z])")
_OLD, _NAMED = 15, "身份证"


@check(
    "PI001",
    "id-number",
    title="An identity number",
    severity="error",
    basis=PUBLISHED,
    parameters="publish.pii",
)
def id_number(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    yield from scan(sheet, profile, _NUMBER, _MESSAGE, _HINT, 15, _severity_of)


def _severity_of(match: re.Match[str], text: str) -> str:
    if not is_id_number(match[0]):
        return NO_FINDING
    # Fifteen digits have no check digit: codes of projects look the same.
    return NO_FINDING if len(match[0]) == _OLD and _NAMED not in text else ""
