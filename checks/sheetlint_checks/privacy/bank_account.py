"""银行账号

检查内容
    “账号”“卡号”附近有没有 16 至 19 位、校验位正确的数字。金额、项目编码不算。
    报告里只显示前三位和后两位。
为什么
    账号公开出去，会被用来诈骗。
依据
    财预〔2020〕10号 第二十八条（自评结果依法予以公开）；政府信息公开条例：涉及个人隐私的信息公开前要处理。
不通过示例
    账号 6222020000000000000（19 位）
通过示例
    删去账号
怎么改
    公开前删去。

What it checks
    16 to 19 digits with a right check digit close to 账号 or 卡号; amounts and codes do not count.  Reports
    show the first three and the last two digits only.
Why
    Published accounts are used for fraud.
Basis
    MOF Caiyu [2020] No. 10, article 28: results are published; private data are taken out before.
Fails
    账号 with 19 digits
Passes
    no account
How to fix
    Delete it before publication.
"""

import re
from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import MEDIUM, Finding, check
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import PUBLISHED
from sheetlint_checks.privacy import vocabulary
from sheetlint_checks.privacy.check_digits import is_card_number
from sheetlint_checks.privacy.scanning import NO_FINDING, scan

_MESSAGE = Text("写有银行账号 {quoted}", "a bank account stands here: {quoted}")
_HINT = Text("公开前删去", "delete it before publication")
_DIGITS = LazyPattern(r"(?<![0-9A-Za-z.])\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![0-9A-Za-z.])")
_NEAR = 16


@check(
    "PI003",
    "bank-account",
    title="A bank account",
    severity="warning",
    confidence=MEDIUM,
    basis=PUBLISHED,
    parameters="publish.pii",
)
def bank_account(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    yield from scan(sheet, profile, _DIGITS, _MESSAGE, _HINT, 16, _severity_of)


def _severity_of(match: re.Match[str], text: str) -> str:
    before = text[max(0, match.start() - _NEAR) : match.start()]
    named = any(word in before for word in vocabulary.ACCOUNT)
    return "" if named and is_card_number("".join(filter(str.isdigit, match[0]))) else NO_FINDING
