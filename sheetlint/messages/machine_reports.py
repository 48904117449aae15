"""Texts of the reports that other programs show: tables, merge requests, pipelines."""

from __future__ import annotations

from sheetlint.messages.text import Text

FILE = Text("文件", "File")
SHEET = Text("第几张表", "Sheet")
PROJECT = Text("项目名称", "Project")
UNIT = Text("实施单位", "Implementing unit")
SEVERITY = Text("级别", "Severity")
CODE = Text("代码", "Code")
NAME = Text("名称", "Name")
CHECK = Text("检查项", "Check")
CELL = Text("单元格或行", "Cell or line")
MESSAGE = Text("问题", "Finding")
FINGERPRINT = Text("指纹", "Fingerprint")
WAIVED = Text("豁免原因", "Waived because")
AT_PLACE = Text("{message}（{place}）", "{message} ({place})")
BASE = Text("仓库的最上层文件夹", "the top folder of the repository")
TO_DO = Text("怎么改：{hint}", "To do: {hint}")
BASIS = Text("依据：{basis}", "Basis: {basis}")
WAIVED_BY = Text("{reason}（{by}，到 {until}）", "{reason} ({by}, until {until})")
WAIVED_ONLY = Text("{reason}", "{reason}")
WHOLE_FILE = Text("文件", "file")
VERDICT = Text("结论", "Verdict")
SHEET_NAME = Text("自评表", "Sheet")
FOUND = Text("发现", "Found")
PRINTED_AND_EXPECTED = Text(
    "表上 {printed}，应为 {expected}", "printed {printed}, right {expected}"
)
ROWS_LEFT_OUT = Text("另有 {count} 行没有列在这里。", "{count} more rows are not listed here.")
FINDINGS_LEFT_OUT = Text(
    "另有 {count} 个问题放不下，没有列在这里，见完整报告。",
    "{count} more findings did not fit and are not listed here: see the full report.",
)
