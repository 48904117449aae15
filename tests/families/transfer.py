"""The form for transfer payments: no points anywhere, and a block on how the money was managed."""

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
    remark_rows,
    table_header,
    table_rows,
)
from tests.families.printed import same
from tests.writing.boxes import Piece, Sketch

TITLES = (
    "转移支付区域（项目）绩效目标自评表", "中央对地方专项转移支付区域绩效目标自评表",
    "农业生产发展资金（转移支付项目）绩效自评表", "困难群众补助资金（转移支付项目）绩效目标自评表",
)  # fmt: skip
DATED = ("{year}年度转移支付区域绩效目标自评表",)
FIRST_LEVELS = (
    (("产出指标", 50), ("效益指标", 40), ("满意度指标", 10)),
    (("产出指标", 50), ("效益指标", 50)),
)
PARTS: tuple[Part, ...] = (
    ("part", ("其中：中央财政资金", "其中：中央补助", "中央财政资金")),
    ("part", ("地方资金", "  地方资金", "省级资金", "自治区资金")),
    ("other", ("其他资金", "其他资金（包括结转结余资金）")),
)
PROJECT = ("转移支付（项目）名称", "转移支付（项目）名称", "项目名称", "专项名称")
ABOVE = ("中央主管部门", "中央主管部门", "省级主管部门")
BELOW = ("地方主管部门", "市县主管部门", "县级主管部门")
UNIT = ("资金使用单位", "资金使用单位", "实施单位", "项目实施单位")
MONEY = ("资金投入情况（{}）", "资金投入情况\n（{}）", "资金情况（{}）", "项目资金（{}）")
FUND_COLUMNS = (
    Column("budget", ("全年预算数（A）", "全年预算数(A)", "全年预算数")),
    Column("executed", ("全年执行数（B）", "全年执行数(B)", "全年执行数")),
    Column("rate", ("预算执行率（B/A×100%）", "预算执行率（B/A）", "执行率", "执行率(B/A)"), 2),
)
ASPECTS = (
    "分配科学性", "下达及时性", "拨付合规性", "使用规范性", "执行准确性", "预算绩效管理情况", "支出责任履行情况",
)  # fmt: skip
MANAGED = ("按因素法分配", "及时下达", "符合规定", "资金使用规范", "无截留挪用")
COLUMNS = (
    *LEVELS,
    Column("target", ("指标值", "年度指标值", "预期指标值")),
    Column("actual", ("全年实际完成值", "全年完成值", "全年实际值")),
    Column("note", ("未完成原因和改进措施", "未完成原因和改进措施", "偏差原因分析及改进措施")),
)
GOALS = (
    ("总体目标完成情况", "总体目标", "全年实际完成情况"),
    ("年度总体目标", "年初设定目标", "全年实际完成情况"),
    ("总体目标", "年度目标", "全年实际完成情况"),
)
REMARKS = ({"说明": "无"}, {"说明": "请在此处简要说明审计检查中发现的问题。"}, {})


def draw(pick: random.Random) -> Drawn:
    style = money(pick)
    parts = PARTS[: pick.choice((2, 3, 3))]
    block = funds(pick, style, full=None, parts=parts, initial=False)
    sheet = filled(pick, style, block, pick.choice(FIRST_LEVELS), scored=False)
    sheet = sheet._replace(remarks=pick.choice(REMARKS))
    sheet, head = headed(pick, sheet, TITLES, DATED)
    sketch = Sketch(7)
    head.sketch(sketch)
    _names(sketch, sheet, pick)
    label = pick.choice(MONEY).format(style.unit)
    funds_block(sketch, sheet, FUND_COLUMNS, label, pick, named=2)
    if pick.random() < 0.7:
        _management(sketch, pick)
    _goals(sketch, sheet, pick)
    sketch.row(*table_header("绩效指标", COLUMNS, len(sheet.lines), pick))
    table_rows(sketch, sheet.lines, COLUMNS, pick, points=False)
    remark_rows(sketch, sheet)
    return drawn(sheet, sketch.done(head.loose))


def _names(sketch: Sketch, sheet: Content, pick: random.Random) -> None:
    """The department above stands first; the one of the place stands beside the unit."""
    field_row(sketch, (pick.choice(PROJECT), sheet.project, "project"))
    field_row(sketch, (pick.choice(ABOVE), sheet.department, "department"))
    field_row(
        sketch,
        (pick.choice(BELOW), same("县农业农村局"), ""),
        (pick.choice(UNIT), sheet.unit, "unit"),
    )


def _management(sketch: Sketch, pick: random.Random) -> None:
    aspects = ASPECTS[: pick.choice((2, 7))]
    sketch.row(
        Piece("资金管理情况", 1, len(aspects) + 1),
        Piece("", 2),
        Piece("情况说明", 2),
        Piece("存在问题和改进措施", 2),
    )
    for aspect in aspects:
        problems = pick.choice(("", "", "无"))
        sketch.row(Piece(aspect, 2), Piece(pick.choice(MANAGED), 2), Piece(problems, 2))


def _goals(sketch: Sketch, sheet: Content, pick: random.Random) -> None:
    block, planned, actual = pick.choice(GOALS)
    sketch.row(Piece(block, 1, 2), Piece(planned, 3), Piece(actual, 3))
    sketch.row(sheet.planned.piece(3, field="planned"), sheet.actual.piece(3, field="actual"))
