"""The two sheets that the benchmarks read: a national form and a longer one, 230 cells together.

They are drawn as the tests draw theirs.  ``pair`` takes a number: another number gives other names
and other figures, so that a batch of files is not one file many times.
"""

from __future__ import annotations

import random
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
# The drawing and some writers are those of the tests.
sys.path.append(str(ROOT))

from tests.text_forms import Drawing, draw  # noqa: E402

_PLACES = ("临港县", "青峰市", "云溪区", "白沙镇", "河口县", "松岭区")
_FIELDS = (
    "残疾人康复服务",
    "农村饮水安全巩固",
    "城市绿地养护",
    "公共图书借阅",
    "社区日间照料",
    "防汛物资储备",
)
_GOAL = (
    "按照年度工作计划开展{field}工作，完善制度和流程，保障{place}各项任务按时完成；"
    "组织业务培训和检查，及时处理发现的问题，提高服务质量和资金使用效益。"
)
_DONE = (
    "本年度{place}完成了{field}的各项任务，建立了台账，开展检查{count}次，服务{people_done}人次，"
    "发现的问题均已整改；服务对象总体满意，资金按规定用途使用，未发现截留挪用的情况。"
)
_ROWS = (
    ("产出指标", "数量指标", "服务人次", "≥{people}人次", "{people_done}人次", 15),
    ("产出指标", "数量指标", "检查次数", "≥{count}次", "{count}次", 5),
    ("产出指标", "质量指标", "验收合格率", "≥9{low}%", "9{high}%", 15),
    ("产出指标", "时效指标", "按时完成率", "=100%", "100%", 15),
    ("效益指标", "社会效益指标", "受益家庭户数", "≥{homes}户", "{homes_done}户", 15),
    ("效益指标", "可持续影响指标", "设施完好率", "≥9{low}%", "9{high}%", 15),
    ("满意度指标", "服务对象满意度指标", "服务对象满意度", "≥9{low}%", "9{high}.5%", 10),
)


def pair(number: int) -> list[Drawing]:
    """The two drawings of file ``number``; nothing is wrong in them."""
    chance = random.Random(number)
    return [_form(chance, number, skipped) for skipped in ((1,), ())]


def _form(chance: random.Random, number: int, skipped: tuple[int, ...]) -> Drawing:
    place, field = chance.choice(_PLACES), chance.choice(_FIELDS)
    people, homes = chance.randint(500, 5000), chance.randint(40, 400)
    known: dict[str, Any] = {
        "place": place,
        "field": field,
        "count": chance.randint(4, 60),
        "people": people,
        "people_done": people + chance.randint(0, people // 20),
        "homes": homes,
        "homes_done": homes + chance.randint(0, homes // 20),
        "low": chance.randint(0, 4),
        "high": chance.randint(5, 9),
    }
    rows = [row for index, row in enumerate(_ROWS) if index not in skipped]
    missing = 90 - sum(row[5] for row in rows)
    lines = []
    for index, (level1, level2, level3, target, actual, points) in enumerate(rows):
        weight = points + (missing if index == 0 else 0)
        texts = (level1, level2, level3, target.format(**known), actual.format(**known))
        lines.append(" | ".join((*texts, str(weight), str(weight), "")))
    budget = Decimal(chance.randint(20_000_000, 900_000_000)) / 100
    executed = (budget * chance.randint(9500, 9999) / 10000).quantize(Decimal("0.01"))
    rate = (executed / budget * 100).quantize(Decimal("0.01"))
    score = (executed / budget * 10).quantize(Decimal("0.01"))
    return draw(
        {
            "year": 2022,
            "project": f"{place}{field}项目（{number}）",
            "department": f"{place}财政事务管理局",
            "unit": f"{place}{field}中心",
            "funds": [
                f"total | 年度资金总额 | 0.00 | {budget} | {executed} | 10 | {rate}% | {score} |"
                " 尾款按合同于下年支付",
                f"fiscal | 其中：当年财政拨款 | 0.00 | {budget} | {executed} | — | — | — |",
                "carryover | 上年结转资金 | 0 | 0 | 0 | — | — | — |",
                "other | 其他资金 | 0 | 0 | 0 | — | — | — |",
            ],
            "objectives": {"planned": _GOAL.format(**known), "actual": _DONE.format(**known)},
            "rows": lines,
            "total": {"weight": "100", "score": str(score + 90)},
        }
    )
