"""What ``sichuan.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'sichuan',
 'extends': 'national-2020',
 'title': '四川省（部门预算项目支出绩效自评表，2023 年度）',
 'title_en': 'Sichuan (form for projects of departmental budgets, 2023)',
 'basis': [['四川省部门预算项目支出绩效自评表表样（2023 年度）', "Sichuan's form of 2023"]],
 'funds': {'columns': ['年初预算', '调整后预算数', '预算执行数', '预算执行率', '权重', '得分', '原因'],
           'part_rows': ['财政资金', '财政专户管理资金', '单位资金', '其他资金'],
           'rate_denominator': '调整后预算数'},
 'weights': {'policy': 'free'},
 'notes': {'low_execution_rate': Decimal('0.90'),
           'adjusted_budget': True,
           'max_chars': {'原因': 100, '目标完成情况': 100, '评价结论': 200, '存在问题': 200, '改进措施': 200}},
 'indicator_columns': {'split': ['指标性质', '指标值', '度量单位', '完成值']}}
