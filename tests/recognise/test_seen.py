"""The forms in which units really write their sheets, each read as the sheet it stands for.

``seen/*.yaml`` holds a case a form: the blocks that differ from a clean sheet, and under ``read``
what then reads differently; everything else must read as in the clean sheet.  Nothing may be
doubtful or repaired, and no error may be reported, that a case does not name.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from sheetlint.profiles import Profiles
from sheetlint.recognise.normalised_document import dump_sheet
from sheetlint.rules.check import ERROR
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import check_sheet
from sheetlint.rules.registry import Registry
from sheetlint.rules.shape import validate_shape
from sheetlint.sheet.sheet import Sheet
from tests.recognise.fragments import FORMS, WANTED, as_case, read_as

FOLDER = Path(__file__).parent / "seen"
CASES = [
    pytest.param(case, form, id=f"{path.stem}-{case['form']}-{form}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in yaml.safe_load(path.read_text(encoding="utf-8"))
    for form in case.get("as", FORMS)
]
KEYS = {
    "form", "seen", "as", "before", "head", "funds", "goals", "table", "foot", "whole", "read",
    "doubts", "repairs", "residues", "errors",
}  # fmt: skip


def errors(sheet: Sheet, registry: Registry, profiles: Profiles) -> list[str]:
    profile = profiles.choose(sheet).profile
    decision = Decision().with_profile(profile.severities)
    found = check_sheet(validate_shape(sheet, profile), profile, registry, decision).found
    return [f"{f.check.code} {f.finding.at.path}" for f in found if f.severity == ERROR]


@pytest.mark.parametrize(("case", "form"), CASES)
def test_seen(case: Mapping[str, Any], form: str, registry: Registry, profiles: Profiles) -> None:
    assert set(case) <= KEYS
    (sheet,) = read_as(form, case).sheets
    read = as_case(dump_sheet(sheet, "p"))
    assert read == {**WANTED, **case.get("read", {})}
    assert [doubt.text.zh for doubt in sheet.doubts] == case.get("doubts", [])
    assert [repair.text.zh for repair in sheet.repairs] == case.get("repairs", [])
    assert [value.raw for value in sheet.residues] == case.get("residues", [])
    assert errors(sheet, registry, profiles) == case.get("errors", [])
