"""Columns that other families of the form have, or do not have."""

from __future__ import annotations

from tests.recognise.test_variants import clean, row_with, sheet_of


def test_a_target_split_over_columns() -> None:
    """Two header lines: groups above, names below; sign, value and unit each in a column."""
    grid = clean()
    start = row_with(grid, "三级指标")
    parts = {"≥1500人次": ("≥", "1500", "人次"), "≥95%": ("≥", "95", "%"), "≥98%": ("≥", "98", "%")}
    parts |= {"≥300户": ("大于等于", "300", "户"), "≥90%": ("定量", "90", "%")}
    header = grid[start]
    grid[start] = ["绩效指标", "", "", "", "年度指标值", "", "", *header[5:]]
    lower = ["", *header[1:4], "指标性质", "指标值", "度量单位", "", "", "", ""]
    rows = [[*line[:4], *parts[line[4]], *line[5:]] for line in grid[start + 1 : -1]]
    total = [*grid[-1][:6], "", "", *grid[-1][6:]]
    grid[start + 1 :] = [lower, *rows, total]
    sheet = sheet_of(grid)
    assert [row.target.text for row in sheet.indicators] == [
        "≥1500人次",
        "≥95%",
        "≥98%",
        "大于等于300户",
        "90%",
    ]
    assert [row.score.raw for row in sheet.indicators] == ["20", "15", "15", "30", "10"]
    assert sheet.total.score.raw == "99.89"


def test_a_sign_in_its_column_and_before_the_target() -> None:
    grid = clean()
    start = row_with(grid, "三级指标")
    header = grid[start]
    grid[start] = [*header[:4], "指标性质", *header[4:]]
    signs = ("≥", "大于等于", "＝", "正向", "≤")
    grid[start + 1 : -1] = [
        [*line[:4], sign, *line[4:]] for line, sign in zip(grid[start + 1 : -1], signs, strict=True)
    ]
    grid[-1] = [*grid[-1][:4], "", *grid[-1][4:]]
    targets = [row.target for row in sheet_of(grid).indicators]
    assert [target.text for target in targets] == [
        "≥1500人次", "≥95%", "≥98%", "≥300户", "≥90%",
    ]  # fmt: skip


def test_a_placeholder_in_the_column_of_signs() -> None:
    """Such a column is none of the form's own, and its placeholder is one like any other."""
    grid = clean()
    start = row_with(grid, "三级指标")
    grid[start] = [*grid[start][:4], "指标性质", *grid[start][4:]]
    grid[start + 1 : -1] = [[*line[:4], "……", *line[4:]] for line in grid[start + 1 : -1]]
    grid[-1] = [*grid[-1][:4], "", *grid[-1][4:]]
    sheet = sheet_of(grid)
    assert [row.target.text for row in sheet.indicators] == [
        "≥1500人次", "≥95%", "≥98%", "≥300户", "≥90%",
    ]  # fmt: skip
    assert {value.where.label for value in sheet.residues} == {("绩效指标", "指标性质")}


def test_weights_in_labels() -> None:
    """The form of 20 + 80 points: no column of weights, they stand behind the names."""
    grid = clean()
    grid[4][0] = "预算执行情况（元）（20分）"
    for line in grid[4:9]:
        del line[5]
    start = row_with(grid, "三级指标")
    for line in grid[start + 1 : -1]:
        line[3] = f"{line[3]}（{line[6]}分）"
    for line in grid[start:]:
        del line[6]
    sheet = sheet_of(grid)
    assert [row.weight.raw for row in sheet.indicators] == ["20", "15", "15", "30", "10"]
    assert sheet.indicators[0].level3.text == "康复训练人次"
    assert sheet.fund_total is not None
    assert (sheet.fund_total.weight.raw, sheet.money_unit.text) == ("20", "元")
    assert sheet.total.score.raw == "99.89"
