"""What ``hebei-tianjin.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'hebei-tianjin',
 'extends': 'national-2020',
 'title': '河北省、天津市（实践做法）',
 'title_en': 'Hebei and Tianjin (practice)',
 'basis': [['实践做法', 'practice']],
 'over_completion': {'flag_ratio': Decimal('1.20'),
                     'flag_equal_mismatch': True,
                     'flag_reverse_exceeded': True},
 'mismatch': {'rate_vs_output_red': Decimal('0.05'), 'unspent_yellow': Decimal('0.20')}}
