"""Which documents without a sheet bear the labels of the form, and which are about something else."""

from __future__ import annotations

import pytest

from sheetlint.readers import read
from sheetlint.recognise import recognise

FORMS = {
    "three labels in cells": "某项目情况\n项目名称\t康复服务\n一级指标\t三级指标\n产出指标\t培训人次\n",
    "an odd title and odd columns": "绩效登记\n实施单位\t康复中心\n年度总体目标\t提供训练\n得分\t99\n",
    "labels with their value in a cell": "登记\n主管部门：民政局\t实施单位：康复中心\n一级指标\t得分\n",
    "one cell a line": "登记\n项目名称\n康复服务\n主管部门\n民政局\n实施单位\n康复中心\n"
    "一级指标\n二级指标\n三级指标\n分值\n得分\n产出指标\n",
    "a form of targets": "目标申报表\n项目名称\t康复\n一级指标\t二级指标\t指标值\n",
    "many projects in one table": "登记\n序号\t项目名称\t一级指标\t二级指标\t实际完成值\n1\t甲\t产出指标\t\t5\n",
}
OTHERS = {
    "a notice": "关于报送2022年度绩效自评材料的通知\n各预算单位：\n请报送项目名称、主管部门、得分。\n",
    "a budget": "部门预算\n项目名称\t主管部门\t实施单位\t预算数\t全年预算数\n道路\t交通局\t养护站\t1\t1\n",
    "a budget that was executed": "预算执行\n项目名称\t年初预算数\t全年执行数\t执行率\n道路\t1\t1\t100%\n",
    "a list of projects": "自评汇总\n序号\t项目名称\t主管部门\t预算数\t执行数\t执行率\t自评得分\n1\t甲\t乙\t1\t1\t1\t9\n",
    "a report in prose": "自评报告\n项目名称：康复服务\n主管部门：民政局\n绩效指标：\n一、产出指标：完成。\n",
    "headings of a report": "自评报告\n（一）资金使用情况\n（二）总体目标完成情况\n（三）绩效指标完成情况\n",
    "headings that Word numbers": "自评报告\n资金使用情况\n总体目标完成情况\n绩效指标完成情况\n",
    "a price list": "询价\n项目\t单位\t数量\t单价\t合计\t备注\n砂石\t吨\t5\t6\t30\t\n",
    "a score of persons": "考核\n姓名\t权重\t得分\t总分\t备注\n张某\t1\t9\t9\t\n",
    "two labels": "登记\n一级指标\t得分\n产出\t5\n",
}


@pytest.mark.parametrize("name", FORMS)
def test_a_form_by_its_labels(name: str) -> None:
    found = recognise(read(FORMS[name].encode(), "a.txt"))
    assert (found.sheets, found.has_form_labels) == ((), True)


@pytest.mark.parametrize("name", OTHERS)
def test_something_else(name: str) -> None:
    found = recognise(read(OTHERS[name].encode(), "a.txt"))
    assert (found.sheets, found.has_form_labels, found.note) == ((), False, None)
