"""A finding as a sentence of a letter, for clerks who do not know the tool."""

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

_MAX_LENGTH = 300
"""Characters of a text of the sheet; a chapter in a cell is not repeated in the letter."""
_KEPT_END = 100
"""Characters of its end that a shortened text keeps."""
_MAX_FORMULA_LENGTH = 60
"""Characters of a formula in a sentence."""
_MAX_CONSEQUENCES = 3
"""Consequences that are named."""
_LINE_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029]+")
_REQUESTS = {ERROR: messages.CORRECT, WARNING: messages.VERIFY}


def format_sentence(finding: ReportedFinding, has_addresses: bool, lang: str) -> str:
    """Place, problem, expected value, what to do and basis.

    ``has_addresses``: whether cells are named by address (``G8``).
    """
    at = _place_phrase(finding, has_addresses, lang)
    if _is_calculation(finding):
        text = messages.FIGURES.fill(
            at=at,
            printed=clean_line(finding.printed or ""),
            formula=clean_line(finding.formula.rpartition("=")[0]),
            expected=clean_line(report_messages.OR.in_(lang).join(finding.expected)),
        ).in_(lang)
    else:
        message = clean_line(finding.message.in_(lang)).rstrip("。.")
        text = messages.PROBLEM_TEXT.fill(at=at, message=message).in_(lang) if at else message
    request = _REQUESTS.get(finding.severity, messages.NOTE)
    if finding.hint is None:
        text += messages.WHAT_ONLY.fill(ask=request).in_(lang)
    else:
        text += messages.WHAT.fill(
            ask=request, hint=clean_line(finding.hint.in_(lang)).rstrip("。.")
        ).in_(lang)
    own = _field_phrase(finding.where, lang)
    consequences = dict.fromkeys(
        _field_phrase(c.where, lang) for c in finding.consequences if c.where.label
    )
    consequences.pop(own, None)
    if consequences:
        places = report_messages.AND.in_(lang).join(list(consequences)[:_MAX_CONSEQUENCES])
        if len(consequences) > _MAX_CONSEQUENCES:
            places += report_messages.AND_OTHERS.in_(lang)
        text += messages.CONSEQUENCES.fill(places=places).in_(lang)
    return text + messages.BASIS.fill(basis=clean_line(finding.basis.in_(lang))).in_(lang)


def clean_line(text: str) -> str:
    """``text`` on one line of at most 300 characters, control characters made visible."""
    line = visible(_LINE_BREAKS.sub(" ", text).strip())
    if len(line) <= _MAX_LENGTH:
        return line
    # Messages quote a text first and tell the problem at their end.
    return f"{line[: _MAX_LENGTH - _KEPT_END - 1]}…{line[-_KEPT_END:]}"


def _place_phrase(finding: ReportedFinding, has_addresses: bool, lang: str) -> str:
    if finding.sheet is None:
        return ""
    address = address_text(finding.where, lang, has_addresses)
    at = _field_phrase(finding.where, lang)
    return at + messages.ADDRESS.fill(spot=clean_line(address)).in_(lang) if address else at


def _field_phrase(where: Where, lang: str) -> str:
    """``「项目资金」中“年度资金总额”的执行率``."""
    labels = [clean_line(label) for label in where.label]
    if len(labels) > 2:
        # Of an indicator the first level is named (产出指标) rather than the block.
        block = labels[0] if len(labels) == 3 else labels[1]
        return messages.AT_FIELD.fill(block=block, row=labels[-2], column=labels[-1]).in_(lang)
    if len(labels) == 2:
        return messages.AT_ROW.fill(row=labels[0], column=labels[1]).in_(lang)
    return messages.AT_ONE.fill(row=labels[0]).in_(lang) if labels else ""


def _is_calculation(finding: ReportedFinding) -> bool:
    """Whether the formula gives the expected figure, so that the sentence can be made of it."""
    left, _, right = finding.formula.rpartition("=")
    if not left or len(left) > _MAX_FORMULA_LENGTH or not finding.printed or not finding.expected:
        return False
    result, wanted = _parse_figure(right), _parse_figure(finding.expected[0])
    if result is None or wanted is None or _parse_figure(finding.printed) is None:
        return False
    exponent = wanted.as_tuple().exponent
    assert isinstance(exponent, int)
    return abs(result - wanted) <= Decimal(1).scaleb(exponent)


def _parse_figure(text: str) -> Decimal | None:
    """The number of a figure, a rate as its percentage points; None for other texts."""
    try:
        number = Decimal(text.strip().removesuffix("%").replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
