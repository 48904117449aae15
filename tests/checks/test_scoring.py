"""The score engine as a table: which scores a row may have, and which check speaks of it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from sheetlint_checks.scoring import exact_scores, figures_of, judge_score
from sheetlint_checks.scoring.methods import score_by_method
from sheetlint_checks.scoring.row_figures import EITHER, EQUAL, POSITIVE, REVERSE, read_figures

from sheetlint.profiles import DEFAULT, Profile, Profiles
from sheetlint.sheet.numbers.rounding import format_rounded
from sheetlint.testing import build_sheet


@pytest.fixture(scope="module")
def national(profiles: Profiles) -> Profile:
    return profiles.load(DEFAULT)


@pytest.mark.parametrize(
    ("target", "actual", "level2", "level3", "kind"),
    [
        # the operator says it
        ("≥98%", "97%", "质量指标", "合格率", POSITIVE),
        (">95%", "94%", "质量指标", "优良面", POSITIVE),
        ("不少于26次", "12次", "数量指标", "督导", POSITIVE),
        ("≤5天", "6天", "时效指标", "办理周期", REVERSE),
        ("控制在30万元以内", "33万元", "成本指标", "设备购置", REVERSE),
        ("=100%", "98%", "质量指标", "项目完成情况", POSITIVE),
        ("=26次", "12次", "数量指标", "督导", EQUAL),
        # no operator: the name does
        ("26次", "12次", "数量指标", "督导", POSITIVE),
        ("95%", "90%", "满意度指标", "群众满意度", POSITIVE),
        ("2起", "3起", "质量指标", "安全事故起数", REVERSE),
        ("5%", "6%", "质量指标", "差错率", REVERSE),
        ("95%", "90%", "质量指标", "投诉处理率", POSITIVE),
        ("150万元", "140万元", "成本指标", "设备购置", REVERSE),
        ("98%", "97%", "质量指标", "设备故障修复率（含外设）", POSITIVE),
        # the same figure: it does not matter
        ("30天", "30天", "时效指标", "办理周期", EITHER),
        ("≥2起", "2起", "质量指标", "安全事故起数", EITHER),
    ],
)
def test_direction(target: str, actual: str, level2: str, level3: str, kind: str) -> None:
    figures = read_figures(target, actual, level2, level3)
    assert figures is not None
    assert figures.kind == kind


@pytest.mark.parametrize(
    ("target", "actual", "level2", "level3"),
    [
        ("30天", "25天", "时效指标", "办理周期"),
        ("5%", "3%", "效益指标", "能耗降低"),
        ("≥2起", "1起", "质量指标", "安全事故起数"),
        ("≤90%", "95%", "满意度指标", "群众满意度"),
        ("=5%", "4%", "质量指标", "差错率"),
        ("持续改善", "有改善", "效益指标", "环境"),
        ("≥95%", "已完成", "质量指标", "合格率"),
        ("2022年12月底前", "2022年11月", "时效指标", "完工时间"),
        ("90%-95%", "92%", "质量指标", "合格率"),
        ("5场、300人", "6场、280人", "数量指标", "活动"),
        ("290%", "85%", "满意度指标", "群众满意度"),
        ("≥266米", "50厘米布", "数量指标", "管线"),
        ("≥0次", "3次", "数量指标", "培训"),
        ("≤0起", "1起", "质量指标", "安全事故起数"),
        ("≥-5%", "-3%", "效益指标", "增长"),
        ("≤5%", "0.8", "质量指标", "流程时长"),
    ],
)
def test_nothing_is_said_of_a_row_that_is_open(
    target: str, actual: str, level2: str, level3: str
) -> None:
    assert read_figures(target, actual, level2, level3) is None


def test_a_missing_percent_sign_may_change_nothing() -> None:
    """0.8 may be 0.8 % or 80 %: of 5 % nobody can say; of 98 % it can only be 80 %."""
    figures = read_figures("≥98%", "0.8", "质量指标", "合格率")
    assert figures is not None
    assert figures.actual == 80


ROW = "产出指标 | {level2} | {level3} | {target} | {actual} | {weight} | {score} |"
QUALITY = ("质量指标", "服务达标率")
COUNT = ("数量指标", "督导次数")
COST = ("经济效益指标", "人均成本")
PLEASED = ("服务对象满意度指标", "群众满意度")


@pytest.mark.parametrize(
    ("names", "target", "actual", "weight", "scores"),
    [
        (QUALITY, "≥95%", "95%", "10", ["10.00"]),
        (QUALITY, "≥95%", "90%", "10", ["9.47"]),
        (QUALITY, "≥95%", "0%", "10", ["0.00"]),
        (COUNT, "=26次", "12次", "5", ["2.31"]),
        (COUNT, "=26次", "30次", "5", ["5.00"]),
        (COST, "≤5300元", "5830元", "10", ["9.09", "9.00"]),
        (COST, "≤100元", "250元", "10", ["4.00", "0.00"]),
        (COST, "≤100元", "80元", "10", ["10.00"]),
        (PLEASED, "≥95%", "85%", "10", ["8.95"]),
        (QUALITY, "良好", "良好", "10", []),
    ],
)
def test_scores_that_are_due_under_the_national_rules(
    names: tuple[str, str],
    target: str,
    actual: str,
    weight: str,
    scores: list[str],
    national: Profile,
) -> None:
    line = ROW.format(
        level2=names[0], level3=names[1], target=target, actual=actual, weight=weight, score=""
    )
    row = build_sheet({"rows": [line]}).indicators[0]
    assert [format_rounded(item.score) for item in exact_scores(row, national)] == scores


@pytest.mark.parametrize(
    ("names", "target", "actual", "scores"),
    [
        (QUALITY, "≥100%", "80%", ["5.00"]),
        (QUALITY, "≥100%", "59%", ["0.00"]),
        (QUALITY, "≥100%", "100%", ["10.00"]),
        (PLEASED, "≥100%", "99%", ["10.00"]),
        (PLEASED, "≥100%", "85%", ["8.00"]),
        (PLEASED, "≥100%", "60%", ["5.00"]),
        (PLEASED, "≥100%", "59%", ["0.00"]),
        (PLEASED, "≥85%", "86%", ["10.00", "8.00"]),
    ],
)
def test_scores_that_are_due_where_thresholds_hold(
    names: tuple[str, str], target: str, actual: str, scores: list[str], national: Profile
) -> None:
    thresholds = {"quantitative": ["pass_line_60"], "satisfaction": ["tiers_101"]}
    score = {**national.data["score"], **thresholds}
    profile = national._replace(data={**national.data, "score": score})
    line = ROW.format(
        level2=names[0], level3=names[1], target=target, actual=actual, weight="10", score=""
    )
    row = build_sheet({"rows": [line]}).indicators[0]
    assert [format_rounded(item.score) for item in exact_scores(row, profile)] == scores


@pytest.mark.parametrize(
    ("names", "target", "actual", "score", "code"),
    [
        (QUALITY, "≥95%", "90%", "9.47", None),
        (QUALITY, "≥95%", "90%", "9", "ID001"),
        (QUALITY, "≥95%", "90%", "10", "ID005"),
        (QUALITY, "≥95%", "96%", "9", "ID006"),
        (QUALITY, "≥50%", "96%", "9", None),
        (COST, "≤5300元", "5830元", "9.5", "ID002"),
        (COST, "≤5300元", "5830元", "10", "ID005"),
        (COST, "≤5300元", "5000元", "9", "ID006"),
        (COUNT, "=26次", "27次", "9", None),
        (COUNT, "=26次", "26次", "9", "ID006"),
        (QUALITY, "≥95%", "90%", "11", None),
        (QUALITY, "≥95%", "90%", "-1", None),
        (QUALITY, "良好", "良好", "7", None),
    ],
)
def test_one_check_speaks_of_a_row(
    names: tuple[str, str],
    target: str,
    actual: str,
    score: str,
    code: str | None,
    national: Profile,
) -> None:
    line = ROW.format(
        level2=names[0], level3=names[1], target=target, actual=actual, weight="10", score=score
    )
    sheet = build_sheet({"rows": [line]})
    found = judge_score(sheet.indicators[0], sheet, national)
    assert (found.code if found else None) == code


def test_places_that_score_otherwise_are_left_alone(national: Profile) -> None:
    sheet = build_sheet({"set": {"indicators.0.score": "7"}})
    for key, value in (("model", "percent_weighted"), ("coefficient_column", True)):
        score = {**national.data["score"], key: value}
        profile = national._replace(data={**national.data, "score": score})
        assert judge_score(sheet.indicators[0], sheet, profile) is None


def test_a_column_of_deductions_explains_lost_points(national: Profile) -> None:
    sheet = build_sheet({"set": {"indicators.0.score": "18"}})
    score = {**national.data["score"], "deduct_column": True}
    profile = national._replace(data={**national.data, "score": score})
    assert judge_score(sheet.indicators[0], sheet, profile) is None


def test_no_method_gives_more_than_the_weight_or_less_than_nothing() -> None:
    weight = Fraction(10)
    for actual in ("0%", "1%", "50%", "99%", "150%"):
        for kind in ("≥100%", "≤100%"):
            figures = read_figures(kind, actual, "质量指标", "达标面")
            assert figures is not None
            for name in ("ratio_capped", "pass_line_60", "tiers_101", "ratio", "linear_2x"):
                if name == "ratio" and figures.actual == 0:
                    continue
                result = score_by_method(name, figures, weight)
                assert result is not None
                assert 0 <= result.score <= weight


def test_the_row_is_read_by_its_own_names() -> None:
    figures = figures_of(build_sheet({}).indicators[0])
    assert figures is not None
    assert (figures.kind, figures.target, figures.actual) == (POSITIVE, 1500, 1530)
