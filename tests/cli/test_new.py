"""``sheetlint new``: which file, in which format, and what is not written over."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
import yaml

from sheetlint.cli import status
from tests.cli.conftest import Call


def test_a_form_of_the_place_with_what_is_known_filled_in(call: Call, tmp_path: Path) -> None:
    ran = call(
        "new", "--profile", "shanghai", "--project", "=1+1", "--unit", "信息中心",
        "--department", "市教委", "--year", "2024",
    )  # fmt: skip
    assert ran.status == status.OK
    assert ran.out.startswith("已生成 自评表.xlsx（口径 shanghai）")
    page = openpyxl.load_workbook(tmp_path / "自评表.xlsx").worksheets[0]
    assert page["A1"].value == "财政项目支出绩效自评表"
    assert page["A2"].value == "（2024年度）"
    assert (page["C3"].value, page["C3"].data_type) == ("=1+1", "s")
    assert page["A5"].value == "项目资金\n（元）"
    assert page["B13"].value == "产出指标\n（50分）"
    assert page["H6"].value == '=IF(OR(E6="",F6="",N(E6)=0),"",ROUND(F6/E6,4))'
    assert page["I6"].value == '=IF(OR(E6="",F6="",N(E6)=0),"",ROUND(MIN(F6/E6,1)*G6,2))'
    assert page["G22"].value == '=IF(COUNT(G13:G21)=0,"",SUM(G13:G21,G6))'
    rules = {str(rule.sqref): rule for rule in page.data_validations.dataValidation}
    assert (rules["H13"].formula1, rules["H13"].formula2) == ("0", "G13")
    assert "合计 50 分" in rules["G13"].prompt
    assert "改进措施" in rules["I13"].prompt


def test_steps_are_a_formula_where_the_place_has_steps(call: Call, tmp_path: Path) -> None:
    call("new", "--profile", "jiangxi")
    page = openpyxl.load_workbook(tmp_path / "自评表.xlsx").worksheets[0]
    assert page["I6"].value == (
        '=IF(OR(E6="",F6="",N(E6)=0),"",'
        "IF(F6/E6>=1,10,IF(F6/E6>=0.8,7,IF(F6/E6>=0.6,5,IF(F6/E6>=0,0,0)))))"
    )


def test_what_no_formula_says_is_left_to_the_hand(call: Call, tmp_path: Path) -> None:
    call("new", "--profile", "central-101")
    page = openpyxl.load_workbook(tmp_path / "自评表.xlsx").worksheets[0]
    assert page["I6"].value is None
    (rule,) = [r for r in page.data_validations.dataValidation if str(r.sqref) == "I6"]
    assert rule.prompt == "在预算内完成的 10 分；其余按执行率分档：≥80% 7 分；≥60% 5 分；≥0% 0 分"


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx", "a.yaml", "a.yml", "a.json"])
def test_the_same_command_gives_the_same_bytes(call: Call, tmp_path: Path, name: str) -> None:
    call("new", "-o", name)
    first = (tmp_path / name).read_bytes()
    call("new", "-o", name, "--force")
    assert (tmp_path / name).read_bytes() == first


def test_the_yaml_says_what_belongs_where(call: Call, tmp_path: Path) -> None:
    call("new", "-o", "a.yml", "--rows", "2", "--project", "甲:乙#1")
    text = (tmp_path / "a.yml").read_text(encoding="utf-8")
    assert text.startswith("# 口径 national-2020 的空白自评表")
    assert "# 各一级指标的分值：产出指标 50，效益指标 30，满意度指标 10\n" in text
    (sheet,) = yaml.safe_load(text)["files"][0]["sheets"]
    assert sheet["project"] == "甲:乙#1"
    assert len(sheet["indicators"]) == 18
    assert sheet["indicators"][0]["level2"] == sheet["indicators"][1]["level2"] == "数量指标"


def test_a_file_that_is_there_is_not_written_over(call: Call, tmp_path: Path) -> None:
    (tmp_path / "自评表.xlsx").write_bytes(b"mine")
    ran = call("new")
    assert ran.status == status.USAGE
    assert "已经存在" in ran.err
    assert (tmp_path / "自评表.xlsx").read_bytes() == b"mine"
    assert call("new", "--force").status == status.OK
    assert openpyxl.load_workbook(io.BytesIO((tmp_path / "自评表.xlsx").read_bytes())).sheetnames


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("-o", "a.pdf"), "a.pdf：后缀应是 .xlsx"),
        (("-o", "没有/a.xlsx"), "无法写入 没有/a.xlsx"),
        (("--profile", "shanghia"), "shanghai"),
        (("--rows", "0"), "--rows"),
    ],
)
def test_wrong_usage_is_said(call: Call, arguments: tuple[str, ...], word: str) -> None:
    ran = call("new", *arguments)
    assert ran.status == status.USAGE
    assert word in ran.err
