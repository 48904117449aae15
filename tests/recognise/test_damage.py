"""Text copied from a document, with the damage that this does: everything is repaired and reported.

Rows shifted to the left, a label broken over a page, a note glued to a score, a lost header cell,
a block label glued to a level, a row cut off from its levels.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sheetlint.profiles import Profiles
from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.recognise.normalised_document import dump_sheet
from sheetlint.recognise.unplaced_rows import place_rows, weight_by_level
from sheetlint.sheet.sheet import Sheet

FILE = Path(__file__).parents[1] / "fixtures" / "damaged-two-sheets.txt"


@pytest.fixture(scope="module")
def sheets() -> list[Sheet]:
    profile = Profiles().load("shanghai")
    found = recognise(read(FILE.read_bytes(), FILE.name)).sheets
    return [place_rows(sheet, profile.get("weights.first_level")) for sheet in found]


def levels(sheet: Sheet) -> list[tuple[str, str, str]]:
    return [(r.level1.text, r.level2.text, r.level3.text) for r in sheet.indicators]


def test_first_sheet(sheets: list[Sheet]) -> None:
    assert levels(sheets[0]) == [
        ("产出指标", "数量指标", "流动书车街镇覆盖率"),
        ("产出指标", "数量指标", "图书外借完成率"),
        ("产出指标", "时效指标", "新书上架及时率"),
        ("效益指标", "可持续影响指标", "预约平台使用率"),
        ("满意度指标", "服务对象满意度指标", "到馆读者满意度"),
    ]
    assert [remark.text.zh for remark in sheets[0].repairs] == [
        "第 17、19、20、21 行文字整体左移了 1 列，已按表头对齐"
    ]


def test_second_sheet(sheets: list[Sheet]) -> None:
    social = "效益指标", "社会效益指标"
    assert levels(sheets[1]) == [
        ("产出指标", "数量指标", "年度任务完成率"),
        ("产出指标", "质量指标", "运维考核通过率"),
        ("产出指标", "时效指标", "故障按时修复率"),
        (*social, "阅读业务系统运行稳定性"),
        (*social, "阅读研究成果采纳情况"),
        (*social, "保障已有应用顺利运行及拓展新应用"),
        (*social, "保障省馆联网系统正常运行"),
        (*social, "vpn稳定访问情况"),
        (*social, "借阅系统高峰时段可用性"),
        ("满意度指标", "服务对象满意度指标", "第三方服务单位质量考核制度建立情况"),
    ]
    last = sheets[1].indicators[-1]
    assert (last.score.raw, last.note.text) == ("9", "考核机制有进一步完善的空间")
    assert {
        name: int(weight) for name, weight in weight_by_level(sheets[1].indicators).items()
    } == {
        "产出指标": 50,
        "效益指标": 30,
        "满意度指标": 10,
    }
    assert len(sheets[1].repairs) == 8
    assert sheets[1].doubts == ()


def test_heads_and_totals(sheets: list[Sheet]) -> None:
    first = dump_sheet(sheets[0], "shanghai")
    assert first["project"] == "图书流通与阅读推广经费_代编"
    assert first["unit"] == "东川市文化局图书中心"
    assert first["money_unit"] == "元"
    assert first["funds"][0] == {
        "source": "total",
        "label": "年度资金总额",
        "initial": "0.00",
        "budget": "43218650.00",
        "executed": "42735108",
        "weight": "10",
        "rate": "0.9888",
        "score": "9.89",
        "note": "",
    }
    assert [dump_sheet(sheet, "")["total"]["score"] for sheet in sheets] == ["98.89", "98.96"]


def test_a_row_that_fits_nowhere_is_a_doubt() -> None:
    """Another weight: neither 50/30/10 nor any other set comes out, so nothing is guessed."""
    text = FILE.read_text(encoding="utf-8").replace(
        "系统全年运行稳定\t5\t5", "系统全年运行稳定\t7\t7"
    )
    sheet = recognise(read(text.encode(), "a.txt")).sheets[1]
    settled = place_rows(sheet, Profiles().load("shanghai").get("weights.first_level"))
    assert settled.levels_sure is False
    assert [remark.text.zh for remark in settled.doubts] == [
        "“阅读业务系统运行稳定性”跨页，归“产出指标”还是“效益指标”无法判断"
    ]
