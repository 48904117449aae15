"""What the national form prints (财预〔2020〕10号 附1), beside the names of its fields."""

from __future__ import annotations

from sheetlint.recognise.labels import EXTRA_COLUMNS, FIELD_LABELS, INDICATOR_COLUMNS

PROJECT = FIELD_LABELS["project"][-1]
DEPARTMENT = FIELD_LABELS["department"][-1]
UNIT = FIELD_LABELS["unit"][-1]
HEADLINE = FIELD_LABELS["headline"][-1]
GOALS = FIELD_LABELS["planned"][0]
PLANNED = FIELD_LABELS["planned"][-1]
ACTUAL = FIELD_LABELS["actual"][-1]
TOTAL = "总分"
MONEY = "项目资金"
INDICATORS = "绩效指标"
YEAR = "（{year}年度）"
COLUMNS = {**INDICATOR_COLUMNS, **EXTRA_COLUMNS}
ORDER = (
    "level1", "level2", "level3", "sign", "direction", "target", "adjusted", "measure", "actual",
    "weight", "coefficient", "deduction", "item_score", "score", "review", "note",
)  # fmt: skip
"""The columns from left to right, those that only some places have where they have them."""
WIDTHS = {
    "level1": 9, "level2": 10, "level3": 18, "sign": 6, "direction": 7, "target": 12,
    "adjusted": 10, "measure": 7, "actual": 12, "weight": 6, "coefficient": 7, "deduction": 6,
    "item_score": 8, "score": 7, "review": 7, "note": 20,
}  # fmt: skip
FUND_WIDTHS = {
    "initial": 13, "budget": 13, "executed": 13, "weight": 6, "rate": 8, "score": 7, "note": 14,
}  # fmt: skip
SIDE = 8
"""The column of the blocks' names, at the left."""
ROW_NAME = 16
"""The column of the names of funds."""
