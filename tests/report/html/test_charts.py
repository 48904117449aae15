"""Charts: what they count, where it is drawn, and when they are left out."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from sheetlint.report.html.chart_data import count_codes, rate_points
from sheetlint.report.html.charts import Chart, make_charts
from sheetlint.run.results import PASS, FileReport, Report, SheetReport
from sheetlint.testing import build_sheet
from tests.report.html.pages import examples, parsed, source, text
from tests.report.samples import BAD, GOOD, SEVERAL, report
from tests.report.snapshot import same


def scored(*totals: str) -> Report:
    sheets = tuple(
        GOOD.sheets[0]._replace(total=total, position=i) for i, total in enumerate(totals)
    )
    return report(GOOD._replace(sheets=sheets))


def scores(*totals: str) -> Chart:
    (chart,) = make_charts(scored(*totals))
    return chart


def test_one_sheet_has_no_charts() -> None:
    assert make_charts(report(BAD._replace(sheets=BAD.sheets[:1]))) == []
    assert parsed(report(GOOD)).xpath("//section[@id='charts']") == []


def test_codes_by_severity_and_how_often() -> None:
    counts = count_codes(report(BAD, BAD))
    assert [(c.code, c.severity, c.times) for c in counts] == [
        ("FD002", "error", 2),
        ("NT003", "warning", 2),
        ("RD005", "info", 2),
    ]
    (chart,) = make_charts(SEVERAL)
    assert [(str(box.value), box.style) for box in chart.boxes] == [
        ("1", "error"), ("1", "error"), ("1", "warning"), ("1", "info"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("totals", "bars"),
    [
        (("100",) * 5, {"99–100": 5}),
        (("0",) * 5, {"-1–0": 5}),
        (("100", "99.5", "99", "98.2", "97"), {"97–98": 1, "98–99": 2, "99–100": 2}),
        (("60", "70", "80", "90", "100"), {"60–65": 1, "65–70": 1, "70–75": 0, "75–80": 1, "80–85": 0, "85–90": 1, "90–95": 0, "95–100": 1}),
    ],
)  # fmt: skip
def test_a_full_score_stands_below_itself(totals: tuple[str, ...], bars: dict[str, int]) -> None:
    chart = scores(*totals)
    assert {box.name.zh: box.value for box in chart.boxes if not isinstance(box.name, str)} == bars
    assert sum(box.value for box in chart.boxes) == len(totals)


@pytest.mark.parametrize("totals", [("1e3", "-20", "1000000", "3.14159", "0")])
def test_bars_stay_on_the_paper(totals: tuple[str, ...]) -> None:
    chart = scores(*totals)
    for box in chart.boxes:
        assert chart.field.left <= box.x <= box.x + box.width <= chart.field.right
        assert chart.field.top <= box.y <= box.y + box.height == chart.field.bottom


def test_four_sheets_are_no_distribution() -> None:
    assert make_charts(scored("1", "2", "3", "4")) == []


def sheet(rate: str, scores: tuple[str, str]) -> SheetReport:
    rows = [
        f"产出指标 | 数量指标 | 甲 | ≥1 | 1 | 30 | {scores[0]} |",
        f"产出指标 | 质量指标 | 乙 | ≥1 | 1 | 20 | {scores[1]} |",
        "效益指标 | 社会效益指标 | 丙 | ≥1 | 1 | 40 | 0 |",
    ]
    built = build_sheet({"rows": rows, "set": {"funds.total.rate": rate}})
    return GOOD.sheets[0]._replace(sheet=built, total=None)


def test_execution_rate_against_output_score() -> None:
    (point,) = rate_points([sheet("42.5%", ("30", "15"))])
    assert (point.rate, point.outputs) == (Fraction(Decimal("0.425")), Fraction(45, 50))


@pytest.mark.parametrize(("rate", "score"), [("—", "30"), ("90%", ""), ("90%", "好")])
def test_a_sheet_without_both_is_no_point(rate: str, score: str) -> None:
    assert rate_points([sheet(rate, (score, "15"))]) == []


def test_points_are_drawn_where_their_figures_are() -> None:
    sheets = tuple(
        sheet(rate, ("30", score))._replace(position=i)
        for i, (rate, score) in enumerate(
            [("50%", "20"), ("100%", "20"), ("75%", "20"), ("60%", "0"), ("100%", "10")]
        )
    )
    file = FileReport("甲.xlsx", "", "xlsx", sheets, (), (), 1, PASS)
    (chart,) = make_charts(report(file))
    field = chart.field
    assert [tick.text for tick in chart.across][::5] == ["50%", "100%"]
    assert [(dot.x, dot.y) for dot in chart.dots] == [
        (field.left, field.top),
        (field.right, field.top),
        (field.left + field.width // 2, field.top),
        (field.left + field.width // 5, field.bottom),
        (field.right, field.top + field.height // 2),
    ]


def test_every_chart_says_in_words_and_figures_what_it_shows() -> None:
    page = parsed(examples())
    figures = page.xpath("//figure")
    assert [text(figure.find("figcaption")) for figure in figures] == [
        "各检查项发现的问题", "自评总分的分布", "预算执行率与产出得分",
    ]  # fmt: skip
    for figure in figures:
        (picture,) = figure.xpath("./svg")
        assert picture.get("role") == "img"
        named = [
            figure.xpath(f".//*[@id='{one}']") for one in picture.get("aria-labelledby").split()
        ]
        assert [len(elements) for elements in named] == [1, 1]
        assert len(figure.xpath(".//tbody/tr")) >= len(figure.xpath(".//rect | .//circle"))


def test_picture() -> None:
    page = parsed(scored("100", "99.5", "99", "98.2", "97"))
    same("html-scores.svg", source(page.xpath("//svg")[0]))
