"""The full report for a terminal: verdict, files, sheets and their findings, summary, verdict.

Rich lays it out; a colour only repeats what a word says.
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import NewLine, RenderableType
from rich.rule import Rule

from sheetlint.messages import report as messages
from sheetlint.messages.visible import visible
from sheetlint.report.finding import finding_block, fits_one_line
from sheetlint.report.full_summary import summary_blocks
from sheetlint.report.summary_texts import (
    display_path,
    passed_over_lines,
    severity_counts,
    sheet_count,
)
from sheetlint.report.symbols import UNICODE, Symbols
from sheetlint.report.terminal_layout import (
    WrappedText,
    label_table,
    paragraph,
    render_text,
    titled_rule,
)
from sheetlint.rules.check import ERROR, INFO, WARNING
from sheetlint.run.results import FAIL, FileReport, Report, ReportedFinding, SheetReport

_MAX_WIDTH = 120
"""Longer lines than this are hard to follow, however wide the window is."""
_INDENT = 3
_MAX_LISTED = 10
"""Most files without findings that are listed; above it only their number is printed."""


def render(
    report: Report,
    lang: str,
    width: int,
    *,
    colour: bool = False,
    verbose: bool = False,
    symbols: Symbols = UNICODE,
) -> str:
    page = _Page(report, lang, min(width, _MAX_WIDTH), verbose, symbols)
    return render_text(page.all() if report.checked else page.nothing(), page.width, colour)


class _Page:
    """The parts of the report, with the options that all of them need."""

    def __init__(
        self, report: Report, lang: str, width: int, verbose: bool, symbols: Symbols
    ) -> None:
        self.report, self.lang, self.width = report, lang, width
        self.verbose, self.symbols = verbose, symbols

    def all(self) -> Iterator[RenderableType]:
        yield self.head()
        yield from self.body()
        yield from self.across()
        yield from summary_blocks(self.report, self.lang, self.verbose, self.symbols)
        yield NewLine()
        yield self.verdict(self.counts())
        yield from self.next_step()

    def nothing(self) -> Iterator[RenderableType]:
        """The report where no file was checked: it has no verdict."""
        over = self.report.passed_over
        text = messages.NOTHING_BUT.fill(count=len(over)) if over else messages.NOTHING
        yield paragraph(text.in_(self.lang))
        if self.verbose:
            yield from (
                paragraph(line, 2, "dim") for line in passed_over_lines(self.report, self.lang)
            )

    def head(self) -> RenderableType:
        files = self.report.checked
        if len(files) == 1:
            what = display_path(files[0].path, self.lang)
        else:
            what = messages.FILES.fill(count=len(files)).in_(self.lang)
        colon, comma = messages.COLON.in_(self.lang), messages.AND.in_(self.lang)
        sheets_text = sheet_count(self.report.sheets, self.lang)
        return self.verdict(f"{what}{colon}{sheets_text}{comma}{self.counts()}")

    def verdict(self, text: str) -> RenderableType:
        """``✗ 不通过  …``, the first line and the last but one."""
        return label_table([(self.sign(self.report.verdict), WrappedText(text))])

    def word(self, verdict: str) -> tuple[str, str]:
        """A verdict and the style that it has."""
        failed = verdict == FAIL
        return (messages.FAIL if failed else messages.PASS).in_(
            self.lang
        ), "fail" if failed else "pass"

    def sign(self, verdict: str) -> WrappedText:
        word, style = self.word(verdict)
        return WrappedText(
            f"{self.symbols.cross if verdict == FAIL else self.symbols.tick} {word}", style
        )

    def counts(self) -> str:
        """``1 个错误、3 个警告``, or that there is nothing."""
        phrase = severity_counts(
            {s: self.report.count(s) for s in (ERROR, WARNING, INFO)}, self.lang
        )
        text = phrase or messages.NO_FINDINGS.in_(self.lang)
        if self.report.fail_on != ERROR:
            severity = messages.SEVERITY[self.report.fail_on]
            text += f"（{messages.FAILS_ON.fill(severity=severity).in_(self.lang)}）"
        return text

    def body(self) -> Iterator[RenderableType]:
        files = self.report.checked
        quiet = [f for f in files if not self.report.visible(f) and f.verdict != FAIL]
        collapse = len(quiet) > _MAX_LISTED and not self.verbose
        after_block = True
        for file in files:
            if file in quiet and len(files) > 1:
                if not collapse:
                    if after_block:
                        yield NewLine()
                    yield self.silent_file(file)
                    after_block = False
                continue
            yield NewLine()
            if len(files) > 1:
                yield from self.file_head(file)
            yield from self.file(file)
            after_block = True
        if collapse:
            yield NewLine()
            yield paragraph(messages.ALSO_PASSED.fill(count=len(quiet)).in_(self.lang))

    def silent_file(self, file: FileReport) -> RenderableType:
        colon = messages.COLON.in_(self.lang)
        text = (
            f"{display_path(file.path, self.lang)}{colon}{sheet_count(len(file.sheets), self.lang)}"
        )
        return label_table([(self.sign(file.verdict), WrappedText(text))])

    def file_head(self, file: FileReport) -> Iterator[RenderableType]:
        yield Rule(characters=self.symbols.heavy, style="dim")
        name = WrappedText(display_path(file.path, self.lang), "strong")
        yield label_table([(WrappedText(*self.word(file.verdict)), name)], 1)
        yield NewLine()

    def file(self, file: FileReport) -> Iterator[RenderableType]:
        shown = self.report.visible(file)
        for found in shown:
            if found.sheet is None:
                yield from finding_block(found, file, self.lang, self.width, self.symbols)
        for sheet in file.sheets:
            if sheet.position:
                yield NewLine()
            yield from self.sheet_head(sheet, len(file.sheets))
            yield from self.findings(file, [f for f in shown if f.sheet == sheet.position])

    def findings(self, file: FileReport, found: list[ReportedFinding]) -> Iterator[RenderableType]:
        if not found:
            yield NewLine()
            yield paragraph(messages.NO_FINDINGS.in_(self.lang), _INDENT, "dim")
        # Infos come last: errors and warnings are what has to be corrected.
        before = None
        for item in sorted(found, key=lambda f: f.severity == INFO):
            if before is None or not (fits_one_line(before) and fits_one_line(item)):
                yield NewLine()
            yield from finding_block(item, file, self.lang, self.width, self.symbols, before)
            before = item

    def across(self) -> Iterator[RenderableType]:
        """The findings across sheets, and the checks across sheets that did not run."""
        found, skipped = self.report.visible_batch, self.report.batch_skipped
        if not (found or skipped):
            return
        yield NewLine()
        yield Rule(characters=self.symbols.heavy, style="dim")
        yield paragraph(messages.ACROSS.in_(self.lang), 1, "strong")
        if not found:
            yield NewLine()
            yield paragraph(messages.NO_FINDINGS.in_(self.lang), _INDENT, "dim")
        for item in found:
            yield NewLine()
            yield from finding_block(item, None, self.lang, self.width, self.symbols)
        if skipped:
            yield NewLine()
        for skip in skipped:
            text = messages.NOT_RUN.fill(code=skip.code, reason=skip.reason)
            yield paragraph(text.in_(self.lang), _INDENT, "dim")

    def sheet_head(self, sheet: SheetReport, count: int) -> Iterator[RenderableType]:
        """A rule with the project's name and verdict; below it unit, year, total and profile."""
        number = f"{sheet.position + 1}/{count} " if count > 1 else ""
        called = sheet.project or ("" if sheet.about_project else sheet.title)
        name = number + (visible(called) or messages.UNNAMED.in_(self.lang))
        verdict = self.word(sheet.verdict)
        if cell_len(f"── {name} ─ {verdict[0]} ──") <= self.width:
            yield titled_rule([(name, "strong")], [verdict], self.symbols)
        else:
            yield titled_rule([], [verdict], self.symbols)
            yield paragraph(name, _INDENT, "strong")
        dot = f" {self.symbols.dot} "
        who = [sheet.unit]
        if sheet.year is not None:
            who.append(messages.YEAR.fill(year=sheet.year).in_(self.lang))
        if sheet.total is not None:
            who.append(messages.TOTAL.fill(total=sheet.total).in_(self.lang))
        yield paragraph(dot.join(part for part in who if part), _INDENT)
        why = messages.PROFILE.fill(profile=sheet.profile, reason=sheet.profile_reason)
        yield paragraph(why.in_(self.lang), _INDENT, "dim")

    def next_step(self) -> Iterator[RenderableType]:
        """The next step for the reader: correct and check again, or verify the warnings."""
        if self.report.crashed:
            yield paragraph(messages.CRASHED.in_(self.lang), 2, "error")
        left = [f for f in self.report.all_findings() if f.waived is None]
        first = next((f for f in left if f.severity == ERROR), None)
        first = first or next(iter(left), None)
        if self.report.verdict == FAIL and first is not None:
            yield paragraph(messages.NEXT_FAIL.fill(code=first.check.code).in_(self.lang), 2)
        elif self.report.count(WARNING):
            counts = severity_counts({WARNING: self.report.count(WARNING)}, self.lang)
            yield paragraph(messages.NEXT_PASS.fill(counts=counts).in_(self.lang), 2)
