"""Classifies the content of notes by their words (``vocabulary``)."""

from __future__ import annotations

from fractions import Fraction

from sheetlint.profiles import Profile
from sheetlint.rules.needs import cache_last_sheet
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.parse import half_width, is_dash
from sheetlint.sheet.numbers.short_text_cache import cache_short_texts
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint.sheet.value import Value
from sheetlint_checks.arithmetic.point_rows import has_lost_points
from sheetlint_checks.funds.execution import execution_rate, is_zero_above_money
from sheetlint_checks.notes import vocabulary

_MARKS = LazyPattern(r"[\s,.;:!?、；：！？。，“”\"'()（）_]+")
_EMPTY = LazyPattern("|".join(vocabulary.EMPTY_MEASURES))
_CLAUSE = LazyPattern(r"[\s，,。.；;：:！!]+")
_EXCEEDED = LazyPattern("|".join(vocabulary.EXCEEDED))
_NO_PROBLEM = LazyPattern(vocabulary.NO_PROBLEM)
_SENTENCE = LazyPattern(r"[。；;！!\n]")


def is_meaningless(note: Value) -> bool:
    """Whether a note is printed that explains nothing: ``无``, ``—``, ``0``, ``已完成``."""
    return bool(note.raw) and _has_no_content(note.text or note.raw)


@cache_short_texts
def _has_no_content(note: str) -> bool:
    text = _MARKS.sub("", half_width(note))
    return not text or is_dash(text) or text.upper() in vocabulary.NOTHING or not text.strip("0")


def is_explanation(note: Value) -> bool:
    """Whether the note has a text with content."""
    return note.filled and not is_meaningless(note)


@cache_short_texts
def strip_punctuation(text: str) -> str:
    """The text without blanks and punctuation, for counting and comparing."""
    return _MARKS.sub("", text)


def reports_failure(text: str) -> bool:
    """Whether the note reports that something was not done, or not in time."""
    for word in vocabulary.FAILED_UNLESS:
        text = text.replace(word, "")
    return any(word in text for word in vocabulary.FAILED)


def names_cause(text: str) -> bool:
    """Whether some clause names a cause: by its words, or because it is no measure.

    ``季节性水质波动，下一步加密监测`` names a cause without 因.
    """
    return any(_may_be_cause(clause) for clause in _CLAUSE.split(text) if clause)


def _may_be_cause(clause: str) -> bool:
    for word in vocabulary.CAUSE_UNLESS:
        clause = clause.replace(word, "")
    if vocabulary.CAUSE_WORD in clause or any(word in clause for word in vocabulary.CAUSES):
        return True
    return bool(clause) and not names_measure(clause) and not _EMPTY.search(clause)


def names_measure(text: str) -> bool:
    """Whether the text names a measure of improvement."""
    if any(word in text for word in vocabulary.STRONG_MEASURES):
        return True
    rest = _EMPTY.sub("", text)
    return any(word in rest for word in vocabulary.MEASURES)


@cache_last_sheet
def is_explained_below(sheet: Sheet) -> bool:
    """Whether a block below the table explains the deviations of the whole sheet."""
    return any(
        is_explanation(value)
        for label, value in sheet.remarks
        if any(w in label for w in vocabulary.EXPLAINING)
    )


def needs_explanation(row: Indicator, sheet: Sheet, profile: Profile) -> bool:
    """Whether points were lost, the profile requires a note for it, and no block below the table
    explains all rows."""
    return (
        has_lost_points(row.weight, row.score)
        and "score_lt_weight" in profile.texts("notes.require_when")
        and not is_explained_below(sheet)
    )


def low_execution_rate(sheet: Sheet, profile: Profile) -> Fraction | None:
    """The execution rate, as a fraction, where it lies below the profile's bound."""
    total = sheet.fund_total
    if total is None or is_zero_above_money(sheet):
        return None
    rate = execution_rate(total)
    if rate is None and total.rate.number is not None:
        rate = Fraction(total.rate.number)
    is_low = rate is not None and rate < Fraction(profile.number("notes.low_execution_rate"))
    return rate if is_low else None


@cache_last_sheet
def is_unspent_explained(sheet: Sheet) -> bool:
    """Whether some text of the sheet gives a reason for money that was not spent."""
    total = sheet.fund_total
    if (total is not None and is_explanation(total.note)) or is_explained_below(sheet):
        return True
    return any(
        map(gives_reason_for_unspent, (sheet.actual.text, *(r.note.text for r in sheet.indicators)))
    )


def gives_reason(text: str) -> bool:
    """Whether the text gives a reason for anything."""
    for word in vocabulary.BECAUSE_UNLESS:
        text = text.replace(word, "")
    return any(word in text for word in vocabulary.BECAUSE)


def gives_reason_for_unspent(text: str) -> bool:
    """Whether some sentence gives a reason for money that was not spent."""
    return any(map(_explains_unspent, _SENTENCE.split(text)))


def _explains_unspent(sentence: str) -> bool:
    if any(word in sentence for word in vocabulary.UNSPENT):
        return True
    if not any(word in sentence for word in vocabulary.SPENDING):
        return False
    return gives_reason(sentence)


def explains_excess(row: Indicator, sheet: Sheet) -> bool:
    """Whether the note of the row or a block below the table explains an exceeded target.

    In a row with full marks any cause that the note names is that of the excess.
    """
    if is_explanation(row.note) and names_cause(row.note.text):
        return True
    return any(
        is_explanation(value) and (row.level3.text in value.text or _EXCEEDED.search(value.text))
        for label, value in sheet.remarks
        if any(word in label for word in vocabulary.EXPLAINING)
    )


def label_naming_problems(sheet: Sheet) -> str:
    """The label of a block below the table that names problems; empty where none does."""
    for label, value in sheet.remarks:
        if any(word in label for word in vocabulary.ISSUES) and is_explanation(value):
            return "" if _NO_PROBLEM.search(value.text) else label
    return ""
