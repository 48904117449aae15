"""What ``yinchuan.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'yinchuan',
 'extends': 'national-2020',
 'title': '银川市（2021 年度表样）',
 'title_en': 'Yinchuan (form of 2021)',
 'basis': [['银川市本级部门项目支出绩效自评表表样（2021 年度）', "Yinchuan's form of 2021"]],
 'weights': {'first_level': [{'项目决策': 10, '项目管理': 25, '项目产出': 30, '项目效益': 35}]},
 'budget_score': {'location': 'indicator_row'},
 'template': {'extra_score_columns': ['财政审定评分']}}
