"""The form of Hunan for a whole department: income and expenditure side by side below the total."""

from __future__ import annotations

import random

from tests.families.content import Content, filled
from tests.families.drawn import Drawn, drawn
from tests.families.figures import Money, money
from tests.families.funds import funds
from tests.families.heading import headed
from tests.families.layout import (
    Column,
    field_row,
    funds_block,
    goals_block,
    remark_rows,
    table_header,
    table_rows,
    total_row,
)
from tests.families.national import COLUMNS, FIRST_LEVELS, FUND_COLUMNS
from tests.families.printed import NOTHING
from tests.writing.boxes import Piece, Sketch

TITLES = ("部门整体支出绩效自评表", "部门整体支出绩效自评表", "部门整体绩效自评表")
DATED = ("{year}年度部门整体支出绩效自评表", "{year}年部门整体支出绩效自评表")
UNIT = ("预算单位名称", "部门名称", "部门（单位）名称", "区级预算单位名称", "省级预算部门名称")
BLOCKS = ("年度预算申请（{}）", "年度预算申请\n（{}）", "年度预算申请({})")
TOTALS = ("年度资金总额", "年度资金总额：")
INCOME = ("其中：一般公共预算拨款", "政府性基金拨款", "纳入专户管理的非税收入拨款", "其他资金")
SPENDING = ("其中：基本支出", "项目支出", "", "")
UNSCORED = tuple(column for column in COLUMNS if column.role not in ("weight", "score"))


def draw(pick: random.Random) -> Drawn:
    style = money(pick)
    scored = pick.random() < 0.7
    block = funds(pick, style, full=10 if scored else None, totals=TOTALS, parts=())
    sheet = filled(pick, style, block, pick.choice(FIRST_LEVELS), scored=scored)
    sheet = sheet._replace(project=NOTHING, department=NOTHING)
    sheet, head = headed(pick, sheet, TITLES, DATED)
    sketch = Sketch(9)
    head.sketch(sketch)
    field_row(sketch, (pick.choice(UNIT), sheet.unit, "unit"))
    columns = FUND_COLUMNS if scored else (*FUND_COLUMNS[:3], FUND_COLUMNS[4])
    _money(sketch, sheet, columns, style, pick)
    goals_block(sketch, sheet, pick)
    table = COLUMNS if scored else UNSCORED
    sketch.row(*table_header("绩效指标", table, len(sheet.lines), pick))
    table_rows(sketch, sheet.lines, table, pick, points=scored)
    if scored:
        total_row(sketch, sheet, table, "总分")
    remark_rows(sketch, sheet)
    return drawn(sheet, sketch.done(head.loose))


def _money(
    sketch: Sketch, sheet: Content, columns: tuple[Column, ...], style: Money, pick: random.Random
) -> None:
    """The total as everywhere; below it the kinds of income at the left, of spending at the right."""
    pairs = list(zip(INCOME, SPENDING, strict=True))[: pick.choice((2, 4))]
    block = pick.choice(BLOCKS).format(sheet.money_unit)
    funds_block(sketch, sheet, columns, block, pick, further=len(pairs) + 1)
    sketch.row(Piece("按收入性质分：", 4), Piece("按支出性质分：", 4))
    filled_in = pick.random() < 0.7
    for income, spent in pairs:
        left, right = (
            f"{name}：{style.amount(pick) if filled_in else ''}" if name else ""
            for name in (income, spent)
        )
        sketch.row(Piece(left, 4), Piece(right, 4))
