"""What some forms print beside the form's own fields: points, a total in the head, persons."""

from __future__ import annotations

from decimal import Decimal

from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.sheet.sheet import Sheet

TEXT = """\
项目支出绩效自评表
（2022年度）
自评总分\t98.5\t联系电话\t13900000000
项目名称\t河道清淤\t主管部门\t水务局
项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
\t年度资金总额\t100\t100\t100\t10\t100%\t10
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t扣分\t偏差原因分析及改进措施
产出指标（60分）\t数量指标\t清淤长度\t≥5公里\t5公里\t40\t40\t0\t
\t质量指标（20分）\t验收合格率\t≥95%\t98%\t20\t20\t0\t
效益指标(30分)\t社会效益指标\t受益户数\t≥300户\t320户\t30\t28\t2\t因个别河段未清，下年补做
总分\t\t\t\t\t100\t98\t\t
"""


def sheet() -> Sheet:
    (found,) = recognise(read(TEXT.encode(), "a.txt")).sheets
    return found


def test_a_total_in_the_head_stands_beside_the_row_of_the_total() -> None:
    assert (sheet().headline.number, sheet().total.score.number) == (Decimal("98.5"), Decimal(98))


def test_points_of_levels_with_their_rows() -> None:
    points = [(p.at.raw, p.at.number, p.rows) for p in sheet().level_points]
    assert points == [
        ("产出指标（60分）", Decimal(60), (0, 1)),
        ("质量指标（20分）", Decimal(20), (1,)),
        ("效益指标(30分)", Decimal(30), (2,)),
    ]


def test_other_fields_of_the_head_are_kept() -> None:
    assert [(label, value.raw) for label, value in sheet().details] == [("联系电话", "13900000000")]


def test_columns_that_only_some_places_have() -> None:
    found = [row.extra_cell("deduction") for row in sheet().indicators]
    assert [value.raw if value else None for value in found] == ["0", "0", "2"]
    assert [row.score.raw for row in sheet().indicators] == ["40", "20", "28"]


def test_headings_as_printed() -> None:
    assert {"项目资金(万元)", "执行率", "扣分"} <= set(sheet().headings)
