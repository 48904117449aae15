"""The checks, held to their cases: ``cases/CODE.yml`` says what each must and must not find."""

from __future__ import annotations

from pathlib import Path

import pytest

from sheetlint.profiles import Profiles
from sheetlint.rules.registry import Registry
from sheetlint.testing import Case, read_cases, run_case

CASES = list(read_cases(Path(__file__).parent / "cases"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.name}")
def test_case(case: Case, registry: Registry, profiles: Profiles) -> None:
    known = {check.code for check in registry.checks}
    assert case.code in known, f"No check is called {case.code}: rename tests/cases/{case.code}.yml"
    found = run_case(case, registry, profiles)
    said = [
        {
            key: {
                "at": f.finding.at.path,
                "severity": f.severity,
                "expected": list(f.finding.expected),
                "printed": f.finding.printed,
                "message": f.finding.message.zh,
                "formula": f.finding.formula,
                "files": [place.path for place in f.finding.places],
            }[key]
            for key in wanted
        }
        for f, wanted in zip(found, case.expect, strict=False)
    ]
    what_to_do = (
        f"{case.code} finds something else in the case “{case.name}”: correct the check or "
        f"tests/cases/{case.code}.yml; python -m pytest tests/test_cases.py -k {case.code} runs "
        "the cases of this check alone"
    )
    messages = [f.finding.message.zh for f in found]
    assert len(found) == len(case.expect), f"{what_to_do}\nfound: {messages}"
    assert said == case.expect, what_to_do
