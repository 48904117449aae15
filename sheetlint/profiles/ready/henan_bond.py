"""What ``henan-bond.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'henan-bond',
 'extends': 'national-2020',
 'title': '河南省政府专项债券项目',
 'title_en': 'Henan, projects of special government bonds',
 'basis': [['河南专项债券办法 第二十二条', "Henan's rules on special bonds, article 22"]],
 'weights': {'first_level': [{'预算执行率': 10, '成本指标': 20, '产出指标': 40, '效益指标': 20, '满意度指标': 10},
                             {'预算执行率': 0, '成本指标': 30, '产出指标': 40, '效益指标': 20, '满意度指标': 10},
                             {'预算执行率': 10, '成本指标': 20, '产出指标': 40, '效益指标': 30},
                             {'预算执行率': 0, '成本指标': 30, '产出指标': 40, '效益指标': 30}]}}
