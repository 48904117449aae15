"""The findings for those who work in a spreadsheet: a list to reply in, and a summary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sheetlint.messages import findings_workbook as messages
from sheetlint.messages import report as report_messages
from sheetlint.messages.text import Text
from sheetlint.report import findings_worksheet
from sheetlint.report.file_findings import place_batch_findings
from sheetlint.report.findings_counts import RunCounts
from sheetlint.report.summary_texts import display_path, sheet_count
from sheetlint.report.workbook_writer import SEVERITY_FILLS, WorkbookWriter
from sheetlint.rules.check import SEVERITIES
from sheetlint.run.results import FAIL, FileReport, Report
from sheetlint.system.file_names import path_below

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_WIDTHS = (30, 20, 30, 9, 8, 8, 8, 18, 10)
_LINE = {"border": 1, "border_color": "#A6A6A6"}
_HEAD = {**_LINE, "bold": True, "align": "center", "bg_color": "#D9E1F2"}
_MAX_NAMED = 3
_MAX_LISTED = 10_000
"""Findings from which on the list would take more memory than the sheets: 4 kB each."""


def render(report: Report, lang: str) -> bytes:
    return render_files(report, report.files, sum(len(f.findings) for f in report.files), lang)


def render_files(
    report: Report,
    files: Iterable[FileReport],
    findings: int,
    lang: str,
    tops: Sequence[str] = (),
) -> bytes:
    """The workbook of a run whose files are read one by one; ``findings`` is their number of findings.

    Files are named by their paths below the folders ``tops``; as they were found, without any.
    """
    book = WorkbookWriter(messages.SUMMARY_TITLE.in_(lang), lang, long=findings > _MAX_LISTED)
    listing = findings_worksheet.FindingsWorksheet(book, report.shown, lang)
    counted = RunCounts(report)
    concerned = {found.places[0].path for found in report.batch if found.places}
    by_path: dict[str, FileReport] = {}
    for file in files:
        named = file._replace(path=path_below(tops, file.path)) if tops else file
        counted.add(named)
        for found in file.findings:
            listing.add(named, found)
        if file.path in concerned:
            by_path[file.path] = named._replace(findings=(), skipped=())
    for file, found in place_batch_findings(report.batch, by_path):
        counted.count(found)
        listing.add(file, found)
    listing.finish()
    _Summary(book, report, counted, lang).add()
    return book.to_bytes()


class _Summary:
    """The second worksheet, block below block."""

    def __init__(self, book: WorkbookWriter, report: Report, counted: RunCounts, lang: str) -> None:
        self._book, self._report, self._counted, self._lang = book, report, counted, lang
        self._page: Worksheet = book.add_worksheet(messages.SUMMARY.in_(lang))
        self._row = 0

    def add(self) -> None:
        for index, width in enumerate(_WIDTHS):
            self._page.set_column(index, index, width)
        title = self._book.style(bold=True, font_size=14, align="center")
        self._page.set_row(0, 26)
        self._write_wide(messages.SUMMARY_TITLE.in_(self._lang), title)
        self._run()
        self._severities()
        self._checks()
        self._files()

    # ── blocks ──────────────────────────────────────────────────────────────────────────────────

    def _run(self) -> None:
        report, counted, lang = self._report, self._counted, self._lang
        rule = report_messages.FAILS_ON.fill(severity=report_messages.SEVERITY[report.fail_on])
        verdict = messages.VERDICT_RULE.fill(verdict=_verdict(report.verdict), rule=rule)
        scope = report_messages.AND.in_(lang).join(
            (
                report_messages.FILES.fill(count=len(counted.files)).in_(lang),
                sheet_count(counted.sheets, lang),
            )
        )
        checks = report_messages.CHECKED.fill(run=counted.run, skipped=counted.skipped)
        profiles = report_messages.AND.in_(lang).join(sorted(counted.profiles))
        facts = [
            (messages.VERDICT.in_(lang), verdict.in_(lang)),
            (messages.SCOPE.in_(lang), scope),
            (messages.CHECKS.in_(lang), checks.in_(lang)),
            (messages.PROFILES.in_(lang), profiles),
            (messages.TOOL.in_(lang), f"sheetlint {report.version}"),
        ]
        label, value = self._book.style(**_LINE, bold=True), self._book.style(**_LINE)
        for name, text in facts:
            self._book.write_text(self._page, self._row, 0, name, label)
            self._write_merged(1, text, value)
        if counted.over:
            phrase = report_messages.PASSED_OVER.fill(count=counted.over).in_(lang)
            self._write_wide(phrase, self._book.style())

    def _severities(self) -> None:
        self._heading(
            messages.BY_SEVERITY, (messages.SEVERITY, messages.COUNT, messages.OF_THEM_WAIVED)
        )
        for severity in reversed(SEVERITIES):
            waived = self._counted.waived[severity]
            counting = self._counted.counting[severity]
            name = report_messages.SEVERITY[severity].in_(self._lang)
            style = self._book.style(**_LINE, **SEVERITY_FILLS[severity], bold=True, align="center")
            self._line((name, counting, waived), first=style)

    def _checks(self) -> None:
        counts = self._counted.checks
        if not counts:
            return
        self._heading(
            messages.BY_CHECK, (messages.CHECK, messages.CODE, messages.SEVERITY, messages.COUNT)
        )
        rank = list(reversed(SEVERITIES))
        order = sorted(counts.items(), key=lambda item: (rank.index(item[0][1]), -item[1], item[0]))
        for (code, severity), count in order:
            name = report_messages.SEVERITY[severity].in_(self._lang)
            title = self._counted.titles[code].in_(self._lang)
            self._line((title, code, name, count))

    def _files(self) -> None:
        severities = [report_messages.SEVERITY[s] for s in reversed(SEVERITIES)]
        heads = (
            messages.FILE, messages.UNIT, messages.PROJECT, messages.SHEETS, *severities, messages.PROFILE,
            messages.VERDICT,
        )  # fmt: skip
        self._heading(messages.BY_FILE, heads)
        for file in self._counted.files:
            self._line(
                (
                    display_path(file.path, self._lang),
                    self._join_names(file.units),
                    self._join_names(file.projects),
                    file.sheets,
                    *(file.findings[severity] for severity in reversed(SEVERITIES)),
                    self._join_names(file.profiles),
                    _verdict(file.verdict).in_(self._lang),
                ),
                last=self._verdict_style(file.verdict),
            )

    # ── cells ───────────────────────────────────────────────────────────────────────────────────

    def _heading(self, title: Text, heads: Sequence[Text]) -> None:
        """A blank row, the block's title, its headings."""
        self._row += 1
        self._write_wide(title.in_(self._lang), self._book.style(bold=True, font_size=12))
        for index, head in enumerate(heads):
            style = self._book.style(**_HEAD)
            self._book.write_text(self._page, self._row, index, head.in_(self._lang), style)
        self._row += 1

    def _line(
        self, cells: Iterable[str | int], first: Format | None = None, last: Format | None = None
    ) -> None:
        values = list(cells)
        texts = ((str(value), width) for value, width in zip(values, _WIDTHS, strict=False))
        self._page.set_row(self._row, self._book.row_height(texts))
        for index, value in enumerate(values):
            centred = {"align": "center"} if index else {}
            style = self._book.style(**_LINE, **centred)
            if index == 0 and first is not None:
                style = first
            elif index == len(values) - 1 and last is not None:
                style = last
            if isinstance(value, int):
                self._page.write_number(self._row, index, value, style)
            else:
                self._book.write_text(self._page, self._row, index, value, style)
        self._row += 1

    def _write_wide(self, text: str, style: Format) -> None:
        self._write_merged(0, text, style)

    def _write_merged(self, column: int, text: str, style: Format) -> None:
        """From the column to the right edge."""
        place = (self._row, column, self._row, len(_WIDTHS) - 1)
        self._book.merge(self._page, place, text, style)
        self._row += 1

    def _verdict_style(self, verdict: str) -> Format:
        keys = SEVERITY_FILLS["error"] if verdict == FAIL else {}
        return self._book.style(**_LINE, **keys, align="center")

    def _join_names(self, known: Sequence[str]) -> str:
        """The first few of many."""
        first = report_messages.AND.in_(self._lang).join(known[:_MAX_NAMED])
        if len(known) <= _MAX_NAMED:
            return first
        return messages.MORE.fill(first=first, count=len(known)).in_(self._lang)


def _verdict(verdict: str) -> Text:
    return report_messages.FAIL if verdict == FAIL else report_messages.PASS
