"""The words around manuals, lists of checks and profiles."""

from __future__ import annotations

from sheetlint.model import Text

SEVERITY = Text("级别", "Severity")
CONFIDENCE = Text("把握", "Confidence")
DEFAULT_STATE = Text("默认", "By default")
OFF = Text("关闭，点名才运行", "off: runs only where it is named")
BASIS = Text("依据", "Basis")
SINCE = Text("始于版本", "Since")
PARAMETERS = Text("口径参数", "Parameters of profiles")
NOT_SAID = Text("没有规定（跳过此项检查）", "not said (the check is skipped)")
IN_PROFILES = Text("{value}　← {profiles}", "{value}  ← {profiles}")
EXTENDS = Text("继承 {parent}", "extends {parent}")
SHIPPED = Text("随工具提供", "shipped")
CHOSEN_BY = Text("选用条件：{reason}", "chosen when: {reason}")
DEFAULT = Text("没有地方特征时用它", "used when there are no signs of a place")
