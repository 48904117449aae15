"""超字数

检查内容
    当地表样限定字数的栏目（如“目标完成情况”100 字、“存在问题”200 字），是否超过；说明栏由 NT010 检查。没有限定的地方不查。
    字数按去掉空格和换行后的字符计。
为什么
    填报系统会把超出的部分截掉，报上去的就不完整。
依据
    当地的自评口径。
不通过示例
    “存在问题”限 200 字，写了 260 字
通过示例
    “存在问题”限 200 字，写了 120 字
怎么改
    压缩文字，把要点写在前面。

What it checks
    Texts that the form limits (存在问题 200 characters): are they within it?  Notes are NT010's.  Silent where
    the place sets no limit.  Blanks and line breaks do not count.
Why
    Systems cut off what is too long.
Basis
    The rules of the place.
Fails
    存在问题, limited to 200, has 260 characters
Passes
    存在问题, limited to 200, has 120 characters
How to fix
    Shorten the text.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.profiles import Profile
from sheetlint.rules.check import Finding, check, finding
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.basis import LOCAL

_MESSAGE = Text(
    "“{label}”限 {most} 字，写了 {count} 字",
    "{label} is limited to {most} characters, it has {count}",
)
_HINT = Text("压缩到 {most} 字以内", "bring it down to {most} characters")
_RESULTS = "目标完成情况"


@check(
    "ST013",
    "text-too-long",
    title="A text is too long",
    severity="info",
    basis=LOCAL,
    parameters="notes.max_chars",
)
def text_too_long(sheet: Sheet, profile: Profile) -> Iterator[Finding]:
    limits = profile.get("notes.max_chars")
    for label, most in limits.items() if isinstance(limits, dict) else ():
        for cell in _texts(label, sheet):
            count = len("".join(cell.text.split()))
            if count > most:
                yield finding(
                    cell,
                    _MESSAGE.fill(label=label, most=most, count=count),
                    printed=f"{cell.raw[:20]}…",
                    formula=f"{count} > {most}",
                    hint=_HINT.fill(most=most),
                )


def _texts(label: str, sheet: Sheet) -> list[Value]:
    """The cells that a limit means: the results, or what stands below the table."""
    if label == _RESULTS:
        return [sheet.actual]
    return [value for name, value in sheet.remarks if label in name]
