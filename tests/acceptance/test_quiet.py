"""Random sheets in which nothing is wrong: no error and no warning may come of them, whatever they look like.

The sheets are filled in by the rules of the form, with the arithmetic done here on fractions, in
the spellings that units use.
"""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from sheetlint.batch.files import Source
from sheetlint.batch.run import Plan, check_source
from sheetlint.check import ERROR, WARNING
from sheetlint.decide import Decision
from sheetlint.profiles import Profiles
from sheetlint.registry import Registry
from tests.forms import SUFFIX, WRITERS, draw

REASONS = [
    "因台风停工两周，下一步将加快施工进度",
    "受疫情影响部分培训改为线上；下一步将补办",
    "由于设备到货延迟，未能按期安装，将督促供应商",
    "原因：服务对象减少。改进措施：加强宣传，完善台账",
    "因乡镇报名不足，少办两期，下年与学校合办",
    "招标流标一次，导致推迟；将提前编制采购计划",
    "系统升级期间短时中断，已更换备用线路",
]
COUNTS = [
    ("培训人次", "人次"),
    ("设备采购数量", "台"),
    ("道路养护里程", "公里"),
    ("惠及户数", "户"),
]
RATES = ["服务合格率", "按时完成率", "系统可用率", "覆盖率", "服务对象满意度"]
LESS = [("项目总成本", "万元"), ("故障响应时间", "分钟"), ("群众投诉数", "件")]
WORDS = [("系统运行情况", "好/一般/差", "好"), ("长效机制建设", "是", "是")]
KINDS = {
    "时效指标": ["rate", "missed_rate", "date"],
    "服务对象满意度指标": ["rate", "missed_rate"],
}
"""Of every kind where nothing is said here."""
NAMES = {
    "时效指标": ["按时完成率", "工程按期验收率"],
    "服务对象满意度指标": ["服务对象满意度", "学员满意率"],
}


def half_up(value: Fraction, places: int = 2) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def spelled(value: Decimal, pick: random.Random) -> str:
    """``9.50`` or ``9.5``: both are in use."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text and pick.random() < 0.5 else text


def indicator(
    second: str, weight: int, pick: random.Random, reasons: list[str]
) -> tuple[list[str], Decimal]:
    """Name, target, actual, weight, score and note of one row, and its score."""
    full = Decimal(weight)
    kinds = ["count", "rate", "less", "words", "missed", "missed_rate", "date"]
    kind = pick.choice(KINDS.get(second, kinds))
    if kind == "words":
        name, target, actual = pick.choice(WORDS)
        return [name, target, actual, str(weight), spelled(full, pick), ""], full
    if kind == "date":
        return ["完成时间", "2022年12月底前", "2022年11月", str(weight), str(weight), ""], full
    if kind == "less":
        name, unit = pick.choice(LESS)
        limit = pick.randint(10, 200)
        actual = pick.randint(limit // 2, limit)
        sign = pick.choice(["≤", "<=", "不超过", "≦"])
        return [name, f"{sign}{limit}{unit}", f"{actual}{unit}", str(weight), str(weight), ""], full
    if kind in ("rate", "missed_rate"):
        name = pick.choice(NAMES.get(second, RATES))
        goal = pick.randint(80, 100)
        got = pick.randint(goal, 100) if kind == "rate" else pick.randint(40, goal - 1)
        sign, mark = pick.choice(["≥", ">=", "", "不低于"]), pick.choice(["", "", "≥"])
        target, actual = f"{sign}{goal}%", f"{mark}{got}%"
    else:
        name, unit = pick.choice(COUNTS)
        goal = pick.randint(5, 3000)
        got = goal + goal // pick.randint(5, 50) if kind == "count" else pick.randint(1, goal - 1)
        sign = pick.choice(["≥", "=", "不少于", ""]) if kind != "count" else "≥"
        target, actual = f"{sign}{goal}{unit}", f"{got}{unit}"
    if got >= goal:
        return [name, target, actual, str(weight), spelled(full, pick), ""], full
    score = half_up(Fraction(weight * got, goal))
    note = reasons.pop() if score < full else ""
    return [name, target, actual, str(weight), spelled(score, pick), note], score


def sheet(seed: int) -> dict[str, Any]:
    pick = random.Random(seed)
    layout = [
        ("产出指标", ["数量指标", "质量指标", "时效指标"], [20, 15, 15]),
        ("效益指标", ["社会效益指标", "可持续影响指标"], [20, 10]),
        ("满意度指标", ["服务对象满意度指标"], [10]),
    ]
    # No two rows fall short for the same reason.
    reasons = pick.sample(REASONS, len(REASONS))
    rows, total = [], Decimal(0)
    for first, seconds, weights in layout:
        for second, weight in zip(seconds, weights, strict=True):
            cells, score = indicator(second, weight, pick, reasons)
            rows.append(" | ".join([first, second, *cells]))
            total += score
    unit, places = pick.choice([("元", 0), ("元", 2), ("万元", 2), ("万元", 6)])
    most = 10**10 if unit == "元" else 10**5 * 10**places
    budget = Decimal(pick.randint(most // 10**4, most)).scaleb(-places)
    executed = half_up(Fraction(budget) * pick.randint(0, 1000) / 1000, places)
    executed = executed if pick.random() < 0.7 else budget
    rate = Fraction(executed) / Fraction(budget)
    printed = half_up(rate * 100)
    score = half_up(10 * rate if pick.random() < 0.5 else Fraction(printed) / 10)
    parts = [budget, executed]
    left = [half_up(Fraction(v) / 3, places) for v in parts]
    comma = pick.random() < 0.5

    def money(value: Decimal) -> str:
        return f"{value:,f}" if comma else f"{value:f}"

    note = pick.choice(REASONS) if score < 10 else ""
    total += score
    return {
        "money_unit": unit,
        "rows": rows,
        "funds": [
            f"total | 年度资金总额 | {money(budget)} | {money(budget)} | {money(executed)} | 10 | "
            f"{printed}% | {spelled(score, pick)} | {note}",
            f"fiscal | 其中：当年财政拨款 | {money(budget - left[0])} | {money(budget - left[0])} | "
            f"{money(executed - left[1])} | — | — | — |",
            f"carryover | 上年结转资金 | {money(left[0])} | {money(left[0])} | {money(left[1])} | — | | — |",
            f"other | 其他资金 | {pick.choice(['0', '', '0.00'])} | 0 | {pick.choice(['0', ''])} | — | — | |",
        ],
        "total": {"weight": "100", "score": spelled(total, pick)},
    }


@pytest.fixture(scope="module")
def plan(registry: Registry, profiles: Profiles) -> Plan:
    return Plan(registry, Decision(), profiles)


@pytest.mark.parametrize(("form", "seeds"), [("text", 400), ("xlsx", 40), ("docx", 15)])
def test_nothing_is_said_of_a_clean_sheet(
    form: str, seeds: int, tmp_path: Path, plan: Plan
) -> None:
    path = tmp_path / f"自评表{SUFFIX[form]}"
    for seed in range(seeds):
        path.write_bytes(WRITERS[form](draw(sheet(seed))))
        report = check_source(Source(str(path)), plan)
        assert len(report.sheets) == 1
        said = [
            (seed, f.check.code, f.where.words, f.message.zh)
            for f in report.findings
            if f.severity in (ERROR, WARNING)
        ]
        assert said == []
