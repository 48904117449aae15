"""Random rows of every kind, scored by the rules as this file understands them: nothing is said.

The arithmetic is done here once more, on fractions, under the national rules and under the
thresholds of the central departments.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest

from sheetlint.profiles import Profiles
from sheetlint.rules.check import ERROR, WARNING
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import check_sheet
from sheetlint.rules.registry import Registry
from sheetlint.rules.shape import validate_shape
from sheetlint.sheet.numbers.rounding import round_to
from sheetlint.testing import build_sheet
from tests.random_examples import number

Pick = random.Random
Row = tuple[str, str, str, Fraction]
"""Name, target, actual value, and the share of the weight that is due."""
CENT = Decimal("0.01")
NOTES = ["因设备到货延迟，个别场次改期，下一步将提前采购", "因疫情停办两周；下一步将补办"]
MORE = ["群众需求增加，追加了场次，下年据实调高指标值", "因年中扩面，服务人数超出年初计划"]


def national(ratio: Fraction) -> Fraction:
    return min(ratio, Fraction(1))


def central(ratio: Fraction) -> Fraction:
    if ratio >= 1:
        return Fraction(1)
    return max(Fraction(0), (ratio - Fraction(3, 5)) / Fraction(2, 5))


RULES: dict[str, Callable[[Fraction], Fraction]] = {
    "national-2020": national,
    "central-101": central,
}


def count(pick: Pick, share: Callable[[Fraction], Fraction]) -> Row:
    target = pick.randint(2, 4000)
    actual = pick.randint(0, target * 5 // 4)
    sign = pick.choice(["≥", ">=", "不少于", "达到", "", "="]) if actual < target else "≥"
    name = pick.choice(["培训人次", "宣传场次", "走访户数"])
    return name, f"{sign}{target}次", f"{actual}次", share(Fraction(actual, target))


def rate(pick: Pick, share: Callable[[Fraction], Fraction]) -> Row:
    target = pick.randint(50, 100)
    actual = Decimal(pick.randint(300, 1000)).scaleb(-1)
    printed = f"{actual}%" if pick.random() < 0.7 else f"{int(actual)}%"
    value = Fraction(printed[:-1])
    return "服务合格率", f"{pick.choice(['≥', '', '='])}{target}%", printed, share(value / target)


def limit(pick: Pick, share: Callable[[Fraction], Fraction]) -> Row:
    most = pick.randint(10, 500)
    actual = pick.randint(most // 2, most * 3)
    over = Fraction(actual - most, most)
    due = pick.choice([Fraction(most, actual), max(Fraction(0), 1 - over)]) if actual > most else 1
    return "项目总成本", f"{pick.choice(['≤', '不超过'])}{most}万元", f"{actual}万元", Fraction(due)


def nothing(pick: Pick, share: Callable[[Fraction], Fraction]) -> Row:
    happened = pick.randint(0, 2)
    target = pick.choice(["0起", "≤0起", "=0起"])
    due = Fraction(1) if not happened else Fraction(pick.randint(0, 4), 5)
    return "安全事故起数", target, f"{happened}起", due


def date(pick: Pick, share: Callable[[Fraction], Fraction]) -> Row:
    month, done = pick.randint(1, 12), pick.randint(1, 12)
    target = pick.choice([f"2022年{month}月底前", f"{month}月底前", f"2022年{month}月"])
    actual = pick.choice([f"2022年{done}月", f"2022-{done}-15", f"{done}月"])
    due = Fraction(1) if done <= month else Fraction(pick.randint(0, 9), 10)
    return "完成时间", target, actual, due


def answer(pick: Pick, share: Callable[[Fraction], Fraction]) -> Row:
    yes, no = pick.choice([("是", "否"), ("通过", "未通过"), ("合格", "不合格")])
    done = pick.random() < 0.7
    return "验收情况", yes, yes if done else no, Fraction(1) if done else Fraction(pick.randint(0, 3), 4)  # fmt: skip


def words(pick: Pick, share: Callable[[Fraction], Fraction]) -> Row:
    grade, low = pick.choice(
        [
            ("达成年度指标", 8),
            ("部分达成年度指标并具有一定效果", 6),
            ("未达成年度指标且效果较差", 0),
        ]
    )
    high = {8: 10, 6: 8, 0: 6}[low]
    return "服务能力", "明显提升", grade, Fraction(pick.randint(low * 4, high * 4), 40)


def exceeded(pick: Pick, share: Callable[[Fraction], Fraction]) -> Row:
    target = pick.randint(2, 400)
    actual = pick.randint(target * 13 // 10 + 1, target * 3)
    due = Fraction(1) if pick.random() < 0.5 else Fraction(target + actual, 2 * actual)
    return "惠及户数", f"≥{target}户", f"{actual}户", due


KINDS = [count, count, rate, rate, limit, nothing, date, answer, words, exceeded]
LEVELS = [
    ("产出指标", "数量指标"),
    ("产出指标", "质量指标"),
    ("产出指标", "时效指标"),
    ("效益指标", "社会效益指标"),
    ("效益指标", "可持续影响指标"),
]


def line(levels: tuple[str, str], weight: int, pick: Pick, rule: str) -> tuple[str, Decimal]:
    kind = pick.choice(KINDS)
    name, target, actual, share = kind(pick, RULES[rule])
    score = round_to(share * weight, CENT)
    note = pick.choice(NOTES) if score < weight else ""
    if kind is exceeded:
        note = pick.choice(MORE)
    return " | ".join([*levels, name, target, actual, str(weight), f"{score}", note]), score


@pytest.mark.parametrize("rule", RULES)
def test_nothing_is_said_of_rows_scored_by_the_rules(
    rule: str, registry: Registry, profiles: Profiles
) -> None:
    profile = profiles.load(rule)
    for seed in range(number(100)):
        pick = Pick(seed)
        rows = [
            line(levels, weight, pick, rule)
            for levels, weight in zip(LEVELS, (20, 15, 15, 20, 20), strict=True)
        ]
        full = "total | 年度资金总额 | 100 | 100 | 100 | 10 | 100% | 10 |"
        total = sum((score for _, score in rows), Decimal(10))
        sheet = build_sheet({
            "funds": [full],
            "rows": [row for row, _ in rows],
            "total": {"weight": "100", "score": str(total)},
        })  # fmt: skip
        found = check_sheet(validate_shape(sheet, profile), profile, registry, Decision()).found
        said = [
            (seed, f.check.code, f.finding.at.path, f.finding.message.zh)
            for f in found
            if f.severity in (ERROR, WARNING) and f.check.code in SCORES
        ]
        assert said == []


SCORES = {
    *("ID001", "ID002", "ID003", "ID004", "ID005", "ID006", "ID007", "ID008", "ID009", "ID015"),
    *("ID016", "ID017", "ID020", "NT006", "FD003", "FD010", "AR010", "AR020", "CN004"),
}
