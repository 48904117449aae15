"""What ``local-r09-caps.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'local-r09-caps',
 'extends': 'national-2020',
 'title': '某地（超额扣 2 分，总分按执行率封顶）',
 'title_en': 'a place unnamed (2 points off far above target; totals capped by execution)',
 'basis': [['某地预算管理一体化平台绩效自评操作手册', 'the operating manual of a local budget system']],
 'over_completion': {'flag_ratio': Decimal('1.30'), 'deduct_points': 2},
 'total': {'caps_by_rate': [[Decimal('0.50'), 59],
                            [Decimal('0.60'), 69],
                            [Decimal('0.70'), 79],
                            [Decimal('0.80'), 89]]}}
