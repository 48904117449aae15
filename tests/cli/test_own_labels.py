"""``[lexicon]`` of the configuration: a place's own labels, and what is said of a wrong one."""

from __future__ import annotations

import re
from json import loads
from pathlib import Path

import pytest

from sheetlint.cli import status
from sheetlint.recognise.extra_labels import LABEL_GROUPS, extend_lexicon
from sheetlint.recognise.lexicon import default_lexicon, label_key
from tests.cli.conftest import Call
from tests.recognise.fragments import lines_of

SHEET = {
    "head": """
        项目支出绩效自评表
        （2022年度）
        工程 | 残疾人康复服务项目
        主管部门 | 临港县民政局 | | | 经手方 | 临港县康复中心
    """,
    "funds": """
        经费安排（元） | | 年初预算数 | 全年预算数 | 花销 | 分值 | 执行率 | 得分 |
        | 大账 | 0.00 | 57607470.00 | 56961217.00 | 10 | 98.88% | 9.89 |
        | 其中：县本级安排 | 0.00 | 57607470.00 | 56961217.00 | — | — | — |
    """,
    "table": """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 兑现 | 分值 | 得分 | 偏差原因分析及改进措施
        | 产出指标 | 数量指标 | 康复训练人次 | ≥1500人次 | 1530人次 | 20 | 20 |
        | | 质量指标 | 服务合格率 | ≥95% | 98% | 30 | 30 |
        | 效益指标 | 社会效益指标 | 惠及家庭户数 | ≥300户 | 320户 | 30 | 30 |
        | 满意度指标 | 服务对象满意度指标 | 服务对象满意度 | ≥90% | 95% | 10 | 10 |
    """,
    "foot": """
        总分 | | | | | | 100 | 99.89 |
        整改情况 | 预算尾款已列入下年计划，将加快支付。
    """,
}
OWN = """
[lexicon]
"header.project" = ["工程"]
header.unit = ["经手方"]
funds.block = ["经费安排"]
"funds.columns.executed" = ["花销"]
"funds.rows.total" = ["大账"]
"funds.rows.fiscal" = ["县本级安排"]
"columns.actual" = ["兑现"]
"remarks.labels" = ["整改情况"]
"""


@pytest.fixture(autouse=True)
def sheet(tmp_path: Path) -> None:
    lines = [line for block in lines_of(SHEET) for line in block]
    text = "\n".join("\t".join(line) for line in lines)
    (tmp_path / "表.txt").write_text(text, encoding="utf-8")


def configured(folder: Path, text: str, name: str = "sheetlint.toml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_without_them_the_sheet_is_not_understood(call: Call) -> None:
    (file,) = loads(call("check", "表.txt", "--format", "json").out)["files"]
    doubts = [f["message"] for f in file["findings"] if f["code"] == "RD003"]
    assert any("“大账”、“其中：县本级安排”没有认出" in doubt for doubt in doubts)
    assert "ST004" not in {f["code"] for f in file["findings"]}


def test_with_them_it_is(call: Call, tmp_path: Path) -> None:
    configured(tmp_path, OWN)
    ran = call("check", "表.txt", "--format", "json")
    (file,) = loads(ran.out)["files"]
    assert [f["code"] for f in file["findings"] if f["severity"] == "error"] == []
    assert (file["sheets"][0]["project"], file["sheets"][0]["unit"]) == (
        "残疾人康复服务项目",
        "临港县康复中心",
    )


def test_extract_knows_them_too(call: Call, tmp_path: Path) -> None:
    configured(tmp_path, OWN)
    (file,) = loads(call("extract", "表.txt", "--format", "json").out)["files"]
    (read,) = file["sheets"]
    assert read["funds"][0]["executed"] == "56961217.00"
    assert [row["source"] for row in read["funds"]] == ["total", "fiscal"]
    assert read["indicators"][0]["actual"] == "1530人次"
    assert read["remarks"] == {"整改情况": "预算尾款已列入下年计划，将加快支付。"}


def test_extract_says_how_each_heading_was_understood(call: Call) -> None:
    said = call("extract", "表.txt", "-v", "--lang", "zh").err
    for line in (
        "栏目“年初预算数”：年初预算数（词表）",
        "栏目“花销”：全年执行数（按下面的内容）",
        "栏目“兑现”：实际完成值（按下面的内容）",
        "“大账”、“其中：县本级安排”没有认出",
    ):
        assert line in said
    assert "栏目" not in call("extract", "表.txt").err


def test_in_pyproject(call: Call, tmp_path: Path) -> None:
    configured(tmp_path, OWN.replace("[lexicon]", "[tool.sheetlint.lexicon]"), "pyproject.toml")
    (file,) = loads(call("extract", "表.txt", "--format", "json").out)["files"]
    assert file["sheets"][0]["project"] == "残疾人康复服务项目"


def test_a_profile_may_demand_a_label_of_the_place(call: Call, tmp_path: Path) -> None:
    configured(tmp_path, 'profiles = ["口径"]\nprofile = "mine"\n' + OWN)
    (tmp_path / "口径").mkdir()
    configured(
        tmp_path / "口径",
        'id = "mine"\nextends = "national-2020"\ntitle = "本县"\nbasis = ["县文件"]\n'
        '[schema.remarks]\n"整改情况" = {required = true}\n',
        "mine.toml",
    )
    assert call("check", "表.txt").status in (status.OK, status.FINDINGS)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            '"columns.actuel" = ["兑现"]',
            "lexicon.columns.actuel 没有这个键，是不是 columns.actual？",
        ),
        (
            '"columns.actual" = ["得分"]',
            "lexicon.columns.actual：“得分”已经是 columns.score 的名称",
        ),
        (
            '"columns.actual" = ["兑现"]\n"columns.target" = ["兑 现"]',
            "lexicon.columns.target：“兑 现”已经是 columns.actual 的名称",
        ),
        ('"header.unit" = [" "]', "lexicon.header.unit：“ ”不能作名称"),
        ('"header.unit" = ["100"]', "lexicon.header.unit：“100”不能作名称"),
        ('"header.unit" = "经手方"', "lexicon.header.unit 类型不对，应为 list"),
        ('"header.unit" = [3]', "lexicon.header.unit.0 类型不对，应为 string"),
    ],
)
def test_mistakes_are_named(words: str, said: str, call: Call, tmp_path: Path) -> None:
    configured(tmp_path, f"[lexicon]\n{words}\n")
    ran = call("check", "表.txt", "--lang", "zh")
    assert ran.status == status.USAGE
    assert said in ran.err


def test_every_key_can_be_added_to() -> None:
    for path in LABEL_GROUPS:
        extend_lexicon({path: ["一个从来没有的名称"]})


def test_the_shipped_vocabulary_stays_as_it_is() -> None:
    own = extend_lexicon({"columns.actual": ["兑现"]})
    assert own.indicator_columns.role(label_key("兑现")) == "actual"
    assert default_lexicon().indicator_columns.role(label_key("兑现")) is None


def test_every_key_is_explained() -> None:
    text = (Path(__file__).parents[2] / "docs" / "labels.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z0-9_.]+)`", text))
    shown = {name for name in named if not name.startswith(".")}
    for group in ("funds.columns", "funds.rows", "columns"):
        shown |= {f"{group}{name}" for name in named if name.startswith(".")}
    assert set(LABEL_GROUPS) <= shown
