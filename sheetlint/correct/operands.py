"""What a derived figure is made of, and whether that can be relied upon."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import NamedTuple

from sheetlint.rules.check import ERROR, INFO, SAFE
from sheetlint.rules.decide import reaches
from sheetlint.rules.engine import ResolvedFinding
from sheetlint.rules.needs import scored_rows
from sheetlint.sheet.sheet import Sheet, fund_key
from sheetlint.sheet.value import Value


class DoubtfulCells(NamedTuple):
    """Cells whose figures are in question."""

    measured: frozenset[str]
    """An error stands there that no calculation puts right."""
    derived: frozenset[str]
    """Something is wrong there, whatever the cause: it may yet be put right."""


def find_doubtful_cells(
    causes: Iterable[ResolvedFinding], found: Iterable[ResolvedFinding]
) -> DoubtfulCells:
    """A measured value is in question where it is a cause, and not for what another one causes."""
    measured = {
        f.finding.at.path for f in causes if reaches(f.severity, ERROR) and f.check.fix != SAFE
    }
    derived = {f.finding.at.path for f in found if f.severity != INFO}
    return DoubtfulCells(frozenset(measured), frozenset(derived))


def has_reliable_operands(sheet: Sheet, path: str, doubted: DoubtfulCells) -> bool:
    """Everything is known that the figure at ``path`` is made of, and none of it is in question.

    A score that a unit gave itself may be in question and is added up all the same: the total is
    the sum of what is printed, whatever becomes of one of the scores.
    """
    head = path.rpartition(".")[0]
    if head.startswith("indicators"):
        return sheet.indicators[int(head.split(".")[1])].doubt is None
    if head.startswith("funds"):
        return sheet.funds_sure and _sound(_amounts(sheet, head.split(".")[1]), doubted.measured)
    if path == "total.weight":
        weights = [row.weight for row in scored_rows(sheet)]
        if sheet.fund_total is not None:
            weights.append(sheet.fund_total.weight)
        return _added_up(sheet, "weight") and _sound(
            (*weights, sheet.total.weight), doubted.measured
        )
    if path == "total.score":
        return _added_up(sheet, "score")
    # The grade, and the total once more in the head: both are the row 总分's.
    return _added_up(sheet, "score") and "total.score" not in doubted.derived


def _amounts(sheet: Sheet, key: str) -> list[Value]:
    return [
        cell
        for index, row in enumerate(sheet.funds)
        if fund_key(row, index) == key
        for cell in (row.budget, row.executed, row.weight)
    ]


def _sound(operands: Iterable[Value], measured: Container[str]) -> bool:
    return not any(cell.path in measured for cell in operands)


def _added_up(sheet: Sheet, column: str) -> bool:
    """Every row of the table can be read and has its figure."""
    rows = list(scored_rows(sheet))
    return sheet.funds_sure and all(
        row.doubt is None and getattr(row, column).known for row in rows
    )
