"""个人姓名

检查内容
    “负责人”“联系人”“填表人”一类的栏目写有姓名的，只作提示；文字里一连两个以上姓名带着金额的
    （受助人名单）是警告。报告里只显示姓。
为什么
    经办人姓名公开时可以不留；受助人的姓名不能公开。
依据
    财预〔2020〕10号 第二十八条（自评结果依法予以公开）；政府信息公开条例：涉及个人隐私的信息公开前要处理。
不通过示例
    受助人：张某 3000 元、李某 2000 元
通过示例
    受助人：87 人次
怎么改
    公开前删去姓名，受助人只写人数。

What it checks
    A name in a field such as 负责人 or 联系人: a hint.  Two or more names with amounts in a text (a list of
    those who were helped): a warning.  Reports show the family name only.
Why
    Names of staff need not be published; those of people who were helped must not.
Basis
    MOF Caiyu [2020] No. 10, article 28: results are published; private data are taken out before.
Fails
    受助人：张某 3000 元、李某 2000 元
Passes
    受助人：87 人次
How to fix
    Delete the names and give numbers of people.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import INFO, LOW, WARNING, Finding, check, finding
from sheetlint.sheet.lazy_pattern import HAN, LazyPattern
from sheetlint.sheet.sheet import Sheet
from sheetlint_checks.basis import PUBLISHED
from sheetlint_checks.privacy import vocabulary
from sheetlint_checks.privacy.scanning import searchable_texts

_FIELD = Text("“{label}”写有姓名 {quoted}", "{label} holds a name, {quoted}")
_LIST = Text(
    "像是受助人名单：{quoted} 等，带有金额",
    "this looks like a list of people with amounts: {quoted} …",
)
_HINT = Text("公开前删去姓名，受助人只写人数", "delete the names and give numbers of people")
_NAMED = LazyPattern(rf"(?<!{HAN})({HAN}{{2,3}})(?::| )?\s*\d[\d,.]*元", only_if=("元",))
_NAME = LazyPattern(rf"^{HAN}{{2,4}}(?!{HAN})")
_FEW = 2


@check(
    "PI004",
    "person-name",
    title="The name of a person",
    severity="info",
    confidence=LOW,
    basis=PUBLISHED,
    parameters="publish.pii",
)
def person_name(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    if not profile.flag("publish.pii"):
        return
    for label, value in (*sheet.details, *sheet.remarks):
        name = _NAME.match(value.text)
        if any(word in label for word in vocabulary.PERSONS) and name and _has_surname(name[0]):
            shown = _mask_name(name[0])
            message = _FIELD.fill(label=label, quoted=shown)
            yield finding(value, message, printed=shown, severity=INFO, hint=_HINT, private=True)
    for cell, text in searchable_texts(sheet).cells_matching(_NAMED):
        named = [name for name in _NAMED.findall(text) if _has_surname(name)]
        if len(named) >= _FEW:
            shown = "、".join(map(_mask_name, named[:_FEW]))
            message = _LIST.fill(quoted=shown)
            yield finding(cell, message, printed=shown, severity=WARNING, hint=_HINT, private=True)


def _has_surname(name: str) -> bool:
    return name[0] in vocabulary.SURNAMES


def _mask_name(name: str) -> str:
    return name[0] + "*" * (len(name) - 1)
