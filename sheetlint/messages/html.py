"""Texts of the HTML report."""

from __future__ import annotations

from sheetlint.messages.text import Text

TITLE = Text("绩效自评表检查报告", "Report on self-evaluation sheets")
SKIP_LINK = Text("跳到正文", "Skip to the content")
CONTENTS = Text("目录", "Contents")
THEME = Text("深色/浅色", "Dark / light")
SUMMARY = Text("总览", "Overview")
TO_OVERVIEW = Text("← 返回总览", "← all submissions")
PREVIOUS_FILE = Text("上一个有问题的文件", "previous file")
NEXT_FILE = Text("下一个有问题的文件 →", "next file →")
NOTHING = Text("什么也没有检查", "Nothing was checked")

TILE_FILES = Text("文件", "files")
TILE_SHEETS = Text("自评表", "sheets")
TILE_PASSED = Text("通过", "passed")
TILE_FAILED = Text("不通过", "failed")
TILE_ERRORS = Text("错误", "errors")
TILE_WARNINGS = Text("警告", "warnings")
TILE_INFOS = Text("提示", "infos")
TILE_SKIPPED = Text("跳过的检查（项次）", "checks skipped")

CHARTS = Text("图表", "Charts")
CHART_DATA = Text("图中数据", "The figures of this chart")
CODES_TITLE = Text("各检查项发现的问题", "Findings by check")
CODES_X = Text("问题数", "Number of findings")
CODES_Y = Text("检查项", "Check")
CODES_REST = Text("其余 {count} 项", "{count} more checks")
CODES_SUMMARY = Text(
    "条形图：{count} 个检查项的问题数，最多的是 {code}，{most} 个。",
    "Bar chart: findings of {count} checks, most of {code}: {most}.",
)
SCORES_TITLE = Text("自评总分的分布", "Distribution of total scores")
SCORES_X = Text("自评总分", "Total score")
SCORES_Y = Text("自评表数", "Number of sheets")
SCORES_SUMMARY = Text(
    "直方图：{count} 张表的总分，最低 {least}，最高 {most}。",
    "Histogram: total scores of {count} sheets, from {least} to {most}.",
)
RATES_TITLE = Text("预算执行率与产出得分", "Execution rate and output score")
RATES_X = Text("预算执行率", "Execution rate")
RATES_Y = Text("产出指标得分率", "Share of output points")
RATES_SUMMARY = Text(
    "散点图：{count} 张表，横轴为预算执行率，纵轴为产出指标得分占其分值的比例；"
    "执行率低而得分率高的表值得看一看。",
    "Scatter chart of {count} sheets: execution rate against the share of output points reached; "
    "sheets with a low rate and a high share are worth a look.",
)
SCORE_RANGE = Text("{start}–{end}", "{start}–{end}")

PRINTED = Text("填报值", "Printed")
HINT = Text("修改建议", "To do")
FINDINGS = Text("问题清单", "Findings")
FINDINGS_CAPTION = Text(
    "全部问题，点说明可看到表中位置", "All findings; a message leads to its place"
)
SEVERITY = Text("级别", "Severity")
CHECK = Text("检查项", "Check")
SHEET = Text("自评表", "Sheet")
WHERE = Text("位置", "Where")
MESSAGE = Text("说明", "Message")
FILTER = Text("筛选", "Filter")
SEARCH = Text("文字", "Text")
ALL_CHECKS = Text("全部检查项", "all checks")
ALL_FILES = Text("全部文件", "all files")
FILE = Text("文件", "File")
SHOWING = Text("显示 {shown} / {all} 条", "{shown} of {all} shown")
RESET = Text("清除筛选", "Reset")
NO_FINDINGS = Text("没有发现问题。", "Nothing was found.")

FILES = Text("逐表说明", "Sheet by sheet")
OPEN_ALL = Text("全部展开", "Open all")
CLOSE_ALL = Text("全部收起", "Close all")
FORM_CAPTION = Text("{name}：有问题的格子标有编号", "{name}: cells with findings carry numbers")
MADE_FORM = Text(
    "原文件不是表格，这里按通用表样重新排列",
    "The file has no table of its own: this is its content in the usual form",
)
NOT_DRAWN = Text(
    "表中有个人信息，且找不到它在表格中的位置，因此不画出原表。",
    "The sheet holds personal data whose cell is not known: it is not drawn.",
)
PRIVATE = Text("{printed}（含个人信息，其余不显示）", "{printed} (personal data, not shown)")
MARK = Text("{number}，{severity}：{code} {title}", "{number}, {severity}: {code} {title}")
TO_CELL = Text("到表中第 {number} 处", "to mark {number} in the sheet")
ROW_HIDDEN = Text("隐藏行", "hidden row")
EXPECTED_ARROW = Text("应为", "should be")
WAIVED = Text("已豁免：{reason}", "waived: {reason}")
WAIVED_BY = Text("已豁免：{reason}（{by}）", "waived: {reason} ({by})")

MANUALS = Text("检查项说明", "Manuals of the checks")
MANUAL_PARTS = Text("检查内容|为什么|怎么改", "What it checks|Why|How to fix")
"""The headings that are shown of a manual."""
SKIPPED = Text("跳过的检查（{count} 项次）", "Skipped checks ({count})")
SKIPPED_CAPTION = Text("没有运行的检查和原因", "Checks that did not run, and why")
REASON = Text("原因", "Reason")
TIMES = Text("项次", "Times")
NOT_RUN = Text("没有检查的内容", "What was not checked")
PASSED_OVER = Text("没有检查的文件（{count} 个）", "Files that were not checked ({count})")

MADE_BY = Text("由 sheetlint {version} 生成", "Made by sheetlint {version}")
DIGEST = Text("检查项摘要 SHA-256 {digest}", "rules SHA-256 {digest}")
PROFILES = Text("口径 {names}", "profiles {names}")
