"""Indicators as they can be approved: what, how much, and for how many points."""

from __future__ import annotations

from typing import NamedTuple

from sheetlint.crosscheck.packing import unpack
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.recognise.labels import INDICATOR_COLUMNS
from sheetlint.sheet.place import Place


class Aim(NamedTuple):
    """One indicator."""

    name: str
    target: str
    weight: str
    """As printed; empty where the form has none."""
    at: Place
    """Of the target."""


def aims_of(summary: SheetSummary) -> list[Aim]:
    """The indicators of a sheet in the order of its table."""
    return [
        Aim(row.name, row.target, row.weight, Place(summary.path, summary.position, where))
        for row in unpack(summary.packed).rows
        for where in [row.where._replace(label=("绩效指标", row.name, INDICATOR_COLUMNS["target"]))]
    ]
