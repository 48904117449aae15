"""Random sheets of the national form, rendered in every format, are read back the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sheetlint.schema.document import dump_sheet
from sheetlint.testing import build
from tests.forms import WRITERS, draw
from tests.recognise.test_formats import reread

NAMES = [
    "康复训练人次", "设备采购数量", "服务合格率", "按时完成率", "系统可用率", "惠及家庭户数",
    "cernet 访问情况", "PM2.5平均浓度", "指标1：覆盖率", "服务对象满意度", "人均成本", "故障响应时间",
    "群众投诉数", "第三方考核制度建立情况", "（一期）道路里程", "3岁以下儿童建档数",
]  # fmt: skip
TARGETS = [
    "≥98%", ">=100%", "=40台", "≤120万元", "稳定运行", "100%（正常使用）", "2022年12月底前", "建立健全",
    "≥1500人次", "不少于5场", "控制在3%以内", "9月前", "≥0.9", "1,500人", "纳入总体规划",
]  # fmt: skip
ACTUALS = [
    "98%",
    "41台",
    "118万元",
    "全年稳定运行",
    "已建立健全",
    "1530人次",
    "≥99%",
    "11月完成",
    "0.92",
]
NOTES = ["", "", "", "无", "因雨天停工，下一步加快施工", "受疫情影响12场改为线上；将补办"]
SECONDS = {
    "产出指标": ["数量指标", "质量指标", "时效指标", "成本指标"],
    "效益指标": ["经济效益指标", "社会效益指标", "生态效益指标", "可持续影响指标"],
    "满意度指标": ["服务对象满意度指标"],
}


@st.composite
def sheets(drawer: st.DrawFn) -> dict[str, Any]:
    rows = []
    for first, seconds in SECONDS.items():
        chosen = drawer(st.lists(st.sampled_from(seconds), min_size=1, max_size=3, unique=True))
        for second in sorted(chosen, key=seconds.index):
            for _ in range(drawer(st.integers(1, 3))):
                cells = [
                    first,
                    second,
                    drawer(st.sampled_from(NAMES)),
                    drawer(st.sampled_from(TARGETS)),
                    drawer(st.sampled_from(ACTUALS)),
                    drawer(st.sampled_from(["10", "5", "15", "8", "2.5", "30"])),
                    drawer(st.sampled_from(["10", "9.89", "5", "0", "8.5", "14.25"])),
                    drawer(st.sampled_from(NOTES)),
                ]
                rows.append(" | ".join(cells))
    budget = drawer(st.decimals(1, 10**8, places=2))
    executed = drawer(st.decimals(0, budget, places=2))
    rate = f"{executed / budget:.2%}"
    comma = drawer(st.booleans())
    money = [f"{v:,f}" if comma else f"{v:f}" for v in (budget, executed)]
    return {
        "project": drawer(
            st.sampled_from(["道路养护项目", "51000021R-工资性支出", "A 类 设备购置"])
        ),
        "money_unit": drawer(st.sampled_from(["元", "万元"])),
        "rows": rows,
        "funds": [
            f"total | 年度资金总额 | {money[0]} | {money[0]} | {money[1]} | 10 | {rate} | 9.5 |",
            f"fiscal | 其中：当年财政拨款 | {money[0]} | {money[0]} | {money[1]} | — | — | — |",
            "carryover | 上年结转资金 | 0 | 0 | 0 | — | — | — |",
            "other | 其他资金 | | | | — | — | — |",
        ],
        "total": {"weight": "100", "score": drawer(st.sampled_from(["98.89", "100", "87.5"]))},
    }


@pytest.mark.parametrize("form", sorted(WRITERS))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=sheets())
def test_read_back(form: str, data: dict[str, Any]) -> None:
    sheet = reread(draw(data), form)
    assert sheet.doubts == ()
    assert dump_sheet(sheet, "p") == dump_sheet(build(data), "p")
