"""Wrapping, widths, and what becomes of characters that a terminal would obey."""

from __future__ import annotations

import pytest

from sheetlint.report.visible import visible
from sheetlint.report.wrap import cell_width, centred, padded, wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("执行率计算错误", 14, ["执行率计算错误"]),
        ("执行率计算错误", 8, ["执行率计", "算错误"]),
        ("执行率错误，应改", 10, ["执行率错", "误，应改"]),
        ("应为（九）分", 6, ["应为", "（九）", "分"]),
        ("改为 98.88% 即可", 8, ["改为", "98.88%", "即可"]),
        ("rate is wrong", 7, ["rate is", "wrong"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("", 4, [""]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_wrapping_loses_nothing_but_blanks() -> None:
    text = "按公式重算 execution rate（56,961,217 ÷ 57,607,470）；如果没有错，核对“两个金额”。"
    for width in range(2, 60):
        lines = wrap(text, width)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(cell_width(line) <= max(width, 2) for line in lines)


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("执行率", 6), ("é", 1), ("e\u0301", 1), ("", 0), ("÷", 1)]
)
def test_cell_width(text: str, width: int) -> None:
    assert cell_width(text) == width


def test_padding_counts_columns() -> None:
    assert padded("分值", 6) == "分值  "
    assert centred("分值", 8) == "  分值  "


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("平常 text　全角空格", "平常 text　全角空格"),
        ("\x1b[2J", r"\x1b[2J"),
        ("a\u202eb", r"a\u202eb"),
        ("a\u2066b", r"a\u2066b"),
        ("a\u200bb\ufeff", r"a\u200bb\ufeff"),
        ("a\x9bb\x00", r"a\x9bb\x00"),
        ("a\nb\tc\r", r"a\nb\tc\r"),
        ("\udcff", r"\udcff"),
        ("\u3164", r"\u3164"),
        ("\U000e0041", r"\U000e0041"),
    ],
)
def test_visible(text: str, shown: str) -> None:
    assert visible(text) == shown
