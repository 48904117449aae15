"""Targets and actual values as units write them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from sheetlint.sheet.numbers.measure import common_scale, meets_target, parse_measure


@pytest.mark.parametrize(
    ("text", "operator", "number", "percent", "unit"),
    [
        ("≥98%", ">=", "98", True, ""),
        (">=98%", ">=", "98", True, ""),
        ("≧90％", ">=", "90", True, ""),
        ("≮95%", ">=", "95", True, ""),
        ("﹥=95", ">=", "95", False, ""),
        ("≦5天", "<=", "5", False, "天"),
        ("≯5天", "<=", "5", False, "天"),
        ("﹥3", ">", "3", False, ""),
        ("﹤7个", "<", "7", False, "个"),
        ("═100%", "=", "100", True, ""),
        ("﹦3", "=", "3", False, ""),
        ("＞=90%", ">=", "90", True, ""),
        ("=100%", "=", "100", True, ""),
        ("﹦100%", "=", "100", True, ""),
        ("═26次", "=", "26", False, "次"),
        ("≥ 5套", ">=", "5", False, "套"),
        ("1,530人次", "", "1530", False, "人次"),
        ("1，530人次", "", "1530", False, "人次"),
        ("不少于1500人次", ">=", "1500", False, "人次"),
        ("控制在30万元以内", "<=", "30", False, "万元"),
        ("成本控制在30万元以内", "<=", "30", False, "万元"),
        ("满意度≥95%", ">=", "95", True, ""),
        ("90分以上", ">=", "90", False, "分"),
        ("30天内", "<=", "30", False, "天"),
        ("100百分比", "", "100", True, ""),
        ("100%(正常使用)", "", "100", True, ""),
        ("0.9‰", "", "0.9", False, "‰"),
        ("200余人", "", "200", False, "人"),
        ("约1500人", "", "1500", False, "人"),
        ("实际完成26次", "", "26", False, "次"),
        ("100%。", "", "100", True, ""),
        (".5", "", "0.5", False, ""),
        ("-5%", "", "-5", True, ""),
        ("400元/人、天", "", "400", False, "元/人、天"),
    ],
)
def test_one_figure(text: str, operator: str, number: str, percent: bool, unit: str) -> None:
    measure = parse_measure(text)
    assert measure.kind == "number"
    assert (measure.operator, str(measure.number), measure.percent, measure.unit) == (
        operator,
        number,
        percent,
        unit,
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "blank"),
        ("—", "blank"),
        ("90%-95%", "range"),
        ("3～5天", "range"),
        ("5场、300人", "compound"),
        ("1:3", "compound"),
        ("2020年12月完成 =95%", "compound"),
        ("290%", "suspect"),
        ("$290%", "suspect"),
        ("^80%", "suspect"),
        ("工5%", "suspect"),
        ("$200", "words"),
        ("稳定运行", "words"),
        ("每月1次", "words"),
        ("提高10%", "words"),
        ("完成率98%", "words"),
        ("第1名", "words"),
        ("2021年12月底前", "date"),
        ("11月底前", "date"),
        ("2022年", "date"),
    ],
)
def test_what_is_not_one_figure(text: str, kind: str) -> None:
    assert parse_measure(text).kind == kind


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021年12月底前", (2021, 12, 31)),
        ("2022年6月20日", (2022, 6, 20)),
        ("9月前", (0, 9, 31)),
        ("2022年", (2022, 12, 31)),
    ],
)
def test_dates(text: str, date: tuple[int, int, int]) -> None:
    assert parse_measure(text).latest == date


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2022年", (2022, 1, 1), (2022, 12, 31)),
        ("2022年6月", (2022, 6, 1), (2022, 6, 31)),
        ("2022年6月底", (2022, 6, 21), (2022, 6, 31)),
        ("6月上旬", (0, 6, 1), (0, 6, 10)),
        ("6月中旬完成", (0, 6, 11), (0, 6, 20)),
        ("2022-09-15", (2022, 9, 15), (2022, 9, 15)),
        ("2021年底", (2021, 1, 1), (2021, 12, 31)),
        ("2022年6月底前", None, (2022, 6, 31)),
        ("≤2022年6月", None, (2022, 6, 31)),
    ],
)
def test_the_days_that_a_date_allows(
    text: str, first: tuple[int, int, int] | None, last: tuple[int, int, int]
) -> None:
    measure = parse_measure(text)
    assert (measure.earliest, measure.latest) == (first, last)


@pytest.mark.parametrize(
    ("target", "actual", "pair"),
    [
        ("≥98%", "99%", (98, 99)),
        ("≥98%", "99", (98, 99)),
        ("≥98%", "0.99", (98, 99)),
        ("≥98%", "1", (98, 100)),
        ("98", "99%", (98, 99)),
        ("≥10人", "12", (10, 12)),
        ("≥1.5万人次", "15300人次", (15000, 15300)),
        ("≥1.5万人次", "15300", (15000, 15300)),
        ("≥1.5万人次", "1.6", (Fraction(3, 2), Fraction(8, 5))),
        ("≥15000人次", "1.6万人次", (15000, 16000)),
        ("2.6亿元", "25000万元", (260000000, 250000000)),
        ("≤5公里", "4800米", (5000, 4800)),
        ("≤0起", "0", (0, 0)),
    ],
)
def test_on_one_scale(target: str, actual: str, pair: tuple[Fraction, Fraction]) -> None:
    assert common_scale(parse_measure(target), parse_measure(actual)) == pair


@pytest.mark.parametrize(
    ("target", "actual"),
    [
        ("≥98%", "1530"),
        ("≤5%", "0.8"),
        ("≥98%", "99人"),
        ("≥1500人次", "1530户"),
        ("≥1.5万人次", "200"),
        ("稳定", "稳定"),
    ],
)
def test_not_comparable(target: str, actual: str) -> None:
    assert common_scale(parse_measure(target), parse_measure(actual)) is None


@pytest.mark.parametrize(
    ("operator", "actual", "met"),
    [
        (">=", 5, True),
        (">=", 4, False),
        ("", 6, True),
        (">", 5, False),
        (">", 6, True),
        ("<=", 5, True),
        ("<=", 6, False),
        ("<", 5, False),
        ("<", 4, True),
        ("=", 5, True),
        ("=", 6, False),
    ],
)
def test_satisfied(operator: str, actual: int, met: bool) -> None:
    assert meets_target(operator, Fraction(5), Fraction(actual)) is met
