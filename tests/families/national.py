"""The national form: 10 points for execution, 分值 → 执行率 → 得分, a note for each indicator."""

from __future__ import annotations

import random
from collections.abc import Mapping

from tests.families import labels
from tests.families.content import Content, filled
from tests.families.drawn import Drawn, drawn
from tests.families.figures import money
from tests.families.funds import funds
from tests.families.heading import Heading, headed
from tests.families.layout import (
    LEVELS,
    Column,
    field_row,
    funds_block,
    goals_block,
    money_label,
    names_rows,
    remark_rows,
    table_header,
    table_rows,
    total_row,
)
from tests.families.printed import same
from tests.writing.boxes import Drawing, Sketch

TITLES = (
    "项目支出绩效自评表", "项目支出绩效自评表", "预算项目绩效自评表", "{project}项目支出绩效自评表",
    "财政项目支出绩效自评表",
)  # fmt: skip
DATED = (
    "{year}年度财政项目绩效自评表", "{year}年度{project}项目自评表", "项目支出绩效自评表（{year}年度）",
)  # fmt: skip
FIRST_LEVELS = (
    (("产出指标", 50), ("效益指标", 30), ("满意度指标", 10)),
    (("产出指标", 50), ("效益指标", 30), ("满意度指标", 10)),
    (("产出指标", 50), ("效益指标", 40)),
    (("成本指标", 20), ("产出指标", 40), ("效益指标", 20), ("满意度指标", 10)),
)
FUND_COLUMNS = (
    Column("initial", labels.INITIAL),
    Column("budget", labels.BUDGET),
    Column("executed", labels.EXECUTED),
    Column("weight", labels.FUND_WEIGHT),
    Column("rate", labels.RATE),
    Column("score", labels.FUND_SCORE),
)
NOTED = (*FUND_COLUMNS, Column("note", ("",)))
"""The form has no name over the last column, and some write a reason there."""
COLUMNS = (
    *LEVELS,
    Column("target", labels.TARGET),
    Column("actual", labels.ACTUAL),
    Column("weight", labels.WEIGHT),
    Column("score", labels.SCORE),
    Column("note", labels.NOTE),
)
REMARKS = (
    {}, {}, {"其他需要说明事项": "无"}, {"说明": "无"}, {"注": "得分最高不能超过该指标分值上限。"},
)  # fmt: skip
PERSONS = (("项目负责人及电话", "张某 0871-5550000"), ("联系人", "李某"))


def draw(pick: random.Random) -> Drawn:
    style = money(pick)
    sheet = filled(
        pick, style, funds(pick, style, note=pick.random() < 0.3), pick.choice(FIRST_LEVELS)
    )
    sheet = sheet._replace(remarks=pick.choice(REMARKS))
    sheet, head = headed(pick, sheet, TITLES, DATED)
    return drawn(sheet, lay_out(sheet, head, pick))


def lay_out(
    sheet: Content, head: Heading, pick: random.Random, edits: Mapping[str, str] | None = None
) -> Drawing:
    """The form with ``sheet`` in it, and with ``edits`` (field → text) in the sheet's stead."""
    sketch = Sketch(9, edits)
    head.sketch(sketch)
    names_rows(sketch, sheet, pick)
    if pick.random() < 0.2:
        field_row(sketch, *((name, same(text), "") for name, text in PERSONS))
    funds_block(sketch, sheet, NOTED, money_label(sheet, pick), pick)
    goals_block(sketch, sheet, pick)
    sketch.row(*table_header("绩效指标", COLUMNS, len(sheet.lines), pick))
    table_rows(sketch, sheet.lines, COLUMNS, pick)
    total_row(sketch, sheet, COLUMNS, pick.choice(("总分", "总分", "合计", "总 分")))
    remark_rows(sketch, sheet)
    return sketch.done(head.loose)
