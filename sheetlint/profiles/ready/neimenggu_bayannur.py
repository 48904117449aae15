"""What ``neimenggu-bayannur.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'neimenggu-bayannur',
 'extends': 'national-2020',
 'title': '内蒙古巴彦淖尔市（2024 年度表样）',
 'title_en': 'Bayannur, Inner Mongolia (form of 2024)',
 'basis': [['公开的自评表（一张）', 'published sheets (one)']],
 'funds': {'part_rows': ['财政拨款', '其他资金'], 'part_row_rate': 'printed', 'rate_percent_sign': False},
 'indicator_columns': {'split': ['指标性质', '指标方向', '年度指标值', '实际完成值', '计量单位']}}
