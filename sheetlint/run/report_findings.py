"""Turns the findings of the checks into those of a report: order, excerpt, fingerprint."""

from __future__ import annotations

import os
from collections.abc import Sequence
from hashlib import sha256

from sheetlint.intake.source import Source
from sheetlint.rules.causes import Explanation
from sheetlint.rules.engine import ResolvedFinding
from sheetlint.run.excerpt import make_excerpt
from sheetlint.run.reading_order import ReadingOrder
from sheetlint.run.results import Consequence, ReportedFinding
from sheetlint.sheet.sheet import Sheet


class Fingerprints:
    """Gives findings names that survive moved rows, renamed files and another format.

    Findings of one check at places of one label are numbered in reading order.  A finding about a
    file as a whole is named by the content: two files that cannot be read are two findings.
    """

    def __init__(self, source: Source, data: bytes) -> None:
        self._source, self._data = source, data
        self._counts: dict[str, int] = {}

    def of(self, found: ResolvedFinding, sheet: Sheet | None) -> str:
        parts = [found.check.code]
        if sheet is not None:
            year = "" if sheet.year.number is None else str(int(sheet.year.number))
            parts += [year, sheet.project.text, sheet.unit.text]
        else:
            data = self._data
            parts.append(sha256(data).hexdigest() if data else os.path.basename(self._source.path))
        parts += found.finding.at.where.label
        text = "\x1f".join(parts)
        count = self._counts[text] = self._counts.get(text, 0) + 1
        return sha256(f"{text}\x1f{count}".encode(errors="surrogatepass")).hexdigest()[:16]


def report_sheet_findings(
    explained: Sequence[Explanation],
    sheet: Sheet,
    index: int,
    fingerprints: Fingerprints,
    has_cell_addresses: bool,
) -> list[ReportedFinding]:
    """The findings of a sheet in reading order."""
    if not explained:
        return []
    order = ReadingOrder(sheet)
    return [
        report_finding(item, fingerprints, sheet, index, has_cell_addresses)
        for item in sorted(explained, key=lambda item: order.key(item.found))
    ]


def report_finding(
    item: Explanation,
    fingerprints: Fingerprints,
    sheet: Sheet | None = None,
    index: int | None = None,
    has_cell_addresses: bool = False,
) -> ReportedFinding:
    """One finding as it is reported, with its consequences."""
    found = item.found
    check, finding = found.check, found.finding
    consequences = tuple(
        Consequence(f.check.code, f.check.name, f.check.title, f.finding.at.where)
        for f in item.consequences
    )
    return ReportedFinding(
        check,
        found.severity,
        index,
        finding.message,
        finding.at.where,
        finding.printed,
        finding.expected,
        finding.formula,
        finding.basis or check.basis,
        finding.hint,
        fingerprints.of(found, sheet),
        None
        if sheet is None or finding.private
        else make_excerpt(sheet, finding.at, has_cell_addresses),
        consequences,
        path=finding.at.path,
        fixes=finding.fixes,
        private=finding.private,
    )
