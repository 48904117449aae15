"""Every finding with a file, for formats in which a finding needs one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sheetlint.messages import machine_reports as messages
from sheetlint.messages.text import Text
from sheetlint.run.results import PASS, FileReport, Report, ReportedFinding
from sheetlint.sheet.place import Place
from sheetlint.sheet.where import Where

_NOWHERE = Place(".", None, Where())


def findings_by_file(report: Report) -> Iterator[tuple[FileReport, ReportedFinding]]:
    """The findings in files, then those across sheets at the first of their places, whose message
    then names all of them."""
    for file in report.checked:
        for found in file.findings:
            yield file, found
    yield from place_batch_findings(report.batch, {file.path: file for file in report.checked})


def place_batch_findings(
    batch: Iterable[ReportedFinding], files: Mapping[str, FileReport]
) -> Iterator[tuple[FileReport, ReportedFinding]]:
    """Findings across sheets, each at its first place; ``files`` by path, as far as needed."""
    for found in batch:
        there = found.places[0] if found.places else _NOWHERE
        here = files.get(there.path)
        message = found.message
        if len(found.places) > 1:
            places = Text(found.where.label_text, found.where.label_text)
            message = messages.AT_PLACE.fill(message=message, place=places)
        moved = found._replace(message=message, where=there.where)
        if here is None:
            # A list, or nothing that was checked.
            yield FileReport(there.path, "", "", (), (), (), 0, PASS), moved._replace(sheet=None)
        else:
            yield here, moved._replace(sheet=there.sheet)


def shown_findings_by_file(report: Report) -> Iterator[tuple[FileReport, ReportedFinding]]:
    """``findings_by_file`` without waived findings and those milder than ``--show``."""
    for file, found in findings_by_file(report):
        if report.shows(found):
            yield file, found
