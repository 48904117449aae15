"""What the gate says."""

from __future__ import annotations

from sheetlint.model import Text

PROFILE_NAMED = Text("由使用者指定", "named by the user")
DIED = Text(
    "读取或检查这个文件的进程意外终止（{reason}）",
    "the process that read or checked this file came to an unexpected end ({reason})",
)
DIED_HINT = Text(
    "请单独检查这个文件；如果仍然如此，用原程序打开后另存一份再报",
    "check this file by itself; if it is the same then, open it in its program and save it anew",
)
NOT_OURS = Text(
    "{out} 里有别的文件，不是本工具留下的；请用空文件夹",
    "{out} holds other files, which this tool has not left there: name an empty folder",
)
NO_PLACE = Text("不能写入 {out}：{reason}", "cannot write to {out}: {reason}")
NO_RECORD = Text("打不开 {path}：{reason}", "cannot open {path}: {reason}")
BAD_RECORD = Text(
    "{path} 不是本工具的运行记录（应由 sheetlint gate 生成）",
    "{path} is no record of this tool (sheetlint gate makes one)",
)
