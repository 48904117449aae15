"""How well cells suit the fields of the indicator table, for aligning a row with its header.

A fit above 0 means that the text looks like a value of the field, below 0 that it does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sheetlint.recognise.row_repair import SCORE_WITH_NOTE
from sheetlint.sheet.numbers.measure import parse_measure
from sheetlint.sheet.numbers.parse import is_dash, parse_number
from sheetlint.sheet.tables import Cell

_LONGEST_UNIT = 4
_DIGIT = re.compile(r"\d")
"""Rates are printed in whole percents at least."""
_MISSING = {"level3": -2, "weight": -1, "score": -3}


def is_measure(text: str) -> bool:
    """Whether the text is a target or an actual value; ``3岁以下儿童建档数`` is a name."""
    if not _DIGIT.search(text):
        return False
    measure = parse_measure(text)
    return measure.numeric and (bool(measure.operator) or len(measure.unit) <= _LONGEST_UNIT)


def is_too_wide(text: str) -> bool:
    """Whether the text is ``###``: a column too narrow for its figure was printed."""
    return text.strip("#") == ""


def figure_fit(role: str, text: str) -> int:
    """The fit of a text for a weight or a score."""
    if parse_number(text) is not None:
        return -4 if "%" in text or "％" in text else 3
    if is_dash(text) or is_too_wide(text):
        return 0
    return 2 if role == "score" and SCORE_WITH_NOTE.fullmatch(text.strip()) else -5


def row_fit(cells: Mapping[str, Cell]) -> int:
    """The fit of a row as a whole.  Signs of a shift: a target in words with a bare figure as actual
    value, a weight without a score, a score of 0 without a note."""
    target, actual, score = cells.get("target"), cells.get("actual"), cells.get("score")
    result = 0
    if target and actual and parse_number(actual.text) is not None:
        result -= 0 if parse_measure(target.text).numeric else 4
    if "weight" in cells and score is None:
        result -= 2
    if score and "note" not in cells and (points := parse_number(score.text)):
        result -= 0 if points.value else 4
    return result


def missing_field_penalty(role: str) -> int:
    """The fit of a field without a cell."""
    return _MISSING.get(role, 0)
