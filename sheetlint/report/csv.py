"""One finding a row, for a spreadsheet: UTF-8 with the mark by which Excel knows it.

A spreadsheet would calculate a text that looks like a formula.  Such a text gets an apostrophe in
front; figures stay as they are.
"""

from __future__ import annotations

import csv
import io
import re

from sheetlint.messages import machine_reports as messages
from sheetlint.messages import report as report_messages
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.report.file_findings import findings_by_file
from sheetlint.report.place_texts import address_text
from sheetlint.report.summary_texts import display_path
from sheetlint.rules.decide import reaches
from sheetlint.run.results import FileReport, Report, ReportedFinding

_MARK = "\ufeff"
_COMMANDS = "=+-@＝＋－＠\t\r\n"
"""Signs that begin a formula; those of full width do where the input method makes no difference."""
_FIGURE = re.compile(r"[+-]?[0-9][0-9,]*(\.[0-9]+)?%?")
_COLUMNS = (
    messages.FILE,
    messages.SHEET,
    messages.PROJECT,
    messages.UNIT,
    messages.SEVERITY,
    messages.CODE,
    messages.NAME,
    messages.CHECK,
    messages.CELL,
    report_messages.AT,
    messages.MESSAGE,
    report_messages.PRINTED,
    report_messages.EXPECTED,
    report_messages.FORMULA,
    report_messages.HINT,
    report_messages.BASIS,
    messages.FINGERPRINT,
    messages.WAIVED,
)


def render(report: Report, lang: str) -> str:
    """Waived findings are among the rows, with the reason in the last column."""
    stream = io.StringIO()
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(column.in_(lang) for column in _COLUMNS)
    for file, found in findings_by_file(report):
        if reaches(found.severity, report.shown):
            rows.writerow(guard_formula(text) for text in _row(found, file, lang))
    return _MARK + stream.getvalue()


def guard_formula(text: str) -> str:
    """The text as no spreadsheet calculates it: controls visible, an apostrophe before a formula."""
    shown = visible(text)
    begins = text.lstrip()[:1] or text[:1]
    # A sign that stands alone is how people write that there is nothing.
    if len(text) > 1 and begins and begins in _COMMANDS and not _FIGURE.fullmatch(text):
        return f"'{shown}"
    return shown


def _row(found: ReportedFinding, file: FileReport, lang: str) -> tuple[str, ...]:
    sheet = None if found.sheet is None else file.sheets[found.sheet]
    return (
        display_path(file.path, lang),
        "" if sheet is None else str(sheet.position + 1),
        "" if sheet is None else sheet.project,
        "" if sheet is None else sheet.unit,
        report_messages.SEVERITY[found.severity].in_(lang),
        found.check.code,
        found.check.name,
        found.check.title.in_(lang),
        address_text(found.where, lang, has_cell_addresses(file.format)),
        found.where.label_text,
        found.message.in_(lang),
        _printed(found, lang),
        report_messages.OR.in_(lang).join(found.expected),
        found.formula,
        _text_of(found.hint, lang),
        found.basis.in_(lang),
        found.fingerprint,
        "" if found.waived is None else found.waived.reason.in_(lang),
    )


def _printed(found: ReportedFinding, lang: str) -> str:
    if found.printed is None:
        return ""
    return found.printed or report_messages.EMPTY.in_(lang)


def _text_of(text: Text | None, lang: str) -> str:
    return "" if text is None else text.in_(lang)
