"""Texts of ``sheetlint new``, and the prompts in empty forms."""

from __future__ import annotations

from sheetlint.messages.text import Text

SHORT = Text("生成空白自评表", "Make an empty form to be filled in.")
HELP = Text(
    """按口径生成一张空白自评表：列、分值、金额单位都照该口径，执行率、预算执行得分和总分已设公式。

格式由后缀决定：.xlsx、.docx、.yaml（.yml）、.json。填好后用 sheetlint check 检查。""",
    """Make an empty form by the rules of a profile: its columns, points and money unit, with formulas
for the execution rate, its score and the totals.

The suffix decides the format: .xlsx, .docx, .yaml (.yml) or .json.  Check it with sheetlint check
when it is filled in.""",
)
OUTPUT = Text("空白表的文件，默认 自评表.xlsx", "The file; by default 自评表.xlsx.")
ROWS = Text("每个二级指标留几行，默认 1", "Rows for each second level; one by default.")
PROJECT = Text("预先填上项目名称", "The project's name, filled in.")
UNIT = Text("预先填上实施单位", "The implementing unit, filled in.")
DEPARTMENT = Text("预先填上主管部门", "The department, filled in.")
OF_YEAR = Text("预先填上年度", "The year, filled in.")
TEXT_META = Text("文字", "TEXT")
COUNT_META = Text("行数", "ROWS")
YEAR_META = Text("年度", "YEAR")
BAD_SUFFIX = Text(
    "{path}：后缀应是 .xlsx、.docx、.yaml、.yml 或 .json",
    "{path}: the suffix must be .xlsx, .docx, .yaml, .yml or .json",
)
WRITTEN = Text(
    "已生成 {path}（口径 {profile}）；填好后运行 sheetlint check {path}",
    "written: {path} (profile {profile}); when filled in: sheetlint check {path}",
)

# ── beside the cells ────────────────────────────────────────────────────────────────────────────

PROMPT = Text("填写提示", "What belongs here")
YEAR = Text("填写年度，如（2024年度）", "The year, as （2024年度）")
NAME = Text(
    "写明考核什么，如“培训人次”；用不上的行删去。",
    "What is measured, as 培训人次; delete rows that are not needed.",
)
TARGET = Text(
    "运算符＋数值＋单位，如 ≥95%、≤12个月、=3场；定性指标写明评价等级。",
    "Operator, figure and unit, as ≥95% or =3场; of quality, the grades.",
)
ACTUAL = Text(
    "填实际数，单位与指标值一致，不写运算符。",
    "The figure reached, in the target's unit, without an operator.",
)
WEIGHT = Text("0 到 100 之间", "Between 0 and 100")
WEIGHT_OF_LEVEL = Text("“{level}”各行合计 {points} 分", "The rows of {level} make {points} points")
SCORE = Text("0 到本行分值之间，最多两位小数", "Between 0 and the row's weight, two decimals")
NOTE = Text(
    "得分低于分值、没有达到或明显超过指标值的，写明原因和改进措施（不少于 {count} 字）；其余留空。",
    "Points lost, a target missed or far exceeded: the cause and the measures ({count} characters "
    "or more); else empty.",
)
NOTES_OF_SHEET = Text(
    "得分低于分值、没有达到指标值的，在这里写明。",
    "Points lost and targets missed are explained here.",
)
PLANNED = Text("照批复的绩效目标填写", "The goals as they were approved")
RESULT = Text(
    "对照预期目标写全年的完成情况，写出数字。", "What was achieved against the goals, in figures."
)
BUDGET_SCORE = Text(
    "按当地的计分办法填写；本口径没有写明办法的，请照文件计算。",
    "By the method of the place: where the profile has none, by the rules at hand.",
)
BUDGET_STEPS = Text(
    "在预算内完成的 {full} 分；其余按执行率分档：{steps}",
    "Done within the budget: {full}; else by the rate: {steps}",
)
NOT_A_WEIGHT = Text("分值应在 0 到 100 之间", "a weight is between 0 and 100")
NOT_A_SCORE = Text("得分应在 0 到本行分值之间", "a score is between 0 and the row's weight")
YAML_HEAD = Text(
    "口径 {profile} 的空白自评表，填好后运行 sheetlint check。数字照写；没有的写 null。",
    "An empty form for the profile {profile}; run sheetlint check when it is filled in.  Figures as "
    "they are; null where there is none.",
)
YAML_LEVELS = Text("各一级指标的分值：{levels}", "points of the first levels: {levels}")
YAML_FUNDS = Text(
    "金额单位 {unit}；执行率写成小数（0.9888）或百分数（98.88%）",
    "amounts in {unit}; rates as 0.9888 or 98.88%",
)
