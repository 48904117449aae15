"""What ``hubei.toml`` says: made by ``make readme``."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'hubei',
 'extends': 'national-2020',
 'title': '湖北省（20+80 表样；云南保山市各县也用）',
 'title_en': 'Hubei (the 20 + 80 form; also in counties of Baoshan, Yunnan)',
 'basis': [['湖北省项目自评表的填报备注', "the notes printed on Hubei's form"]],
 'region': ['湖北省', '保山市'],
 'choose': [{'heads': ['20分*执行率|20分×执行率|20分x执行率|20分X执行率'],
             'because_zh': '表头印有“20分*执行率”',
             'because_en': 'a heading says 20 points × rate'},
            {'heads': ['预算执行情况(万元)(20分)|预算执行情况(20分)|预算执行情况(元)(20分)'],
             'because_zh': '表头印有“预算执行情况（20分）”',
             'because_en': 'a heading gives 20 points to execution'},
            {'budget_weight': 20,
             'names': ['湖北省', '保山市'],
             'because_zh': '预算执行 20 分，单位名称也相符',
             'because_en': '20 points for execution, and the names fit'}],
 'funds': {'columns': ['预算数(A)', '执行数(B)', '执行率(B/A)', '得分'],
           'rate_denominator': '调整后财政资金总额（含上年结余结转）'},
 'budget_score': {'weight': 20, 'methods': ['linear']},
 'weights': {'policy': 'free'},
 'score': {'quantitative': ['ratio_capped'],
           'reverse': ['ratio'],
           'qualitative_bands': [Decimal('0.80'), Decimal('0.50')]},
 'notes': {'place': 'sheet'}}
