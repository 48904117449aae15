"""The form of Chongqing for a whole department: one level of indicators, the total in the head."""

from __future__ import annotations

import random

from tests.families.content import filled
from tests.families.drawn import Drawn, drawn
from tests.families.figures import money
from tests.families.funds import Part, funds
from tests.families.heading import headed
from tests.families.layout import Column, funds_block, table_header, table_rows
from tests.families.printed import NOTHING
from tests.writing.boxes import Piece, Sketch

TITLES = ("部门整体绩效自评表", "部门整体支出绩效自评表")
DATED = ("{year}年度部门整体支出绩效自评表", "{year}年度部门整体绩效自评表")
FIRST_LEVELS = ("产出指标", 50), ("效益指标", 30), ("满意度指标", 10)
TOTALS = ("年度总金额", "年度总金额", "年度资金总额")
PARTS: tuple[Part, ...] = (("fiscal", ("其中：财政资金", "其中:财政拨款")),)
BLOCKS = ("部门预算执行情况（{}）", "部门预算执行情况\n（{}）", "预算执行情况（{}）")
UNIT = ("部门（单位）名称", "部门(单位)名称", "预算部门、单位名称")
RESULTS = ("全年目标实际完成情况", "全年完成情况", "目标实际完成情况")
TOTAL = ("自评总分（分）", "自评总分(分)", "自评总分")
FUND_COLUMNS = (
    Column("initial", ("年初预算数", "年初预算"), 2),
    Column("budget", ("调整预算数", "全年（调整）预算数"), 2),
    Column("executed", ("全年执行数", "预算执行数"), 2),
    Column("rate", ("执行率（%）", "执行率(%)")),
    Column("weight", ("执行率权重",)),
    Column("score", ("执行率得分",)),
)
BEFORE, AFTER = ("年初指标值",), ("调整指标值", "调整后指标值")
TARGETS = (
    (Column("figure", BEFORE), Column("adjusted", AFTER, texts=("", "—", "/"))),
    (Column("initial", BEFORE, texts=("80", "1200", "—")), Column("figure", AFTER)),
)
"""The adjusted value counts where there is one."""
LEFT = (
    Column("level3", ("指标名称",)),
    Column("unit", ("计量单位",)),
    Column("sign", ("指标性质",)),
)
RIGHT = (
    Column("actual", ("全年完成值",)),
    Column("percent", ("得分系数（%）", "得分系数(%)")),
    Column("weight", ("指标权重", "指标权重（分）")),
    Column("score", ("指标得分", "指标得分（分）")),
    Column("core", ("是否核心指标",), texts=("是", "否")),
)


def draw(pick: random.Random) -> Drawn:
    style = money(pick)
    block = funds(pick, style, totals=TOTALS, parts=PARTS, percent_header=True)
    sheet = filled(pick, style, block, FIRST_LEVELS, split=True)
    lines = tuple(line._replace(level1="", level2="", note=NOTHING) for line in sheet.lines)
    sheet = sheet._replace(
        project=NOTHING, department=NOTHING, weight=NOTHING, grade=NOTHING, lines=lines
    )
    sheet, head = headed(pick, sheet, TITLES, DATED)
    sketch = Sketch(11)
    head.sketch(sketch)
    sketch.row(
        pick.choice(UNIT),
        sheet.unit.piece(4, field="unit"),
        "部门联系人",
        Piece("张某", 2),
        pick.choice(TOTAL),
        sheet.score.piece(2, field="total.score"),
    )
    funds_block(sketch, sheet, FUND_COLUMNS, pick.choice(BLOCKS).format(style.unit), pick)
    sketch.row(
        Piece("当年绩效目标", 1, 2), Piece("年初绩效目标", 5), Piece(pick.choice(RESULTS), 5)
    )
    sketch.row(sheet.planned.piece(5, field="planned"), sheet.actual.piece(5, field="actual"))
    columns = (*LEFT, *pick.choice(TARGETS), *RIGHT)
    sketch.row(*table_header("绩效指标", columns, len(lines), pick))
    table_rows(sketch, lines, columns, pick)
    return drawn(sheet, sketch.done(head.loose))
