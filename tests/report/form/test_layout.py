"""A sheet on a grid: every field once, every cell of the grid once."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.report.form.grid import Form
from sheetlint.report.form.sheet_form import build_form
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value
from sheetlint.testing import build_sheet
from tests.families import FAMILIES
from tests.writing.workbooks import as_xlsx


def drawn(family: str, seed: int) -> list[Sheet]:
    """A random sheet of the family, as it is read from a workbook."""
    made = FAMILIES[family](random.Random(f"{family}/{seed}"))
    return list(recognise(read(as_xlsx(made.drawing), "a.xlsx")).sheets)


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("seed", range(12))
def test_every_filled_field_stands_in_one_cell(family: str, seed: int) -> None:
    (sheet,) = drawn(family, seed)
    form = build_form(sheet)
    shown = Counter(path for cell in form.cells for path in cell.paths)
    filled = [value.path for value in sheet.values() if value.filled]
    assert filled
    assert [path for path in filled if shown[path] != 1] == []
    assert max(shown.values()) == 1
    covered(form)
    for value in sheet.values():
        assert not value.filled or said(form, value)


def said(form: Form, value: Value) -> bool:
    cell = form.find_cell(value.path)
    assert cell is not None
    if value.path in ("money_unit", "year"):
        return value.text in cell.text
    if value.path.endswith(("level1", "level2")):
        return value.raw == cell.text or value.text in cell.text.replace(" ", "")
    return value.raw == cell.text


def covered(form: Form) -> None:
    """The cells are a tiling of the grid."""
    times = Counter(
        (row, column)
        for cell in form.cells
        for row in range(cell.row, cell.row + cell.rows)
        for column in range(cell.column, cell.column + cell.columns)
    )
    assert set(times.values()) == {1}
    assert times.keys() == {(r, c) for r in range(form.height) for c in range(len(form.columns))}


def test_the_national_form_looks_like_the_ministrys() -> None:
    form = build_form(build_sheet({}))
    assert form.columns == (8, 9, 10, 18, 12, 12, 6, 7, 20)
    lines = ["" for _ in range(form.height)]
    for cell in form.cells:
        text = cell.text.replace("\n", "")
        lines[cell.row] += f"{text[:8]}/{cell.column}+{cell.columns}x{cell.rows} "
    assert [line.rstrip() for line in lines] == [
        "项目支出绩效自评/0+9x1",
        "（2022年度）/0+9x1",
        "项目名称/0+2x1 残疾人康复服务项/2+7x1",
        "主管部门/0+2x1 临港县民政局/2+3x1 实施单位/5+1x1 临港县康复中心/6+3x1",
        "项目资金（元）/0+1x5 /1+1x1 年初预算数/2+1x1 全年预算数/3+1x1 全年执行数/4+1x1 分值/5+1x1 执行率/6+1x1 得分/7+1x1 说明/8+1x1",
        "年度资金总额/1+1x1 0.00/2+1x1 57607470/3+1x1 56961217/4+1x1 10/5+1x1 98.88%/6+1x1 9.89/7+1x1 尾款下年支付/8+1x1",
        "其中：当年财政拨/1+1x1 0.00/2+1x1 57607470/3+1x1 56961217/4+1x1 —/5+1x1 —/6+1x1 —/7+1x1 /8+1x1",
        "上年结转资金/1+1x1 0/2+1x1 0/3+1x1 0/4+1x1 —/5+1x1 —/6+1x1 —/7+1x1 /8+1x1",
        "其他资金/1+1x1 0/2+1x1 0/3+1x1 0/4+1x1 —/5+1x1 —/6+1x1 —/7+1x1 /8+1x1",
        "年度总体目标/0+1x2 预期目标/1+4x1 实际完成情况/5+4x1",
        "为残疾人提供康复/1+4x1 2022年为残疾/5+4x1",
        "绩效指标/0+1x6 一级指标/1+1x1 二级指标/2+1x1 三级指标/3+1x1 年度指标值/4+1x1 实际完成值/5+1x1 分值/6+1x1 得分/7+1x1 偏差原因分析及改/8+1x1",
        "产出指标/1+1x3 数量指标/2+1x1 康复训练人次/3+1x1 ≥1500人次/4+1x1 1530人次/5+1x1 20/6+1x1 20/7+1x1 /8+1x1",
        "质量指标/2+1x1 服务合格率/3+1x1 ≥95%/4+1x1 98%/5+1x1 15/6+1x1 15/7+1x1 /8+1x1",
        "时效指标/2+1x1 按时完成率/3+1x1 ≥98%/4+1x1 99%/5+1x1 15/6+1x1 15/7+1x1 /8+1x1",
        "效益指标/1+1x1 社会效益指标/2+1x1 惠及家庭户数/3+1x1 ≥300户/4+1x1 320户/5+1x1 30/6+1x1 30/7+1x1 /8+1x1",
        "满意度指标/1+1x1 服务对象满意度指/2+1x1 服务对象满意度/3+1x1 ≥90%/4+1x1 95%/5+1x1 10/6+1x1 10/7+1x1 /8+1x1",
        "总分/0+6x1 100/6+1x1 99.89/7+1x1 /8+1x1",
    ]


def test_a_level_is_one_cell_for_all_of_its_rows() -> None:
    form = build_form(build_sheet({}))
    output = form.find_cell("indicators.2.level1")
    assert output is form.find_cell("indicators.0.level1")
    assert output is not None
    assert (output.text, output.rows) == ("产出指标", 3)
    assert form.find_cell("indicators.0.level2") is not form.find_cell("indicators.1.level2")


def test_columns_that_only_some_places_have_stand_where_they_have_them() -> None:
    sheet = build_sheet({"extra": {0: {"deduction": "2", "sign": "≥"}}})
    heads = [cell.text for cell in build_form(sheet).cells if cell.row == 11]
    assert heads == [
        "绩效指标",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "年度指标值",
        "实际完成值",
        "分值",
        "扣分",
        "得分",
        "偏差原因分析及改进措施",
    ]


def test_a_total_without_its_columns_is_shown_nevertheless() -> None:
    sheet = build_sheet({"columns": ["level3", "target", "actual"], "rows": ["| | 甲 | 1 | 1"]})
    form = build_form(sheet)
    covered(form)
    score = form.find_cell("total.score")
    assert score is not None
    assert score.text == "99.89"


def test_a_sheet_of_which_nothing_was_read_is_a_form_all_the_same() -> None:
    nothing = build_sheet({"funds": [], "rows": [], "columns": [], "fund_columns": []})
    covered(build_form(nothing))
