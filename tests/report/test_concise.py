"""One line a finding, and nothing on success."""

from __future__ import annotations

from sheetlint.report import concise
from sheetlint.rules.check import ERROR
from sheetlint.sheet.where import Where
from tests.report.samples import BAD, BATCH, CLEAN, RATE_FOUND, SEVERAL, hostile, report


def test_lines() -> None:
    assert concise.render(SEVERAL, "zh").splitlines() == [
        "材料/自评表.xlsx:自评表1!G8: FD002 rate-mismatch 执行率 97.88% 计算有误，应为 98.88%",
        "材料/自评表.xlsx:自评表1!A17: RD005 layout-repaired "
        "版式已修复：第 17、19 行文字左移了 1 列，已按表头对齐",
        "材料/自评表.xlsx:自评表1!I19: NT003 note-no-cause “可进一步提升服务质量”没有写扣分的原因",
        "没有这个文件.txt:文件: RD001 unreadable-file 文件无法读取：文件不存在",
    ]


def test_what_was_found_across_sheets_comes_last() -> None:
    assert concise.render(BATCH, "zh").splitlines()[-1] == (
        "材料/自评表.xlsx:自评表2!B3: BT001 duplicate-project “内涵建设经费”2021 年度有 10 张自评表"
    )


def test_nothing_on_success() -> None:
    assert concise.render(CLEAN, "zh") == ""


def test_milder_ones_can_be_hidden() -> None:
    assert len(concise.render(report(BAD, shown=ERROR), "zh").splitlines()) == 1


def test_a_text_file_has_lines_and_a_document_words() -> None:
    line = RATE_FOUND._replace(where=Where(("总分", "得分"), line=12))
    words = RATE_FOUND._replace(where=Where(("总分", "得分")))
    assert concise.place(line) == "12"
    assert concise.place(words) == "总分 › 得分"


def test_one_line_stays_one_line() -> None:
    assert concise.render(hostile(), "zh").count("\n") == 1
    assert "\x1b" not in concise.render(hostile(), "zh")
