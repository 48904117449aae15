"""What ``guangxi.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'guangxi',
 'extends': 'national-2020',
 'title': '广西壮族自治区（实践做法）',
 'title_en': 'Guangxi (practice)',
 'basis': [['实践做法', 'practice']],
 'over_completion': {'flag_ratio': Decimal('1.30')},
 'notes': {'qualitative_remark': True},
 'score': {'deduct_column': True},
 'severity': {'NT006': 'error', 'NT011': 'error'}}
