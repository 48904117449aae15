"""A finding as a sentence that a clerk can act upon without knowing any tool."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from sheetlint.messages import notices as messages
from sheetlint.messages import report as report_messages
from sheetlint.messages.visible import visible
from sheetlint.report.place_texts import address_text
from sheetlint.rules.check import ERROR, WARNING
from sheetlint.run.results import ReportedFinding
from sheetlint.sheet.where import Where

_LONGEST = 300
"""Characters of what a sheet says itself: a chapter in a cell is not sent back in a letter."""
_END = 100
_LONG_SUM = 60
"""A longer formula is a table in a sentence."""
_FEW = 3
"""So many consequences are named."""
_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_ASKS = {ERROR: messages.CORRECT, WARNING: messages.VERIFY}


def format_sentence(found: ReportedFinding, lettered: bool, lang: str) -> str:
    """Where, what, what it should be, what to do and why."""
    at = _at(found, lettered, lang)
    if _is_sum(found):
        said = messages.FIGURES.fill(
            at=at,
            printed=clean_line(found.printed or ""),
            formula=clean_line(found.formula.rpartition("=")[0]),
            expected=clean_line(report_messages.OR.in_(lang).join(found.expected)),
        ).in_(lang)
    else:
        message = clean_line(found.message.in_(lang)).rstrip("。.")
        said = messages.PROBLEM_TEXT.fill(at=at, message=message).in_(lang) if at else message
    ask = _ASKS.get(found.severity, messages.NOTE)
    if found.hint is None:
        said += messages.WHAT_ONLY.fill(ask=ask).in_(lang)
    else:
        said += messages.WHAT.fill(
            ask=ask, hint=clean_line(found.hint.in_(lang)).rstrip("。.")
        ).in_(lang)
    own = _words(found.where, lang)
    along = dict.fromkeys(_words(c.where, lang) for c in found.consequences if c.where.label)
    along.pop(own, None)
    if along:
        places = report_messages.AND.in_(lang).join(list(along)[:_FEW])
        if len(along) > _FEW:
            places += report_messages.AND_OTHERS.in_(lang)
        said += messages.CONSEQUENCES.fill(places=places).in_(lang)
    return said + messages.BASIS.fill(basis=clean_line(found.basis.in_(lang))).in_(lang)


def clean_line(text: str) -> str:
    """On one line and not without end, with nothing in it that XML or a reader would obey."""
    line = visible(_BREAKS.sub(" ", text).strip())
    if len(line) <= _LONGEST:
        return line
    # What is wrong with a long text is said behind it.
    return f"{line[: _LONGEST - _END - 1]}…{line[-_END:]}"


def _at(found: ReportedFinding, lettered: bool, lang: str) -> str:
    if found.sheet is None:
        return ""
    there = address_text(found.where, lang, lettered)
    at = _words(found.where, lang)
    return at + messages.ADDRESS.fill(spot=clean_line(there)).in_(lang) if there else at


def _words(where: Where, lang: str) -> str:
    """``「项目资金」中“年度资金总额”的执行率``."""
    labels = [clean_line(label) for label in where.label]
    if len(labels) > 2:
        # Of an indicator the first level says where to look, and not that it is an indicator.
        block = labels[0] if len(labels) == 3 else labels[1]
        return messages.AT_FIELD.fill(block=block, row=labels[-2], column=labels[-1]).in_(lang)
    if len(labels) == 2:
        return messages.AT_ROW.fill(row=labels[0], column=labels[1]).in_(lang)
    return messages.AT_ONE.fill(row=labels[0]).in_(lang) if labels else ""


def _is_sum(found: ReportedFinding) -> bool:
    """The formula leads to what is right, so that "by this it is that" says everything."""
    left, _, right = found.formula.rpartition("=")
    if not left or len(left) > _LONG_SUM or not found.printed or not found.expected:
        return False
    result, wanted = _number(right), _number(found.expected[0])
    if result is None or wanted is None or _number(found.printed) is None:
        return False
    exponent = wanted.as_tuple().exponent
    assert isinstance(exponent, int)
    return abs(result - wanted) <= Decimal(1).scaleb(exponent)


def _number(text: str) -> Decimal | None:
    """A figure and nothing but a figure; a rate as its points."""
    try:
        number = Decimal(text.strip().removesuffix("%").replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
