"""涉密字样

检查内容
    表里有没有“涉密”“秘密”“机密”“内部资料”一类的字样。多半没有问题，但公开前要有人看过。
    “商业秘密”“非涉密”不算。只作提示。
为什么
    涉密内容不得公开，看一眼比事后追查容易。
依据
    财预〔2020〕10号 第二十八条（自评结果依法予以公开，涉密内容除外）。
不通过示例
    “涉密网”未经确认
通过示例
    经保密审查后公开
怎么改
    公开前请保密审查人员确认。

What it checks
    Words such as 涉密, 秘密, 机密 or 内部资料.  Mostly harmless, but a person must look before publication.
    商业秘密 and 非涉密 do not count.  A hint.
Why
    What is secret must not be published, and a look is easier than an inquiry.
Basis
    MOF Caiyu [2020] No. 10, article 28: results are published, secrets excepted.
Fails
    涉密网, not confirmed
Passes
    published after a review
How to fix
    Have it confirmed before publication.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import LOW, Finding, check, finding
from sheetlint.sheet.lazy_pattern import HAN, LazyPattern
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import PUBLISHED
from sheetlint_checks.privacy import vocabulary
from sheetlint_checks.privacy.scanning import searchable_texts

_MESSAGE = Text(
    "写有“{quoted}”，公开前请保密审查人员确认",
    "“{quoted}” stands here; have it confirmed before publication",
)
_HARMLESS = LazyPattern("|".join(vocabulary.NOT_SECRET), only_if=vocabulary.SECRET)
_WORD = LazyPattern(f"(?:{'|'.join(vocabulary.SECRET)}){HAN}?", only_if=vocabulary.SECRET)


@check(
    "PI006",
    "secrecy-words",
    title="Words of secrecy",
    severity="info",
    confidence=LOW,
    basis=PUBLISHED,
    parameters="publish.pii",
)
def secrecy_words(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if not profile.flag("publish.pii"):
        return
    for cell, _ in searchable_texts(sheet).cells_matching(_WORD):
        quoted = _WORD.search(_HARMLESS.sub("", cell.text))
        if quoted:
            yield finding(cell, _MESSAGE.fill(quoted=quoted[0]), printed=quoted[0])
