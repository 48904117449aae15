"""Clean sheets: drawn ones of every family, and the filled form of every place."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.messages.text import Text
from sheetlint.profiles import Choice
from sheetlint.report.form.sheet_form import build_form
from sheetlint.run.plan import Plan
from tests.families import FAMILIES
from tests.forms.test_filled import PROFILES, REGISTRY, filling, made
from tests.writing.boxes import Box, Drawing

CHOSEN_BY_NAME = Text("指定", "named")
CHOSEN = Plan(RunConfiguration(), REGISTRY, PROFILES)


class Specimen(NamedTuple):
    """A sheet in which nothing is wrong."""

    family: str
    drawing: Drawing
    plan: Plan
    seed: int = 0

    def pick(self, *further: object) -> random.Random:
        """Chance that is the same at every run."""
        return random.Random(f"{self.family} {self.seed} {further}")


def drawn_specimen(family: str, seed: int) -> Specimen:
    return Specimen(family, FAMILIES[family](random.Random(seed)).drawing, CHOSEN, seed)


def form_specimen(profile: str) -> Specimen:
    """The form that ``sheetlint new`` writes for a place, filled in and checked by its rules."""
    blank = made(profile)
    values: dict[str, Any] = filling(blank)
    form = build_form(blank.sheet)
    boxes = tuple(
        Box(c.row, c.column, str(values.get(c.path, c.text)), c.columns, c.rows) for c in form.cells
    )
    fields = {path: (cell.row, cell.column) for cell in form.cells for path in cell.paths}
    drawing = Drawing(boxes, _read_fields(fields, values), form.height, len(form.columns))
    choice = Choice(PROFILES.load(profile), CHOSEN_BY_NAME)
    plan = Plan(RunConfiguration(), REGISTRY, PROFILES, choice)
    return Specimen(f"form of {profile}", drawing, plan)


def _read_fields(
    fields: Mapping[str, tuple[int, int]], values: Mapping[str, str]
) -> dict[str, tuple[int, int]]:
    """The fields by the numbers that they have when read: rows left empty are none."""
    filled = (path for path in fields if path.endswith(".level3") and path in values)
    numbers = {path.split(".")[1]: str(n) for n, path in enumerate(filled)}
    read: dict[str, tuple[int, int]] = {}
    for path, place in fields.items():
        block, _, rest = path.partition(".")
        if block != "indicators":
            read[path] = place
        elif (number := rest.split(".")[0]) in numbers:
            read[f"{block}.{numbers[number]}.{rest.split('.')[1]}"] = place
    return read


def specimens(seeds: range, forms: bool = True) -> Iterator[Specimen]:
    for family in FAMILIES:
        yield from (drawn_specimen(family, seed) for seed in seeds)
    if forms:
        yield from map(form_specimen, PROFILES.names)
