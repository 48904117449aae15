"""What stands on sheets beside the form: signatures, notes, instructions left in, blank rows.

A sheet with any of it is as clean as it was, and says the same.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from tests.wording.further import table_columns, with_subtotals
from tests.wording.headings import Finder
from tests.wording.insertions import insert_column, insert_row
from tests.wording.measure import Base, Trial
from tests.writing.boxes import Drawing

SIGNED_CELLS = (
    (("填表人：张某", 2), ("联系电话：0871-5550000", 2), ("填报日期：2025年3月10日", 2)),
    (("单位负责人（签字）：", 2), ("", 1), ("财务负责人（签字）：", 2), ("李某", 1)),
    (("填报人", 1), ("张某", 1), ("审核人", 1), ("李某", 1), ("单位负责人", 1), ("王某", 1)),
    (("项目负责人：", 1), ("张某", 2), ("单位盖章：", 1), ("", 2)),
)
SIGNED_LINES = (
    "填表人：张某    联系电话：0871-5550000    填报日期：2025年3月10日",
    "单位负责人签字：            （单位公章）",
    "填报单位（盖章）：            填报日期：2025年3月10日",
    "经办人：张某  复核人：李某  负责人：王某",
)
NOTES = (
    "注：1.得分一档最高不能超过该指标分值上限。2.资金使用单位按项目绩效目标填报，主管部门汇总时按区域绩效目标填报。",
    "备注：定性指标根据指标完成情况分为：全部或基本达成预期指标、部分达成预期指标并具有一定效果、未达成预期指标且效果较差三档。",
    "注：其他资金包括和财政资金共同投入到同一项目的自有资金、社会资金，以及以前年度的结转结余资金等。",
    "*请在此处简要说明各级审计和财政监督中发现的问题及其所涉及的金额，如没有请填无。",
)
INSTRUCTIONS = (
    (
        "填报说明：",
        "1.预算执行率权重为10分，得分=执行率×10，最高不超过10分。",
        "2.定量指标完成值达到指标值，记该指标所赋全部分值；未完成的，按照完成值与指标值的比例记分。",
        "3.偏差原因分析：说明未完成指标值的原因，并提出改进措施。",
    ),
    (
        "填表说明：1.本表由项目实施单位填写；2.全年预算数为调整后的预算数；3.一级指标权重统一设置为：产出指标50分、效益指标30分、服务对象满意度指标10分、预算资金执行率10分。",
    ),
    (
        "说明：绩效自评采取打分评价的形式，满分为100分，自评结果分为优（90-100分）、良（80-89分）、中（60-79分）、差（60分以下）四个等级。",
    ),
)
ABOVE = (
    "金额单位：万元",
    "填报单位：市某局（盖章）    填报日期：2025年3月10日",
    "附件3",
    "填报日期：2025年3月10日",
)


def with_signature(base: Base, pick: random.Random) -> Drawing:
    drawing = base.specimen.drawing
    return insert_row(drawing, drawing.height, pick.choice(SIGNED_CELLS))


def with_signature_line(base: Base, pick: random.Random) -> Drawing:
    return _below(base.specimen.drawing, pick.choice(SIGNED_LINES))


def with_note(base: Base, pick: random.Random) -> Drawing:
    return _below(base.specimen.drawing, pick.choice(NOTES))


def with_instructions(base: Base, pick: random.Random) -> Drawing:
    drawing = base.specimen.drawing
    for text in pick.choice(INSTRUCTIONS):
        drawing = _below(drawing, text)
    return drawing


def with_line_above(base: Base, pick: random.Random) -> Drawing:
    """A line between title and form, as a row of the table."""
    drawing = base.specimen.drawing
    row = min(drawing.fields[f][0] for f in ("project", "unit") if f in drawing.fields)
    unit = base.document["money_unit"]
    text = pick.choice(ABOVE if unit else ABOVE[1:]).replace("万元", unit or "")
    return insert_row(drawing, row, [(text, drawing.width)])


def with_blank_rows(base: Base, pick: random.Random) -> Drawing:
    """Between the blocks and below the last one."""
    drawing = base.specimen.drawing
    starts = [_start(base, block) for block in ("funds", "goals", "table", "total")]
    rows = sorted({*(row for row in starts if row is not None), drawing.height})
    for row in sorted(pick.sample(rows, pick.randint(1, len(rows))), reverse=True):
        drawing = insert_row(drawing, row, [("", drawing.width)])
    return drawing


def with_blank_indicator_rows(base: Base, pick: random.Random) -> Drawing:
    """Rows for indicators that nobody needed, at the end of the table."""
    drawing = base.specimen.drawing
    last = max(place[0] for field, place in drawing.fields.items() if field.endswith(".level3"))
    for _ in range(pick.randint(1, 3)):
        drawing = insert_row(drawing, last + 1, [], under_block=True)
    return drawing


def with_blank_column_left(base: Base, pick: random.Random) -> Drawing:
    return insert_column(base.specimen.drawing, 0, {})


def with_blank_column_right(base: Base, pick: random.Random) -> Drawing:
    drawing = base.specimen.drawing
    return drawing._replace(width=drawing.width + 1)


def with_blank_column(base: Base, pick: random.Random) -> Drawing | None:
    """A column of the table without heading and content."""
    columns = table_columns(base)
    if not columns:
        return None
    at, header, rows = pick.choice(columns)
    return insert_column(base.specimen.drawing, at, dict.fromkeys((header, *rows), ""))


def with_sums(base: Base, pick: random.Random) -> Drawing | None:
    return with_subtotals(base, "小计")


def without_total(base: Base, pick: random.Random) -> Drawing | None:
    row = _start(base, "total")
    if row is None:
        return None
    drawing = base.specimen.drawing
    boxes = tuple(
        box._replace(row=box.row - (box.row > row)) for box in drawing.boxes if box.row != row
    )
    fields = {
        field: (place[0] - (place[0] > row), place[1])
        for field, place in drawing.fields.items()
        if place[0] != row
    }
    return drawing._replace(boxes=boxes, fields=fields, height=drawing.height - 1)


ADDITIONS: dict[str, Callable[[Base, random.Random], Drawing | None]] = {
    "signatures in cells": with_signature,
    "signatures in a line": with_signature_line,
    "note": with_note,
    "instructions": with_instructions,
    "line above": with_line_above,
    "blank rows": with_blank_rows,
    "blank indicator rows": with_blank_indicator_rows,
    "blank column at the left": with_blank_column_left,
    "blank column at the right": with_blank_column_right,
    "blank column": with_blank_column,
    "subtotals": with_sums,
    "no total row": without_total,
}


def addition_trials(base: Base) -> Iterator[Trial]:
    """Each of them alone."""
    for name, add in ADDITIONS.items():
        pick = base.specimen.pick(name)
        drawing = add(base, pick)
        if drawing is not None:
            yield base.trial(f"with {name}", drawing, pick, added=True)


def _below(drawing: Drawing, text: str) -> Drawing:
    return insert_row(drawing, drawing.height, [(text, drawing.width)])


def _start(base: Base, block: str) -> int | None:
    """The first row of a block; None where the form has none."""
    fields = base.specimen.drawing.fields
    if block == "table":
        return Finder(base.specimen.drawing, base.document).first_rows[0] - 1
    if block == "funds":
        return fields["funds.total.budget"][0] - 1
    if block == "goals":
        return fields["planned"][0] - 1 if "planned" in fields else None
    row = fields.get("total.score", (0, 0))[0]
    last = max(place[0] for field, place in fields.items() if field.endswith(".level3"))
    return row if row > last else None
