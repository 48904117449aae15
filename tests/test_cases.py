"""The checks, held to their cases: ``cases/CODE.yml`` says what each must and must not find."""

from __future__ import annotations

from pathlib import Path

import pytest

from sheetlint.profiles import Profiles
from sheetlint.rules.registry import Registry
from sheetlint.testing import Case, cases_in, run_case

CASES = list(cases_in(Path(__file__).parent / "cases"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.name}")
def test_case(case: Case, registry: Registry, profiles: Profiles) -> None:
    found = run_case(case, registry, profiles)
    said = [
        {
            key: {
                "at": f.finding.at.path,
                "severity": f.severity,
                "expected": list(f.finding.expected),
                "printed": f.finding.printed,
                "message": f.finding.say.zh,
                "formula": f.finding.formula,
                "files": [place.path for place in f.finding.places],
            }[key]
            for key in wanted
        }
        for f, wanted in zip(found, case.expect, strict=False)
    ]
    assert len(found) == len(case.expect), [f.finding.say.zh for f in found]
    assert said == case.expect
