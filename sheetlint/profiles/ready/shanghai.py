"""What ``shanghai.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'shanghai',
 'extends': 'national-2020',
 'title': '上海市（市级和区级表样）',
 'title_en': 'Shanghai (forms of the city and its districts)',
 'basis': [['公开的市、区两级自评表', 'published sheets of city and district units'],
           ['上海市 2024 年度部门决算模板', "Shanghai's template for departmental accounts of 2024"]],
 'template': {'goal_labels': ['预算目标|预期目标', '实际完成情况']},
 'unit': {'default': '元'},
 'funds': {'rate_decimals': 2, 'rate_rounding_ok': ['half_up', 'up'], 'part_row_rate': 'dash'},
 'budget_score': {'methods': ['linear']},
 'weights': {'policy': 'fixed'},
 'score': {'operator_in_actual': 'ignore'},
 'over_completion': {'flag_ratio': 'unknown'},
 'grade': {'printed': False, 'bands': [['优', 90], ['良', 75], ['合格', 60], ['不合格', 0]]},
 'batch': {'summary_pattern': '绩效自评的{year}年度项目{n}个，涉及预算金额{amount}万元，平均得分{avg}分（其中，绩效评级为“优”的项目{a}个；…“良”…{b}个；…“合格”…{c}个；…“不合格”…{d}个'},
 'severity': {'AR023': 'warning'}}
