"""The operands of a calculated figure, and whether they are reliable."""

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
    """Paths of cells whose values may be wrong."""

    measured: frozenset[str]
    """Cells with an error that no calculation corrects."""
    derived: frozenset[str]
    """Cells with any finding but hints, whatever its cause; they may still be corrected."""


def find_doubtful_cells(
    causes: Iterable[ResolvedFinding], found: Iterable[ResolvedFinding]
) -> DoubtfulCells:
    """``causes`` are findings that no other explains, ``found`` all findings of a sheet."""
    measured = {
        f.finding.at.path for f in causes if reaches(f.severity, ERROR) and f.check.fix != SAFE
    }
    derived = {f.finding.at.path for f in found if f.severity != INFO}
    return DoubtfulCells(frozenset(measured), frozenset(derived))


def has_reliable_operands(sheet: Sheet, path: str, doubtful: DoubtfulCells) -> bool:
    """Whether all operands of the figure at ``path`` are known and none of them is doubtful.

    A doubtful score that the unit gave itself is added up all the same: the total is the sum of
    the printed scores.
    """
    block = path.rpartition(".")[0]
    if block.startswith("indicators"):
        return sheet.indicators[int(block.split(".")[1])].doubt is None
    if block.startswith("funds"):
        return sheet.funds_sure and _is_reliable(
            _fund_operands(sheet, block.split(".")[1]), doubtful.measured
        )
    if path == "total.weight":
        weights = [row.weight for row in scored_rows(sheet)]
        if sheet.fund_total is not None:
            weights.append(sheet.fund_total.weight)
        return _has_all_figures(sheet, "weight") and _is_reliable(
            (*weights, sheet.total.weight), doubtful.measured
        )
    if path == "total.score":
        return _has_all_figures(sheet, "score")
    # The grade and the total in the heading follow from the row 总分.
    return _has_all_figures(sheet, "score") and "total.score" not in doubtful.derived


def _fund_operands(sheet: Sheet, key: str) -> list[Value]:
    return [
        cell
        for index, row in enumerate(sheet.funds)
        if fund_key(row, index) == key
        for cell in (row.budget, row.executed, row.weight)
    ]


def _is_reliable(operands: Iterable[Value], measured: Container[str]) -> bool:
    return not any(cell.path in measured for cell in operands)


def _has_all_figures(sheet: Sheet, column: str) -> bool:
    """Whether every row of the table was read without doubt and has a figure in the column."""
    rows = list(scored_rows(sheet))
    return sheet.funds_sure and all(
        row.doubt is None and getattr(row, column).known for row in rows
    )
