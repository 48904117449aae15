"""Labels that no list has: what they are understood as by their words, by evidence, or not at all."""

from __future__ import annotations

import pytest

from sheetlint.recognise.lexicon import default_lexicon, label_key
from sheetlint.sheet.sheet import Sheet
from tests.recognise.fragments import read_as

JUDGED = {
    "indicator_columns": {
        "level3": "具体指标名称 三级指标内容 考核指标",
        "target": "计划目标值 年度设定值 绩效指标值 年初计划值 申报指标值 计划完成值",
        "actual": "年底完成值 实际达到值 完成情况 指标实现值 截至年底完成值 年末实际值",
        "weight": "参考分值 标准分值 满分值 满分 应得分 指标满分 单项分值",
        "score": "自评分数 实得分 评定得分 实际得分 指标自评得分 评分",
        "note": "偏差原因分析和改进措施 扣分原因 扣分说明及整改措施 差异说明 得分偏离原因 未达标原因说明",
        "review": "财政审定得分 专家评分 复评分",
    },
    "fund_columns": {
        "initial": "年初批复预算 年初预算金额 期初预算数",
        "budget": "下达预算 预算安排数 预算批复数 调整预算金额",
        "executed": "实际支出 支付数 累计支出 资金支出数",
        "rate": "资金支付率 支出进度 资金使用率",
        "weight": "参考分值 满分",
        "score": "实得分 执行得分",
    },
    "fund_rows": {
        "total": "资金总计 项目总投入 预算资金总计",
        "fiscal": "本年财政资金 当年财政补助资金",
        "carryover": "上年结转结余 以前年度结余资金",
        "other": "自有资金 其他来源资金",
    },
    "head_fields": {
        "project": "项目全称 预算项目名称",
        "department": "项目主管局 行业主管部门",
        "unit": "用款单位 项目承办单位 组织实施单位 实施单位/项目负责人",
        "other": "项目起止时间 资金来源",
    },
    "goal_labels": {
        "planned": "年初设定绩效目标 项目年度目标",
        "actual": "年度总体目标完成情况综述 具体完成情况 年度目标完成情况",
    },
    "first_levels": {"first": "产出类指标 项目产出 效益类"},
    "second_levels": {"second": "产出数量 数量类指标 社会效益类指标 群众满意度"},
    "totals": {"total": "总评分 得分合计 总分合计", "subtotal": "小计 产出指标小计"},
    "remarks": {"note": "偏差原因及改进措施 问题及整改措施", "other": "评价意见 单位负责人签字"},
}
LOOK_ALIKES = {
    "indicator_columns": (
        "评分标准 评分依据 分值说明 完成时限 完成率 年初结转 指标解释 数据来源 责任科室 上年完成值"
        " 指标值设定依据 佐证资料 得分计算方法 是否核心指标 偏差度"
    ),
    "fund_columns": "年初结转 资金来源 到位资金 得分计算方法 上年结余",
    "head_fields": "项目 单位情况 康复中心 残疾人康复服务项目 道路养护经费",
    "goal_labels": "为残疾人提供康复训练 训练人次",
    "totals": "总人数 合格率 分值",
    "first_levels": "数量指标 社会效益指标 服务对象满意度指标",
    "remarks": "发放人数 培训次数 产出指标",
}


@pytest.mark.parametrize(
    ("block", "role", "label"),
    [
        (b, r, label)
        for b, roles in JUDGED.items()
        for r, text in roles.items()
        for label in text.split()
    ],
)
def test_what_the_words_say(block: str, role: str, label: str) -> None:
    assert getattr(default_lexicon(), block).role(label_key(label)) == role


@pytest.mark.parametrize(
    ("block", "label"), [(b, label) for b, text in LOOK_ALIKES.items() for label in text.split()]
)
def test_what_only_looks_alike_is_not_taken(block: str, label: str) -> None:
    assert getattr(default_lexicon(), block).role(label_key(label)) is None


ROWS = """
    | 产出指标 | 数量指标 | 康复训练人次 | ≥1500人次 | 1400人次 | 20 | 18 | {note}
    | | 质量指标 | 服务合格率 | ≥95% | 98% | 15 | 15 |
    | | 时效指标 | 按时完成率 | ≥98% | 99% | 15 | 15 |
    | 效益指标 | 社会效益指标 | 惠及家庭户数 | ≥300户 | 320户 | 30 | 30 |
    | 满意度指标 | 服务对象满意度指标 | 服务对象满意度 | ≥90% | 95% | 10 | 10 |
"""
HEADINGS = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施"


def sheet_with(heading: str, instead: str, note: str = "台风停训两周，下年补训") -> Sheet:
    """A sheet in which one heading has another name."""
    header = " | ".join(HEADINGS.split()).replace(heading, instead)
    table = f"绩效指标 | {header}\n{ROWS.format(note=note)}"
    foot = "总分 | | | | | | 100 | 97.89 |"
    (sheet,) = read_as("text", {"table": table, "foot": foot}).sheets
    return sheet


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("分值", "weight"),
        ("得分", "score"),
        ("实际完成值", "actual"),
        ("年度指标值", "target"),
        ("偏差原因分析及改进措施", "note"),
    ],
)
def test_what_stands_below_decides_where_words_do_not(heading: str, role: str) -> None:
    sheet = sheet_with(heading, "甲栏")
    assert role in sheet.columns
    assert sheet.doubts == ()
    assert any("甲栏" in note.text.zh for note in sheet.repairs)


def test_what_nothing_decides_is_a_doubt_and_no_missing_column() -> None:
    sheet = sheet_with("偏差原因分析及改进措施", "乙栏", note="")
    assert "note" not in sheet.columns
    assert sheet.unread_fields == {"columns.note"}
    assert [doubt.text.zh for doubt in sheet.doubts] == [
        "“乙栏”没有认出，未检查偏差原因分析及改进措施"
    ]


def test_an_unknown_column_beside_a_whole_form_changes_nothing() -> None:
    sheet = sheet_with("得分", "得分 | 丙栏", note=" | 台风停训两周，下年补训")
    assert sheet.doubts == ()
    assert sheet.indicators[0].note.text == "台风停训两周，下年补训"


def test_of_two_headings_of_one_meaning_what_stands_below_decides() -> None:
    header = HEADINGS.replace("实际完成值", "实际达到值 年底完成值").split()
    rows = ROWS.format(note="").replace("人次 | 1400", "人次 | 已统计 | 1400")
    for target in ("95%", "98%", "300户", "90%"):
        rows = rows.replace(f"≥{target} |", f"≥{target} | 已统计 |")
    (sheet,) = read_as("text", {"table": f"绩效指标 | {' | '.join(header)}\n{rows}"}).sheets
    assert [row.actual.text for row in sheet.indicators][:2] == ["1400人次", "98%"]


def test_labels_of_the_head_in_other_words() -> None:
    head = """
        项目支出绩效自评表
        （2022 年度）
        工程 | 残疾人康复服务项目
        别称 | 残疾人康复服务
        行业主管部门 | 临港县民政局 | | | 用款单位 | 临港县康复中心
    """
    (sheet,) = read_as("text", {"head": head}).sheets
    assert (sheet.department.text, sheet.unit.text) == ("临港县民政局", "临港县康复中心")
    assert sheet.unread_fields == {"project"}
    assert [doubt.text.zh for doubt in sheet.doubts] == ["“工程”、“别称”没有认出，未检查项目名称"]


def test_a_total_of_funds_is_known_by_its_amounts() -> None:
    funds = """
        项目资金（元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
        | 大账 | 0.00 | 600.00 | 500.00 | 10 | 83.33% | 8.33 | 尾款下年支付
        | 县本级 | 0.00 | 200.00 | 200.00 | — | — | — |
        | 省里给的 | 0.00 | 400.00 | 300.00 | — | — | — |
    """
    (sheet,) = read_as("text", {"funds": funds}).sheets
    assert sheet.sure_fund_total.label == "大账"
    (other,) = read_as("text", {"funds": funds.replace("600.00", "700.00")}).sheets
    assert other.fund_total is None
    assert "funds.total" in other.unread_fields


def test_a_goal_beside_its_label_is_read_and_the_other_not_demanded() -> None:
    goals = "年度目标 | 为残疾人提供康复训练，改善生活质量，训练一千五百人次。"
    (sheet,) = read_as("text", {"goals": goals}).sheets
    assert sheet.planned.text.startswith("为残疾人")
    assert sheet.unread_fields == {"actual"}


def test_labels_with_their_figures_beside_them_are_no_header() -> None:
    funds = "预算执行情况（万元） | 预算数 | 50 | 执行数 | 50 | 执行率 | 100%"
    (sheet,) = read_as("text", {"funds": funds}).sheets
    assert not sheet.funds_sure
    assert [doubt.text.zh for doubt in sheet.doubts] == ["资金栏的表头没有认出来，资金没有读取"]


def test_one_score_for_two_indicators_is_a_doubt_about_both() -> None:
    table = f"绩效指标 | {' | '.join(HEADINGS.split())}\n" + ROWS.format(note="").replace(
        "| 15 | 15 |\n    | | 时效", "| 15 | 30 |\n    | | 时效"
    ).replace("≥98% | 99% | 15 | 15 |", "≥98% | 99% | 15 | ↓ |")
    (sheet,) = read_as("worksheet", {"table": table}).sheets
    assert [row.doubt is not None for row in sheet.indicators] == [False, True, True, False, False]
