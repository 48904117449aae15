"""A report on a file is the same after it has been text."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.gate.codec import Codec
from sheetlint.intake.source import Source
from sheetlint.profiles import Profiles
from sheetlint.rules.decide import Decision
from sheetlint.rules.registry import Registry
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from tests.families import FAMILIES
from tests.writing.formats import SUFFIX, WRITERS


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("form", ["xlsx", "docx", "text"])
def test_sheets_of_every_family(
    family: str, form: str, tmp_path: Path, registry: Registry, profiles: Profiles
) -> None:
    drawn = FAMILIES[family](random.Random(7))
    path = tmp_path / f"a{SUFFIX[form]}"
    path.write_bytes(WRITERS[form](drawn.drawing))
    # With every check that there is: sheets that are in order have findings, too.
    plan = Plan(
        RunConfiguration(decision=Decision(select=tuple(c.code for c in registry.checks))),
        registry,
        profiles,
    )
    file = check_source(Source(str(path)), plan)
    codec = Codec(registry)
    assert codec.decode(codec.encode(file)) == file


@pytest.mark.parametrize("path", ["没有.xlsx", "a\ud800.txt", "换\n行.txt"])
def test_files_that_are_not_there(path: str, registry: Registry, profiles: Profiles) -> None:
    file = check_source(Source(path), Plan(RunConfiguration(), registry, profiles))
    assert [f.check.code for f in file.findings] == ["RD001"]
    codec = Codec(registry)
    assert codec.decode(codec.encode(file)) == file


@pytest.mark.parametrize("text", ["", "[]", "{}", '["a"]', "[1,2,3"])
def test_what_was_not_written_by_it_is_refused(text: str, registry: Registry) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        Codec(registry).decode(text)
