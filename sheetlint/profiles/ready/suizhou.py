"""What ``suizhou.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'suizhou',
 'extends': 'national-2020',
 'title': '湖北随州市广水市（2021 年度表样）',
 'title_en': 'Guangshui in Suizhou, Hubei (form of 2021)',
 'basis': [['广水市财政预算支出项目绩效目标自评表表样（2021 年度）', "Guangshui's form of 2021"]],
 'weights': {'first_level': [{'项目决策': 2, '项目管理': 13, '项目绩效': 85}]},
 'budget_score': {'location': 'indicator_row'},
 'score': {'weight_split': 'equal_integer'},
 'notes': {'place': 'unknown'},
 'template': {'extra_score_columns': ['复核分']}}
