"""The national form with sign, figure and unit of the target in columns of their own.

Three places: two header rows and a grade (Yunnan), a nature and a direction (Inner Mongolia), and
columns of reasons and proofs between those of the form (Xinjiang).
"""

from __future__ import annotations

import random

from tests.families import labels
from tests.families.content import Content, filled
from tests.families.drawn import Drawn, drawn
from tests.families.figures import money
from tests.families.funds import funds
from tests.families.heading import headed
from tests.families.layout import (
    LEVELS,
    Column,
    funds_block,
    goals_block,
    money_label,
    names_rows,
    remark_rows,
    table_header,
    table_rows,
    total_row,
)
from tests.families.national import FIRST_LEVELS, FUND_COLUMNS, TITLES
from tests.families.printed import upright
from tests.writing.boxes import Piece, Sketch

DATED = ("{year}年度项目支出绩效自评表",)
FURTHER = ("公开14表", "部门：清河市图书馆")
YUNNAN = (
    *LEVELS,
    Column("sign", ("指标性质",)),
    Column("figure", ("指标值",)),
    Column("unit", ("度量单位",)),
    Column("actual", labels.ACTUAL),
    Column("weight", labels.WEIGHT),
    Column("score", labels.SCORE),
    Column("note", labels.NOTE, 2),
)
MONGOLIA = (
    *LEVELS,
    Column("nature", ("指标性质",)),
    Column("sign", ("指标方向",)),
    Column("figure", labels.TARGET),
    Column("actual", labels.ACTUAL),
    Column("unit", ("计量单位",)),
    Column("weight", ("分值",)),
    Column("score", ("得分",)),
    Column("note", labels.NOTE),
)
XINJIANG = (
    *LEVELS,
    Column("target", ("指标值",)),
    Column("basis", ("指标值设置依据",), texts=("年度计划", "行业标准", "")),
    Column("before", ("上年完成值",), texts=("95%", "1200", "—", "")),
    Column("weight", ("指标分值权重",)),
    Column("rule", ("指标赋分规则",), texts=("完成得满分", "按比例赋分", "直接赋分")),
    Column("proof", ("佐证资料",), texts=("台账", "工作总结", "")),
    Column("actual", ("指标实际完成值",)),
    Column("percent", ("完成率",)),
    Column("score", ("指标得分",)),
    Column("note", ("偏差原因", "偏差原因分析及改进措施")),
)


def draw(pick: random.Random) -> Drawn:
    style = money(pick)
    columns = pick.choice((YUNNAN, MONGOLIA, XINJIANG))
    split = columns is not XINJIANG
    sheet = filled(pick, style, funds(pick, style), pick.choice(FIRST_LEVELS), split=split)
    sheet, head = headed(pick, sheet, TITLES, DATED, FURTHER)
    width = sum(column.columns for column in columns)
    sketch = Sketch(width + (columns is not YUNNAN))
    head.sketch(sketch)
    names_rows(sketch, sheet, pick, 2)
    funds_block(sketch, sheet, FUND_COLUMNS, money_label(sheet, pick), pick, side=2, named=2)
    goals_block(sketch, sheet, pick, 2)
    if columns is YUNNAN:
        sheet = _two_headers(sketch, sheet, pick)
    else:
        sketch.row(*table_header("绩效指标", columns, len(sheet.lines), pick))
        table_rows(sketch, sheet.lines, columns, pick)
        total_row(sketch, sheet, columns, "总分")
    return drawn(sheet, sketch.done(head.loose))


def _two_headers(sketch: Sketch, sheet: Content, pick: random.Random) -> Content:
    """Groups above, names below; further texts stand before the total."""
    above = [Piece(upright("绩效指标", pick), 3), Piece("年度指标值", 3)]
    tall = [Piece(pick.choice(c.names), c.columns, 2) for c in YUNNAN[6:]]
    sketch.row(*above, *tall)
    sketch.row(*(pick.choice(c.names) for c in YUNNAN[:6]))
    table_rows(sketch, sheet.lines, YUNNAN, pick)
    sheet = sheet._replace(remarks={"其他需要说明事项": pick.choice(("无", "项目跨年实施"))})
    remark_rows(sketch, sheet, side=2)
    total_row(sketch, sheet, YUNNAN, "总分", side=0)
    return sheet
