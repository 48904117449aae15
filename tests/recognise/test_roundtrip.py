"""A sheet written as a normalised document is read back as the same sheet."""

from __future__ import annotations

import json

import pytest
import yaml

from sheetlint.readers.normalised import parse_document
from sheetlint.recognise.normalised_document import SCHEMA_NAME, dump_sheet, load_document
from sheetlint.sheet.tables import Unreadable
from sheetlint.testing import build_sheet


def document(text: str, name: str = "a.yaml") -> list[dict[str, object]]:
    data = parse_document(text.encode(), name)
    assert data is not None
    return [dump_sheet(sheet, "national-2020") for sheet in load_document(data)]


SHEET = dump_sheet(build_sheet({}), "national-2020")
WHOLE = {"schema": SCHEMA_NAME, "files": [{"path": "a", "format": "text", "sheets": [SHEET]}]}


def test_yaml_round_trip() -> None:
    assert document(yaml.safe_dump(WHOLE, allow_unicode=True, sort_keys=False)) == [SHEET]


def test_json_round_trip() -> None:
    assert document(json.dumps(WHOLE, ensure_ascii=False), "a.json") == [SHEET]


def test_figures_keep_the_digits_that_are_written() -> None:
    text = yaml.safe_dump(WHOLE, allow_unicode=True).replace("'9.89'", "9.890")
    assert document(text)[0]["funds"][0]["score"] == "9.890"  # type: ignore[index]


def test_places_are_lines() -> None:
    text = yaml.safe_dump(WHOLE, allow_unicode=True, sort_keys=False)
    data = parse_document(text.encode(), "a.yaml")
    assert data is not None
    sheet = load_document(data)[0]
    line = sheet.total.score.where.line
    assert line is not None
    assert text.splitlines()[line - 1].strip() == "score: '99.89'"


def test_another_yaml_is_no_document() -> None:
    assert parse_document(b"repos:\n- repo: local\n", "config.yaml") is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"schema: {SCHEMA_NAME}\nfiles: &a []\nmore: *a\n", "锚点"),
        (f"schema: {SCHEMA_NAME}\nfiles: " + "[" * 40 + "]" * 40, "嵌套过深"),
        (f"schema: {SCHEMA_NAME}\nschema: x\nfiles: []\n", "写了两次"),
        (f"schema: {SCHEMA_NAME}\nfiles: [\n", "写法不合"),
    ],
)
def test_hostile_or_broken_documents(text: str, message: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_document(text.encode(), "a.yaml")
    assert message in caught.value.reason.zh


def test_a_wrong_key_is_named_with_the_nearest_right_one() -> None:
    data = parse_document(
        f"schema: {SCHEMA_NAME}\nfiles:\n- sheets:\n  - titel: x\n".encode(), "a.yaml"
    )
    assert data is not None
    with pytest.raises(Unreadable) as caught:
        load_document(data)
    assert "files.0.sheets.0.titel 没有这个键，是不是 title？" in caught.value.reason.zh
