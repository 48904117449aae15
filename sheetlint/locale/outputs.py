"""The words of the reports that other programs show: tables, merge requests, pipelines."""

from __future__ import annotations

from sheetlint.model import Text

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
