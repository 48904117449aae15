"""What ``zhejiang.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'zhejiang',
 'extends': 'national-2020',
 'title': '浙江省（实践做法）',
 'title_en': 'Zhejiang (practice)',
 'basis': [['实践做法', 'practice']],
 'funds': {'zero_zero_rate': 100, 'over_budget': 'allow'}}
