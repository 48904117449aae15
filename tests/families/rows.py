"""The rows of the indicator table."""

from __future__ import annotations

import random
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from tests.families.figures import half_up, points, shares
from tests.families.measures import Measure, measure, satisfaction
from tests.families.printed import NOTHING, Printed, same, wrapped

Points = Sequence[tuple[str, int]]
"""First levels with their points."""
SECONDS = {
    "产出指标": ("数量指标", "质量指标", "时效指标", "成本指标"),
    "成本指标": ("经济成本指标", "社会成本指标", "生态环境成本指标"),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"),
    "满意度指标": ("服务对象满意度指标",),
}
SATISFIED = ("服务对象满意度", "群众满意度", "参训学员满意度")
REASONS = (
    "因台风停工两周，下一步将加快施工进度",
    "受疫情影响部分培训改为线上；下一步将补办",
    "由于设备到货延迟，未能按期安装，将督促供应商",
    "原因：服务对象减少。改进措施：加强宣传，完善台账",
    "因乡镇报名不足，少办两期，下年与学校合办",
    "招标流标一次，导致推迟；将提前编制采购计划",
    "系统升级期间短时中断，已更换备用线路",
)
"""No two rows fall short for the same reason."""
EMPTY_NOTES = ("", "", "", "", "无", "—", "/", "0")
LEADS = ("", "", "", "", "指标1：", "指标1", "1、", "★")
BATCHES = ("第一批", "第二批", "城区", "乡镇", "上半年", "下半年", "重点", "其他")
"""No two rows have the same name: the second is one of another batch."""


class Line(NamedTuple):
    """A row of the table."""

    level1: str
    level2: str
    level3: Printed
    measure: Measure
    actual: Printed
    weight: Printed
    score: Printed
    note: Printed

    def document(self) -> dict[str, str | None]:
        return {
            "level1": self.level1 or None,
            "level2": self.level2 or None,
            "level3": self.level3.value,
            "target": self.measure.target,
            "actual": self.actual.value,
            "weight": self.weight.value,
            "score": self.score.value,
            "note": self.note.value or "",
        }


class Rows:
    """All rows of a sheet, and the points that they earn.

    Points are lost only where there is a note (``noted``) to say why.
    """

    def __init__(
        self,
        pick: random.Random,
        year: int,
        *,
        split: bool = False,
        weighed: bool = True,
        scored: bool = True,
        noted: bool = True,
    ) -> None:
        self.pick = pick
        self.year = year
        self.split = split
        self.lines: list[Line] = []
        self.earned = Decimal(0)
        self._blank: dict[str, Printed] = {}
        if not scored or not weighed:
            self._blank["weight"] = NOTHING
        if not scored:
            self._blank["score"] = NOTHING
        if not noted:
            self._blank["note"] = NOTHING
        self._names: set[str] = set()
        self._reasons = pick.sample(REASONS, len(REASONS)) if noted and scored else []

    def add(self, levels: Points) -> None:
        """Some rows for each first level, whose points are shared out among them."""
        for first, whole in levels:
            seconds = SECONDS[first]
            count = self.pick.randint(1, len(seconds))
            chosen = sorted(self.pick.sample(seconds, count), key=seconds.index)
            counts = [self.pick.randint(1, 3 if whole >= 30 else 1) for _ in chosen]
            parts = iter(shares(whole, sum(counts), self.pick))
            for second, rows in zip(chosen, counts, strict=True):
                for _ in range(rows):
                    self._row(first, second, next(parts))

    def _row(self, first: str, second: str, full: Decimal) -> None:
        pick = self.pick
        if first == "满意度指标":
            found = satisfaction(pick.choice(SATISFIED), pick, split=self.split)
        else:
            found = measure(pick, second, self.year, split=self.split, missed=bool(self._reasons))
        score = full if found.earned == 1 else half_up(Fraction(full) * found.earned)
        note = self._reasons.pop() if score < full else pick.choice(EMPTY_NOTES)
        line = Line(
            first,
            second,
            wrapped(pick.choice(LEADS) + self._name(found.name), pick),
            found,
            same(found.bare if self.split else found.actual),
            points(full, pick),
            points(score, pick),
            same(note),
        )
        self.lines.append(line._replace(**self._blank))
        self.earned += score

    def _name(self, name: str) -> str:
        left = [name, *(batch + name for batch in BATCHES)]
        new = next(text for text in left if text not in self._names)
        self._names.add(new)
        return new
