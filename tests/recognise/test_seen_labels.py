"""The labels that units really print, in their own spelling, and the fields that they mean."""

from __future__ import annotations

import pytest

from sheetlint.recognise.lexicon import default_lexicon, label_key
from sheetlint.sheet.sheet import PROJECT
from tests.recognise.fragments import read_as

DEPARTMENT, TRANSFER = "department", "transfer"
TITLES = [
    ("财政项目支出绩效自评表", PROJECT),
    ("项目支出绩效自评表", PROJECT),
    ("2022年度项目支出绩效自评表（公开14表）", PROJECT),
    ("部门预算项目支出绩效自评表(2022年度)", PROJECT),
    ("残疾人康复服务项目支出绩效自评表", PROJECT),
    ("2022年度残疾人康复服务项目自评表", PROJECT),
    ("临港县项目支出绩效自评表", PROJECT),
    ("绩效目标自评表", PROJECT),
    ("2022年度财政项目绩效自评表", PROJECT),
    ("预算项目绩效自评表", PROJECT),
    ("广水市财政预算支出项目绩效目标自评表", PROJECT),
    ("银川市本级部门项目支出绩效自评表", PROJECT),
    ("县级专项资金绩效目标自评表", PROJECT),
    ("政府专项债券项目绩效自评表", PROJECT),
    ("部门整体支出绩效自评表", DEPARTMENT),
    ("部门整体绩效自评表", DEPARTMENT),
    ("部门（单位）整体绩效自评表", DEPARTMENT),
    ("转移支付区域（项目）绩效目标自评表", TRANSFER),
    ("医疗救助补助资金（转移支付项目）绩效目标自评表", TRANSFER),
    ("中央对地方专项转移支付区域绩效目标自评表", TRANSFER),
    ("市对县专项转移支付绩效自评表", TRANSFER),
]
HEAD = {
    "project": [
        "项目名称", "项目名称：", "转移支付（项目）名称", "专项名称", "专项资金名称", "项 目 名 称",
    ],
    "department": [
        "主管部门", "主管部门及代码", "项目主管部门", "项目主管单位", "中央主管部门", "省级主管部门",
        "自治区主管部门", "市级主管部门", "市县主管部门", "县级主管部门", "地方主管部门", "主管部门:",
    ],
    "unit": [
        "实施单位", "实施单位（盖章）", "项目实施单位", "资金使用单位", "项目单位（盖章）", "承担处室",
        "单位名称", "部门（单位）名称", "预算部门、单位名称", "级预算单位名称", "区级预算单位名称",
    ],
    "other": [
        "项目编码", "项目负责人", "项目负责人及电话", "财务负责人", "负责人及电话", "联系人", "联系电话",
        "填报日期", "填写日期", "单位领导审签", "签批意见", "项目类别", "项目属性", "项目类型", "部门联系人",
        "财政处室", "财政归口处室", "地方财政部门", "市县财政部门", "省级财政部门",
    ],
    "total": ["自评总分（分）", "自评得分", "项目总得分"],
}  # fmt: skip
FUND_BLOCK = [
    "项目资金（元）", "项目资金（万元）", "项目资金\n（万元）", "资金情况（万元）", "资金投入情况（万元）",
    "预算资金（万元）", "年度预算申请（万元）", "预算执行情况（万元）（20分）", "预算执行情况（10分）",
    "年度预算数（万元）",
]  # fmt: skip
FUND_COLUMNS = {
    "initial": ["年初预算数", "年初预算", "年初预算资金总额", "年初\n预算数"],
    "budget": [
        "全年预算数", "全年预算数(A)", "预算数(A)", "预算数（A）", "调整后预算数", "全年（调整）预算数",
        "调整预算数(A)", "计划安排", "全年 预算数",
    ],
    "executed": [
        "全年执行数", "全年执行数(B)", "执行数(B)", "预算执行数", "实际投入资金额", "全年执行",
    ],
    "rate": [
        "执行率", "执行率（B/A）", "执行率（%）", "预算执行率（B/A×100%）", "预算执行进度（%）",
        "执行率(全年 执行数/全年 预算数)", "预算执行率",
    ],
    "weight": ["分值", "权重", "分值权重", "执行率权重"],
    "score": ["得分", "自评得分", "执行率得分", "得分（20分*执行率）"],
    "note": ["原因", "产生差异的原因"],
}  # fmt: skip
FUND_ROWS = {
    "total": [
        "年度资金总额", "年度资金总额：", "年度总金额", "总额", "合计", "年度财政资金总额",
        "年度财政 资金总额",
    ],
    "fiscal": ["当年财政拨款", "本年财政拨款", "财政拨款", "财政资金"],
    "part": [
        "中央补助", "中央资金", "中央财政资金", "中央（财政）资金", "省级资金", "自治区资金", "盟市资金",
        "旗县资金", "地方资金", "地方财政资金", "地方（财政）资金", "一般预算内拨款", "债券资金", "配套资金",
        "彩票公益金用于医疗救助",
    ],
    "carryover": ["上年结转资金", "\u00a0\u00a0上年结转资金", "　　上年结转资金"],
    "other": [
        "其他资金", "财政专户管理资金", "单位资金", "其他资金（包括以前年度结转资金）", "地方资金/其他",
    ],
}  # fmt: skip
COLUMNS = {
    "level1": ["一级指标", "一级\n指标"],
    "level2": ["二级指标"],
    "level3": ["三级指标", "指标名称"],
    "target": [
        "年度指标值", "年度 指标值", "指标值", "指标值(八)", "年初目标值（A）", "年初指标值", "预期指标值",
        "考核值", "目标值", "年度指标值（A）",
    ],
    "actual": [
        "实际完成值", "全年实际值（B）", "全年实际值", "全年完成值", "实际完成值（B）", "单项指标实际完成值",
        "年终完成值", "完成值", "全年实际完成值", "指标实际完成值",
    ],
    "weight": ["分值", "权重", "指标权重（分）", "指标分值", "指标分值权重", "指标权重"],
    "score": ["得分", "自评得分", "自评分", "指标得分", "指标得分（分）", "单项指标折算得分"],
    "sign": ["指标性质"],
    "direction": ["指标方向"],
    "measure": ["度量单位", "计量单位"],
    "adjusted": ["调整指标值"],
    "coefficient": ["得分系数（%）"],
    "review": ["复核分"],
    "note": [
        "偏差原因分析及改进措施", "偏差原因分析", "偏差原因及改进措施", "未完成原因分析", "偏差原因",
        "未完成原因和改进措施", "未完成原因及改进措施", "未完成原因及拟采取的改进措施",
        "未完成原因及（拟采取的）改进措施", "产生差异的原因", "产生差异的原因及改进措施", "说明",
        "存在问题和改进措施", "偏差原因分析及\n改进措施",
    ],
}  # fmt: skip
GOALS = {
    "planned": ["预期目标", "年初设定目标", "预算目标", "年初绩效目标"],
    "actual": ["实际完成情况", "全年实际完成情况", "目标实际完成情况", "全年目标实际完成情况"],
}
FIRST = [
    "产出指标", "效益指标", "满意度指标", "成本指标", "效果指标", "过程指标", "项目决策(10分)",
    "项目管理(25分)", "项目效益(35分)", "项目完成指标", "产出指标（50分）", "产出指标\n(50)",
    "效益指标\n30分)", "产出指标 (50分 )", "产\n出\n指\n标", "满 意 度 指 标",
]  # fmt: skip
SECOND = [
    "数量指标", "质量指标", "时效指标", "成本指标", "进度指标", "经济效益指标", "社会效益指标",
    "生态效益指标", "环境效益指标", "可持续影响指标", "可持续影\n响指标", "可持续性指标", "可持续性",
    "服务对象满意度指标", "服务对象满意度", "服务对象满意度指标等", "校园用户满意度", "受助对象满意度指标",
    "受助对象满意度", "经济成本指标", "社会成本指标", "生态环境成本指标", "社会效益\n指标", "数量", "质量",
    "时效", "进度", "环境效益",
]  # fmt: skip
TOTALS = ["总分", "合计", "总  分", "总分："]
REMARKS = [
    "评价结论", "存在问题", "改进措施", "其他需要说明事项", "偏差大或目标未完成原因分析",
    "改进措施及结果应用方案", "项目负责人", "财务负责人", "说明", "注",
]  # fmt: skip


def listed(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(role, label) for role, labels in table.items() for label in labels]


@pytest.mark.parametrize(("title", "family"), TITLES)
def test_titles(title: str, family: str) -> None:
    head = f"""
        {title}
        （2022年度）
        项目名称 | 残疾人康复服务项目
        主管部门 | 临港县民政局 | | | 实施单位 | 临港县康复中心
    """
    (sheet,) = read_as("text", {"head": head}).sheets
    assert (sheet.title.raw, sheet.family, sheet.year.number) == (title, family, 2022)


@pytest.mark.parametrize(("role", "label"), listed(HEAD))
def test_labels_of_the_head(role: str, label: str) -> None:
    assert default_lexicon().head_field(label, label_key(label)) == role


@pytest.mark.parametrize(
    ("table", "field"),
    [
        (FUND_COLUMNS, "fund_columns"),
        (FUND_ROWS, "fund_rows"),
        (COLUMNS, "indicator_columns"),
        (GOALS, "goal_labels"),
    ],
    ids=["fund columns", "fund rows", "columns", "goals"],
)
def test_labels_of_the_blocks(table: dict[str, list[str]], field: str) -> None:
    roles = getattr(default_lexicon(), field)
    assert [(roles.role(label_key(label)), label) for _, label in listed(table)] == listed(table)


@pytest.mark.parametrize(
    ("labels", "field"),
    [
        (FUND_BLOCK, "fund_block_labels"),
        (FIRST, "first_levels"),
        (TOTALS, "totals"),
        (REMARKS, "remarks"),
    ],
    ids=["fund block", "first levels", "totals", "remarks"],
)
def test_labels_in_lists(labels: list[str], field: str) -> None:
    found = getattr(default_lexicon(), field)
    known = found if isinstance(found, frozenset) else found.listed
    assert [label for label in labels if label_key(label) not in known] == []


def test_second_levels() -> None:
    assert [
        label for label in SECOND if not default_lexicon().is_second_level(label_key(label))
    ] == []
