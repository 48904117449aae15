"""The 20 + 80 form of Hubei and of Baoshan: no column of weights, one note for the whole sheet."""

from __future__ import annotations

import random

from tests.families.content import Content, filled
from tests.families.drawn import Drawn, drawn
from tests.families.figures import money
from tests.families.funds import Part, funds
from tests.families.heading import headed
from tests.families.layout import (
    LEVELS,
    Column,
    field_row,
    funds_block,
    goals_block,
    names_rows,
    remark_rows,
    table_header,
    table_rows,
    total_row,
)
from tests.families.printed import NOTHING, same
from tests.writing.boxes import Sketch

TITLES = ("项目自评表", "{project}项目支出绩效自评表", "项目支出绩效自评表")
DATED = ("{year}年度{project}项目自评表", "{year}年度项目支出绩效自评表")
FIRST_LEVELS = (
    (("产出指标", 40), ("效益指标", 30), ("满意度指标", 10)),
    (("产出指标", 50), ("效益指标", 30)),
)
TOTALS = ("年度财政资金总额", "年度财政 资金总额", "年度财政\n资金总额", "年度资金总额")
PARTS: tuple[Part, ...] = (
    ("fiscal", ("其中：财政拨款", "当年财政拨款")),
    ("other", ("其他资金",)),
)
BLOCKS = ("预算执行情况（{}）（20分）", "预算执行情况\n（{}）\n（20分）", "预算执行情况({})(20分)")
FUND_COLUMNS = (
    Column("budget", ("预算数（A）", "预算数(A)", "全年预算数（A）"), 2),
    Column("executed", ("执行数（B）", "执行数(B)", "全年执行数（B）")),
    Column("rate", ("执行率（B/A）", "执行率(B/A)", "执行率")),
    Column("score", ("得分（20分*执行率）", "得分(20分*执行率)", "得分\n（20分*执行率）")),
)
COLUMNS = (
    *LEVELS,
    Column("target", ("年初目标值（A）", "年初目标值(A)", "年度指标值", "目标值")),
    Column("actual", ("实际完成值（B）", "实际完成值(B)", "完成值")),
    Column("score", ("得分", "自评得分")),
)
WHOLE = "年度绩效目标1（80分）", "年度绩效目标1\n（80分）", "年度绩效目标(80分)", "绩效指标（80分）"
HALVES = "年度绩效目标1（40分）", "年度绩效目标2（40分）"
NOTES = {
    "偏差大或目标未完成原因分析": ("无偏差。", "因合同尾款下年支付，部分资金未支付。"),
    "改进措施及结果应用方案": ("加快支付进度，结果作为下年预算安排依据。", "加强过程管理。"),
}
KINDS = ("项目类别", same("1.部门预算项目☑ 2.转移支付项目□"), ""), (
    "项目属性", same("1.持续性项目☑ 2.新增性项目□"), "",
)  # fmt: skip

ALLOWED = frozenset({"FD008", "ST004"})
"""The general rule gives 10 points for execution and wants a column of weights."""


def draw(pick: random.Random) -> Drawn:
    style = money(pick)
    parts = PARTS[: pick.choice((0, 0, 0, 2))]
    block = funds(pick, style, full=20, totals=TOTALS, parts=parts, initial=False, weighed=False)
    sheet = filled(pick, style, block, pick.choice(FIRST_LEVELS), weighed=False)
    sheet, head = headed(pick, sheet, TITLES, DATED)
    rows = tuple(line._replace(note=NOTHING) for line in sheet.lines)
    sheet = sheet._replace(
        grade=NOTHING,
        lines=rows,
        remarks={name: pick.choice(texts) for name, texts in NOTES.items()},
    )
    sketch = Sketch(7)
    head.sketch(sketch)
    names_rows(sketch, sheet, pick)
    if pick.random() < 0.5:
        for field in KINDS:
            field_row(sketch, field)
    label = pick.choice(BLOCKS).format(style.unit)
    funds_block(sketch, sheet, FUND_COLUMNS, label, pick)
    if pick.random() < 0.3:
        goals_block(sketch, sheet, pick)
    else:
        sheet = sheet._replace(planned=NOTHING, actual=NOTHING)
    _tables(sketch, sheet, pick)
    total_row(sketch, sheet, COLUMNS, pick.choice(("总分", "合计")))
    remark_rows(sketch, sheet)
    return drawn(sheet, sketch.done(head.loose), ALLOWED)


def _tables(sketch: Sketch, sheet: Content, pick: random.Random) -> None:
    """One table of 80 points, or two goals of 40 with a header each."""
    lines = sheet.lines
    if len(lines) < 4 or pick.random() < 0.8:
        sketch.row(*table_header(pick.choice(WHOLE), COLUMNS, len(lines), pick))
        table_rows(sketch, lines, COLUMNS, pick)
        return
    middle = len(lines) // 2
    for name, half, first in zip(
        HALVES, (lines[:middle], lines[middle:]), (0, middle), strict=True
    ):
        sketch.row(*table_header(name, COLUMNS, len(half), pick))
        table_rows(sketch, half, COLUMNS, pick, first=first)
