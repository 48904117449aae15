"""Tables that lack lines: refused as unreadable, and never read as other cells."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdfs import line, pdf, text

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.source import Source
from sheetlint.profiles import Profiles
from sheetlint.readers import read
from sheetlint.rules.registry import Registry
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan

XS = [50, 150, 300, 400, 450, 500]
WORDS = [
    ["三级指标", "年度指标值", "实际完成值", "分值", "得分"],
    ["培训人次", "≥100人次", "120人次", "20", "20"],
    ["服务合格率", "≥95%", "98%", "15", "15"],
    ["按时完成率", "≥98%", "99%", "15", "15"],
]
YS = [700 - 20 * n for n in range(len(WORDS) + 1)]
TEXTS = "".join(
    text(x + 3, y + 5, word)
    for y, row in zip(YS[1:], WORDS, strict=True)
    for x, word in zip(XS, row, strict=False)
)
ROWS = "".join(line(XS[0], y, XS[-1], y) for y in YS)
COLUMNS = "".join(line(x, YS[0], x, YS[-1]) for x in XS)
FRAME = f"{XS[0]} {YS[-1]} {XS[-1] - XS[0]} {YS[0] - YS[-1]} re S\n"


def is_read(drawn: str) -> bool:
    """Otherwise the note says that lines are missing, and there are no rows."""
    document = read(pdf(drawn), "a.pdf")
    rows = document.tables[0].rows
    if document.note is not None:
        assert document.note.zh.startswith("PDF 里的表格没有框线，或框线不全")
        assert rows == ()
    return document.note is None


def test_all_lines() -> None:
    assert is_read(ROWS + COLUMNS + TEXTS)
    rows = read(pdf(ROWS + COLUMNS + TEXTS), "a.pdf").tables[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == WORDS


def without(lines: str, at: int) -> str:
    return "".join(one for i, one in enumerate(lines.splitlines(keepends=True)) if i != at)


@pytest.mark.parametrize(
    "drawn",
    [
        "",
        FRAME,
        ROWS,
        COLUMNS,
        ROWS + FRAME,
        COLUMNS + FRAME,
        ROWS + without(COLUMNS, 1),
        ROWS + without(COLUMNS, 4),
        without(ROWS, 2) + COLUMNS,
        ".9 g " + "".join(f"50 {y} 450 20 re f\n" for y in YS[1::2]) + "0 g ",
    ],
    ids=[
        "none", "a frame", "rows only", "columns only", "rows and a frame", "columns and a frame",
        "a column less", "between figures none", "a row less", "zebra",
    ],
)  # fmt: skip
def test_lines_are_missing(drawn: str) -> None:
    assert not is_read(drawn + TEXTS)


def test_a_line_that_ends_in_the_middle_of_nowhere() -> None:
    # The label of a block and the rows beside it, with no line between them.
    drawn = "".join(line(*one) for one in [
        (50, 700, 300, 700), (150, 680, 300, 680), (50, 660, 300, 660),
        (50, 700, 50, 660), (300, 700, 300, 660), (220, 700, 220, 660),
    ])  # fmt: skip
    words = text(53, 675, "项目资金") + text(160, 685, "年初预算数") + text(223, 685, "1")
    words += text(160, 665, "全年预算数") + text(223, 665, "2")
    assert not is_read(drawn + words)
    assert is_read(drawn + line(150, 700, 150, 660) + words)


def test_wide_blanks_inside_of_cells_are_no_columns() -> None:
    signed = "".join(
        text(53 + 110 * n, y, words)
        for y, row in (
            (605, ["项目负责人：张三", "财务负责人：李四", "填表人：王五", "电话：12345"]),
            (585, ["签字：", "签字：", "签字：", "年 月 日"]),
        )
        for n, words in enumerate(row)
    )
    foot = "".join(line(50, y, 500, y) for y in (600, 580)) + line(50, 620, 50, 580)
    assert is_read(ROWS + COLUMNS + TEXTS + foot + line(500, 620, 500, 580) + signed)


def test_numbers_of_a_list_stand_apart_from_its_items() -> None:
    rows = [
        [f"{n}、", name, "10", "10", "无"] for n, name in enumerate(("甲", "乙", "丙", "丁"), 1)
    ]
    words = "".join(
        text(x, 605 - 20 * n, word)
        for n, row in enumerate(rows)
        for x, word in zip((53, 90, 153, 303, 403), row, strict=True)
    )
    ys = [620 - 20 * n for n in range(5)]
    drawn = "".join(line(50, y, 500, y) for y in ys)
    drawn += "".join(line(x, 620, x, 540) for x in (50, 150, 300, 400, 500))
    assert is_read(drawn + words)


def test_text_below_a_table_is_no_table() -> None:
    notes = "".join(text(50, 500 - 15 * n, "注：得分按完成比例计算。") for n in range(9))
    signed = text(50, 520, "单位负责人：") + text(200, 520, "填表人：") + text(400, 520, "日期：")
    assert is_read(ROWS + COLUMNS + TEXTS + notes + signed)


def test_the_report_says_what_to_do(registry: Registry, profiles: Profiles, tmp_path: Path) -> None:
    path = tmp_path / "自评表.pdf"
    path.write_bytes(pdf(text(200, 750, "项目支出绩效自评表") + TEXTS))
    report = check_source(Source(str(path)), Plan(RunConfiguration(), registry, profiles))
    assert [(f.check.code, f.message.zh, f.hint.zh) for f in report.findings if f.hint] == [
        (
            "RD002",
            "PDF 里的表格没有框线，或框线不全，分不清行和列",
            "请换成原始的 Excel、WPS 或 Word 文件，或有文字层、有表格框线的 PDF",
        )
    ]
