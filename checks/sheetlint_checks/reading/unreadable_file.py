"""文件无法读取

检查内容
    文件能不能打开：损坏、加密、格式不支持、超出大小限制、读取超时都算无法读取。
为什么
    打不开的文件一项也没有检查过，不能当作通过。
依据
    本工具的读取结果。
不通过示例
    设了打开密码的工作簿；传输中断、只有一半的文件
通过示例
    用 Excel、WPS 或 Word 能正常打开的文件
怎么改
    按提示重新保存、去掉密码或换一种格式，再检查一次。

What it checks
    Whether the file opens: damaged, encrypted, unsupported, too large or too slow to read.
Why
    A file that does not open was not checked at all and must not count as passed.
Basis
    What this tool could read.
Fails
    a workbook with an opening password; half a file after a broken transfer
Passes
    a file that Excel, WPS or Word opens
How to fix
    Save it again, remove the password or choose another format, as the finding says.
"""

from collections.abc import Iterator

from sheetlint.messages.text import Text
from sheetlint.rules.check import EACH_FILE, FileReading, Finding, check
from sheetlint_checks.basis import TOOL

_MESSAGE = Text("文件无法读取：{reason}", "the file cannot be read: {reason}")


@check(
    "RD001",
    "unreadable-file",
    title="File cannot be read",
    severity="error",
    basis=TOOL,
    each=EACH_FILE,
)
def unreadable_file(reading: FileReading) -> Iterator[Finding]:
    if reading.unreadable is None:
        return
    reason, way_out = reading.unreadable
    yield Finding(reading.at, _MESSAGE.fill(reason=reason), None, hint=way_out)
