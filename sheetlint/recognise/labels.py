"""The names of the form for its fields, used in the labels of places.

They do not depend on the file, so that a fingerprint made of them stays the same when rows are moved
or the sheet is saved in another format.
"""

from __future__ import annotations

FIELD_LABELS = {
    "title": ("表名",),
    "year": ("年度",),
    "project": ("基本信息", "项目名称"),
    "department": ("基本信息", "主管部门"),
    "unit": ("基本信息", "实施单位"),
    "money_unit": ("项目资金", "金额单位"),
    "headline": ("表头", "自评总分"),
    "planned": ("年度总体目标", "预期目标"),
    "actual": ("年度总体目标", "实际完成情况"),
    "total.weight": ("总分", "分值"),
    "total.score": ("总分", "得分"),
    "grade": ("总分", "等级"),
}
FUND_COLUMNS = {
    "initial": "年初预算数",
    "budget": "全年预算数",
    "executed": "全年执行数",
    "weight": "分值",
    "rate": "执行率",
    "score": "得分",
    "note": "说明",
}
INDICATOR_COLUMNS = {
    "level1": "一级指标",
    "level2": "二级指标",
    "level3": "三级指标",
    "target": "年度指标值",
    "actual": "实际完成值",
    "weight": "分值",
    "score": "得分",
    "note": "偏差原因分析及改进措施",
}
EXTRA_COLUMNS = {
    "sign": "指标性质",
    "direction": "指标方向",
    "measure": "度量单位",
    "adjusted": "调整指标值",
    "coefficient": "得分系数",
    "deduction": "扣分",
    "item_score": "单项指标得分",
    "review": "复核分",
}
"""Columns of the indicator table that only some places have."""
FUND_TOTAL_ROW = "年度资金总额"
OUTPUT_LEVEL = "产出指标"
"""The first level whose points the execution of the budget is compared with."""


def fund_label(row: str, field: str) -> tuple[str, ...]:
    """The label of a field of a funds row: ``项目资金 › row › field``."""
    return "项目资金", row, FUND_COLUMNS[field]


def indicator_label(level1: str, level2: str, level3: str, field: str) -> tuple[str, ...]:
    """The label of a field of an indicator row."""
    return *row_label(level1, level2, level3), INDICATOR_COLUMNS.get(field) or EXTRA_COLUMNS[field]


def row_label(level1: str, level2: str, level3: str) -> tuple[str, ...]:
    """The label of an indicator row, without a field."""
    return "绩效指标", *filter(None, (level1, level2, level3))
