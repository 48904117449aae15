"""The score engine, cell by cell of ``score_engine.yml``, and what holds of every row."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from sheetlint_checks.scoring import (
    AcceptedScores,
    ScoreRange,
    assess,
    budget_finding,
    judge_budget_score,
    judge_score,
    kinds,
    score_finding,
)
from sheetlint_checks.scoring.dates import sheet_year

from sheetlint.profiles import DEFAULT, Profile, Profiles
from sheetlint.sheet.numbers.rounding import format_rounded, round_to
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint.testing import build_sheet
from tests.random_examples import examples

TABLE = yaml.safe_load((Path(__file__).parent / "score_engine.yml").read_text(encoding="utf-8"))
NATIONAL = Profiles().load(DEFAULT)
CENTRAL = NATIONAL.with_value("score.quantitative", ["pass_line_60"])


def place(parameters: dict[str, Any]) -> Profile:
    profile = NATIONAL
    for key, value in parameters.items():
        profile = profile.with_value(key, value)
    return profile


def sheet_of(data: dict[str, Any]) -> Sheet:
    extra = {"extra": {0: data["extra"]}} if "extra" in data else {}
    year = {"year": data["year"]} if "year" in data else {}
    return build_sheet({"rows": [data["row"]], **extra, **year})


def written(span: ScoreRange) -> str:
    return (
        f"[{format_rounded(span.low)}, {format_rounded(span.high)}{')' if span.below_high else ']'}"
    )


@pytest.mark.parametrize("data", TABLE, ids=lambda data: data["case"])
def test_accepted_scores(data: dict[str, Any]) -> None:
    sheet = sheet_of(data)
    due = assess(sheet.indicators[0], place(data.get("parameters", {})), sheet_year(sheet))
    assert {
        "kind": due.kind.name,
        "met": due.met,
        "exact": {format_rounded(item.score): item.formula for item in due.exact},
        "spans": [written(span) for span in due.ranges],
    } == {
        "kind": data["kind"],
        "met": data.get("met"),
        "exact": data.get("exact", {}),
        "spans": data.get("spans", []),
    }


def test_the_table_has_every_kind_of_row() -> None:
    assert {data["kind"] for data in TABLE} == set(kinds.KINDS)


# ── what holds of every row ─────────────────────────────────────────────────────────────────────

WEIGHTS = st.decimals("0.5", "100", places=1)
COUNTS = st.integers(1, 10**6)
PROFILES = st.sampled_from([NATIONAL, CENTRAL])


def row_of(
    target: str, actual: str, weight: Decimal, score: str = "", name: str = "达标数量"
) -> Sheet:
    return build_sheet(
        {"rows": [f"产出指标 | 数量指标 | {name} | {target} | {actual} | {weight} | {score}"]}
    )


def due_of(sheet: Sheet, profile: Profile) -> AcceptedScores:
    row: Indicator = sheet.indicators[0]
    return assess(row, profile, 2022)


@examples(50)
@given(
    st.sampled_from(["≥", "≤", "=", ">", "<", ""]), st.integers(0, 200), st.integers(0, 200),
    st.sampled_from(["次", "%", "起", ""]), WEIGHTS, PROFILES,
)  # fmt: skip
def test_no_accepted_score_is_below_nothing_or_above_the_weight(
    sign: str, target: int, actual: int, unit: str, weight: Decimal, profile: Profile
) -> None:
    due = due_of(row_of(f"{sign}{target}{unit}", f"{actual}{unit}", weight), profile)
    for item in due.exact:
        assert 0 <= item.score <= weight
    for span in due.ranges:
        assert 0 <= span.low <= span.high <= weight


@examples(30)
@given(COUNTS, COUNTS, COUNTS, WEIGHTS, PROFILES)
def test_more_done_never_earns_less(
    target: int, one: int, other: int, weight: Decimal, profile: Profile
) -> None:
    few, many = sorted((one, other))
    low = due_of(row_of(f"≥{target}次", f"{few}次", weight), profile).exact[0].score
    high = due_of(row_of(f"≥{target}次", f"{many}次", weight), profile).exact[0].score
    assert low <= high


@examples(30)
@given(COUNTS, COUNTS, COUNTS, WEIGHTS)
def test_more_spent_never_earns_more(limit: int, one: int, other: int, weight: Decimal) -> None:
    few, many = sorted((one, other))
    less = due_of(row_of(f"≤{limit}元", f"{few}元", weight), NATIONAL).exact
    more = due_of(row_of(f"≤{limit}元", f"{many}元", weight), NATIONAL).exact
    assert less[0].score >= more[0].score
    assert less[-1].score >= more[-1].score


@examples(30)
@given(COUNTS, COUNTS, WEIGHTS)
def test_the_exact_fraction_rounded_half_up_is_right(
    target: int, actual: int, weight: Decimal
) -> None:
    exact = Fraction(weight) * min(Fraction(actual, target), Fraction(1))
    score = round_to(exact, Decimal("0.01"))
    sheet = row_of(f"≥{target}次", f"{actual}次", weight, str(score))
    assert judge_score(sheet.indicators[0], sheet, NATIONAL) is None


@examples(30)
@given(st.integers(1, 999), st.integers(1, 9990), WEIGHTS)
def test_a_score_of_the_actual_value_before_its_own_rounding_is_right(
    target: int, actual: int, weight: Decimal
) -> None:
    """What prints as 28.6 may have been 28.57, and the score was calculated from that."""
    for digit in (-4, 0, 4):
        exact = Fraction(actual * 10 + digit, 100)
        if exact < 0 or exact >= target:
            continue
        score = round_to(Fraction(weight) * exact / target, Decimal("0.01"))
        printed = Decimal(actual).scaleb(-1)
        if printed >= target:
            continue
        sheet = row_of(f"≥{target}万元", f"{printed}万元", weight, str(score))
        found = judge_score(sheet.indicators[0], sheet, NATIONAL)
        assert found is None, (found, target, printed, score)


@examples(30)
@given(COUNTS, COUNTS, st.integers(6, 500))
def test_points_too_many_are_worse_than_points_too_few(
    target: int, actual: int, apart: int
) -> None:
    """By more than the tolerance: an error above, a warning below."""
    exact = min(Fraction(actual, target), Fraction(1)) * 10
    right = round_to(exact, Decimal("0.01"))
    for score, severity in ((right + apart * Decimal("0.0101"), "error"), (right - apart * Decimal("0.0101"), "warning")):  # fmt: skip
        if not 0 < score < 10 or actual >= target:
            continue
        sheet = row_of(f"≥{target}次", f"{actual}次", Decimal(10), str(score))
        found = judge_score(sheet.indicators[0], sheet, NATIONAL)
        assert found is not None
        assert (found.code, found.severity) == ("ID001", severity)


# ── the budget row ──────────────────────────────────────────────────────────────────────────────

CENT = Decimal("0.01")
YUAN = st.integers(1, 10**11)


def funds(
    unit: str, budget: str, executed: str, rate: str, score: str, weight: str = "10"
) -> Sheet:
    line = f"total | 年度资金总额 | 0 | {budget} | {executed} | {weight} | {rate} | {score} |"
    return build_sheet({"money_unit": unit, "funds": [line]})


@examples(50)
@given(YUAN, YUAN, st.sampled_from([10, 20]))
def test_a_budget_score_from_the_exact_rate_or_from_the_printed_one_is_right(
    one: int, other: int, weight: int
) -> None:
    executed, budget = sorted((one, other))
    rate = round_to(Fraction(executed, budget) * 100, CENT)
    for score in (Fraction(executed, budget) * weight, Fraction(rate) / 100 * weight):
        sheet = funds(
            "元", str(budget), str(executed), f"{rate}%", str(round_to(score, CENT)), str(weight)
        )
        assert judge_budget_score(sheet, NATIONAL) is None


@examples(50)
@given(st.integers(10**4, 10**11), st.integers(10**4, 10**11), st.integers(0, 4))
def test_amounts_in_ten_thousands_stand_for_all_that_print_so(
    one: int, other: int, places: int
) -> None:
    """The unit calculated from its books, to the cent; the sheet shows 万元."""
    executed, budget = sorted((one, other))
    shown_as = [str(round_to(Fraction(v, 10**4), Decimal(1).scaleb(-places))) for v in (budget, executed)]  # fmt: skip
    if shown_as[0] == "0":
        return
    score = round_to(Fraction(executed, budget) * 10, CENT)
    sheet = funds("万元", *shown_as, "", str(score))
    assert judge_budget_score(sheet, NATIONAL) is None


@pytest.mark.parametrize(
    ("rate", "score", "said"),
    [
        ("98.85%", "9.89", None),
        ("98.85%", "9.88", ("FD003", "info")),
        ("98.85%", "9.9", ("FD003", "warning")),
        ("98.85%", "9.885", None),
        ("98.85%", "10", ("FD003", "warning")),
        ("98.85%", "9", ("FD003", "warning")),
        ("98.85%", "9.93", ("FD003", "warning")),
        ("98.85%", "9.95", ("FD003", "error")),
        ("98.85%", "9.5", ("FD003", "warning")),
        ("96.85%", "9.68", ("FD003", "info")),
        ("96.85%", "9.69", None),
    ],
)
def test_the_ladder_of_roundings(rate: str, score: str, said: tuple[str, str] | None) -> None:
    executed = str(Decimal(rate.rstrip("%")) * 100)
    sheet = funds("元", "10000", executed, rate, score)
    found = judge_budget_score(sheet, NATIONAL)
    finding = None if found is None else budget_finding(found, sheet, NATIONAL)
    assert (None if found is None or finding is None else (found.code, finding.severity)) == said


@pytest.mark.parametrize(
    ("target", "actual", "score", "said"),
    [
        ("≥200次", "197次", "9.85", None),
        ("≥2000次", "1977次", "9.89", None),
        ("≥2000次", "1977次", "9.88", ("ID001", "info")),
        ("≥2000次", "1977次", "9.885", None),
        ("≥2000次", "1977次", "9.9", ("ID001", "info")),
        ("≥2000次", "1977次", "9.92", ("ID001", "warning")),
        ("≥2000次", "1977次", "9.95", ("ID001", "error")),
        ("≥2000次", "1977次", "9", ("ID001", "warning")),
        ("≥2000次", "1940次", "9", ("ID001", "warning")),
        ("≥2000次", "1840次", "9", ("ID001", "info")),
        ("≥2000次", "1740次", "9", ("ID001", "info")),
        ("≥2000次", "1640次", "9", ("ID001", "error")),
        ("≥2000次", "1977次", "9.80", ("ID001", "warning")),
    ],
)
def test_the_same_ladder_for_a_row(
    target: str, actual: str, score: str, said: tuple[str, str] | None
) -> None:
    sheet = row_of(target, actual, Decimal(10), score)
    found = judge_score(sheet.indicators[0], sheet, NATIONAL)
    assert (None if found is None else (found.code, found.severity)) == said


# ── places ──────────────────────────────────────────────────────────────────────────────────────

SEED = "满意度指标 | 服务对象满意度指标 | 被服务单位满意度 | >=100% | >=99% | 10 | 9 | 可进一步提升服务质量"


@pytest.mark.parametrize(
    ("name", "budget", "row"),
    [
        ("national-2020", None, ("ID001", "warning", ("9.90",))),
        ("shanghai", None, ("ID001", "warning", ("9.90",))),
        ("hubei", None, ("ID001", "warning", ("9.90",))),
        ("central-101", ("FD003", "warning", ("10", "7")), ("ID001", "warning", ("10.00",))),
        ("jiangxi", ("FD003", "error", ("7",)), ("ID001", "warning", ("9.90",))),
        ("guangxi", None, None),
        ("chongqing", None, None),
        ("hebei-county-2020", None, None),
    ],
)
def test_the_place_changes_the_verdict(
    name: str,
    budget: tuple[str, str, tuple[str, ...]] | None,
    row: tuple[str, str, tuple[str, ...]] | None,
) -> None:
    """9.89 for 98.88%, and 9 of 10 for 99% of 100%."""
    profile = Profiles().load(name)
    sheet = build_sheet({"rows": [SEED]})
    torn = judge_budget_score(sheet, profile)
    found = judge_score(sheet.indicators[0], sheet, profile)
    said = [
        None if torn is None else budget_finding(torn, sheet, profile),
        None if found is None else score_finding(sheet.indicators[0], found, sheet, profile),
    ]
    codes = [None if v is None else v.code for v in (torn, found)]
    assert [
        None if f is None else (code, f.severity, f.expected)
        for code, f in zip(codes, said, strict=True)
    ] == [budget, row]
