"""What ``chongqing.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'chongqing',
 'extends': 'national-2020',
 'title': '重庆市（部门整体、项目监控表样）',
 'title_en': 'Chongqing (forms of departments and of project monitoring)',
 'basis': [['公开的自评表（三张）', 'published sheets (three)']],
 'unit': {'default': '元'},
 'funds': {'rate_percent_sign': False},
 'budget_score': {'rounding_ok': ['half_up', 'half_even', 'down']},
 'score': {'coefficient_column': '得分系数'}}
