"""Forms of departments and of transfer payments: named, checked where a check applies, and what does
not apply is skipped because the form has no such column."""

from __future__ import annotations

from json import loads
from pathlib import Path
from typing import Any

import pytest

from sheetlint.cli import status
from tests.cli.conftest import Call
from tests.recognise.fragments import lines_of

FORMS = Path(__file__).parents[1] / "fixtures" / "families"
TWENTY = {
    "head": """
        2022年度公共文化服务项目自评表
        项目名称 | 公共文化服务
        主管部门 | 云山区文旅局 | | 项目实施单位 | 云山区文化馆
    """,
    "funds": """
        预算执行情况（万元）（20分） | | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分（20分*执行率）
        | 年度财政资金总额 | 120 | 120 | 100% | 20
    """,
    "goals": "",
    "table": """
        年度绩效目标（80分） | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
        | 产出指标 | 数量指标 | 文化活动场次 | ≥50场 | 52场 | 40
        | | 质量指标 | 活动完成率 | 100% | 100% | 10
        | 效益指标 | 社会效益指标 | 参与人次 | ≥3000人次 | 3100人次 | 20
        | 满意度指标 | 服务对象满意度指标 | 群众满意度 | ≥90% | 95% | 10
    """,
    "foot": """
        总分 | | | | | | 100
        偏差大或目标未完成原因分析 | 无
        改进措施及结果应用方案 | 无
    """,
}


def checked(call: Call, path: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """The file's part of the report, and why checks were skipped, by code."""
    ran = call("check", "--format", "json", "--lang", "zh", str(path))
    assert ran.status == status.OK
    (file,) = loads(ran.out)["files"]
    return file, {skip["code"]: skip["reason"] for skip in file["skipped"]}


def test_transfer_payments_are_not_scored(call: Call) -> None:
    file, why = checked(call, FORMS / "transfer.txt")
    (sheet,) = file["sheets"]
    assert sheet["title"] == "转移支付区域（项目）绩效目标自评表"
    assert sheet["project"] == "农业生产发展资金"
    assert file["findings"] == []
    for code in ("AR002", "AR020", "ID001", "NT001"):
        assert why[code] == "本表样没有分值和得分"
    assert why["AR004"] == "本表样没有“分值”列"
    assert why["AR010"] == "本表样没有“得分”列"
    assert why["FD003"] == "本表样的资金栏没有“分值”列"
    # The funds have budget, executed amount and rate: they are checked.
    assert {"FD001", "FD002", "FD004", "ST003", "ST010"}.isdisjoint(why)


def test_a_wrong_rate_is_found_in_a_transfer_payment(call: Call, tmp_path: Path) -> None:
    text = (FORMS / "transfer.txt").read_text(encoding="utf-8")
    wrong = tmp_path / "错.txt"
    wrong.write_text(text.replace("2380.91\t2380.91\t100%", "2380.91\t2080.91\t100%"), "utf-8")
    ran = call("check", "--format", "json", str(wrong))
    assert ran.status == status.FINDINGS
    codes = [f["code"] for f in loads(ran.out)["files"][0]["findings"] if f["severity"] == "error"]
    assert "FD001" in codes


def test_a_whole_department(call: Call) -> None:
    file, why = checked(call, FORMS / "department.txt")
    (sheet,) = file["sheets"]
    assert (sheet["title"], sheet["unit"]) == (
        "2022年度部门整体支出绩效自评表",
        "江岸区残疾人联合会",
    )
    assert [f["code"] for f in file["findings"] if f["severity"] == "error"] == []
    assert why["AR002"] == "本表样没有“一级指标”列"
    assert why["NT001"] == "本表样没有“偏差原因分析及改进措施”列"
    assert {"AR020", "FD002", "FD003", "ID001"}.isdisjoint(why)


def test_a_department_is_called_by_its_form(call: Call) -> None:
    out = call("check", "--lang", "zh", str(FORMS / "department.txt")).out
    assert "── 2022年度部门整体支出绩效自评表 ──" in out
    assert "未写项目名称" not in out


def test_the_twenty_eighty_form_has_no_weights(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "表.txt"
    lines = [line for block in lines_of(TWENTY) for line in block if any(line)]
    path.write_text("\n".join("\t".join(line) for line in lines), "utf-8")
    file, why = checked(call, path)
    assert [f["code"] for f in file["findings"] if f["severity"] == "error"] == []
    for code in ("AR001", "AR004", "ID001"):
        assert why[code] == "本表样没有“分值”列"
    assert why["NT001"] == "本表样没有“偏差原因分析及改进措施”列"
    assert {"AR020", "FD002", "FD003"}.isdisjoint(why)


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ("transfer.txt", "this form has neither weights nor scores"),
        ("department.txt", "this form has no column of deviation notes"),
    ],
)
def test_the_reason_in_english(form: str, said: str, call: Call) -> None:
    ran = call("check", "--format", "json", "--lang", "en", str(FORMS / form))
    assert said in {skip["reason"] for skip in loads(ran.out)["files"][0]["skipped"]}
