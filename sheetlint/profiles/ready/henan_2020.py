"""What ``henan-2020.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'henan-2020',
 'extends': 'national-2020',
 'title': '河南省（豫财效〔2020〕10号）',
 'title_en': 'Henan (Yucaixiao [2020] No. 10)',
 'basis': [['豫财效〔2020〕10号 第14、16、19、21、22、26、28条',
            'Yucaixiao [2020] No. 10, articles 14, 16, 19, 21, 22, 26, 28']],
 'notes': {'require_when': ['score_lt_weight', 'target_missed', 'over_completion']}}
