"""Texts of manuals, lists of checks and profiles."""

from __future__ import annotations

from sheetlint.messages.text import Text

SEVERITY = Text("级别", "Severity")
CONFIDENCE = Text("把握", "Confidence")
DEFAULT_STATE = Text("默认", "By default")
OFF = Text("关闭，点名才运行", "off: runs only where it is named")
FIX = Text("自动改正", "Fixed by")
FIXES = {
    "safe": Text("sheetlint fix（由算式确定）", "sheetlint fix (arithmetic dictates it)"),
    "unsafe": Text(
        "sheetlint fix --unsafe（很可能，要人工核对）",
        "sheetlint fix --unsafe (likely: a person should look)",
    ),
}
BASIS = Text("依据", "Basis")
SINCE = Text("始于版本", "Since")
PARAMETERS = Text("口径参数", "Parameters of profiles")
NOT_SET = Text("没有规定（跳过此项检查）", "not said (the check is skipped)")
IN_PROFILES = Text("{value}　← {profiles}", "{value}  ← {profiles}")
AND_THE_REST = Text("{name} 和没有另定的口径", "{name} and every profile that says nothing else")
EXTENDS = Text("继承 {parent}", "extends {parent}")
CHOSEN_BY = Text("选用条件：{reason}", "chosen when: {reason}")
DEFAULT = Text("没有地方特征时用它", "used when there are no signs of a place")
NEVER_CHOSEN = Text(
    "不自动选用，用 --profile 指定", "never chosen by itself: name it with --profile"
)
SOURCES = Text("出处：{marks}", "Sources: {marks}")
MARKS = {
    "S": Text("文件或表样写明", "said in a document or form"),
    "P": Text("实践做法", "practice"),
    "M": Text("凭记忆，待核", "from memory, to be verified"),
    "E": Text("本工具的建议", "our advice"),
}
UNKNOWN_HERE = Text(
    "当地的规定没有见到，用到它的检查跳过",
    "the place's rule is not known: checks that need it are skipped",
)
READ_BY = Text("用于 {codes}", "read by {codes}")
WITH_UNIT = Text("{meaning}（{unit}）", "{meaning} ({unit})")
