"""GitLab's code quality report: what its documentation demands of an entry."""

from __future__ import annotations

from json import loads
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.messages.visible import visible
from sheetlint.report import gitlab
from sheetlint.rules.check import ERROR
from sheetlint.run.results import Report
from sheetlint.sheet.where import Where
from tests.random_examples import examples
from tests.report.samples import BAD, BATCH, CLEAN, RATE_FOUND, SEVERAL, report, saying
from tests.report.snapshot import same

SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": r"^\./"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def entries(what: Report, lang: str = "zh") -> list[dict[str, Any]]:
    data: list[dict[str, Any]] = loads(gitlab.render(what, lang))
    jsonschema.validate(data, SCHEMA)
    return data


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page(lang: str) -> None:
    same(f"several-gitlab-{lang}.json", gitlab.render(SEVERAL, lang))


def test_an_empty_list_where_nothing_was_found() -> None:
    assert entries(CLEAN) == []
    assert len(entries(report(BAD, shown=ERROR))) == 1


def test_copies_of_a_sheet_are_told_apart() -> None:
    """Fingerprints of the tool survive a file that is renamed; GitLab needs one an entry."""
    copy = BAD._replace(path="材料/副本.xlsx")
    twice = BAD._replace(findings=(RATE_FOUND, RATE_FOUND))
    for what in (report(BAD, copy), report(twice)):
        names = [entry["fingerprint"] for entry in entries(what)]
        assert len(set(names)) == len(names)


def test_a_fingerprint_does_not_depend_on_what_else_was_found() -> None:
    alone = entries(report(BAD._replace(findings=(RATE_FOUND,))))[0]["fingerprint"]
    assert entries(SEVERAL)[0]["fingerprint"] == alone


def test_a_file_with_lines_has_the_line() -> None:
    found = RATE_FOUND._replace(where=Where(("总分", "得分"), line=12))
    (entry,) = entries(report(BAD._replace(path="./a.yaml", format="yaml", findings=(found,))))
    assert entry["location"] == {"path": "a.yaml", "lines": {"begin": 12}}


@examples(30)
@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    (entry,) = entries(saying(text))
    assert entry["description"].startswith(f"执行率 {visible(text)} 有误（")
    assert entry["location"]["path"].endswith(".xlsx")


def test_a_finding_across_sheets_stands_at_the_first_of_them() -> None:
    *_, entry = entries(BATCH)
    assert entry["check_name"] == "BT001 duplicate-project"
    assert entry["location"]["path"] == "材料/自评表.xlsx"
    assert "材料/没有问题.docx" in entry["description"]
