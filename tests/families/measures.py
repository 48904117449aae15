"""Indicators: what was wanted, what came of it, and which share of the points that earns."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import NamedTuple

from tests.families.figures import half_up


class Measure(NamedTuple):
    """One indicator.  Its target is one cell, or sign, figure and unit in three."""

    name: str
    sign: str
    figure: str
    unit: str
    actual: str
    """With its unit."""
    bare: str
    """The actual value where the unit has a column of its own."""
    earned: Fraction

    @property
    def target(self) -> str:
        return f"{self.sign}{self.figure}{self.unit}"

    @property
    def nature(self) -> str:
        """A column of some forms that says the direction in words."""
        return "反向" if self.sign in AT_MOST else "正向"

    @property
    def percent(self) -> str:
        """How much of the points was earned, in a column of some forms."""
        return f"{half_up(self.earned * 100):f}"


COUNTS = {
    "数量指标": (
        ("培训人次", "人次"), ("设备采购数量", "台"), ("道路养护里程", "公里"), ("（一期）管网长度", "米"),
        ("3岁以下儿童建档数", "人"), ("cernet 访问次数", "次"), ("编制方案", "个"), ("发放补助", "万元"),
    ),
    "经济效益指标": (("带动就业人数", "人"), ("农户人均增收", "元")),
    "社会效益指标": (("惠及户数", "户"), ("受益人口数", "人")),
    "可持续影响指标": (("持续受益人次", "人次"),),
}  # fmt: skip
RATES = {
    "质量指标": ("服务合格率", "验收合格率", "系统可用率"),
    "时效指标": ("按时完成率", "资金拨付及时率"),
    "经济效益指标": ("农户增收比例",),
    "社会效益指标": ("覆盖率", "安全饮水普及率"),
    "生态效益指标": ("PM2.5达标率", "水质达标率"),
}
LESS = {
    "时效指标": (("故障响应时间", "分钟"), ("平均办理时间", "天")),
    "成本指标": (("项目总成本", "万元"), ("人均成本", "元/人、天")),
    "经济成本指标": (("项目总成本", "万元"), ("单位造价", "万元/公里")),
    "社会成本指标": (("人均成本", "元/人、天"),),
    "生态环境成本指标": (("治理成本", "万元"),),
    "社会效益指标": (("群众投诉数", "件"),),
    "生态效益指标": (("污染事件", "起"),),
}
WORDS = {
    "质量指标": (("系统运行情况", "稳定运行", "全年运行稳定"), ("队伍稳定", "优良中低差", "优")),
    "时效指标": (("完成及时性", "及时", "及时"),),
    "成本指标": (("成本控制", "不超预算", "未超预算"),),
    "社会效益指标": (("人居环境", "显著提升", "显著提升"), ("工作成效", "好坏", "好坏")),
    "生态效益指标": (("生态环境", "有效改善", "有效改善"),),
    "可持续影响指标": (
        ("长效机制建设", "建立健全", "已建立健全"), ("研究成果采纳情况", "纳入总体规划", "已纳入"),
        ("年度任务", "达成预期指标", "达成预期指标"),
    ),
}  # fmt: skip
DATES = (
    ("{}年12月底前", "{}年11月"), ("12月底之前完成", "11月底前"), ("9月前", "7月"),
)  # fmt: skip
AT_LEAST = ("≥", "≥", ">=", "≧", "不少于", "不低于", "大于等于", "")
AT_MOST = ("≤", "<=", "≦", "不超过", "小于等于")
EQUAL = ("=", "＝", "═", "﹦", "等于")
SPLIT_AT_LEAST = ("≥", "≥", ">=", "≧", "大于等于")
SPLIT_AT_MOST = ("≤", "≤", "<=", "≦", "小于等于")


def measure(
    pick: random.Random, second: str, year: int, *, split: bool = False, missed: bool = True
) -> Measure:
    """One of all kinds that make sense under the second level.

    Where scores cannot be explained nothing is ``missed``.
    """
    kinds = ["date"] if second == "时效指标" else []
    if second in COUNTS:
        kinds += ["count", "equal"] + ["short"] * missed
    if second in RATES:
        kinds += ["rate"] + ["behind"] * missed
    kinds += ["less"] * (second in LESS) + ["words"] * (second in WORDS)
    kind = pick.choice(kinds)
    if kind == "words":
        name, target, actual = pick.choice(WORDS[second])
        return Measure(name, "", target, "", actual, actual, Fraction(1))
    if kind == "date":
        target, actual = (text.format(year) for text in pick.choice(DATES))
        return Measure("完成时间", "", target, "", actual, actual, Fraction(1))
    if kind == "less":
        return _less(pick, second, split)
    if kind in ("rate", "behind"):
        return _rate(pick, pick.choice(RATES[second]), kind == "behind", split)
    return _count(pick, second, kind, split)


def satisfaction(name: str, pick: random.Random, *, split: bool = False) -> Measure:
    return _rate(pick, name, False, split)


def _less(pick: random.Random, second: str, split: bool) -> Measure:
    name, unit = pick.choice(LESS[second])
    limit = pick.randint(10, 200)
    got = str(pick.randint(limit // 2, limit))
    sign = pick.choice(SPLIT_AT_MOST if split else AT_MOST)
    return Measure(name, sign, str(limit), unit, got + unit, got, Fraction(1))


def _count(pick: random.Random, second: str, kind: str, split: bool) -> Measure:
    name, unit = pick.choice(COUNTS[second])
    goal = pick.randint(5, 3000)
    sign = pick.choice(SPLIT_AT_LEAST if split else AT_LEAST)
    got = goal + goal // pick.randint(5, 50) if kind == "count" else goal
    if kind == "equal":
        sign = pick.choice(EQUAL)
    if kind == "short":
        got = pick.randint(1, goal - 1)
    goal_text = f"{goal:,}" if pick.random() < 0.2 else str(goal)
    mark = pick.choice(("", "", "", "≥", "=")) if got >= goal and not split else ""
    return Measure(
        name,
        sign,
        goal_text,
        unit,
        f"{mark}{got}{unit}",
        pick.choice((str(got), f"{got}{unit}")),
        min(Fraction(1), Fraction(got, goal)),
    )


def _rate(pick: random.Random, name: str, behind: bool, split: bool) -> Measure:
    goal = pick.randint(80, 100)
    got = pick.randint(40, goal - 1) if behind else pick.randint(goal, 100)
    sign = pick.choice(SPLIT_AT_LEAST if split else AT_LEAST)
    unit = "%" if split else pick.choice(("%", "%", "%", "%", "百分比"))
    mark = pick.choice(("", "", "", "≥")) if not split and not behind else ""
    bare = str(got)
    actual = pick.choice((f"{mark}{got}%", f"{mark}{got}%", f"{got}.00%", bare))
    earned = min(Fraction(1), Fraction(got, goal))
    return Measure(name, sign, str(goal), unit, actual, bare, earned)
