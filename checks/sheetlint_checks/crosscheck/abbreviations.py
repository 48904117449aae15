"""Usual abbreviations in the names of authorities."""

import re

_FULL_FORMS = {
    "教委": "教育委员会",
    "卫健委": "卫生健康委员会",
    "发改委": "发展和改革委员会",
    "发改局": "发展和改革局",
    "农委": "农业农村委员会",
    "经信委": "经济和信息化委员会",
    "经信局": "经济和信息化局",
    "人社局": "人力资源和社会保障局",
    "住建局": "住房和城乡建设局",
    "住建委": "住房和城乡建设委员会",
    "文旅局": "文化和旅游局",
    "自规局": "自然资源和规划局",
    "科委": "科学技术委员会",
    "民宗委": "民族宗教事务委员会",
}


def expand_abbreviations(name: str) -> str:
    """The name with its abbreviations written in full."""
    return re.sub("|".join(_FULL_FORMS), lambda found: _FULL_FORMS[found[0]], name)
