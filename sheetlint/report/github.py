"""Annotations of a GitHub workflow: one command a finding, which the runner reads from the log."""

from __future__ import annotations

from sheetlint.messages import report as messages
from sheetlint.messages.visible import visible
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.report.file_findings import shown_findings_by_file
from sheetlint.report.place_texts import place_text, repository_path
from sheetlint.rules.check import ERROR, INFO, WARNING
from sheetlint.run.results import FileReport, Report, ReportedFinding

_COMMANDS = {ERROR: "error", WARNING: "warning", INFO: "notice"}


def render(report: Report, lang: str) -> str:
    """One workflow command a finding; an empty text where there is none."""
    return "".join(_command(found, file, lang) for file, found in shown_findings_by_file(report))


def _command(found: ReportedFinding, file: FileReport, lang: str) -> str:
    properties = {"file": repository_path(file.path)}
    if found.where.line is not None:
        properties["line"] = str(found.where.line)
    properties["title"] = f"{found.check.code} {found.check.title.in_(lang)}"
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{_COMMANDS[found.severity]} {given}::{_data(_message(found, file, lang))}\n"


def _message(found: ReportedFinding, file: FileReport, lang: str) -> str:
    """The message after its place: annotations have lines only, no cells."""
    message = found.message.in_(lang)
    where = place_text(found.where, lang, has_cell_addresses(file.format))
    return message if found.sheet is None else f"{where}{messages.COLON.in_(lang)}{message}"


def _data(text: str) -> str:
    # Line breaks, which would need it as well, are visible already.
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
