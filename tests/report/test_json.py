"""The report for programs, held to its published schema."""

from __future__ import annotations

from importlib.resources import files
from json import dumps, loads
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.report import json, rules
from sheetlint.rules.registry import Registry
from sheetlint.run.results import Report
from tests.random_examples import examples
from tests.report.samples import BATCH, CLEAN, ONE, SEVERAL, hostile, report
from tests.report.snapshot import same


def held_to(name: str, data: Any) -> None:
    schema = loads((files("sheetlint.report") / "schemas" / name).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(data)


@pytest.mark.parametrize("what", [ONE, SEVERAL, CLEAN, BATCH, hostile(), report()])
def test_schema(what: Report) -> None:
    held_to("report-1.schema.json", loads(json.render(what, "zh")))


TEXT = st.text('\n{[,]}: "\\表', max_size=9)
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXT,
    lambda parts: st.lists(parts) | st.dictionaries(TEXT, parts),
)


@examples(50)
@given(ANY, st.integers(0, 3))
def test_it_is_laid_out_as_the_standard_library_does(data: Any, by: int) -> None:
    wanted = dumps(data, ensure_ascii=False, indent=2).replace("\n", "\n" + " " * by)
    assert json.dump_nested_json(data, by) == wanted


def test_page() -> None:
    same("several.json", json.render(SEVERAL, "zh"))


def test_consequences_are_said_in_the_hint() -> None:
    found = loads(json.render(ONE, "zh"))["files"][0]["findings"][0]
    assert found["hint"] == (
        "把执行率改为 98.88%；如果执行率没有错，核对全年预算数和全年执行数；改正后 AR020 随之消失"
    )


def test_the_language_is_that_of_the_texts_only() -> None:
    zh, en = loads(json.render(ONE, "zh")), loads(json.render(ONE, "en"))
    assert en["files"][0]["findings"][0]["message"] == "rate 97.88% is wrong: 98.88%"
    for data in (zh, en):
        for found in data["files"][0]["findings"]:
            for key in ("message", "hint", "basis"):
                del found[key]
        del data["files"][0]["skipped"]
    assert zh == en


def test_findings_across_sheets_count_and_stand_apart() -> None:
    data = loads(json.render(BATCH, "zh"))
    assert [found["code"] for found in data["batch"]] == ["BT001"]
    assert data["batch"][0]["where"]["label"].startswith("材料/自评表.xlsx #2 › 基本信息")
    assert data["summary"]["errors"] == loads(json.render(SEVERAL, "zh"))["summary"]["errors"] + 1


def test_files_passed_over_do_not_count() -> None:
    data = loads(json.render(SEVERAL, "zh"))
    assert data["summary"] == {
        "files": 3,
        "sheets": 3,
        "errors": 2,
        "warnings": 1,
        "infos": 1,
        "skipped": 3,
        "verdict": "fail",
    }
    assert [f["path"] for f in data["files"]] == [
        "材料/自评表.xlsx",
        "材料/没有问题.docx",
        "没有这个文件.txt",
    ]


def test_data_survives_and_commands_do_not() -> None:
    text = json.render(hostile(), "zh")
    printed = loads(text)["files"][0]["findings"][0]["printed"]
    assert printed == "\x1b[31m[red]红[/red]\u202e倒\u200b着\x9b2J"
    assert not {"\x1b", "\u202e", "\u200b", "\x9b"} & set(text)


def test_a_name_that_is_no_unicode_can_be_written() -> None:
    odd = json.render(report(SEVERAL.files[1]._replace(path="坏\udcff.txt")), "zh")
    assert odd.encode().decode() == odd


def test_rules(registry: Registry) -> None:
    data = loads(rules.as_json(registry, "zh"))
    held_to("rules-1.schema.json", data)
    rule = next(r for r in data["rules"] if r["code"] == "FD002")
    assert rule == {
        "code": "FD002",
        "name": "rate-mismatch",
        "title": "执行率计算错误",
        "severity": "error",
        "family": "FD",
        "since": "0.1",
        "basis": "财预〔2020〕10号 附1 表样",
        "parameters": [
            "funds.rate_decimals",
            "funds.rate_rounding_ok",
            "score.ulp_max",
            "score.abs_tol",
        ],
    }
