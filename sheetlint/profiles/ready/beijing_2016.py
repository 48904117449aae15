"""What ``beijing-2016.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'beijing-2016',
 'extends': 'national-2020',
 'title': '北京市（2016 年度表样，10号文之前）',
 'title_en': 'Beijing (form of 2016, before No. 10)',
 'basis': [['北京市 2016 年度表样的得分计算方法一列', 'the column on scoring in the form of 2016']],
 'funds': {'rate_decimals': 0},
 'score': {'reverse': ['ratio']}}
