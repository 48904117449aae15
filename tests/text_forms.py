"""The national form with a case's data in it, to be spoiled at a cell and written in every format.

Tests draw a form, change a field, write it and ask whether the finding stands at the very cell.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from sheetlint.testing import CLEAN_SHEET
from tests.families import national
from tests.families.content import Content
from tests.families.funds import FIELDS, Fund, Funds
from tests.families.heading import Heading
from tests.families.measures import Measure
from tests.families.printed import Printed
from tests.families.rows import Line
from tests.writing.boxes import Drawing, grid_of

__all__ = ["Drawing", "draw", "grid_of", "place_in"]

_T = TypeVar("_T")
_WORKBOOKS = ("xlsx", "xlsm", "xls", "ods")
_ROW = ("level3", "target", "actual", "weight", "score", "note")


class _Plain(random.Random):
    """No variation: the form as the ministry prints it."""

    def choice(self, seq: Sequence[_T]) -> _T:  # type: ignore[override]
        return seq[0]

    def random(self) -> float:
        return 1.0


def draw(data: Mapping[str, Any] | None = None, edits: Mapping[str, str] | None = None) -> Drawing:
    """Lay out a sheet (keys as in ``sheetlint.testing.CLEAN``) with ``edits`` (field → text)."""
    sheet = {**CLEAN_SHEET, **(data or {})}
    year = f"（{sheet['year']} 年度）"
    head = Heading(((sheet["title"], "title"), (year, "year")), False)
    return national.lay_out(_content(sheet), head, _Plain(), edits)


def _content(sheet: Mapping[str, Any]) -> Content:
    goals = sheet["objectives"]
    return Content(
        title=Printed(),
        year=Printed(),
        project=Printed(sheet["project"]),
        department=Printed(sheet["department"]),
        unit=Printed(sheet["unit"]),
        money_unit=sheet["money_unit"],
        funds=Funds(tuple(map(_fund, sheet["funds"])), Decimal(0), False),
        planned=Printed(goals["planned"]),
        actual=Printed(goals["actual"]),
        lines=tuple(map(_line, sheet["rows"])),
        weight=Printed(sheet["total"]["weight"] or ""),
        score=Printed(sheet["total"]["score"] or ""),
    )


def _fund(line: str) -> Fund:
    source, label, *cells = (cell.strip() for cell in line.split("|"))
    return Fund(source, Printed(label), dict(zip(FIELDS, map(Printed, cells), strict=False)))


def _line(line: str) -> Line:
    level1, level2, *cells = (cell.strip() for cell in line.split("|"))
    texts = dict(zip(_ROW, [*cells, *[""] * len(_ROW)], strict=False))
    goal = Measure(texts["level3"], "", texts.pop("target"), "", "", "", Fraction(1))
    printed = {name: Printed(text) for name, text in texts.items()}
    return Line(level1, level2, measure=goal, **printed)


def place_in(drawing: Drawing, field: str, form: str) -> dict[str, Any]:
    """Where a finding about ``field`` must stand, in the terms of the format."""
    row, column = drawing.fields[field]
    if form in ("text", "csv"):
        # A line break inside a cell is one of the file.
        broken = sum(box.text.count("\n") for box in drawing.boxes if box.row < row)
        return {"line": row + 1 + broken, "column": column + 1}
    if form in _WORKBOOKS:
        return {"table": "自评表1", "row": row + 1, "column": column + 1}
    if row < drawing.loose:
        return {"line": row + 1, "column": column + 1}
    table = "第1页表1" if form == "pdf" else "表1"
    return {"table": table, "row": row + 1 - drawing.loose, "column": column + 1}
