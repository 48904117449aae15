"""What ``central-transfer.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'central-transfer',
 'extends': 'national-2020',
 'title': '中央对地方转移支付（区域、项目绩效目标自评表）',
 'title_en': 'transfer payments to regions (region and project forms)',
 'basis': [['公开的转移支付自评表', 'published sheets on transfer payments']],
 'template': {'title_patterns': ['自评表'], 'variant_no_scores': True, 'variant_scored_2025': True},
 'funds': {'part_rows': ['中央资金', '省级资金', '地方资金', '其他资金']},
 'budget_score': {'weight': 'unknown', 'methods': 'unknown'},
 'weights': {'total': 'unknown', 'policy': 'free'}}
