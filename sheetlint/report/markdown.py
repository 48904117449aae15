"""The report for a comment on a merge request: verdict, a table of the sheets, details to unfold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sheetlint.messages import machine_reports
from sheetlint.messages import report as messages
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.report.markup import escape_html, escape_markdown
from sheetlint.report.place_texts import place_text
from sheetlint.report.summary_texts import display_path, severity_counts, sheet_count
from sheetlint.report.symbols import UNICODE
from sheetlint.rules.check import SEVERITIES
from sheetlint.run.results import FAIL, FileReport, Report, ReportedFinding, SheetReport

LIMIT = 60_000
"""Characters.  GitHub takes no comment of more than 65,536."""
_FOR_TABLE = 20_000
_FOR_ENDING = 2_000
_MAX_LENGTH = 500
"""Most characters of one text of a sheet."""


def render(report: Report, lang: str) -> str:
    if not report.checked:
        over = report.passed_over
        nothing = messages.NOTHING_BUT.fill(count=len(over)) if over else messages.NOTHING
        return f"### {escape_markdown(nothing.in_(lang))}\n"
    return _Page(report, lang).text()


class _Page:
    """The comment, written as long as there is room."""

    def __init__(self, report: Report, lang: str) -> None:
        self._report, self._lang = report, lang
        self._parts: list[str] = []
        self._room = LIMIT - _FOR_ENDING

    def text(self) -> str:
        self._append(f"### {self._head()}\n")
        self._table()
        left = sum(self._details(file) for file in self._report.checked)
        left += self._across()
        ending = "\n".join(f"{escape_markdown(line)}\n" for line in self._ending(left))
        return "".join([*self._parts, f"\n{ending}"])

    def _append(self, text: str) -> None:
        self._room -= len(text)
        self._parts.append(text)

    def _head(self) -> str:
        report, lang = self._report, self._lang
        comma = messages.AND.in_(lang)
        count = len(report.checked)
        files = messages.FILES_ONE if count == 1 else messages.FILES.fill(count=count)
        in_files = (found for file in report.checked for found in report.visible(file))
        counts = self._counts([*in_files, *report.visible_batch])
        phrase = comma.join([files.in_(lang), sheet_count(report.sheets, lang), counts])
        return f"{self._verdict(report.verdict)}{messages.COLON.in_(lang)}{escape_markdown(phrase)}"

    def _verdict(self, verdict: str) -> str:
        text = messages.FAIL if verdict == FAIL else messages.PASS
        sign = UNICODE.cross if verdict == FAIL else UNICODE.tick
        return f"{sign} {text.in_(self._lang)}"

    def _counts(self, findings: Iterable[ReportedFinding]) -> str:
        severities = [found.severity for found in findings]
        counts = {s: severities.count(s) for s in reversed(SEVERITIES)}
        return severity_counts(counts, self._lang) or messages.NO_FINDINGS.in_(self._lang)

    # ── the table ───────────────────────────────────────────────────────────────────────────────

    def _table(self) -> None:
        titles = (
            machine_reports.VERDICT,
            machine_reports.FILE,
            machine_reports.SHEET_NAME,
            machine_reports.FOUND,
        )
        self._append("\n" + self._cells(title.in_(self._lang) for title in titles))
        self._append("|---|---|---|---|\n")
        left, room = 0, _FOR_TABLE
        for row in self._rows():
            line = self._cells(row)
            if len(line) > room:
                left += 1
                continue
            room -= len(line)
            self._append(line)
        if left:
            phrase = machine_reports.ROWS_LEFT_OUT.fill(count=left).in_(self._lang)
            self._append(f"\n{escape_markdown(phrase)}\n")

    def _rows(self) -> Iterator[tuple[str, ...]]:
        for file in self._report.checked:
            path = self._text(display_path(file.path, self._lang))
            shown = self._report.visible(file)
            whole = [found for found in shown if found.sheet is None]
            if whole or not file.sheets:
                yield self._verdict(file.verdict), path, "", self._counts(whole)
            for sheet in file.sheets:
                found = [f for f in shown if f.sheet == sheet.position]
                name = self._text(_name(sheet, self._lang))
                yield self._verdict(sheet.verdict), path, name, self._counts(found)

    def _cells(self, texts: Iterable[str]) -> str:
        return f"| {' | '.join(texts)} |\n"

    # ── the details ─────────────────────────────────────────────────────────────────────────────

    def _details(self, file: FileReport) -> int:
        """The findings of a file; the result is how many there was no room for."""
        shown = self._report.visible(file)
        if not shown:
            return 0
        parts = [
            (
                "" if sheet is None else self._title(file, file.sheets[sheet]),
                self._finding(found, file),
            )
            for sheet, findings in groupby(shown, lambda found: found.sheet)
            for found in findings
        ]
        return self._details_block(display_path(file.path, self._lang), self._counts(shown), parts)

    def _across(self) -> int:
        """The findings across sheets, likewise."""
        shown = self._report.visible_batch
        parts = [("", self._finding(found, None)) for found in shown]
        return self._details_block(messages.ACROSS.in_(self._lang), self._counts(shown), parts)

    def _details_block(self, name: str, counts: str, parts: Sequence[tuple[str, str]]) -> int:
        """A part to unfold, of titles and texts; the result is how many texts do not fit."""
        phrase = f"{escape_html(_clip(name))}{messages.COLON.in_(self._lang)}{escape_html(counts)}"
        head, foot = f"\n<details>\n<summary>{phrase}</summary>\n\n", "\n</details>\n"
        room = self._room - len(head) - len(foot)
        blocks: list[str] = []
        left, before = 0, ""
        for title, text in parts:
            block = text
            if title != before:
                block = f"\n{title}{text}" if blocks else f"{title}{text}"
            if len(block) > room:
                left += 1
                continue
            room -= len(block)
            blocks.append(block)
            before = title
        if blocks:
            self._append("".join([head, *blocks, foot]))
        return left

    def _title(self, file: FileReport, sheet: SheetReport) -> str:
        """Numbered where there are several: two sheets may be of one project."""
        number = f"{sheet.position + 1} " if len(file.sheets) > 1 else ""
        facts = [f"**{number}{self._text(_name(sheet, self._lang))}**"]
        facts += [self._text(text) for text in (sheet.unit,) if text]
        if sheet.year is not None:
            facts.append(messages.YEAR.fill(year=sheet.year).in_(self._lang))
        if sheet.total is not None:
            facts.append(escape_markdown(messages.TOTAL.fill(total=sheet.total).in_(self._lang)))
        return f"{' · '.join(facts)}\n\n"

    def _finding(self, found: ReportedFinding, file: FileReport | None) -> str:
        lang = self._lang
        severity = messages.SEVERITY[found.severity].in_(lang)
        message = self._text(found.message.in_(lang))
        lines = [f"**{severity}** `{found.check.code}` {message}"]
        if file is None:
            lines.append(self._text(found.where.label_text))
        elif found.sheet is not None:
            lines.append(self._text(place_text(found.where, lang, has_cell_addresses(file.format))))
        if found.expected:
            lines.append(self._text(self._figures(found)))
        if found.formula:
            lines.append(self._text(found.formula))
        if found.hint is not None:
            lines.append(self._text(machine_reports.TO_DO.fill(hint=found.hint).in_(lang)))
        lines.append(self._text(machine_reports.BASIS.fill(basis=found.basis).in_(lang)))
        return f"- {'<br>'.join(lines)}\n"

    def _figures(self, found: ReportedFinding) -> str:
        expected = messages.OR.in_(self._lang).join(found.expected)
        printed = found.printed or messages.EMPTY.in_(self._lang)
        text = machine_reports.PRINTED_AND_EXPECTED.fill(printed=printed, expected=expected)
        return text.in_(self._lang)

    def _text(self, text: str) -> str:
        return escape_markdown(_clip(text))

    def _ending(self, left: int) -> Iterator[str]:
        report, lang = self._report, self._lang
        if left:
            yield machine_reports.FINDINGS_LEFT_OUT.fill(count=left).in_(lang)
        if report.waived:
            yield messages.WAIVED.fill(count=len(report.waived)).in_(lang)
        yield messages.CHECKED.fill(run=report.checks_run, skipped=report.skipped).in_(lang)
        if report.passed_over:
            yield messages.PASSED_OVER.fill(count=len(report.passed_over)).in_(lang)
        if report.crashed:
            yield messages.CRASHED.in_(lang)


def _name(sheet: SheetReport, lang: str) -> str:
    return sheet.project or messages.UNNAMED.in_(lang)


def _clip(text: str) -> str:
    return text if len(text) <= _MAX_LENGTH else f"{text[:_MAX_LENGTH]}…"
