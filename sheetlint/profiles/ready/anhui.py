"""What ``anhui.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'anhui',
 'extends': 'national-2020',
 'title': '安徽省（印有填报注的表样；四川中江县也用）',
 'title_en': 'Anhui (the form with printed notes; also in Zhongjiang, Sichuan)',
 'basis': [['安徽省自评表表样的填报注', "the notes printed on Anhui's form"]],
 'weights': {'policy': 'fixed'},
 'score': {'reverse': ['ratio']}}
