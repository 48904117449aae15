"""The form for poverty relief and linked funds: 分值 before the target, 得分 after the actual value."""

from __future__ import annotations

import random

from tests.families import labels
from tests.families.content import filled
from tests.families.drawn import Drawn, drawn
from tests.families.figures import money
from tests.families.funds import Part, funds
from tests.families.heading import headed
from tests.families.layout import (
    LEVELS,
    Column,
    funds_block,
    goals_block,
    money_label,
    names_rows,
    table_header,
    table_rows,
    total_row,
)
from tests.families.printed import NOTHING
from tests.writing.boxes import Piece, Sketch

TITLES = ("绩效目标自评表", "绩效目标自评表", "{project}绩效目标自评表", "项目支出绩效自评表")
DATED = ("绩效目标自评表（{year}年度）", "绩效目标自评表\n({year}年度)", "{year}年度绩效目标自评表")
FIRST_LEVELS = (
    (("产出指标", 50), ("效益指标", 30), ("满意度指标", 10)),
    (("产出指标", 50), ("效益指标", 40)),
)
PARTS: tuple[Part, ...] = (
    ("part", ("其中：中央补助", "其中：中央资金", "其中:中央财政资金")),
    ("part", ("地方资金", "  地方资金", "地方财政资金")),
    ("other", ("其他资金", "其他资金（包括以前年度结转资金）")),
)
FUND_COLUMNS = (
    Column("budget", ("全年预算数（A）", "全年预算数(A)", "全年预算数"), 2),
    Column("executed", ("全年执行数（B）", "全年执行数(B)", "全年执行数")),
    Column("weight", ("分值",)),
    Column("rate", ("执行率（B/A）", "执行率", "执行率(B/A)")),
    Column("score", ("得分",)),
)
COLUMNS = (
    *LEVELS,
    Column("weight", labels.WEIGHT),
    Column("target", labels.TARGET),
    Column("actual", labels.ACTUAL),
    Column("score", labels.SCORE),
    Column("note", ("未完成原因和改进措施", "未完成原因和改进措施", "偏差原因分析及改进措施")),
)
HEADLINES = ("自评总分：{}分", "项目总得分{}分", "自评总分（分）：{}", "自评得分：{}")


def draw(pick: random.Random) -> Drawn:
    style = money(pick)
    block = funds(pick, style, parts=PARTS, initial=False)
    sheet = filled(pick, style, block, pick.choice(FIRST_LEVELS))
    sheet, head = headed(pick, sheet, TITLES, DATED)
    above = pick.random() < 0.2
    if above:
        sheet = sheet._replace(weight=NOTHING, grade=NOTHING)
    sketch = Sketch(9)
    head.sketch(sketch)
    if above:
        sketch.row(Piece(pick.choice(HEADLINES).format(sheet.score.text), 9, field="total.score"))
    names_rows(sketch, sheet, pick)
    funds_block(sketch, sheet, FUND_COLUMNS, money_label(sheet, pick), pick, named=2)
    goals_block(sketch, sheet, pick)
    sketch.row(*table_header("绩效指标", COLUMNS, len(sheet.lines), pick))
    table_rows(sketch, sheet.lines, COLUMNS, pick)
    if not above:
        total_row(sketch, sheet, COLUMNS, pick.choice(("总分", "总分", "合计")))
    return drawn(sheet, sketch.done(head.loose and head.loose + above))
