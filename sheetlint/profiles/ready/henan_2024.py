"""What ``henan-2024.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'henan-2024',
 'extends': 'henan-2020',
 'title': '河南省省级（豫财效〔2024〕1号）',
 'title_en': 'Henan, provincial level (Yucaixiao [2024] No. 1)',
 'basis': [['豫财效〔2024〕1号（据高校通知转述）', 'Yucaixiao [2024] No. 1, as quoted by a university']],
 'budget_score': {'weight': 'unknown', 'methods': 'unknown'},
 'weights': {'first_level': 'unknown'}}
