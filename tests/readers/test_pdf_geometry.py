"""How what is drawn on pages becomes cells."""

from __future__ import annotations

import pytest
from pdfs import form, line, pdf, table, text

from sheetlint.readers import read
from sheetlint.sheet.tables import Row

XS, YS = [50, 150, 300], [700, 680, 660]
TABLE = table(XS, YS, [["项目名称", "道路养护"], ["得分", "9.89"]])
CELLS = [[("项目名称", 0, 1, 1), ("道路养护", 1, 1, 1)], [("得分", 0, 1, 1), ("9.89", 1, 1, 1)]]


def rows(data: bytes) -> tuple[Row, ...]:
    document = read(data, "a.pdf")
    assert document.format == "pdf"
    (stream,) = document.tables
    return stream.rows


def cells(data: bytes) -> list[list[tuple[str, int, int, int]]]:
    """Text, column, columns and rows of the cells of tables."""
    return [[cell[:4] for cell in row.cells] for row in rows(data) if row.table]


def lines(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in rows(data) if not row.table]


# ── rulings ──


@pytest.mark.parametrize(
    "data",
    [
        pdf(TABLE),
        pdf(TABLE, packed=True),
        pdf(TABLE, page="/Rotate 90"),
        pdf(TABLE, page="/Rotate 180"),
        pdf(TABLE, page="/Rotate 270"),
        pdf("0 1 -1 0 800 0 cm " + TABLE),
        pdf("0 -1 1 0 0 600 cm " + TABLE, box="0 0 800 600"),
        pdf(TABLE, box="-20 -30 580 770"),
        pdf("/X Do", extra=[form(b"0.5 0 0 0.5 10 10 cm " + TABLE.encode())]),
        pdf("/X Do", extra=[form(b"q .9 0 0 .9 9 9 cm /X Do Q", 101), form(TABLE.encode())]),
        pdf(TABLE + TABLE),
        pdf(TABLE + "1 0 0 1 0.4 0.4 cm " + TABLE),
        pdf("3 Tr " + TABLE),
    ],
    ids=[
        "plain", "packed", "rotate 90", "rotate 180", "rotate 270", "lying left", "lying right",
        "origin elsewhere", "form", "form in form", "twice", "fake bold", "invisible text",
    ],
)  # fmt: skip
def test_a_grid_however_it_is_put_on_the_page(data: bytes) -> None:
    assert cells(data) == CELLS


WORDS = "".join(part for part in TABLE.splitlines(keepends=True) if part.startswith("BT"))


@pytest.mark.parametrize(
    "drawn",
    [
        "".join(f"{x} 660 0.6 40 re f\n" for x in XS) + "".join(f"50 {y} 250 1 re f\n" for y in YS),
        "".join(f"{x} {y} {w} 20 re S\n" for x, w in ((50, 100), (150, 150)) for y in (660, 680)),
        "[3 3] 0 d " + "".join(TABLE.splitlines(keepends=True)[:6]),
        "".join(f"{x} {y} m {x} {y + 3} l S\n" for x in XS for y in range(660, 700, 5))
        + "".join(f"{x} {y} m {x + 3} {y} l S\n" for y in YS for x in range(50, 300, 5)),
        "".join(f"{x + d} 660 m {x + d} 700 l S\n" for x in XS for d in (0, 2))
        + "".join(f"50 {y + d} m 302 {y + d} l S\n" for y in YS for d in (0, 1.5)),
        " ".join(f"{x} 660 m {x} 700 l" for x in XS) + " " + " ".join(f"50 {y} m 300 {y} l" for y in YS) + " S\n",
        ".9 g " + "".join(f"{x} {y} {w} 20 re f\n" for x, w in ((50, 100), (150, 150)) for y in (660, 680)) + "0 g ",
    ],
    ids=["thin areas", "rectangles", "dashed", "dashes", "double", "one path", "backgrounds"],
)  # fmt: skip
def test_lines_however_they_are_drawn(drawn: str) -> None:
    assert cells(pdf(drawn + WORDS)) == CELLS


def test_missing_walls_are_merged_cells() -> None:
    drawn = "".join(line(*one) for one in [
        (50, 700, 350, 700), (50, 680, 350, 680), (150, 660, 350, 660), (50, 640, 350, 640),
        (50, 700, 50, 640), (150, 680, 150, 640), (250, 680, 250, 640), (350, 700, 350, 640),
    ])  # fmt: skip
    words = text(60, 685, "标题") + text(60, 655, "产出指标") + text(160, 665, "甲")
    words += text(260, 665, "乙") + text(160, 645, "丙")
    assert cells(pdf(drawn + words)) == [
        [("标题", 0, 3, 1)],
        [("产出指标", 0, 1, 2), ("甲", 1, 1, 1), ("乙", 2, 1, 1)],
        [("丙", 1, 1, 1)],
    ]


def test_a_frame_around_the_page_and_an_underline_are_no_table() -> None:
    drawn = "20 20 560 760 re S\n" + line(50, 500, 200, 500) + TABLE + text(60, 505, "填表人：张三")
    assert cells(pdf(drawn)) == CELLS
    assert lines(pdf(drawn)) == [["填表人：张三"]]


def test_sides_that_are_not_drawn_are_where_the_lines_end() -> None:
    drawn = line(150, 700, 150, 660) + "".join(line(50, y, 300, y) for y in YS)
    assert cells(pdf(drawn + WORDS)) == CELLS


# ── text ──


def test_lines_of_a_cell_stay_in_the_order_of_the_file() -> None:
    drawn = table([50, 150, 300], [700, 660], [["", "甲"]])
    assert cells(pdf(drawn + text(53, 688, "覆") + text(53, 674, "盖率"))) == [
        [("覆\n盖率", 0, 1, 1), ("甲", 1, 1, 1)]
    ]


def test_a_figure_that_wraps_is_one_figure_and_two_figures_are_two() -> None:
    drawn = table([50, 90, 200], [700, 660], [["", ""]])
    wrapped = text(53, 688, "57607") + text(53, 674, "470.00")
    two = text(93, 688, "10") + text(93, 674, "20")
    assert cells(pdf(drawn + wrapped + two)) == [
        [("57607470.00", 0, 1, 1), ("10\n20", 1, 1, 1)],
    ]


def test_words_of_one_line_keep_their_blank() -> None:
    drawn = table([50, 250], [700, 680, 660], [[""], [""]])
    words = (
        text(53, 685, "cernet")
        + text(117, 685, "访问")
        + text(53, 665, "open")
        + text(97, 665, "data")
    )
    assert [row[0][0] for row in cells(pdf(drawn + words))] == ["cernet 访问", "open data"]


def test_a_text_that_runs_over_a_wall_stays_whole() -> None:
    drawn = table([50, 100, 200], [700, 680], [["", ""]])
    long = text(53, 685, "这一段文字没有换行太长了")
    assert [row[0][0] for row in cells(pdf(drawn + long))] == ["这一段文字没有换行太长了"]


def test_radicals_and_ligatures_are_the_characters_that_they_look_like() -> None:
    drawn = table([50, 250, 300], [700, 680], [["⼈⻚⽀出 ﬁ", "5"]])
    assert cells(pdf(drawn))[0][0][0] == "人页支出 fi"


def test_text_around_tables_is_lines_from_top_to_bottom() -> None:
    drawn = text(60, 600, "填表人：张三") + text(300, 600, "日期：2022年") + TABLE
    drawn += text(200, 750, "项目支出绩效自评表") + text(280, 20, "- 1 -")
    assert lines(pdf(drawn)) == [["项目支出绩效自评表"], ["填表人：张三", "日期：2022年"]]
    assert [(row.table, row.number, row.page) for row in rows(pdf(drawn))] == [
        (None, 1, 1), ("第1页表1", 1, 1), ("第1页表1", 2, 1), (None, 2, 1),
    ]  # fmt: skip


# ── pages ──

XS3 = [50, 150, 300, 400]
HEAD = ["三级指标", "年度指标值", "得分"]


def page_(words: list[list[str]], top: int = 700) -> str:
    ys = [top - 20 * n for n in range(len(words) + 1)]
    return table(XS3, ys, words)


def test_a_table_goes_on_over_the_page() -> None:
    data = pdf(
        page_([HEAD, ["甲", "≥1", "5"]]) + text(280, 20, "第1页"), page_([["乙", "≥2", "6"]])
    )
    assert [(row.table, row.page, row.number) for row in rows(data)] == [
        ("第1页表1", 1, 1), ("第1页表1", 1, 2), ("第2页表1", 2, 3),
    ]  # fmt: skip


def test_columns_of_all_pages_are_on_one_scale() -> None:
    narrow = table([50, 300, 400], [760, 740], [["总分", "9"]])
    data = pdf(
        table([50, 100, 400], [700, 680], [["甲", "乙"]]), page_([["丙", "丁", "戊"]]) + narrow
    )
    assert [[cell[:3] for cell in row.cells] for row in rows(data)] == [
        [("甲", 0, 1), ("乙", 1, 3)],
        [("总分", 0, 3), ("9", 3, 1)],
        [("丙", 0, 2), ("丁", 2, 1), ("戊", 3, 1)],
    ]


def test_a_repeated_header_is_no_row() -> None:
    data = pdf(page_([["总", "", ""], HEAD, ["甲", "≥1", "5"]]), page_([HEAD, ["乙", "≥2", "6"]]))
    assert [[c.text for c in row.cells] for row in rows(data)][2:] == [
        ["甲", "≥1", "5"],
        ["乙", "≥2", "6"],
    ]


def test_the_same_row_once_more_is_a_row() -> None:
    data = pdf(page_([HEAD, ["甲", "≥1", "5"]]), page_([["甲", "≥1", "5"], ["乙", "≥2", "6"]]))
    assert [row.cells[0].text for row in rows(data)] == ["三级指标", "甲", "甲", "乙"]


def test_the_same_form_once_more_is_a_table_of_its_own() -> None:
    first = text(200, 750, "自评表") + page_([["项目名称", "甲", ""], HEAD, ["丙", "≥1", "5"]])
    second = text(200, 750, "自评表") + page_([["项目名称", "乙", ""], HEAD, ["丁", "≥1", "5"]])
    data = pdf(first, second)
    assert [row.table for row in rows(data)] == [None, *["第1页表1"] * 3, None, *["第2页表2"] * 3]


def test_a_running_head_does_not_cut_a_table_in_two() -> None:
    head = text(50, 780, "临港县财政局") + text(50, 15, "共 2 页")
    data = pdf(head + page_([HEAD, ["甲", "≥1", "5"]]), head + page_([["乙", "≥2", "6"]]))
    assert [row.table for row in rows(data)][-1] == "第2页表1"


def test_a_row_without_a_line_at_the_end_of_its_page_goes_on() -> None:
    first = page_([HEAD, ["第一段", "≥1", "5"]]).replace(line(50, 660, 400, 660), "")
    data = pdf(first, page_([["第二段", "", ""], ["乙", "≥2", "6"]]))
    assert [[c.text for c in row.cells] for row in rows(data)][1:] == [
        ["第一段\n第二段", "≥1", "5"],
        ["乙", "≥2", "6"],
    ]


def test_two_rows_stay_two_without_a_line_between_the_pages() -> None:
    first = page_([HEAD, ["甲", "≥1", "5"]]).replace(line(50, 660, 400, 660), "")
    data = pdf(first, page_([["乙", "≥2", "6"]]))
    assert [[c.text for c in row.cells] for row in rows(data)][1:] == [
        ["甲", "≥1", "5"],
        ["乙", "≥2", "6"],
    ]


def test_a_row_goes_on_where_its_last_line_is_full_and_nothing_is_scored_below() -> None:
    narrow = [50, 80, 180, 230]
    first = table(narrow, [700, 680, 660], [["名称", "完成值", "得分"], ["群众投", "已完成", "5"]])
    second = table(narrow, [700, 680, 660], [["诉数", "", ""], ["响应", "已完成", "6"]])
    assert [[c.text for c in row.cells] for row in rows(pdf(first, second))][1:] == [
        ["群众投诉数", "已完成", "5"],
        ["响应", "已完成", "6"],
    ]
    other = table(narrow, [700, 680, 660], [["诉数", "未完成", ""], ["响应", "已完成", "6"]])
    assert len(rows(pdf(first, other))) == 4


def test_a_merged_cell_goes_on_over_the_page() -> None:
    def part(label: str, names: list[str], bottom: bool, top: bool) -> str:
        ys = [700 - 20 * n for n in range(len(names) + 1)]
        drawn = "".join(line(x, ys[0], x, ys[-1]) for x in XS3)
        drawn += "".join(line(150, y, 400, y) for y in ys)
        drawn += line(50, ys[0], 150, ys[0]) if top else ""
        drawn += line(50, ys[-1], 150, ys[-1]) if bottom else ""
        drawn += "".join(text(153, y + 5, n) for y, n in zip(ys[1:], names, strict=True))
        return drawn + (text(53, ys[-1] + 12, label) if label else "")

    for labels in (("产出指标", ""), ("", "产出指标"), ("产出指标", "产出指标")):
        data = pdf(
            part(labels[0], ["甲", "乙"], bottom=False, top=True),
            part(labels[1], ["丙", "丁"], bottom=True, top=False),
        )
        assert cells(data)[0][0] == ("产出指标", 0, 1, 4), labels
        assert [row[-1][0] for row in cells(data)] == ["甲", "乙", "丙", "丁"]


# ── what is not seen ──


def test_what_lies_beyond_the_edges_of_the_page_is_not_read() -> None:
    # Two forms on one sheet of paper, cut apart into two pages.
    left = table([50, 150, 300], [700, 680], [["项目名称", "甲"]])
    right = table([650, 750, 900], [700, 680], [["项目名称", "乙"]])
    paper = left + right + text(900, 750, "自评表")
    for box, name, around in (
        ("0 0 600 800", "甲", []),
        ("600 0 1200 800", "乙", [["自评表"]]),
    ):
        data = pdf(paper, box=box)
        assert [[cell[0] for cell in row] for row in cells(data)] == [["项目名称", name]]
        assert lines(data) == around


def test_words_that_touch_across_a_wall_are_two_cells() -> None:
    drawn = table([50, 90, 150], [700, 680], [["", ""]])
    assert [
        cell[0] for cell in cells(pdf(drawn + text(60, 685, "名称得") + text(90, 685, "分")))[0]
    ] == [
        "名称得",
        "分",
    ]


def test_characters_that_are_drawn_one_by_one_lie_on_their_side() -> None:
    # Browsers draw each as an object of its own.
    def apart(x: float, y: float, words: str) -> str:
        return "".join(text(x + 10 * n, y, sign) for n, sign in enumerate(words))

    drawn = TABLE.replace(text(53, 685, "项目名称"), apart(53, 685, "项目名称"))
    drawn = drawn.replace(text(153, 685, "道路养护"), apart(153, 685, "道路养护"))
    assert drawn != TABLE
    assert cells(pdf("0 1 -1 0 800 0 cm " + drawn)) == CELLS
