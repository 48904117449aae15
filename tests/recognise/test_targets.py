"""Tables of approved targets: one form a project, and one table for all projects."""

from __future__ import annotations

import pytest

from sheetlint.recognise.lexicon import default_lexicon
from sheetlint.recognise.target_tables import read_target_sheets
from tests.recognise.fragments import FORMS

FORM = """
    项目支出绩效目标申报表
    （2022年度）
    项目名称 | 残疾人康复服务项目
    主管部门 | 临港县民政局 | | 实施单位 | 临港县康复中心
    项目资金（万元） | 年度资金总额 | 57.6
    年度绩效目标 | 为残疾人提供康复训练。
    绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
    | 产出指标 | 数量指标 | 培训人次 | ≥1500人次
    | 效益指标 | 社会效益指标 | 惠及家庭户数 | ≥300户
    项目支出绩效目标申报表
    项目名称 | 道路养护
    绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
    | 产出指标 | 数量指标 | 养护里程 | ≥30公里
"""
JOINT = """
    2022年部门预算项目支出绩效目标表
    单位名称 | 项目名称 | 预算数 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 分值
    县康复中心 | 残疾人康复服务项目 | 57.6 | 产出指标 | 数量指标 | 培训人次 | ≥1500人次 | 40
    ↓ | ↓ | ↓ | 效益指标 | 社会效益指标 | 惠及家庭户数 | ≥300户 | 40
    县公路局 | 道路养护 | 30 | 产出指标 | 数量指标 | 养护里程 | ≥30公里 | 50
"""
WANTED = [
    ("残疾人康复服务项目", [("培训人次", "≥1500人次"), ("惠及家庭户数", "≥300户")]),
    ("道路养护", [("养护里程", "≥30公里")]),
]


def read_as(form: str, text: str) -> list[tuple[str, list[tuple[str, str]]]]:
    sheets = read_target_sheets(FORMS[form]({"whole": text}), default_lexicon())
    return [
        (sheet.project.text, [(row.level3.text, row.target.text) for row in sheet.indicators])
        for sheet in sheets
    ]


@pytest.mark.parametrize("form", FORMS)
def test_a_form_for_each_project(form: str) -> None:
    assert read_as(form, FORM) == WANTED


@pytest.mark.parametrize("form", FORMS)
def test_one_table_for_all(form: str) -> None:
    assert read_as(form, JOINT) == WANTED
    first, second = read_target_sheets(FORMS[form]({"whole": JOINT}), default_lexicon())
    assert [sheet.unit.text for sheet in (first, second)] == ["县康复中心", "县公路局"]
    assert [row.weight.raw for row in first.indicators] == ["40", "40"]


def test_a_list_of_projects_has_none() -> None:
    assert read_as("text", "序号 | 项目名称 | 预算数\n1 | 道路养护 | 30") == []
