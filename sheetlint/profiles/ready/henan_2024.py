"""What ``henan-2024.toml`` says: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'henan-2024',
 'extends': 'henan-2020',
 'title': '河南省省级（豫财效〔2024〕1号）',
 'title_en': 'Henan, provincial level (Yucaixiao [2024] No. 1)',
 'basis': [['豫财效〔2024〕1号（据高校通知转述）', 'Yucaixiao [2024] No. 1, as quoted by a university']],
 'region': ['河南省'],
 'choose': [{'names': ['河南省'],
             'levels': ['成本指标', '产出指标', '效益指标', '满意度指标'],
             'year_from': 2023,
             'because_zh': '单位名称含“河南省”，2023 年度起，成本为一级指标',
             'because_en': 'a unit of Henan, from 2023 on, with cost as a first level'}],
 'budget_score': {'weight': 'unknown', 'methods': 'unknown'},
 'weights': {'first_level': 'unknown'}}
