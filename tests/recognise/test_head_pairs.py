"""Several fields in one cell of the head, titles and years beside other fields."""

from __future__ import annotations

import pytest

from sheetlint.recognise.head_pairs import split_pairs, without_fields
from sheetlint.recognise.lexicon import default_lexicon
from sheetlint.sheet.sheet import Sheet
from tests.recognise.fragments import read_as

TABLE = "项目名称 | 残疾人康复服务项目\n主管部门 | 临港县民政局 | | | 项目实施单位 | 临港县康复中心"


def sheet_with(head: str) -> Sheet:
    (sheet,) = read_as("text", {"head": head}).sheets
    return sheet


@pytest.mark.parametrize(
    ("text", "before", "pairs"),
    [
        (
            "填报单位：区商务局　填报日期：2021年4月22日　主要领导签字：",
            "",
            [("填报单位", "区商务局"), ("填报日期", "2021年4月22日"), ("主要领导签字", "")],
        ),
        (
            "单位名称:区商务局填报日期:2021 年 4 月 22 日",
            "",
            [("单位名称", "区商务局"), ("填报日期", "2021 年 4 月 22 日")],
        ),
        (
            "项目单位(盖章):黄石市图书馆 主要领导签字:",
            "",
            [("项目单位(盖章)", "黄石市图书馆"), ("主要领导签字", "")],
        ),
        (
            "填 报 单 位：市图书馆 单位主管审核人签章：张某",
            "",
            [("填 报 单 位", "市图书馆"), ("单位主管审核人签章", "张某")],
        ),
        ("（2024年度）　金额单位：万元", "（2024年度）", [("金额单位", "万元")]),
        ("项目名称：春苗：第一批", "", [("项目名称", "春苗：第一批")]),
        ("开放时间段为9:30", "开放时间段为9:30", []),
        ("培训班（主办：工会）", "培训班（主办：工会）", []),
    ],
)
def test_pairs(text: str, before: str, pairs: list[tuple[str, str]]) -> None:
    found = split_pairs(text, default_lexicon())
    assert (found.before, list(found.pairs)) == (before, pairs)


@pytest.mark.parametrize(
    "behind",
    [
        "　填报日期：2023年4月22日",
        " 单位：万元",
        " 主要领导签字：",
        "填报单位：县图书馆",
        " 金额单位:元",
        " 填报日期 2023年",
    ],
)
def test_a_title_ends_at_the_next_field(behind: str) -> None:
    sheet = sheet_with(f"项目支出绩效自评表{behind}\n（2022年度）\n{TABLE}")
    assert sheet.title.text == "项目支出绩效自评表"
    assert sheet.year.number == 2022
    assert without_fields(f"项目支出绩效自评表{behind}", default_lexicon()) == "项目支出绩效自评表"


@pytest.mark.parametrize("form", ["text", "worksheet"])
@pytest.mark.parametrize(
    ("line", "table", "unit"),
    [
        ("单位名称:区商务局 填报日期:2021年4月22日", TABLE, "临港县康复中心"),
        (
            "填报单位：区商务局填报日期：2021年4月22日",
            "项目名称 | 残疾人康复服务项目\n主管部门 | 临港县民政局",
            "区商务局",
        ),
        (
            "项目单位（盖章）：黄石市图书馆 主要领导签字：",
            "项目名称 | 残疾人康复服务项目",
            "黄石市图书馆",
        ),
        ("填报单位：区商务局", "项目名称：河道清淤 | 实施单位：水务所", "水务所"),
    ],
)
def test_the_unit_from_the_table_or_else_from_the_line_above(
    form: str, line: str, table: str, unit: str
) -> None:
    head = f"项目支出绩效自评表（2022年度）\n{line}\n{table}"
    (sheet,) = read_as(form, {"head": head}).sheets
    assert (sheet.title.text, sheet.unit.text) == ("项目支出绩效自评表（2022年度）", unit)
    assert sheet.project.text in ("残疾人康复服务项目", "河道清淤")


@pytest.mark.parametrize(
    "lines",
    [
        "项目支出绩效自评表\n（2022年度）　金额单位：万元",
        "项目支出绩效自评表\n评价年度：2022年",
        "项目支出绩效自评表\n评价年度 | 2022年 | 填报日期 | 2023年",
        "项目支出绩效自评表\n填报日期：2023年4月　自评年度：2022",
        "项目支出绩效自评表\n2022年1-12月",
        "项目支出绩效自评表\n(2022年1月—12月)",
        "项目支出绩效自评表\n（二〇二二年度）",
        "项目支出绩效自评表\n二○二二年",
        "项目支出绩效自评表\n2022 年",
        "项目支出绩效自评表\n（2022年度）公开14表",
        "2022项目支出绩效自评表\n填报日期：2023年4月22日",
        "二〇二二年度项目支出绩效自评表",
        "项目支出绩效自评表 （2022年） 填报日期：2023年4月22日",
        "项目支出绩效自评表\n（2022年） 2023年4月22日填报",
    ],
)
def test_the_year_wherever_it_is_printed(lines: str) -> None:
    assert sheet_with(f"{lines}\n{TABLE}").year.number == 2022


@pytest.mark.parametrize(
    "line",
    [
        "填报日期：2023年4月22日",
        "填报日期：2023年",
        "填报日期 | 2023年",
        "2023年4月22日",
        "填表时间：2023年度",
        "项目编码：2023",
    ],
)
def test_the_date_of_filling_in_is_no_year(line: str) -> None:
    year = sheet_with(f"项目支出绩效自评表\n{line}\n{TABLE}").year
    assert not year.filled
