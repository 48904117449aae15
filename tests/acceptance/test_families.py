"""Random clean sheets of every family in every format: read back whole, and nothing said of them.

A seed is a whole sheet: there is nothing to shrink, and ``draw(random.Random(seed))`` draws it again.
"""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.source import Source
from sheetlint.profiles import Profiles
from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.recognise.normalised_document import dump_sheet
from sheetlint.rules.check import ERROR, WARNING
from sheetlint.rules.registry import load
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from tests.families import FAMILIES
from tests.random_examples import examples
from tests.writing.formats import SUFFIX, WRITERS

PHASES = (Phase.reuse, Phase.generate)


@cache
def plan() -> Plan:
    return Plan(RunConfiguration(), load(), Profiles())


@cache
def folder() -> Path:
    return Path(mkdtemp())


@pytest.mark.parametrize("form", WRITERS)
@pytest.mark.parametrize("family", FAMILIES)
@settings(examples(4), phases=PHASES)
@given(seed=st.integers(0, 2**32 - 1))
def test_read_back_and_nothing_said(family: str, form: str, seed: int) -> None:
    drawn = FAMILIES[family](random.Random(seed))
    data = WRITERS[form](drawn.drawing)
    name = f"自评表{SUFFIX[form]}"
    found = recognise(read(data, name)).sheets
    assert [dump_sheet(sheet, "p") for sheet in found] == [drawn.document]
    assert [(sheet.doubts, sheet.repairs) for sheet in found] == [((), ())]
    path = folder() / name
    path.write_bytes(data)
    lines = said(path)
    assert [line for line in lines if line[0] == ERROR] == []
    assert {line[1] for line in lines} - drawn.possible_warnings == drawn.expected_warnings, lines


def said(path: Path) -> list[Any]:
    """Errors and warnings of a file."""
    report = check_source(Source(str(path)), plan())
    return [
        (f.severity, f.check.code, f.where.label_text, f.message.zh)
        for f in report.findings
        if f.severity in (ERROR, WARNING)
    ]
