"""What ``anhui.toml`` says: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'anhui',
 'extends': 'national-2020',
 'title': '安徽省（印有填报注的表样；四川中江县也用）',
 'title_en': 'Anhui (the form with printed notes; also in Zhongjiang, Sichuan)',
 'basis': [['安徽省自评表表样的填报注', "the notes printed on Anhui's form"]],
 'region': ['安徽省'],
 'choose': [{'printed': ['一级指标分值统一设置'],
             'not_printed': ['特殊情况', '适当调整'],
             'because_zh': '表后的填报注写明一级指标分值统一设置',
             'because_en': 'a note below the table says that first-level weights are uniform'}],
 'weights': {'policy': 'fixed'},
 'score': {'reverse': ['ratio']}}
