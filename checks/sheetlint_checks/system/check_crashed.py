"""检查项异常

检查内容
    某一检查项运行时出错。出错的检查项列出名称，其余检查项照常进行。
为什么
    出错的检查项没有得出结论，不能当作通过。
依据
    本工具的读取结果。
不通过示例
    检查项 FD002 运行时出现除数为零
通过示例
    所有检查项都运行完毕
怎么改
    表不用改；把文件和这条提示一起反馈给本工具的维护人员。

What it checks
    A check that failed while running.  It is named, and the other checks go on.
Why
    A check that failed came to no conclusion and must not count as passed.
Basis
    What this tool could read.
Fails
    the check FD002 divided by zero
Passes
    every check ran to its end
How to fix
    The sheet needs no change; report this message together with the file.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.rules.check import EACH_CRASH, Crash, Finding, check
from sheetlint_checks.basis import TOOL

_MESSAGE = Text(
    "检查项 {code} 运行时出错，没有得出结论；其余检查照常进行（{error}）",
    "check {code} failed while running and came to no conclusion; the others went on ({error})",
)
_HINT = Text(
    "表不用改；把文件和这条提示反馈给本工具的维护人员",
    "the sheet needs no change; report this message together with the file",
)


@check(
    "SY001",
    "check-crashed",
    title="A check crashed",
    severity="error",
    basis=TOOL,
    each=EACH_CRASH,
)
def check_crashed(crash: Crash) -> Iterator[Finding]:
    yield Finding(crash.at, _MESSAGE.fill(code=crash.code, error=crash.error), None, hint=_HINT)
