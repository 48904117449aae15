"""What ``jiangxi.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'jiangxi',
 'extends': 'national-2020',
 'title': '江西省（实践做法）',
 'title_en': 'Jiangxi (practice)',
 'basis': [['实践做法', 'practice']],
 'budget_score': {'methods': ['tiers'],
                  'steps': [[Decimal('1.0'), 10],
                            [Decimal('0.80'), 7],
                            [Decimal('0.60'), 5],
                            [Decimal('0.0'), 0]]}}
