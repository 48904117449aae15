"""Builds the batch of a case: many sheets, and the inputs that they are compared with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from hashlib import sha256
from typing import Any

from sheetlint.crosscheck.accounts_text import read_summaries
from sheetlint.crosscheck.batch import Batch
from sheetlint.crosscheck.inputs import AccountsSummary, Inputs, RosterEntry
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.crosscheck.summarise import summarise
from sheetlint.sheet.place import Place
from sheetlint.sheet.where import Where
from sheetlint.testing.sheets import CLEAN_SHEET, build_sheet, split_cells

Data = Mapping[str, Any]


def build_batch(data: Data) -> Batch:
    """The batch of a case."""
    return Batch(
        tuple(_summarise(data["sheets"])),
        Inputs(
            roster=_build_roster(data["roster"]) if "roster" in data else None,
            summary=_parse_summary(data["summary"]) if "summary" in data else None,
            last_year=_build_sheets(data, "last_year"),
            targets=_build_sheets(data, "targets"),
        ),
    )


def _build_roster(lines: Sequence[str]) -> tuple[RosterEntry, ...]:
    rows = [
        split_cells(line, ("project", "unit", "department", "code", "budget")) for line in lines
    ]
    return tuple(
        RosterEntry(
            row["project"] or "",
            row["unit"] or "",
            row["department"] or "",
            row["code"] or "",
            Decimal(row["budget"]) if row["budget"] else None,
            Place("清单.xlsx", None, Where(("项目名称",), "清单", number, 2)),
        )
        for number, row in enumerate(rows, 2)
    )


def _parse_summary(text: str) -> tuple[AccountsSummary, ...]:
    at = Place("决算说明.docx", None, Where(("决算说明",), line=1))
    return tuple(read_summaries(text, at))


def _build_sheets(data: Data, name: str) -> tuple[SheetSummary, ...] | None:
    return tuple(_summarise(data[name], f"{name}/")) if name in data else None


def _summarise(sheets: Sequence[Data], folder: str = "") -> Iterator[SheetSummary]:
    number = 0
    last_index: dict[str, int] = {}
    for changes in sheets:
        times = int(changes.get("times", 1))
        for copy in range(times):
            number += 1
            path = folder + str(changes.get("file", f"{number}.xlsx"))
            content = str(changes.get("bytes", path))
            project = str(changes.get("project", CLEAN_SHEET["project"]))
            sheet = build_sheet(
                {**changes, "project": f"{project}{copy + 1}" if times > 1 else project}
            )
            index = last_index[path] = last_index.get(path, -1) + 1
            yield summarise(sheet, path, index, sha256(content.encode()).hexdigest())
