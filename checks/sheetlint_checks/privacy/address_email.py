"""住址邮箱

检查内容
    表里有没有门牌到户的住址（……号……室）或电子邮箱。只作提示；报告里不显示全文。
为什么
    住址和邮箱能找到具体的人。
依据
    财预〔2020〕10号 第二十八条（自评结果依法予以公开）；政府信息公开条例：涉及个人隐私的信息公开前要处理。
不通过示例
    ××路12号301室、a@b.cn
通过示例
    删去住址和邮箱
怎么改
    公开前删去。

What it checks
    An address down to the door, or an e-mail address.  A hint; reports do not show it whole.
Why
    They lead to a person.
Basis
    MOF Caiyu [2020] No. 10, article 28: results are published; private data are taken out before.
Fails
    ××路12号301室, a@b.cn
Passes
    neither
How to fix
    Delete them before publication.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import MEDIUM, Finding, check
from sheetlint.sheet.lazy_pattern import HAN, LazyPattern
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import PUBLISHED
from sheetlint_checks.privacy.scanning import scan

_MESSAGE = Text("写有住址或邮箱 {quoted}", "an address or e-mail stands here: {quoted}")
_HINT = Text("公开前删去", "delete it before publication")
_ADDRESS = LazyPattern(
    r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[A-Za-z]{2,})+"
    rf"|{HAN}{{1,10}}(?:路|街|巷|弄|小区|村)\d{{1,5}}(?:号|弄|栋|幢)(?:\d{{1,3}}(?:号楼|栋|幢|单元))?\d{{2,5}}室?",
    only_if=("@", "号", "弄", "栋", "幢"),
)


@check(
    "PI005",
    "address-email",
    title="An address or e-mail",
    severity="info",
    confidence=MEDIUM,
    basis=PUBLISHED,
    parameters="publish.pii",
)
def address_email(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    yield from scan(sheet, profile, _ADDRESS, _MESSAGE, _HINT)
