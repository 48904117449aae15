"""Names of indicators and of fund rows that are worded like labels: they stay what they are."""

from __future__ import annotations

import pytest

from tests.recognise.fragments import read_as

NAMES = (
    "问题整改情况", "整改措施落实", "负责人", "综合评分", "项目合计", "总评", "单位总分", "情况说明", "分项小计",
    "下一步计划", "自评结果", "绩效评价结果", "完成情况",
)  # fmt: skip
TABLE = """
    绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
    | 产出指标 | 数量指标 | 康复训练人次 | ≥1500人次 | 1530人次 | 20 | 20 |
    | | | {name} | {target} | {actual} | 15 | 15 |
    | | 时效指标 | 按时完成率 | ≥98% | 99% | 15 | 15 |
    | 效益指标 | 社会效益指标 | 惠及家庭户数 | ≥300户 | 320户 | 30 | 30 |
    | 满意度指标 | 服务对象满意度指标 | 服务对象满意度 | ≥90% | 95% | 10 | 10 |
"""


@pytest.mark.parametrize("form", ["text", "worksheet"])
@pytest.mark.parametrize(("target", "actual"), [("≥95%", "98%"), ("5", "5"), ("及时", "及时")])
@pytest.mark.parametrize("name", NAMES)
def test_an_indicator_is_one_whatever_it_is_called(
    name: str, target: str, actual: str, form: str
) -> None:
    table = TABLE.format(name=name, target=target, actual=actual)
    (sheet,) = read_as(form, {"table": table}).sheets
    assert len(sheet.indicators) == 5
    row = sheet.indicators[1]
    assert (row.level3.text, row.target.text, row.score.text) == (name, target, "15")
    assert sheet.total.score.text == "99.89"


@pytest.mark.parametrize(
    ("names", "amounts"),
    [
        (("其中：当年财政拨款", "其他资金", "单位自筹"), ("80", "20", "20")),
        (("其中：财政拨款", "年度预算安排", "财政专项资金"), ("100", "100", "0")),
        (("其中：当年财政拨款", "财政结余资金", "上年结转资金"), ("90", "10", "10")),
    ],
)
def test_money_that_lies_within_another_row_is_not_added_to_it(
    names: tuple[str, ...], amounts: tuple[str, ...]
) -> None:
    rows = "\n".join(
        f"| {name} | {n} | {n} | {n} | — | — | — |" for name, n in zip(names, amounts, strict=True)
    )
    funds = f"""
        项目资金（元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
        | 年度资金总额 | 100 | 100 | 100 | 10 | 100% | 10 |
        {rows}
    """
    (sheet,) = read_as("text", {"funds": funds}).sheets
    added = [row.budget.number for row in sheet.fund_parts if row.source != "part"]
    assert sum(n for n in added if n is not None) == 100


@pytest.mark.parametrize("mark", ["/", "1"])
def test_a_mark_in_the_header_of_the_funds(mark: str) -> None:
    funds = f"""
        项目资金（元） | {mark} | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
        | 年度资金总额 | 100 | 100 | 100 | 10 | 100% | 10 |
    """
    (sheet,) = read_as("text", {"funds": funds}).sheets
    assert sheet.sure_fund_total.budget.text == "100"
