"""The plug-in's checks, held to their cases with the kit that sheetlint publishes for it.

Run it where the plug-in is installed: ``pip install -e . && pytest``.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from sheetlint_surveys import MODULES

from sheetlint.rules.registry import Registry, load
from sheetlint.testing import Case, read_cases, run_case

CASES = list(read_cases(Path(__file__).parent / "cases"))


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.name}")
def test_case(case: Case, registry: Registry) -> None:
    found = run_case(case, registry)
    assert [
        {"at": f.finding.at.path, "severity": f.severity, "printed": f.finding.printed}
        for f in found
    ] == case.expect


def test_sheetlint_finds_the_plug_in(registry: Registry) -> None:
    assert [check.module for check in registry.find("SV")] == list(MODULES)
