"""Many sheets from a case, and what they are held against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256
from typing import Any

from sheetlint.crosscheck.accounts_text import parsed
from sheetlint.crosscheck.batch import Batch
from sheetlint.crosscheck.inputs import Inputs, Listed, Summary
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.crosscheck.summarise import summarise
from sheetlint.sheet.place import Place
from sheetlint.sheet.where import Where
from sheetlint.testing.sheets import CLEAN, build, columns

Data = Mapping[str, Any]


def batch_of(data: Data) -> Batch:
    """The batch of a case."""
    return Batch(
        tuple(_facts(data["sheets"])),
        Inputs(
            roster=_roster(data["roster"]) if "roster" in data else None,
            summary=_summary(data["summary"]) if "summary" in data else None,
            last_year=_sheets(data, "last_year"),
            targets=_sheets(data, "targets"),
        ),
    )


def _roster(lines: Sequence[str]) -> tuple[Listed, ...]:
    rows = [columns(line, ("project", "unit", "department", "code", "budget")) for line in lines]
    return tuple(
        Listed(
            row["project"] or "",
            row["unit"] or "",
            row["department"] or "",
            row["code"] or "",
            Decimal(row["budget"]) if row["budget"] else None,
            Place("清单.xlsx", None, Where(("项目名称",), "清单", number, 2)),
        )
        for number, row in enumerate(rows, 2)
    )


def _summary(text: str) -> tuple[Summary, ...]:
    at = Place("决算说明.docx", None, Where(("决算说明",), line=1))
    return tuple(parsed(text, at))


def _sheets(data: Data, name: str) -> tuple[SheetSummary, ...] | None:
    return tuple(_facts(data[name], f"{name}/")) if name in data else None


def _facts(sheets: Sequence[Data], folder: str = "") -> Iterator[SheetSummary]:
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
            yield summarise(sheet, path, at, sha256(content.encode()).hexdigest())
