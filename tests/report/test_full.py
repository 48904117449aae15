"""The report for people: laid out for 80 and 160 columns, for narrow ones, in both languages."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from sheetlint.report import full
from sheetlint.report.symbols import ASCII
from sheetlint.rules.check import WARNING
from sheetlint.run.results import ExcerptRow, FileReport, Report
from tests.report.samples import (
    BAD,
    BATCH,
    CLEAN,
    GOOD,
    ONE,
    OTHER,
    RATE_FOUND,
    SEVERAL,
    hostile,
    report,
)
from tests.report.snapshot import same

PAGES = [
    ("one-80.txt", ONE, "zh", 80),
    ("one-160.txt", ONE, "zh", 160),
    ("one-44.txt", ONE, "zh", 44),
    ("one-80-en.txt", ONE, "en", 80),
    ("several-80.txt", SEVERAL, "zh", 80),
    ("batch-80.txt", BATCH, "zh", 80),
    ("batch-60-en.txt", BATCH, "en", 60),
    ("clean-80.txt", CLEAN, "zh", 80),
    ("hostile-80.txt", hostile(), "zh", 80),
]


@pytest.mark.parametrize(("name", "what", "lang", "width"), PAGES, ids=[p[0] for p in PAGES])
def test_page(name: str, what: Report, lang: str, width: int) -> None:
    same(name, full.render(what, lang, width))


@pytest.mark.parametrize("width", [40, 44, 60, 80, 100, 160])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_line_is_wider_than_the_terminal(width: int, lang: str) -> None:
    for line in full.render(SEVERAL, lang, width, verbose=True).splitlines():
        assert cell_len(line) <= width, line


@pytest.mark.parametrize("width", [40, 80, 160])
def test_nothing_is_cut_off(width: int) -> None:
    text = full.render(ONE, "zh", width)
    assert "…" not in text
    letters = "".join(text.split()).replace("│", "")
    assert "把执行率改为98.88%；如果执行率没有错，核对全年预算数和全年执行数" in letters


def test_the_verdict_stands_first_and_last() -> None:
    lines = full.render(ONE, "zh", 80).splitlines()
    assert lines[0] == "✗ 不通过  材料/自评表.xlsx：2 张自评表、1 个错误、1 个警告、1 个提示"
    assert lines[-2] == "✗ 不通过  1 个错误、1 个警告、1 个提示"


def test_the_marked_cell_is_in_brackets() -> None:
    assert "│ [97.88%] │" in full.render(ONE, "zh", 80)


def test_a_narrow_window_gets_the_excerpt_as_a_list() -> None:
    assert "       G 执行率     │ [97.88%]\n" in full.render(ONE, "zh", 44)


def test_colour_only_repeats_what_is_written() -> None:
    import re

    coloured = full.render(SEVERAL, "zh", 80, colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == full.render(SEVERAL, "zh", 80)


def test_text_of_a_sheet_cannot_speak_to_the_terminal() -> None:
    plain = full.render(hostile(), "zh", 80)
    assert not any(ord(c) < 32 and c != "\n" for c in plain)
    assert not {"\x9b", "\u202e", "\u200b"} & set(plain)
    assert r"\x1b[31m[red]红[/red]\u202e倒\u200b着\x9b2J" in plain
    coloured = full.render(hostile(), "zh", 80, colour=True)
    assert "\\x1b[31m" in coloured
    assert "[red]" in coloured


def test_show_hides_the_milder_ones_and_says_so() -> None:
    text = full.render(report(BAD, shown=WARNING), "zh", 80)
    assert "RD005" not in text
    assert "另有 1 个提示没有显示" in text


def test_a_stricter_limit_is_named() -> None:
    text = full.render(report(GOOD, fail_on=WARNING), "zh", 80)
    assert text.splitlines()[-1] == "✓ 通过  没有发现问题（达到“警告”即不通过）"


def test_many_files_that_pass_are_counted_and_listed_on_request() -> None:
    many = report(BAD, *(GOOD._replace(path=f"材料/{i}.docx") for i in range(12)))
    assert "另有 12 个文件通过，没有发现问题" in full.render(many, "zh", 80)
    assert "材料/11.docx" not in full.render(many, "zh", 80)
    assert "✓ 通过  材料/11.docx：1 张自评表\n" in full.render(many, "zh", 80, verbose=True)


def test_skipped_checks_are_grouped_and_listed_on_request() -> None:
    assert "检查 61 项次，跳过 3 项次：说明 为空 2 项次" in full.render(ONE, "zh", 100)
    listed = full.render(ONE, "zh", 100, verbose=True)
    assert "#1  NT003  绩效指标 › 乙 › 说明 为空\n" in listed
    assert "#2  FD001  项目资金 › 总额 不适用\n" in listed


def test_a_console_without_line_drawing_gets_other_signs() -> None:
    text = full.render(ONE, "zh", 80, symbols=ASCII)
    assert text.startswith("x 不通过  ")
    assert not {"✗", "─", "│", "━"} & set(text)


def test_an_excerpt_is_not_printed_twice_in_a_row() -> None:
    twice = BAD._replace(findings=(BAD.findings[0], BAD.findings[0]), skipped=())
    assert full.render(report(twice), "zh", 80).count("[97.88%]") == 1


def test_a_table_in_word_has_rows_and_columns() -> None:
    where = RATE_FOUND.where._replace(table="表1")
    word = BAD._replace(format="docx", findings=(RATE_FOUND._replace(where=where),), skipped=())
    text = full.render(report(word), "zh", 80)
    assert "位置    表1 第 8 行第 7 列  项目资金 › 年度资金总额 › 执行率\n" in text
    assert "错误  FD002  执行率计算错误  1 处  表1 第 8 行第 7 列\n" in text


def test_an_empty_cell_is_marked_too() -> None:
    assert RATE_FOUND.excerpt is not None
    empty = RATE_FOUND.excerpt._replace(rows=(ExcerptRow(8, ("总额", "1", "1", "10", "", "9")),))
    found = RATE_FOUND._replace(excerpt=empty, printed="")
    text = full.render(report(BAD._replace(findings=(found,))), "zh", 80)
    assert "│ [ ]" in text
    assert "表上    （空）    应为  98.88%\n" in text


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ((), "什么也没有检查：没有找到自评表\n"),
        ((OTHER, OTHER), "什么也没有检查：2 个文件都看不出是自评表\n"),
    ],
)
def test_what_was_not_checked_has_not_passed(files: tuple[FileReport, ...], said: str) -> None:
    assert full.render(report(*files), "zh", 80) == said


def test_files_passed_over_are_listed_on_request() -> None:
    assert "  材料/说明.txt\n" in full.render(report(OTHER), "zh", 80, verbose=True)


def test_a_long_name_stands_below_its_rule() -> None:
    sheet = BAD.sheets[0]._replace(project="很长的项目名称" * 8)
    lines = full.render(report(BAD._replace(sheets=(sheet,))), "zh", 60).splitlines()
    rule = lines.index("─" * 50 + " 不通过 ──")
    assert lines[rule + 1].startswith("   很长的项目名称")
