"""Where lines end, and what becomes of characters that a terminal would obey."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from sheetlint.messages.visible import visible
from sheetlint.report.line_breaks import break_lines, longest_word


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
        ("他说“执行率错误”。", 8, ["他说“执", "行率错", "误”。"]),
        ("（一）《办法》；", 6, ["（一）", "《办", "法》；"]),
        ("ae\u0301e\u0301e\u0301", 2, ["ae\u0301", "e\u0301e\u0301"]),
        ("分\u0301值", 2, ["分\u0301", "值"]),
        ("执行率", 1, ["执", "行", "率"]),
    ],
)
def test_broken(text: str, width: int, lines: list[str]) -> None:
    assert list(break_lines(text, width)) == lines


def test_breaking_loses_nothing_but_blanks() -> None:
    text = "按公式重算 execution rate（56,961,217 ÷ 57,607,470）；如果没有错，核对“两个金额”。"
    for width in range(2, 60):
        lines = break_lines(text, width)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(cell_len(line) <= max(width, 2) for line in lines)


def test_no_line_begins_or_ends_with_the_wrong_sign() -> None:
    text = "执行率（97.88%），应为“98.88%”；见《办法》第九条：“据实、准确”。（完）"
    for width in range(14, 60):
        lines = break_lines(text, width)
        assert not {line[0] for line in lines} & set("，。、；：）”》")
        assert not {line[-1] for line in lines} & set("（“《")


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("执行率", 0), ("为 98.88% 即可", 6), ("rate is", 4)]
)
def test_longest_word(text: str, columns: int) -> None:
    assert longest_word(text) == columns


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
