"""Many sheets from a case, and what they are held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Any

from sheetlint.across.batch import Batch
from sheetlint.across.facts import Facts
from sheetlint.across.inputs import Inputs
from sheetlint.across.taking import facts_of
from sheetlint.testing.sheets import CLEAN, build

Data = Mapping[str, Any]


def batch_of(data: Data) -> Batch:
    """The batch of a case."""
    return Batch(
        tuple(_facts(data["sheets"])),
        Inputs(
            last_year=_sheets(data, "last_year"),
            targets=_sheets(data, "targets"),
        ),
    )


def _sheets(data: Data, name: str) -> tuple[Facts, ...] | None:
    return tuple(_facts(data[name], f"{name}/")) if name in data else None


def _facts(sheets: Sequence[Data], folder: str = "") -> Iterator[Facts]:
    number = 0
    inside: dict[str, int] = {}
    for said in sheets:
        times = int(said.get("times", 1))
        for which in range(times):
            number += 1
            path = folder + str(said.get("file", f"{number}.xlsx"))
            content = str(said.get("bytes", path))
            project = str(said.get("project", CLEAN["project"]))
            sheet = build({**said, "project": f"{project}{which + 1}" if times > 1 else project})
            at = inside[path] = inside.get(path, -1) + 1
            yield facts_of(sheet, path, at, sha256(content.encode()).hexdigest())
