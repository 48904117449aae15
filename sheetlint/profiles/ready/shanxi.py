"""What ``shanxi.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'shanxi',
 'extends': 'national-2020',
 'title': '山西省（实践做法）',
 'title_en': 'Shanxi (practice)',
 'basis': [['实践做法', 'practice']],
 'score': {'cost_cap_if_not_set': 5},
 'funds': {'source_equals_direction': True}}
