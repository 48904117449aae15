"""Texts of the comparison of two submissions."""

from __future__ import annotations

from sheetlint.messages.text import Text

DIFF_SHORT = Text("比较退回前和重报后的自评表", "Compare sheets with their new submission.")
DIFF_HELP = Text(
    """比较退回前和重新报送的自评表（两个文件，或两个文件夹）。

说明哪些问题已改、哪些还在、哪些是新的，哪些数改了。改动中降低的目标值在最前，其次是改了的分值；指标值或
实际完成值改了的单独指出：可能是改了目标，而没有说明偏差。两张表的项目、单位或年度不同时，先说明。两边的格式可以不同；先按年度、项目和单位对应，再按项目，最后按位置。

退出状态按重新报送的一份：没有达到 --fail-on 的问题为 0，否则为 1。""",
    """Compare sheets as they were returned with what was submitted again (two files or two folders).

Says which findings are gone, left and new, and which figures were changed: lowered targets first, then
weights. A changed target or actual value is pointed out: the target may have been moved instead of
explaining. Where the two sheets are of different projects, units or years, that is said first. The formats may differ;
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
    "findings: {gone} gone, {left} left, {new} new; changes: {changed}",
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
OTHER_SHEET = Text(
    "这两张表不是同一个项目：{differences}；以下比较仅供参考，请先核对文件是否拿错",
    "these two sheets are not of one project: {differences}; check first that they are the right "
    "files, before you rely on what follows",
)
DIFFERENCE = Text("{what}由“{before}”变为“{after}”", "{what} was “{before}” and is “{after}”")
NAMED = {
    "project": Text("项目名称", "the project"),
    "unit": Text("实施单位", "the unit"),
    "year": Text("年度", "the year"),
}
LOWERED = Text("目标值降低", "lowered")
WEIGHT = Text("分值改动", "weight")
ROW_GONE = Text("（删去这一行）", "(row taken out)")
ROW_ADDED = Text("（新加的行）", "(row added)")
ARROW = Text("{place}：{before} → {after}", "{place}: {before} → {after}")
FOUND = Text("{place}：{message}", "{place}: {message}")
