"""Rows of subtotals: no indicators, and what they print is compared with the rows above them."""

from __future__ import annotations

from tests.recognise.fragments import read_as

TABLE = """
    绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
    | 产出指标 | 数量指标 | 康复训练人次 | ≥1500人次 | 1530人次 | 20 | 20 |
    | | 质量指标 | 服务合格率 | ≥95% | 98% | 30 | 30 |
    | | 小计 | | | | 50 | {score} |
    | 效益指标 | 社会效益指标 | 惠及家庭户数 | ≥300户 | 320户 | 30 | 30 |
    | 效益指标小计 | | | | | 30 | 30 |
    | 满意度指标 | 服务对象满意度指标 | 服务对象满意度 | ≥90% | 95% | 10 | 10 |
"""


def points(score: str) -> list[tuple[str, str, tuple[int, ...]]]:
    (sheet,) = read_as("text", {"table": TABLE.format(score=score)}).sheets
    assert [row.level3.text for row in sheet.indicators] == [
        "康复训练人次",
        "服务合格率",
        "惠及家庭户数",
        "服务对象满意度",
    ]
    assert sheet.doubts == ()
    return [(x.at.raw, str(x.subtotal_of), x.rows) for x in sheet.level_points]


def test_sums_that_are_right_are_no_indicators() -> None:
    assert points("50") == []


def test_one_wrong_sum_is_kept_with_its_rows() -> None:
    assert points("48") == [("50", "weight", (0, 1)), ("48", "score", (0, 1))]
