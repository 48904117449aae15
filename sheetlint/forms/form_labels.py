"""The labels of an empty form, read from ``[blank_form]`` of ``lexicon.toml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from sheetlint.recognise.lexicon import read_lexicon_file


class FormLabels(NamedTuple):
    """What an empty form prints where the profile of the place does not say otherwise."""

    title: str
    year: str
    """The line for a year that is not known yet."""
    worksheet: str
    """The name of the worksheet."""
    money_unit: str
    fund_total_row: str
    no_figure: str
    """The sign in a cell of the funds block that holds no figure."""
    level_points: str
    """A first level with its points: a template of ``level`` and ``points``."""
    budget_execution: str
    """The first level of a profile whose points stand in the funds block."""
    first_levels: Sequence[str]
    sustainability_level: str
    """The second level that some places do not have."""
    remarks: Sequence[str]
    """Remarks of places that explain deviations below the table and not in its rows."""
    second_levels: Mapping[str, Sequence[str]]
    """By first level."""


@cache
def form_labels() -> FormLabels:
    return FormLabels(**read_lexicon_file()["blank_form"])
