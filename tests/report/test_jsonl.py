"""The report line by line, held to its published schema and to the report in one piece."""

from __future__ import annotations

from importlib.resources import files
from json import loads
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource

from sheetlint.report import json, jsonl
from sheetlint.run.results import Report
from tests.report.samples import BATCH, CLEAN, ONE, SEVERAL, hostile, report
from tests.report.snapshot import same

_SCHEMAS = files("sheetlint.report") / "schemas"


def _schema(name: str) -> Any:
    return loads((_SCHEMAS / name).read_text(encoding="utf-8"))


def _validator() -> Any:
    schema, parts = _schema("report-lines-1.schema.json"), _schema("report-1.schema.json")
    jsonschema.Draft202012Validator.check_schema(schema)
    known: Registry[Any] = Registry().with_resource(parts["$id"], Resource.from_contents(parts))
    return jsonschema.Draft202012Validator(schema, registry=known)


@pytest.mark.parametrize("what", [ONE, SEVERAL, CLEAN, BATCH, hostile(), report()])
def test_every_line_keeps_to_the_schema(what: Report) -> None:
    validator = _validator()
    for line in jsonl.render(what, "zh").splitlines():
        validator.validate(loads(line))


def test_the_schema_refuses_what_it_does_not_know() -> None:
    validator = _validator()
    for wrong in ({}, {"file": {}}, {"summary": {}, "batch": []}, {"schema": "sheetlint-report/1"}):
        assert not validator.is_valid(wrong)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("what", [ONE, SEVERAL, CLEAN, BATCH, hostile(), report()])
def test_the_lines_together_are_the_report(what: Report, lang: str) -> None:
    first, *middle, last = map(loads, jsonl.render(what, lang).splitlines())
    whole = loads(json.render(what, lang))
    assert first == {"schema": "sheetlint-report-lines/1", "tool": whole["tool"]}
    assert [line["file"] for line in middle] == whole["files"]
    assert last == {"summary": whole["summary"], "batch": whole["batch"]}


def test_page() -> None:
    same("several.jsonl", jsonl.render(SEVERAL, "zh"))
