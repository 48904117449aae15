"""The first levels that weights are summed by, and how they are named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate, permutations
from typing import Any

from sheetlint.sheet.lazy_pattern import LazyPattern

BUDGET = "预算执行率"
"""The key of the budget row in a profile's sets of weights."""

_PADDING = LazyPattern(r"[(（].*|^项目(?=.)|^绩效(?=.)|指标$|情况$|[\s\d.、:：]")
_SAME = {
    "效果": "效益",
    "服务对象满意度": "满意度",
    "社会公众满意度": "满意度",
    "社会公众或服务对象满意度": "满意度",
    "数量": "产出",
    "质量": "产出",
    "时效": "产出",
    "进度": "产出",
    "经济效益": "效益",
    "社会效益": "效益",
    "生态效益": "效益",
    "环境效益": "效益",
    "可持续影响": "效益",
    "可持续性": "效益",
    "经济成本": "成本",
    "社会成本": "成本",
    "生态环境成本": "成本",
}
"""Names of the same first level, and second levels that stand where a first level was meant."""


@lru_cache(maxsize=256)
def level_key(name: str) -> str:
    """``产出指标`` and ``项目产出（50分）`` are both 产出."""
    bare = _PADDING.sub("", _PADDING.sub("", name))
    return _SAME.get(bare, bare)


def weight_sets(tables: Sequence[Mapping[str, Any]]) -> list[tuple[Decimal, dict[str, Decimal]]]:
    """The budget's weight and the weights by first level, for each set of the profile."""
    return [
        (
            Decimal(table.get(BUDGET, 0)),
            {level_key(name): Decimal(points) for name, points in table.items() if name != BUDGET},
        )
        for table in tables
    ]


def some_assignment_fits(weights: Sequence[Decimal], wanted: Mapping[str, Decimal]) -> bool:
    """The rows, in their order, can be cut into blocks that have the wanted sums in some order.

    Levels stand in blocks on the form, so that a lost label moves a cut and nothing else.
    """
    ends = set(accumulate(weights))
    if sum(weights) != sum(wanted.values()):
        return False
    return any(ends.issuperset(accumulate(order)) for order in permutations(wanted.values()))
