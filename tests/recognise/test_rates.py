"""An execution rate is a fraction, however it is printed: what it stands beside decides."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sheetlint.profiles import Profiles
from sheetlint.rules.registry import Registry
from sheetlint.sheet.sheet import FundRow
from tests.recognise.fragments import read_as
from tests.recognise.test_seen import errors


def fragments(budget: str, executed: str, rate: str, score: str, header: str) -> dict[str, str]:
    total = Decimal(score) + 90
    return {
        "funds": f"""
            项目资金（元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | {header} | 得分 |
            | 年度资金总额 | 0 | {budget} | {executed} | 10 | {rate} | {score} | 尾款下年支付
        """,
        "foot": f"总分 | | | | | | 100 | {total} |",
    }


SEEN = [
    ("100", "98.88", "98.88%", "9.89", "执行率", "0.9888"),
    ("100", "98.88", "98.88", "9.89", "执行率", "0.9888"),
    ("100", "98.88", "98.88", "9.89", "执行率（%）", "0.9888"),
    ("100", "98.88", "0.9888", "9.89", "执行率", "0.9888"),
    ("100", "98.88", "0.9888", "9.89", "执行率（%）", "0.9888"),
    ("100", "95.8", "0.958", "9.58", "执行率", "0.958"),
    ("100", "100", "1", "10", "执行率", "1"),
    ("100", "100", "1", "10", "执行率（%）", "1"),
    ("100", "100", "100", "10", "执行率", "1"),
    ("100", "100", "100%", "10", "执行率", "1"),
    ("100", "100", "100.00%", "10", "执行率", "1"),
    ("100", "100", "１００％", "10", "执行率", "1"),
    ("100", "20", "20", "2", "执行率", "0.2"),
    ("100", "20", "0.2", "2", "执行率", "0.2"),
    ("100", "20", "20%", "2", "执行率（%）", "0.2"),
    ("10000", "9997", "99.97", "10", "执行率", "0.9997"),
    ("100", "1", "1", "0.1", "执行率", "0.01"),
    ("100", "0.5", "0.5", "0.05", "执行率（%）", "0.005"),
    ("100", "102.59", "102.59%", "10", "执行率", "1.0259"),
    ("100", "14.46", "0.1", "1.45", "执行率", "0.1"),
    ("100", "96.85", "96.8512", "9.69", "执行率（%）", "0.968512"),
]


def total_row(fragment: dict[str, str], form: str) -> FundRow:
    (sheet,) = read_as(form, fragment).sheets
    assert sheet.fund_total is not None
    return sheet.fund_total


@pytest.mark.parametrize("form", ["text", "worksheet"])
@pytest.mark.parametrize(("budget", "executed", "rate", "score", "header", "means"), SEEN)
def test_rates(
    budget: str, executed: str, rate: str, score: str, header: str, means: str, form: str
) -> None:
    row = total_row(fragments(budget, executed, rate, score, header), form)
    assert (row.rate.number, row.score.number) == (Decimal(means), Decimal(score))


@pytest.mark.parametrize(("budget", "executed", "rate", "score", "header", "means"), SEEN)
def test_no_error_comes_of_the_spelling(
    budget: str,
    executed: str,
    rate: str,
    score: str,
    header: str,
    means: str,
    registry: Registry,
    profiles: Profiles,
) -> None:
    (sheet,) = read_as("text", fragments(budget, executed, rate, score, header)).sheets
    assert errors(sheet, registry, profiles) == []


def test_without_amounts_the_header_decides() -> None:
    for rate, header, means in (
        ("0.9", "执行率（%）", "0.009"),
        ("0.9", "执行率", "0.9"),
        ("1", "执行率", "1"),
        ("90", "执行率", "0.9"),
    ):
        row = total_row(fragments("", "", rate, "9", header), "worksheet")
        assert row.rate.number == Decimal(means), (rate, header)
