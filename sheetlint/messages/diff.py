"""Texts of the comparison of two submissions."""

from __future__ import annotations

from sheetlint.messages.text import Text

DIFF_SHORT = Text("比较退回前和重报后的自评表", "Compare sheets with their new submission.")
DIFF_HELP = Text(
    """比较退回前和重新报送的自评表（两个文件，或两个文件夹）。

说明哪些问题已改、哪些还在、哪些是新的，哪些数改了。指标值或实际完成值改了的单独指出：可能是改了目标，
而没有说明偏差。两边的格式可以不同；先按年度、项目和单位对应，再按项目，最后按位置。

退出状态按重新报送的一份：没有达到 --fail-on 的问题为 0，否则为 1。""",
    """Compare sheets as they were returned with what was submitted again (two files or two folders).

Says which findings are gone, left and new, and which figures were changed. A changed target or actual
value is pointed out: the target may have been moved instead of explaining. The formats may differ;
sheets are matched by year, project and unit, then by project, then by position.

Exit status by the new submission: 0 where nothing in it reaches --fail-on, else 1.""",
)
BEFORE = Text("退回前", "BEFORE")
AFTER = Text("重报", "AFTER")
FORMAT = Text("给人看的文字，或 JSON", "Text for people, or JSON.")
VERBOSE = Text("只是写法不同的也列出", "List what is only written in another way, too.")
QUIET = Text("通过时什么也不打印", "Print nothing on pass.")
HEAD = Text(
    "已改 {gone} 个，还在 {left} 个，新出现 {new} 个；改动 {changed} 处",
    "{gone} gone, {left} left, {new} new; {changed} figures or texts changed",
)
GONE = Text("已改", "gone")
LEFT = Text("还在", "left")
NEW = Text("新的", "new")
CHANGED = Text("改动", "changed")
REWRITTEN = Text("写法", "rewritten")
MISSING = Text("重报中没有这张表", "the new submission has no such sheet")
ADDED = Text("退回前没有这张表", "there was no such sheet before")
NO_CHANGE = Text("没有改动，也没有问题", "nothing changed, nothing found")
MEASURED = Text(
    "改了指标值或完成值，请核实是不是用改目标代替说明",
    "a target or an actual value was changed: verify that it was not moved instead of explaining",
)
ROW_GONE = Text("（删去这一行）", "(row taken out)")
ROW_ADDED = Text("（新加的行）", "(row added)")
ARROW = Text("{place}：{before} → {after}", "{place}: {before} → {after}")
FOUND = Text("{place}：{message}", "{place}: {message}")
