"""Decides the kind of an indicator row.

The target decides: a figure with its direction, a date, a range, yes or no, a text.  A row whose
kind is uncertain (a figure within a text, units that cannot be compared, no known direction) is
``OPEN``, and its score is not calculated.
"""

from functools import lru_cache
from typing import NamedTuple

from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers import measure
from sheetlint.sheet.numbers.measure import parse_measure
from sheetlint.sheet.numbers.short_text_cache import cache_short_texts
from sheetlint.sheet.sheet import Indicator
from sheetlint_checks.scoring import row_figures, vocabulary
from sheetlint_checks.scoring.row_figures import RowFigures, read_any_figures

POSITIVE = row_figures.POSITIVE
REVERSE = row_figures.REVERSE
EQUAL = row_figures.EQUAL
EITHER = row_figures.EITHER
BUDGET_RATE = "budget-rate"
"""``预算执行率`` as an indicator: it repeats the budget row."""
YES_NO = "yes-no"
DATE = "date"
RANGE = "range"
COMPOUND = "compound"
"""``5场、300人``: several targets in one row."""
QUALITATIVE = "qualitative"
"""No figure in the target."""
NOT_SET = "not-set"
"""The target is blank, or says that there is none."""
DETAIL = "detail"
"""``其中：…`` below an indicator: no weight, no score."""
EMPTY = "empty"
"""A row of the blank form."""
OPEN = "open"
KINDS = (
    *(POSITIVE, REVERSE, EQUAL, EITHER, BUDGET_RATE, YES_NO, DATE, RANGE, COMPOUND),
    *(QUALITATIVE, NOT_SET, DETAIL, EMPTY, OPEN),
)

_FIGURE = LazyPattern(r"\d")
_BUDGET_RATE = LazyPattern(vocabulary.BUDGET_RATE)
_PADDING = LazyPattern(vocabulary.ANSWER_PADDING)
_PERIOD = LazyPattern(r"20\d\d|月")
_BETWEEN = LazyPattern(r"[、，,；;和及与\s]|(?<=月)完成")
_NAME_PADDING = LazyPattern(vocabulary.NAME_PADDING)


class RowKind(NamedTuple):
    """The kind, with the figures of a row that can be calculated."""

    name: str
    figures: RowFigures | None = None


def kind_of(row: Indicator) -> RowKind:
    """The kind of the row, with its figures where it can be calculated."""
    if not (row.weight.filled or row.score.filled):
        filled = row.target.filled or row.actual.filled
        return RowKind(DETAIL if filled else EMPTY)
    return _kind(row.target.text, row.actual.text, row.level2.text, row.level3.text)


@lru_cache(maxsize=4096)
def _kind(target_text: str, actual_text: str, level2: str, level3: str) -> RowKind:
    target = parse_measure(target_text)
    if target.kind == measure.BLANK or target_text in vocabulary.NOT_SET:
        return RowKind(NOT_SET)
    if target.numeric:
        figures = read_any_figures(target_text, actual_text, level2, level3)
        if figures is None:
            return RowKind(OPEN)
        name = figures.kind
        if figures.percent and is_execution_rate(level3):
            name = BUDGET_RATE
        return RowKind(name, figures)
    if target.kind == measure.WORDS:
        if is_same_answer(target_text, target_text) is not None:
            return RowKind(YES_NO)
        return RowKind(OPEN if _FIGURE.search(target_text) else QUALITATIVE)
    simple = {measure.DATE: DATE, measure.RANGE: RANGE, measure.COMPOUND: COMPOUND}
    return RowKind(simple.get(target.kind, OPEN))


@cache_short_texts
def is_execution_rate(name: str) -> bool:
    """Whether the name is that of the execution rate: ``预算执行率``, ``资金使用率``, ``经费支出进度``."""
    return _BUDGET_RATE.search(_NAME_PADDING.sub("", name)) is not None


def has_zero_target(row: Indicator) -> bool:
    """Whether more is better and the target is 0, so that there is no ratio.  ``增长率 ≥0%`` is not such
    a target: it asks for no decline."""
    target = parse_measure(row.target.text)
    if not target.numeric or target.number != 0:
        return False
    name = row.level3.text
    rate = target.percent or name.endswith(vocabulary.SHARE)
    if rate and any(word in name for word in vocabulary.GROWTH):
        return False
    return row_figures.direction_of(target, row.level2.text, name) == POSITIVE


def has_several_targets(row: Indicator) -> bool:
    """Whether the target is a range or several figures; periods of time and texts with figures are
    not."""
    text = row.target.text
    name = kind_of(row).name
    if name == RANGE:
        return _PERIOD.search(text) is None
    if name != COMPOUND:
        return False
    parts = [parse_measure(part) for part in _BETWEEN.split(text) if part]
    return (
        len(parts) > 1
        and any(part.numeric for part in parts)
        and all(part.numeric or part.kind == measure.DATE for part in parts)
    )


def is_same_answer(target_text: str, answer: str) -> bool | None:
    """Whether ``answer`` is that of a target of yes or no; None where it is neither answer."""
    wanted, printed = _PADDING.sub("", target_text), _PADDING.sub("", answer)
    for pair in vocabulary.ANSWERS:
        mine = next((one for one in pair if wanted in one), None)
        if mine is not None:
            if printed in mine:
                return True
            return False if any(printed in one for one in pair) else None
    return None
