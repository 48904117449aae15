"""The form of Sichuan, 10 + 90: 执行率 → 权重 → 得分 → 原因 among the money, 合计, three block texts."""

from __future__ import annotations

import random
from decimal import Decimal

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
    names_rows,
    remark_rows,
    table_header,
    table_rows,
    total_row,
)
from tests.families.printed import NOTHING
from tests.writing.boxes import Sketch

TITLES = ("部门预算项目支出绩效自评表",)
DATED = ("部门预算项目支出绩效自评表（{year}年度）", "部门预算项目支出绩效自评表({year}年度)")
FURTHER = ("报表编号：510000_0013zp",)
FIRST_LEVELS = (
    (("产出指标", 60), ("效益指标", 20), ("满意度指标", 10)),
    (("产出指标", 50), ("效益指标", 30), ("满意度指标", 10)),
    (("产出指标", 40), ("成本指标", 20), ("效益指标", 30)),
)
TOTALS = ("总额", "总额", "年度资金总额", "合计")
PARTS: tuple[Part, ...] = (
    ("fiscal", ("其中：财政资金", "财政资金")),
    ("other", ("财政专户管理资金",)),
    ("other", ("单位资金",)),
    ("other", ("其他资金",)),
)
BLOCKS = (
    "预算执行情况（10分）",
    "预算执行情况\n（10分）",
    "预算执行情况（万元）（10分）",
    "预算执行情况(10分)",
)
FUND_COLUMNS = (
    Column("initial", ("年初预算数", "年初预算")),
    Column("budget", ("全年(调整)预算数", "调整后预算数", "全年（调整）预算数")),
    Column("executed", ("全年执行数", "预算执行数")),
    Column("rate", ("执行率(%)", "预算执行率（%）")),
    Column("weight", ("权重",)),
    Column("score", ("得分",)),
    Column("note", ("原因",), 2),
)
COLUMNS = (
    *LEVELS,
    Column("sign", ("指标性质",)),
    Column("figure", ("指标值",)),
    Column("unit", ("度量单位",)),
    Column("actual", ("完成值",)),
    Column("weight", ("权重",)),
    Column("score", ("得分",)),
    Column("note", ("未完成原因分析", "未完成原因分析", "偏差原因分析")),
)
# The first of each says that all went well.
TEXTS = {
    "评价结论": ("项目总体完成良好。", "绩效目标基本实现。"),
    "存在问题": ("无", "预算执行进度偏慢，部分指标未按期完成。"),
    "改进措施": ("无", "继续加强预算执行管理。"),
}

ALLOWED = frozenset({"AR002", "UN001"})
"""Each unit splits the 90 points as it likes, where the general rule advises 50/30/10; and half of
the forms print no unit of money."""


def draw(pick: random.Random) -> Drawn:
    style = money(pick)._replace(unit="万元")
    block = funds(pick, style, totals=TOTALS, parts=PARTS, percent_header=True, note=True)
    sheet = filled(pick, style, block, pick.choice(FIRST_LEVELS), split=True)
    sheet, head = headed(pick, sheet, TITLES, DATED, FURTHER)
    label = pick.choice(BLOCKS)
    lost = int(Decimal(sheet.score.text) < 100)
    sheet = sheet._replace(
        grade=NOTHING,
        money_unit="万元" if "万元" in label else None,
        remarks={name: pick.choice(texts[lost:]) for name, texts in TEXTS.items()},
    )
    sketch = Sketch(11)
    head.sketch(sketch)
    names_rows(sketch, sheet, pick)
    funds_block(sketch, sheet, FUND_COLUMNS, label, pick, named=2)
    goals_block(sketch, sheet, pick)
    sketch.row(*table_header("绩效指标", COLUMNS, len(sheet.lines), pick))
    table_rows(sketch, sheet.lines, COLUMNS, pick)
    total_row(sketch, sheet, COLUMNS, "合计")
    remark_rows(sketch, sheet)
    return drawn(sheet, sketch.done(head.loose), ALLOWED)
