"""The names of the first levels, by which weights are summed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate, permutations
from typing import Any

from sheetlint.sheet.lazy_pattern import LazyPattern

OUTPUT, EFFECT, SATISFACTION, COST = "产出", "效益", "满意度", "成本"
FIRST_LEVELS = frozenset((OUTPUT, EFFECT, SATISFACTION, COST))
"""First levels of the national form, without the budget row; others belong to forms of their own."""
BUDGET = "预算执行率"
"""The key of the budget row in the sets of weights of a profile."""

_PADDING = LazyPattern(r"[(（].*|^项目(?=.)|^绩效(?=.)|指标$|情况$|[\s\d.、:：]")
_SYNONYMS = {
    "效果": EFFECT,
    "服务对象满意度": SATISFACTION,
    "社会公众满意度": SATISFACTION,
    "社会公众或服务对象满意度": SATISFACTION,
    "数量": OUTPUT,
    "质量": OUTPUT,
    "时效": OUTPUT,
    "进度": OUTPUT,
    "经济效益": EFFECT,
    "社会效益": EFFECT,
    "生态效益": EFFECT,
    "环境效益": EFFECT,
    "可持续影响": EFFECT,
    "可持续性": EFFECT,
    "经济成本": COST,
    "社会成本": COST,
    "生态环境成本": COST,
}
"""Other names of a first level, and second levels that stand in its place."""


@lru_cache(maxsize=256)
def level_key(name: str) -> str:
    """The name of a first level without its additions: 产出 for ``产出指标`` and ``项目产出（50分）``."""
    bare = _PADDING.sub("", _PADDING.sub("", name))
    return _SYNONYMS.get(bare, bare)


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
    """Whether the rows, in their order, can be cut into blocks with the wanted sums in some order.

    The rows of a level are adjacent on the form, so that a lost label only moves a cut.
    """
    ends = set(accumulate(weights))
    if sum(weights) != sum(wanted.values()):
        return False
    return any(ends.issuperset(accumulate(order)) for order in permutations(wanted.values()))
