"""Forms as units really write them: each variant is read as the sheet it stands for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from sheetlint.recognise import RecognisedDocument, recognise
from sheetlint.recognise.normalised_document import dump_sheet
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.tables import Cell, Document, Row, Table
from sheetlint.testing import build_sheet
from tests.text_forms import draw, grid_of

Grid = list[list[str]]


def recognised(grid: Grid) -> RecognisedDocument:
    """The grid as lines of tab-separated text."""
    rows = tuple(
        Row(tuple(Cell(text, column) for column, text in enumerate(line)), number)
        for number, line in enumerate(grid, 1)
    )
    return recognise(Document("text", (Table("", rows),)))


def sheet_of(grid: Grid) -> Sheet:
    (sheet,) = recognised(grid).sheets
    return sheet


def clean() -> Grid:
    return grid_of(draw())


def row_with(grid: Grid, text: str) -> int:
    return next(i for i, line in enumerate(grid) if text in line)


def plain(sheet: Sheet) -> dict[str, Any]:
    return dump_sheet(sheet, "p")


CLEAN = plain(build_sheet({}))
Edit = Callable[[Grid], None]


def swap(grid: Grid, first: int, second: int, rows: range) -> None:
    for i in rows:
        grid[i][first], grid[i][second] = grid[i][second], grid[i][first]


def attachment_first(grid: Grid) -> None:
    grid.insert(0, ["附件1："])


def title_holds_the_year(grid: Grid) -> None:
    grid[0][0] = "项目支出绩效自评表"
    grid[1][0] = " 2022 年度)"


def labels_with_colons_and_stamps(grid: Grid) -> None:
    grid[2][0] = "项目名称："
    grid[3][0], grid[3][4] = "主 管 部 门", "实施单位（盖章）"


def value_in_the_label_cell(grid: Grid) -> None:
    grid[2][0], grid[2][1] = "项目名称：残疾人康复服务项目", ""


def unit_falls_into_the_next_row(grid: Grid) -> None:
    grid[4][0] = "项目资金"
    grid[5][0] = "（元）"


def unit_glued_to_the_row_label(grid: Grid) -> None:
    grid[4][0] = "项目资金"
    grid[5][1] = "（元） 年度资金总额"


def rate_before_weight(grid: Grid) -> None:
    swap(grid, 5, 6, range(4, 9))


def weight_before_target(grid: Grid) -> None:
    start = row_with(grid, "三级指标")
    for i in range(start, start + 7):
        weight = grid[i].pop(6)
        grid[i].insert(4, weight)


def synonyms(grid: Grid) -> None:
    start = row_with(grid, "三级指标")
    grid[start][4:9] = ["指标值（A）", "全年完成值(B)", "权重", "自评得分", "未完成原因和改进措施"]
    grid[4][3:6] = ["全年预算数(A)", "全年执行数（B）", "分值"]
    grid[4][6] = "执行率（B/A）"


def vertical_labels(grid: Grid) -> None:
    start = row_with(grid, "三级指标")
    grid[start][0] = "绩 效 指 标"
    grid[start + 1][1] = "产 出 指 标"


def points_in_labels(grid: Grid) -> None:
    start = row_with(grid, "三级指标")
    grid[start + 1][1] = "产出指标（50分）"
    grid[start + 4][1] = "效益指标 30分)"
    grid[start + 5][1] = "满意度指标(10 分 )"


def levels_repeated_on_every_row(grid: Grid) -> None:
    start = row_with(grid, "三级指标")
    for i in (2, 3):
        grid[start + i][1] = "产出指标"


def header_repeated_after_a_page(grid: Grid) -> None:
    start = row_with(grid, "三级指标")
    grid.insert(start + 3, list(grid[start]))


def placeholders_left(grid: Grid) -> None:
    start = row_with(grid, "三级指标")
    grid.insert(start + 2, ["", "", "", "指标2：", "", "", "", "", ""])
    grid.insert(start + 3, ["", "", "", "……", "", "", "", "", ""])


def placeholders_with_levels(grid: Grid) -> None:
    start = row_with(grid, "三级指标")
    grid.insert(start + 4, ["", "", "成本指标", "指标1：", "", "", "", "", ""])


def signature_below(grid: Grid) -> None:
    grid.append(["项目负责人：", "", "", "", "财务负责人："])


def slipped_left(grid: Grid) -> None:
    start = row_with(grid, "三级指标")
    for i in range(start + 3, len(grid) - 1):
        grid[i] = grid[i][1:]


def trailing_fields_lost(grid: Grid) -> None:
    for line in grid:
        while line and not line[-1]:
            line.pop()


def trailing_fields_lost_and_a_short_head(grid: Grid) -> None:
    """A short row before one that would make up a usual width: still two rows."""
    trailing_fields_lost(grid)
    grid[3] = ["主管部门", "临港县民政局", "", "", "", "", "", "实施单位", "临港县康复中心"][:9]
    grid[3].pop(2)


def torn_by_a_line_break(grid: Grid) -> None:
    i = row_with(grid, "服务合格率")
    line = grid[i]
    grid[i : i + 1] = [[*line[:3], "服务合"], ["格率", *line[4:]]]


def goal_torn_by_line_breaks(grid: Grid) -> None:
    i = row_with(grid, "预期目标") + 1
    line = grid[i]
    grid[i : i + 1] = [["", "为残疾人提供"], ["康复训练，"], ["改善生活质量。", *line[2:]]]


def page_number_between(grid: Grid) -> None:
    start = row_with(grid, "三级指标")
    grid.insert(start + 3, ["- 1 -"])


VARIANTS: list[Edit] = [
    attachment_first,
    title_holds_the_year,
    labels_with_colons_and_stamps,
    value_in_the_label_cell,
    unit_falls_into_the_next_row,
    unit_glued_to_the_row_label,
    rate_before_weight,
    weight_before_target,
    synonyms,
    vertical_labels,
    points_in_labels,
    levels_repeated_on_every_row,
    header_repeated_after_a_page,
    placeholders_left,
    placeholders_with_levels,
    signature_below,
    slipped_left,
    trailing_fields_lost,
    trailing_fields_lost_and_a_short_head,
    torn_by_a_line_break,
    goal_torn_by_line_breaks,
    page_number_between,
]


@pytest.mark.parametrize("edit", VARIANTS, ids=lambda edit: edit.__name__)
def test_variant(edit: Edit) -> None:
    grid = clean()
    edit(grid)
    sheet = sheet_of(grid)
    read = plain(sheet)
    read["remarks"] = {}
    assert read == CLEAN
    assert sheet.doubts == ()


def test_detail_rows_carry_no_weight() -> None:
    grid = clean()
    i = row_with(grid, "康复训练人次")
    grid.insert(i + 1, ["", "", "", "其中：儿童", "≥500人次", "510人次", "", "", ""])
    sheet = sheet_of(grid)
    assert [row.level3.text for row in sheet.indicators][:2] == ["康复训练人次", "其中：儿童"]
    assert not sheet.indicators[1].weight.filled


def test_two_sheets_in_one_text() -> None:
    found = recognised([*clean(), [""], *clean()])
    assert [plain(sheet) for sheet in found.sheets] == [CLEAN, CLEAN]


def test_blank_form() -> None:
    grid = clean()
    keep = {0, 1, 2, 3, 4}
    for i, line in enumerate(grid):
        if i == 1:
            line[0] = "（    年度）"
        if i in (2, 3):
            line[1] = line[5] = ""
        if i in keep:
            continue
        for column in range(2, len(line)):
            if line[column][:1].isdigit() or line[column][:1] in "≥—尾":
                line[column] = ""
    goals = row_with(grid, "预期目标") + 1
    grid[goals] = [""] * 9
    found = recognised(grid)
    assert (len(found.sheets), found.empty_forms) == (0, 1)


def test_a_table_of_targets_is_no_sheet() -> None:
    grid = clean()
    grid[0][0] = "项目支出绩效目标申报表"
    start = row_with(grid, "三级指标")
    for line in grid[start:]:
        del line[5:]
    assert recognised(grid).sheets == ()


def test_grade_and_missing_weight_of_the_total() -> None:
    grid = clean()
    grid[-1][6], grid[-1][8] = "", "优"
    sheet = sheet_of(grid)
    assert (sheet.total.weight.filled, sheet.total.score.raw) == (False, "99.89")
    assert sheet.grade.text == "优"
