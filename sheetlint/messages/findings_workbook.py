"""Texts of the workbook of findings."""

from __future__ import annotations

from sheetlint.messages.text import Text

FOOTER = Text("&C第 &P 页，共 &N 页", "&Cpage &P of &N")
CUT = Text(
    "……（全文 {count} 字，超过 Excel 一个单元格的上限，后面的没有列出）",
    "… ({count} characters in all, more than a cell of Excel holds: the rest is left out)",
)

# ── the list of findings ────────────────────────────────────────────────────────────────────────

LIST = Text("问题清单", "Findings")
SUMMARY = Text("汇总", "Summary")
NUMBER = Text("序号", "No.")
UNIT = Text("实施单位", "Implementing unit")
PROJECT = Text("项目", "Project")
YEAR = Text("年度", "Year")
FILE = Text("文件", "File")
PLACE = Text("位置", "Where")
PLACE_NAMED = Text("位置说明", "Field")
CODE = Text("编码", "Code")
CHECK = Text("检查项", "Check")
SEVERITY = Text("严重程度", "Severity")
MESSAGE = Text("问题", "Finding")
PRINTED = Text("填报值", "Printed")
EXPECTED = Text("应为", "Right")
FORMULA = Text("计算", "Calculation")
HINT = Text("修改建议", "To do")
BASIS = Text("依据", "Basis")
REPLY = Text("单位答复", "The unit's reply")
WAIVED = Text("豁免", "Waived")
REPLIES = (
    Text("已改正", "corrected"),
    Text("没有错，说明如下", "not wrong, because"),
    Text("已补充说明", "note added"),
    Text("待核实", "to be verified"),
)
REPLY_TITLE = Text("单位答复", "The unit's reply")
REPLY_PROMPT = Text(
    "从列表中选一项，或者直接写明改了什么、为什么不改。",
    "Choose from the list, or say what was changed and why not.",
)
NOTHING_FOUND = Text("没有发现问题", "nothing was found")
ROWS_LEFT_OUT = Text(
    "还有 {count} 个问题超过 Excel 工作表的行数上限，没有列在这里；请按文件夹分批检查，或用 --output csv=文件。",
    "{count} more findings are above the rows of a worksheet of Excel and are not listed here: check "
    "folder by folder, or use --output csv=FILE.",
)

# ── the summary ─────────────────────────────────────────────────────────────────────────────────

SUMMARY_TITLE = Text(
    "项目支出绩效自评表检查结果汇总", "Self-evaluation sheets: summary of the check"
)
VERDICT = Text("结论", "Verdict")
SCOPE = Text("检查范围", "Checked")
CHECKS = Text("检查项次", "Checks")
TOOL = Text("工具版本", "Tool")
PROFILES = Text("采用口径", "Profiles")
VERDICT_RULE = Text("{verdict}（{rule}）", "{verdict} ({rule})")
SHEETS = Text("自评表", "Sheets")
COUNT = Text("个数", "Count")
OF_THEM_WAIVED = Text("另有已豁免", "Waived besides")
BY_SEVERITY = Text("按严重程度", "By severity")
BY_CHECK = Text("按检查项", "By check")
BY_FILE = Text("按文件", "By file")
PROFILE = Text("口径", "Profile")
MORE = Text("{first} 等 {count} 个", "{first} and others, {count} in all")
