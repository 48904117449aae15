"""What ``yinchuan.toml`` says: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
DATA: dict[str, Any] = \
{'id': 'yinchuan',
 'extends': 'national-2020',
 'title': '银川市（2021 年度表样）',
 'title_en': 'Yinchuan (form of 2021)',
 'basis': [['银川市本级部门项目支出绩效自评表表样（2021 年度）', "Yinchuan's form of 2021"]],
 'region': ['银川市'],
 'choose': [{'title': ['银川市'],
             'levels': ['项目决策', '项目管理', '项目产出', '项目效益'],
             'because_zh': '表名和一级指标与银川市的表样相符',
             'because_en': "title and first levels are those of Yinchuan's form"},
            {'names': ['银川市'],
             'levels': ['项目决策', '项目管理', '项目产出', '项目效益'],
             'because_zh': '单位名称和一级指标与银川市的表样相符',
             'because_en': "names and first levels are those of Yinchuan's form"}],
 'weights': {'first_level': [{'项目决策': 10, '项目管理': 25, '项目产出': 30, '项目效益': 35}]},
 'budget_score': {'location': 'indicator_row'},
 'template': {'extra_score_columns': ['财政审定评分']}}
