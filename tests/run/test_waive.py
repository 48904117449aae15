"""Waived findings stay in the report and count nowhere; fingerprints go where findings go."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.find_sources import find_sources
from sheetlint.profiles import Profiles
from sheetlint.report import concise
from sheetlint.report import json as as_json
from sheetlint.rules.registry import Registry
from sheetlint.rules.waivers import Waiver, Waivers
from sheetlint.run.check_files import check_files
from sheetlint.run.plan import Plan
from sheetlint.run.results import FAIL, PASS, Report
from tests.run.documents import WRONG_RATE, written
from tests.text_forms import draw
from tests.writing.formats import WRITERS

UNTIL = date(2023, 12, 31)


@pytest.fixture
def plan(registry: Registry, profiles: Profiles) -> Plan:
    return Plan(RunConfiguration(), registry, profiles)


NONE = Waivers()


def checked(path: Path, plan: Plan, waivers: Waivers = NONE) -> Report:
    return check_files(
        find_sources([str(path)]),
        plan._replace(configuration=plan.configuration._replace(waivers=waivers)),
    )


def fingerprints(report: Report) -> list[tuple[str, str]]:
    return [(f.check.code, f.fingerprint) for _, f in report.findings() if f.severity != "info"]


def test_a_waived_error_fails_nothing_and_stays_in_the_machine_report(
    tmp_path: Path, plan: Plan
) -> None:
    path = tmp_path / "表.json"
    written(path, WRONG_RATE)
    waivers = Waivers((Waiver("已更正，下周重报", "李明", UNTIL, code="FD002"),), date(2023, 3, 1))
    before, after = checked(path, plan), checked(path, plan, waivers)
    assert (before.verdict, after.verdict) == (FAIL, PASS)
    assert [s.verdict for s in after.files[0].sheets] == [PASS]
    assert "FD002" not in concise.render(after, "zh")
    data = json.loads(as_json.render(after, "zh"))
    assert data["summary"]["errors"] == 0
    assert [f["waived"] for f in data["files"][0]["findings"] if f["code"] == "FD002"] == [
        {"reason": "已更正，下周重报", "by": "李明", "until": "2023-12-31"}
    ]


def test_an_expired_waiver_waives_nothing(tmp_path: Path, plan: Plan) -> None:
    path = tmp_path / "表.json"
    written(path, WRONG_RATE)
    waivers = Waivers((Waiver("已更正", "李明", UNTIL, code="FD002"),), date(2024, 1, 1))
    assert checked(path, plan, waivers).verdict == FAIL


@pytest.mark.parametrize("form", ["text", "xlsx", "docx", "ods", "html"])
def test_a_fingerprint_is_the_same_in_every_format(form: str, tmp_path: Path, plan: Plan) -> None:
    reference = tmp_path / "表.json"
    written(reference, WRONG_RATE)
    path = tmp_path / f"表.{form}"
    path.write_bytes(WRITERS[form](draw(edits=WRONG_RATE)))
    assert fingerprints(checked(path, plan)) == fingerprints(checked(reference, plan))


def test_a_fingerprint_survives_rows_that_moved(tmp_path: Path, plan: Plan) -> None:
    path, moved = tmp_path / "表.txt", tmp_path / "改.txt"
    text = WRITERS["text"](draw(edits=WRONG_RATE))
    path.write_bytes(text)
    moved.write_bytes("附件1\n\n\n".encode() + text)
    assert fingerprints(checked(moved, plan)) == fingerprints(checked(path, plan))


def test_two_files_that_cannot_be_read_are_two_matters(tmp_path: Path, plan: Plan) -> None:
    for name, content in (("甲自评表.xlsx", b"PK\x03\x04a"), ("乙自评表.xlsx", b"PK\x03\x04b")):
        (tmp_path / name).write_bytes(content)
    first, second = fingerprints(checked(tmp_path, plan))
    assert (first[0], second[0]) == ("RD001", "RD001")
    assert first[1] != second[1]
