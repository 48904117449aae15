"""SARIF: held to the standard's schema, and to what viewers need beyond it."""

from __future__ import annotations

from json import loads
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.report import sarif
from sheetlint.rules.check import EACH_CRASH, ERROR
from sheetlint.rules.registry import Registry
from sheetlint.rules.waivers import AppliedWaiver
from sheetlint.run.results import Report
from sheetlint.sheet.where import Where
from tests.random_examples import examples
from tests.report.samples import (
    ACROSS_FOUND,
    BAD,
    BATCH,
    CAUSE_FOUND,
    CLEAN,
    ONE,
    RATE_FOUND,
    SEVERAL,
    hostile,
    report,
    saying,
)
from tests.report.snapshot import same

_FILE = Path(__file__).parent.parent / "fixtures" / "formats" / "sarif-schema-2.1.0.json"
VALIDATOR = jsonschema.Draft4Validator(loads(_FILE.read_text(encoding="utf-8")))


def run(what: Report, lang: str = "zh") -> dict[str, Any]:
    data = loads(sarif.render(what, lang))
    VALIDATOR.validate(data)
    found: dict[str, Any] = data["runs"][0]
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("what", [ONE, SEVERAL, CLEAN, BATCH, hostile(), report()])
def test_the_schema_of_the_standard(what: Report, lang: str) -> None:
    assert run(what, lang)["language"] == {"zh": "zh-CN", "en": "en-US"}[lang]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page(lang: str) -> None:
    same(f"several-{lang}.sarif", sarif.render(SEVERAL, lang))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_check_is_described_as_a_rule(registry: Registry, lang: str) -> None:
    findings = tuple(RATE_FOUND._replace(check=check) for check in registry.checks)
    found = run(report(BAD._replace(findings=findings)), lang)
    rules = found["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(check.code for check in registry.checks)
    for rule in rules:
        assert rule["help"]["markdown"].startswith("## ")
        # GitHub cuts off longer ones.
        for key in ("shortDescription", "fullDescription"):
            assert 0 < len(rule[key]["text"]) <= 1024
    for result in found["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_a_rule() -> None:
    rules = {rule["id"]: rule for rule in run(ONE)["tool"]["driver"]["rules"]}
    assert rules["NT003"] == {
        "id": "NT003",
        "name": "note-no-cause",
        "shortDescription": {"text": "未分析原因"},
        "fullDescription": {"text": "未分析原因"},
        "help": {"text": "未分析原因"},
        "defaultConfiguration": {"level": "warning", "enabled": True},
        "properties": {
            "tags": ["NT"],
            "precision": "high",
            "problem.severity": "warning",
            "basis": "财预〔2020〕10号 附1 表样",
        },
    }
    assert rules["RD005"]["defaultConfiguration"]["level"] == "note"
    assert rules["RD005"]["properties"]["problem.severity"] == "recommendation"


def test_every_result_has_a_place_that_viewers_can_show() -> None:
    for result in run(SEVERAL)["results"]:
        (place,) = result["locations"]
        assert place["physicalLocation"]["region"]["startLine"] >= 1
        assert place["logicalLocations"][0]["fullyQualifiedName"]


def test_cells_are_logical_and_lines_are_lines() -> None:
    (place,) = run(ONE)["results"][0]["locations"]
    assert place["logicalLocations"] == [
        {
            "name": "执行率",
            "fullyQualifiedName": "自评表1!G8",
            "decoratedName": "自评表1!G8  项目资金 › 年度资金总额 › 执行率",
        }
    ]
    found = RATE_FOUND._replace(where=Where(("总分", "得分"), line=12))
    lined = run(report(BAD._replace(format="yaml", findings=(found,))))
    (place,) = lined["results"][0]["locations"]
    assert place["physicalLocation"]["region"] == {"startLine": 12}


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("材料/a b.xlsx", {"uri": "%E6%9D%90%E6%96%99/a%20b.xlsx", "uriBaseId": "%SRCROOT%"}),
        ("./材料/100%.xlsx", {"uri": "%E6%9D%90%E6%96%99/100%25.xlsx", "uriBaseId": "%SRCROOT%"}),
        ("a:b#c?d.txt", {"uri": "a%3Ab%23c%3Fd.txt", "uriBaseId": "%SRCROOT%"}),
        ("/srv/a.xlsx", {"uri": "file:///srv/a.xlsx"}),
        ("../a.zip/b.xlsx", {"uri": "../a.zip/b.xlsx", "uriBaseId": "%SRCROOT%"}),
        ("-", {"uri": "-", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_paths_are_uris(path: str, expected: dict[str, str]) -> None:
    (artifact,) = run(report(BAD._replace(path=path)))["artifacts"]
    assert artifact["location"] == expected | {"index": 0}


def test_an_archive_may_hold_two_files_of_one_name() -> None:
    found = run(report(BAD, BAD))
    assert len(found["artifacts"]) == 1
    hashes = [result["partialFingerprints"] for result in found["results"]]
    assert hashes[0]["primaryLocationLineHash"] == "0123456789abcdef:1"
    assert hashes[3]["primaryLocationLineHash"] == "0123456789abcdef:2"
    assert hashes[0]["sheetlint/v1"] == hashes[3]["sheetlint/v1"] == "0123456789abcdef"


def test_consequences_are_related() -> None:
    (related,) = run(ONE)["results"][0]["relatedLocations"]
    assert related["message"]["text"] == (
        "改正后随之消失：AR020 总分≠各项得分之和（自评表1!H20  总分 › 得分）"
    )
    assert related["logicalLocations"][0]["fullyQualifiedName"] == "自评表1!H20"


def test_hidden_ones_are_there_and_waived_ones_are_suppressed() -> None:
    assert len(run(report(BAD, shown=ERROR))["results"]) == 3
    assert not any("suppressions" in result for result in run(ONE)["results"])
    waived = CAUSE_FOUND._replace(
        waived=AppliedWaiver(Text("已核实", "verified"), "李", "2026-12-31")
    )
    known = CAUSE_FOUND._replace(waived=AppliedWaiver(Text("基线", "baseline")))
    results = run(report(BAD._replace(findings=(RATE_FOUND, waived, known))))["results"]
    assert [result["suppressions"] for result in results] == [
        [],
        [
            {
                "kind": "external",
                "status": "accepted",
                "justification": "已核实（李，到 2026-12-31）",
            }
        ],
        [{"kind": "external", "status": "accepted", "justification": "基线"}],
    ]


def test_findings_are_no_failure_of_the_tool_and_a_crash_is() -> None:
    assert run(SEVERAL)["invocations"] == [
        {"executionSuccessful": True, "toolExecutionNotifications": []}
    ]
    crash = RATE_FOUND._replace(check=RATE_FOUND.check._replace(code="SY001", scope=EACH_CRASH))
    (invocation,) = run(report(BAD._replace(findings=(crash,), crashed=True)))["invocations"]
    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["descriptor"] == {"id": "SY001"}
    assert notification["message"]["text"] == "执行率 97.88% 计算有误，应为 98.88%"


@examples(30)
@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    found = run(saying(text))
    said: str = found["results"][0]["message"]["text"]
    expected = visible(text).replace("{", "{{").replace("}", "}}").replace("](", "\\](")
    assert said.startswith(f"执行率 {expected} 有误（")
    assert found["results"][0]["properties"]["printed"] == text
    path = unquote(found["artifacts"][0]["location"]["uri"], errors="surrogatepass")
    assert path.endswith(f"{text}.xlsx".removeprefix("./").lstrip("/"))


def test_a_text_is_no_link_and_no_place_to_fill_in() -> None:
    said = run(saying("[看这里](http://x.example) {0}"))["results"][0]["message"]["text"]
    assert said.startswith("执行率 [看这里\\](http://x.example) {{0}} 有误")


def test_a_finding_across_sheets_stands_at_the_first_of_them() -> None:
    result = run(BATCH)["results"][-1]
    (place,) = result["locations"]
    assert result["ruleId"] == "BT001"
    assert result["message"]["text"].startswith(
        "“内涵建设经费”2021 年度有 10 张自评表（材料/自评表.xlsx #2 › 基本信息 › 项目名称；材料/没有问题.docx › 基本信息 › 项目名称）"
    )
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "自评表2!B3"
    assert place["physicalLocation"]["artifactLocation"]["index"] == 0
    nowhere = ACROSS_FOUND._replace(places=())
    (place,) = run(BATCH._replace(batch=(nowhere,)))["results"][-1]["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "."
