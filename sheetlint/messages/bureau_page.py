"""Texts of the bureau's page."""

from __future__ import annotations

from sheetlint.messages.text import Text

TITLE = Text("绩效自评表报送检查", "Submissions of self-evaluation sheets")
OVERVIEW = Text("总览", "Overview")
FOUND = Text("收到文件", "files received")
CHECKED = Text("已检查", "checked")
UNREAD = Text("读不了", "not readable")
OVER = Text("与自评表无关", "something else")
SHEETS = Text("自评表", "sheets")
PASSED = Text("通过", "passed")
FAILED = Text("不通过", "failed")
ERRORS = Text("错误", "errors")
WARNINGS = Text("警告", "warnings")
CLOSES = Text(
    "收到 {found} = 检查 {checked} + 读不了 {unread} + 无关 {over}",
    "{found} received = {checked} checked + {unread} not readable + {over} something else",
)
DEPARTMENTS = Text("各部门情况", "By department")
DEPARTMENTS_CAPTION = Text("按不通过的张数排列", "Most failed sheets first")
DEPARTMENT = Text("主管部门", "Department")
NO_DEPARTMENT = Text("（没有填写）", "(not filled in)")
MEAN = Text("平均总分", "Mean total")
ACROSS = Text("各表之间的问题", "Across sheets")
CHECK = Text("检查项", "Check")
MESSAGE = Text("说明", "Message")
SEVERITY = Text("级别", "Severity")
CONCERNED = Text("需要处理的文件", "Files to look at")
CONCERNED_CAPTION = Text("问题多的在前", "Worst first")
NOBODY = Text("没有需要处理的文件。", "There are none.")
MORE = Text(
    "另有 {count} 个文件没有列在这里，见问题清单和 verdicts.jsonl。",
    "{count} more are not listed here: see the list of problems and verdicts.jsonl.",
)
FILE = Text("文件", "File")
VERDICT = Text("结论", "Verdict")
UNIT = Text("实施单位", "Unit")
PROJECT = Text("项目", "Project")
TOTAL = Text("总分", "Total")
COPY = Text("标注副本", "Annotated copy")
OPEN_COPY = Text("打开", "open")
NOTICES = Text("退回修改意见", "Notices")
LEFT = Text("其他结果", "Other results")
REST = Text("没有检查的文件", "Files not checked")
UNREAD_LIST = Text("读不了的文件（{count} 个）", "Not readable ({count})")
OVER_LIST = Text("与自评表无关的文件（{count} 个）", "Something else ({count})")
CONDITIONS = Text("依据和条件", "Conditions")
CONDITIONS_CAPTION = Text(
    "用同样的条件可以重新得到同样的结论：sheetlint verify report.json 报送文件夹",
    "The same comes out under the same conditions: sheetlint verify report.json SUBMISSIONS",
)
VERSION = Text("版本", "Version")
RULES = Text("检查规则摘要", "Digest of the rules")
DATE = Text("豁免截止日的判断日期", "Day by which waivers hold")
PROFILES = Text("口径", "Profiles")
SETTINGS = Text("配置", "Configuration")
WAIVED = Text("豁免", "Waivers")
WAIVED_COUNT = Text("{count} 个问题不计", "{count} findings do not count")
SKIPPED = Text("跳过的检查（项次）", "Checks skipped")
NONE = Text("无", "none")
FOOTER = Text("由 sheetlint 生成", "made by sheetlint")
LIST = Text("问题清单", "List of problems")
