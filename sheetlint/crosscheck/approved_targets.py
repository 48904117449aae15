"""Indicators as a budget approves them: name, target and weight."""

from __future__ import annotations

from typing import NamedTuple

from sheetlint.crosscheck.packing import unpack
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.recognise.labels import INDICATOR_COLUMNS
from sheetlint.sheet.place import Place


class ApprovedTarget(NamedTuple):
    """An indicator with its target, as approved or as a sheet prints it."""

    name: str
    target: str
    weight: str
    """In points, as printed; empty where the form has no weights."""
    at: Place
    """Place of the target."""


def read_approved_targets(summary: SheetSummary) -> list[ApprovedTarget]:
    """The indicators of a sheet in the order of its table."""
    return [
        ApprovedTarget(
            row.name, row.target, row.weight, Place(summary.path, summary.position, where)
        )
        for row in unpack(summary.packed).rows
        for where in [row.where._replace(label=("绩效指标", row.name, INDICATOR_COLUMNS["target"]))]
    ]
