"""What ``hubei.toml`` says beside its signs: made by ``make readme``."""

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
 'funds': {'columns': ['预算数(A)', '执行数(B)', '执行率(B/A)', '得分'],
           'rate_denominator': '调整后财政资金总额（含上年结余结转）'},
 'budget_score': {'weight': 20, 'methods': ['linear']},
 'weights': {'policy': 'free'},
 'score': {'quantitative': ['ratio_capped'],
           'reverse': ['ratio'],
           'qualitative_bands': [Decimal('0.80'), Decimal('0.50')]},
 'notes': {'place': 'sheet'}}
