"""Tables that stand beside sheets and are none: they are passed over, and sheets behind them read."""

from __future__ import annotations

import pytest

from sheetlint.recognise.normalised_document import dump_sheet
from tests.recognise.fragments import CLEAN, FORMS, WANTED, as_case, read_as

TABLES = {
    "a list of projects": """
        2022年度项目支出绩效自评情况一览表
        序号 | 项目名称 | 主管部门 | 预算数 | 执行数 | 执行率 | 自评得分
        1 | 残疾人康复服务项目 | 临港县民政局 | 57607470.00 | 56961217.00 | 98.88% | 99.89
        2 | 道路养护项目 | 临港县交通局 | 1200000.00 | 1200000.00 | 100% | 100
        合计 | | | 58807470.00 | 58161217.00 | |
    """,
    "a list of projects called after the form": """
        2022年度项目支出绩效自评表汇总
        序号 | 项目名称 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
        1 | 残疾人康复服务项目 | 57607470.00 | 56961217.00 | 10 | 98.88% | 99.89
        2 | 道路养护项目 | 1200000.00 | 1200000.00 | 10 | 100% | 100
    """,
    "a list of units with scores": """
        部门（单位）绩效自评得分统计表
        序号 | 单位名称 | 全年预算数 | 全年执行数 | 执行率 | 得分 | 备注
        1 | 临港县民政局 | 100 | 100 | 100% | 98 |
        2 | 临港县交通局 | 200 | 190 | 95% | 97 |
    """,
    "indicators of many projects in one table": """
        绩效自评指标完成情况汇总
        序号 | 项目名称 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
        1 | 残疾人康复服务项目 | 产出指标 | 数量指标 | 培训人次 | ≥1500人次 | 1530人次 | 20 | 20
        2 | 道路养护项目 | 产出指标 | 数量指标 | 养护里程 | ≥30公里 | 30公里 | 20 | 20
    """,
    "a form of targets": """
        项目支出绩效目标申报表
        （2022年度）
        项目名称 | 残疾人康复服务项目
        主管部门 | 临港县民政局 | | 实施单位 | 临港县康复中心
        项目资金（万元） | 年度资金总额 | 5760.75 | |
        | 其中：财政拨款 | 5760.75 | |
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值
        | 产出指标 | 数量指标 | 康复训练人次 | ≥1500人次
        | 效益指标 | 社会效益指标 | 惠及家庭户数 | ≥300户
    """,
    "a form of targets with weights": """
        项目支出绩效目标表
        项目名称 | 残疾人康复服务项目
        一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 权重
        产出指标 | 数量指标 | 康复训练人次 | ≥ | 1500 | 人次 | 50
        效益指标 | 社会效益指标 | 惠及家庭户数 | ≥ | 300 | 户 | 40
    """,
    "monitoring in the middle of the year": """
        项目支出绩效运行监控表
        （2022年度）
        项目名称 | 残疾人康复服务项目
        项目资金（万元） | | 年初预算数 | 1-7月执行数 | 1-7月执行率 | 全年预计执行数
        | 年度资金总额 | 190.00 | 90.00 | 47.37% | 190.00
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 1-7月执行情况 | 全年预计完成情况
        产出指标 | 数量指标 | 康复训练人次 | ≥1500人次 | 800人次 | 1500人次
    """,
    "the scoring table of an evaluation report": """
        临港县民政局绩效评价报告
        项目名称 | 残疾人康复服务项目
        一级指标 | 二级指标 | 三级指标 | 分值 | 评分标准 | 得分 | 扣分原因
        决策 | 项目立项 | 立项依据充分性 | 5 | 充分得满分 | 5 |
        过程 | 资金管理 | 预算执行率 | 5 | 达到100%得满分 | 4.9 | 未全部执行
    """,
    "a scoring table with targets": """
        附件：绩效评价指标体系及评分表
        项目名称 | 残疾人康复服务项目
        一级指标 | 二级指标 | 三级指标 | 分值 | 目标值 | 完成值 | 得分 | 评分说明
        决策 | 项目立项 | 立项依据充分性 | 5 | 充分 | 充分 | 5 | 符合规定
        产出 | 产出数量 | 康复训练人次 | 20 | ≥1500人次 | 1530人次 | 20 | 达到目标
    """,
    "instructions": """
        自评表填表说明
        1. 项目名称：按预算批复的名称填写。
        2. 全年预算数：填写调整后的预算数；全年执行数：填写决算数。
        3. 得分：得分最高不能超过该指标分值上限。
        4. 偏差原因分析及改进措施：未完成的必须填写。
    """,
    "a roster": """
        绩效自评工作人员名单
        序号 | 姓名 | 单位 | 职务 | 联系电话 | 备注
        1 | 张某 | 临港县民政局 | 科员 | 61230000 |
        2 | 李某 | 临港县康复中心 | 会计 | 61230001 |
    """,
    "a summary by points": """
        得分区间 | 项目数 | 预算数 | 执行数 | 执行率
        90分以上 | 12 | 3200.50 | 3180.20 | 99.37%
        80-90分 | 3 | 210.00 | 168.00 | 80.00%
        总计 | 15 | 3410.50 | 3348.20 | 98.17%
    """,
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", TABLES)
def test_no_sheet(name: str, form: str) -> None:
    found = read_as(form, {"whole": TABLES[name]})
    assert (found.sheets, found.empty_forms) == ((), 0)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", TABLES)
def test_a_sheet_behind_and_one_before(name: str, form: str) -> None:
    sheet = "\n".join(CLEAN.values())
    parts = {"before": sheet, "head": TABLES[name], "funds": "", "goals": "", "table": sheet}
    found = read_as(form, {**parts, "foot": ""})
    read = [{**as_case(dump_sheet(s, "p")), "remarks": {}} for s in found.sheets]
    assert read == [WANTED, WANTED]
    assert [s.doubts for s in found.sheets] == [(), ()]
