"""检查项跳过

检查内容
    某一检查项没有运行，或者有的行没有检查：列出是哪一项、为什么。不算问题，但要计数。
为什么
    “0 个错误”不等于“全部核对过”，没有核对的要让人看见。
依据
    本工具的读取结果。
不通过示例
    执行率一格为空，FD002 跳过
通过示例
    检查项所需的数字都读到了
怎么改
    补齐所缺的内容，再检查一次。

What it checks
    A check that did not run, or not on every row: which one, and why.  Not a finding, but counted.
Why
    “0 errors” does not mean “all verified”; what was not verified must be seen.
Basis
    What this tool could read.
Fails
    the rate is empty, so FD002 is skipped
Passes
    everything that the check needs was read
How to fix
    Fill in what is missing and check again.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.rules.check import EACH_SKIP, INFO, Finding, Skip, check
from sheetlint.sheet.value import Value
from sheetlint_checks.basis import TOOL

_MESSAGE = Text("检查项 {code} 没有运行：{reason}", "check {code} did not run: {reason}")


@check(
    "SY002",
    "check-skipped",
    title="A check was skipped",
    severity="info",
    basis=TOOL,
    each=EACH_SKIP,
)
def check_skipped(skip: Skip) -> Iterator[Finding]:
    # Renderers take the sentence from here; in a report it stands among the skipped, not the found.
    message = _MESSAGE.fill(code=skip.code, reason=skip.reason)
    yield Finding(Value("skipped"), message, None, severity=INFO)
