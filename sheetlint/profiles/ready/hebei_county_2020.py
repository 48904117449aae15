"""What ``hebei-county-2020.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'hebei-county-2020',
 'extends': 'national-2020',
 'title': '河北成安县（2020 年度表样，单项得分折算）',
 'title_en': "Cheng'an county, Hebei (form of 2020 with weighted marks)",
 'basis': [['公开的自评表（一张）', 'published sheets (one)']],
 'score': {'model': 'percent_weighted', 'row_score_max': 100}}
