"""Copies that lost or tore their cells: nothing false is said of what was right, and little is given up.

A damage loses no figure, so every error about the content of the sheet would be false.
"""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from sheetlint.profiles import Profiles
from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.rules.check import ERROR
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import check_sheet
from sheetlint.rules.registry import Registry
from sheetlint.rules.shape import validate_shape
from tests.families import FAMILIES, Drawn
from tests.random_examples import number
from tests.recognise import damages
from tests.writing.boxes import grid_of

Damage = Callable[[Drawn, random.Random], str]


def errors(text: str, registry: Registry, profiles: Profiles) -> list[str]:
    found = []
    for sheet in recognise(read(text.encode(), "a.txt")).sheets:
        profile = profiles.choose(sheet).profile
        decision = Decision().with_profile(profile.severities)
        report = check_sheet(validate_shape(sheet, profile), profile, registry, decision)
        found += [f.check.code for f in report.found if f.severity == ERROR]
    return [code for code in found if code != "RD003"]


@pytest.mark.parametrize("damage", damages.DAMAGES, ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("family", FAMILIES)
def test_nothing_false(family: str, damage: Damage, registry: Registry, profiles: Profiles) -> None:
    for seed in range(number(2)):
        drawn = FAMILIES[family](random.Random(seed))
        assert errors(damage(drawn, random.Random(seed)), registry, profiles) == [], seed


@pytest.mark.parametrize("begins", ["title", "project"])
@pytest.mark.parametrize("cut", ["indicators.1.level3", "funds.total.budget"])
@pytest.mark.parametrize("family", ["national", "poverty", "sichuan", "hubei"])
def test_a_form_that_is_cut_where_the_next_begins(family: str, cut: str, begins: str) -> None:
    first, second = (FAMILIES[family](random.Random(seed)) for seed in (3, 4))
    end = first.drawing.fields[cut][0] + 1
    start = second.drawing.fields[begins][0]
    lines = grid_of(first.drawing)[:end] + grid_of(second.drawing)[start:]
    text = "\n".join("\t".join("".join(cell.splitlines()) for cell in line) for line in lines)
    found = recognise(read(text.encode(), "a.txt")).sheets
    names = ["".join(sheet.project.text.split()) for sheet in found]
    wanted = ["".join(drawn.document["project"].split()) for drawn in (first, second)]
    assert names == wanted
    assert len(found[1].indicators) == len(second.document["indicators"])
