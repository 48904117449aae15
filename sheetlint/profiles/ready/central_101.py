"""What ``central-101.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'central-101',
 'extends': 'national-2020',
 'title': '中央部门（财预〔2021〕101号，试行）',
 'title_en': 'central departments (MOF Caiyu [2021] No. 101, on trial)',
 'basis': [['财预〔2021〕101号 二、三（六）、三（七）', 'MOF Caiyu [2021] No. 101, parts 2, 3(6), 3(7)']],
 'weights': {'policy': 'advisory'},
 'budget_score': {'methods': ['tiers_101'],
                  'tiers_101': {'done_within_budget': 10,
                                'steps': [[Decimal('0.80'), 7],
                                          [Decimal('0.60'), 5],
                                          [Decimal('0.0'), 0]]}},
 'score': {'quantitative': ['pass_line_60'],
           'satisfaction': ['tiers_101'],
           'qualitative_labels': ['基本达成目标', '部分实现目标', '实现目标程度较低']},
 'indicators': {'required_first': ['产出指标', '效益指标'],
                'required_second': ['数量指标', '质量指标'],
                'cost_first_level': True,
                'sustainability_second_level': False}}
