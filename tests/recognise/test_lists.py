"""Lists of projects: before the sheets of a file, and by themselves."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sheetlint.readers import read
from sheetlint.recognise.lexicon import default_lexicon
from sheetlint.recognise.lines import read_lines
from sheetlint.recognise.project_lists import ListedRow, read_project_list
from tests.recognise.fragments import FORMS, read_as

BEFORE = """
    2022年度项目支出绩效自评情况一览表
    单位：万元
    序号 | 项目名称 | 主管部门 | 预算数 | 自评得分
    1 | 残疾人康复服务项目 | 临港县民政局 | 5760.75 | 99.89
    2 | 道路养护 | 临港县交通局 | 120.00 | 100
    合计 | | | 5880.75 |
    填表人：张某
"""


@pytest.mark.parametrize("form", FORMS)
def test_a_list_before_the_sheets(form: str) -> None:
    found = read_as(form, {"before": BEFORE})
    assert [value.text for value in found.listed_projects] == ["残疾人康复服务项目", "道路养护"]
    assert len(found.sheets) == 1


@pytest.mark.parametrize("form", FORMS)
def test_a_sheet_alone_has_none(form: str) -> None:
    assert read_as(form, {}).listed_projects == ()


INDICATORS = """
    序号 | 项目名称 | 一级指标 | 三级指标 | 年度指标值 | 实际完成值
    1 | 残疾人康复服务项目 | 产出指标 | 培训人次 | ≥1500人次 | 1530人次
    2 | 残疾人康复服务项目 | 效益指标 | 就业人数 | ≥100人 | 120人
"""


def test_indicators_of_many_projects_are_no_list() -> None:
    assert read_as("text", {"before": INDICATORS}).listed_projects == ()


def rows(text: str) -> list[ListedRow]:
    document = read(text.encode(), "清单.txt")
    words = default_lexicon()
    return read_project_list(read_lines(document.tables[0], words), words)


LISTS = {
    "names alone": ("项目名称\n道路养护\n桥梁检测\n", [("道路养护", "", "", None), ("桥梁检测", "", "", None)]),
    "the unit first, the money unit in the heading": (
        "单位\t项目名称\t预算数（万元）\n县公路局\t道路养护\t120.50\n县公路局\t桥梁检测\t30\n合计\t\t150.50\n",
        [("道路养护", "县公路局", "万元", "120.50"), ("桥梁检测", "县公路局", "万元", "30")],
    ),
    "headings between the rows, a remark and a signature below": (
        "序号\t项目名称\t实施单位\t预算金额\n一\t市教育局\t\t\n1\t道路养护\t县公路局\t5\n二\t市水利局\t\t\n"
        "2\t桥梁检测\t县水利局\t6\n备注\t以上项目均应自评\n\t负责人\t张某\n",
        [("道路养护", "县公路局", "", "5"), ("桥梁检测", "县水利局", "", "6")],
    ),
    "the heading again on the next page": (
        "序号\t项目名称\n1\t道路养护\n序号\t项目名称\n2\t桥梁检测\n",
        [("道路养护", "", "", None), ("桥梁检测", "", "", None)],
    ),
    "the head of a form is no list": ("项目名称\t道路养护\n主管部门\t县交通局\t实施单位\t县公路局\n", []),
    "no heading": ("道路养护\t120\n桥梁检测\t30\n", []),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_lists(name: str) -> None:
    text, wanted = LISTS[name]
    assert [
        (
            r.text("project"),
            r.text("unit"),
            r.money_unit,
            r.cells["budget"].number if "budget" in r.cells else None,
        )
        for r in rows(text)
    ] == [(p, u, m, None if b is None else Decimal(b)) for p, u, m, b in wanted]
