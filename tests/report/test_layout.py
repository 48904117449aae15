"""The pieces that rich lays out: what is folded, what gives way, what is never painted."""

from __future__ import annotations

import pytest
from rich.console import Console, RenderableType

from sheetlint.report import excerpt
from sheetlint.report.symbols import ASCII, UNICODE
from sheetlint.report.terminal_layout import (
    FirstFitting,
    WrappedText,
    label_table,
    paragraph,
    render_text,
    titled_rule,
    unwrapped,
)
from sheetlint.run.results import Excerpt, ExcerptRow
from tests.report.samples import RATE_FOUND

PROSE = "全年完成了全部计划任务，群众满意度较高，资金使用规范，档案齐全，" * 4


def page(layout: RenderableType, width: int = 40, colour: bool = False) -> list[str]:
    return render_text([layout], width, colour).splitlines()


def test_a_text_is_folded_the_chinese_way() -> None:
    assert page(WrappedText("执行率错误，应改"), 10) == ["执行率错", "误，应改"]
    assert page(paragraph("执行率错误，应改", 3), 13) == ["   执行率错", "   误，应改"]


def test_markup_and_emoji_of_a_text_are_text() -> None:
    text = "[bold]粗[/bold] :smile: [/] \\[x] https://a.b 12"
    assert page(WrappedText(text), 60) == [text]
    assert page(label_table([(WrappedText("[red]"), WrappedText(text))]), 70) == [f"[red]  {text}"]


def test_a_style_is_painted_and_blanks_at_the_end_are_not() -> None:
    assert page(WrappedText("错误  ", "error"), 40, colour=True) == ["\x1b[1;31m错误\x1b[0m"]
    assert page(WrappedText("错误  ", "error"), 40) == ["错误"]


def test_the_environment_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, painted = page(WrappedText("错", "error")), page(WrappedText("错", "error"), colour=True)
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "JUPYTER_COLUMNS"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("COLUMNS", "5")
    monkeypatch.setenv("TERM", "dumb")
    assert page(WrappedText("错", "error")) == plain
    assert page(WrappedText("错", "error"), colour=True) == painted


def test_a_label_keeps_its_column() -> None:
    assert page(
        label_table([(WrappedText("位置"), WrappedText("绩效指标，满意度"))], 1, 6), 20
    ) == [
        " 位置    绩效指标，",
        "         满意度",
    ]


def test_a_layout_that_does_not_fit_gives_way() -> None:
    either = FirstFitting(unwrapped("二十个字符那么宽的一"), WrappedText("窄"))
    assert page(either, 20) == ["二十个字符那么宽的一"]
    assert page(either, 19) == ["窄"]


def test_a_rule_fills_the_page() -> None:
    assert page(titled_rule([("小结", "")], [], UNICODE), 14) == ["── 小结 ──────"]
    assert page(titled_rule([("甲", "")], [("通过", "")], ASCII), 20) == ["-- 甲 ------ 通过 --"]


def table(*values: str) -> Excerpt:
    headers = tuple(f"第{name}列" for name in "一二三四五六"[: len(values)])
    return Excerpt(("",) * len(values), headers, (ExcerptRow(7, values),), (0, 0))


def test_figures_stay_whole_while_prose_gives_way() -> None:
    shown = page(
        excerpt.excerpt_block(table("57,607,470.00", PROSE[:60], "98.88%"), 60, 2, UNICODE), 60
    )
    assert any("[57,607,470.00]" in line and "98.88%" in line for line in shown)
    assert len(shown) > 2


def test_prose_too_long_for_a_column_stands_below() -> None:
    shown = page(excerpt.excerpt_block(table("9", PROSE), 40, 2, UNICODE))
    assert shown[0] == "  第一列 │ [9]"
    assert shown[1].startswith("  第二列 │ 全年完成了")
    assert "".join(line.split("│ ")[1] for line in shown[1:]) == PROSE


@pytest.mark.parametrize("width", range(40, 121, 7))
@pytest.mark.parametrize(
    "values",
    [
        ("57,607,470.00",) * 6,
        (PROSE, "9", PROSE[:20], ">=100%"),
        ("a long English remark about the rate", "https://example.org/" + "x" * 90, "无"),
        ("数 57,607,470.00 元", "约 56,961,217.00 元", PROSE[:30], "9.89"),
    ],
)
def test_an_excerpt_is_never_cut_off(values: tuple[str, ...], width: int) -> None:
    from rich.cells import cell_len

    shown = page(excerpt.excerpt_block(table(*values), width, 7, UNICODE), width)
    assert all(cell_len(line) <= width for line in shown)
    letters = sorted("".join("".join(shown).replace("│", "").split()))
    heads = "".join(table(*values).headers) + "[]"
    expected = sorted("".join((heads + "".join(values)).split()))
    assert letters in (expected, sorted([*expected, "7"]))


def test_a_console_of_another_encoding_gets_other_bars() -> None:
    assert RATE_FOUND.excerpt is not None
    assert "│" not in "".join(page(excerpt.excerpt_block(RATE_FOUND.excerpt, 80, 7, ASCII), 80))


def test_any_console_can_print_the_pieces() -> None:
    console = Console(width=30, markup=False)
    with console.capture() as capture:
        console.print(WrappedText("[x]"))
    assert capture.get() == "[x]\n"
