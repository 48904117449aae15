"""The report for people: the verdict first and last, every sheet with who it is, every finding.

It is laid out as lines of plain text first; colours come last and only repeat what is written.
"""

from __future__ import annotations

from collections.abc import Iterator

from sheetlint.check import ERROR, INFO, WARNING
from sheetlint.locale import report as words
from sheetlint.report.counting import counted, named, sheets
from sheetlint.report.ending import ending
from sheetlint.report.finding import finding, says_all
from sheetlint.report.lines import (
    BLANK,
    UNICODE,
    Line,
    Signs,
    Span,
    hanging,
    painted,
    paragraph,
    plain,
    width_of,
)
from sheetlint.report.visible import visible
from sheetlint.report.wrap import cell_width
from sheetlint.results import FAIL, FileReport, Report, Reported, SheetReport

_WIDEST = 120
"""Longer lines than this are hard to follow, however wide the window is."""
_MANY = 10
"""So many files that pass without a word are listed; of more only the number is said."""


def render(
    report: Report,
    lang: str,
    width: int,
    *,
    colour: bool = False,
    verbose: bool = False,
    signs: Signs = UNICODE,
) -> str:
    page = _Page(report, lang, min(width, _WIDEST), verbose, signs)
    lines = [*page.head(), *page.body(), *ending(report, lang, page.width, verbose, signs)]
    lines += [BLANK, *page.verdict(page.counts()), *page.next_step()]
    return painted(lines) if colour else plain(lines)


class _Page:
    """What all parts of the page are written with."""

    def __init__(self, report: Report, lang: str, width: int, verbose: bool, signs: Signs) -> None:
        self.report, self.lang, self.width = report, lang, width
        self.verbose, self.signs = verbose, signs

    def head(self) -> list[Line]:
        files = self.report.checked
        if len(files) == 1:
            what = named(files[0].path, self.lang)
        else:
            what = words.FILES.fill(count=len(files)).in_(self.lang)
        colon, comma = words.COLON.in_(self.lang), words.AND.in_(self.lang)
        held = sheets(self.report.sheets, self.lang)
        return self.verdict(f"{what}{colon}{held}{comma}{self.counts()}")

    def verdict(self, text: str) -> list[Line]:
        """``✗ 不通过  …``, the first line and the last but one."""
        failed = self.report.verdict == FAIL
        word = (words.FAIL if failed else words.PASS).in_(self.lang)
        sign = self.signs.cross if failed else self.signs.tick
        label = Span(f"{sign} {word}", "fail" if failed else "pass")
        return hanging(label, text, self.width, 0, cell_width(label.text) + 2)

    def counts(self) -> str:
        """``1 个错误、3 个警告``, or that there is nothing."""
        said = counted({s: self.report.count(s) for s in (ERROR, WARNING, INFO)}, self.lang)
        text = said or words.NO_FINDINGS.in_(self.lang)
        if self.report.fail_on != ERROR:
            severity = words.SEVERITY[self.report.fail_on]
            text += f"（{words.FAILS_ON.fill(severity=severity).in_(self.lang)}）"
        return text

    def body(self) -> Iterator[Line]:
        files = self.report.checked
        quiet = [f for f in files if not self.report.visible(f) and f.verdict != FAIL]
        collapse = len(quiet) > _MANY and not self.verbose
        after_block = True
        for file in files:
            if file in quiet and len(files) > 1:
                if not collapse:
                    if after_block:
                        yield BLANK
                    yield from self.silent_file(file)
                    after_block = False
                continue
            yield BLANK
            if len(files) > 1:
                yield from self.file_head(file)
            yield from self.file(file)
            after_block = True
        if collapse:
            yield BLANK
            text = words.ALSO_PASSED.fill(count=len(quiet)).in_(self.lang)
            yield from paragraph(text, self.width)

    def silent_file(self, file: FileReport) -> list[Line]:
        label = Span(f"{self.signs.tick} {words.PASS.in_(self.lang)}", "pass")
        colon = words.COLON.in_(self.lang)
        text = f"{named(file.path, self.lang)}{colon}{sheets(len(file.sheets), self.lang)}"
        return hanging(label, text, self.width, 0, cell_width(label.text) + 2)

    def file_head(self, file: FileReport) -> Iterator[Line]:
        yield (Span(self.signs.heavy * self.width, "dim"),)
        failed = file.verdict == FAIL
        word = (words.FAIL if failed else words.PASS).in_(self.lang)
        label = Span(word, "fail" if failed else "pass")
        yield from hanging(
            label, named(file.path, self.lang), self.width, 1, cell_width(word) + 2, "strong"
        )
        yield BLANK

    def file(self, file: FileReport) -> Iterator[Line]:
        shown = self.report.visible(file)
        for found in shown:
            if found.sheet is None:
                yield from finding(found, file, self.lang, self.width, self.signs)
        for sheet in file.sheets:
            if sheet.position:
                yield BLANK
            yield from self.sheet_head(sheet, len(file.sheets))
            yield from self.findings(file, [f for f in shown if f.sheet == sheet.position])

    def findings(self, file: FileReport, found: list[Reported]) -> Iterator[Line]:
        if not found:
            yield BLANK
            yield (Span("   "), Span(words.NO_FINDINGS.in_(self.lang), "dim"))
        # Remarks come last: a person looks for what he has to do.
        before = None
        for item in sorted(found, key=lambda f: f.severity == INFO):
            if before is None or not (says_all(before) and says_all(item)):
                yield BLANK
            yield from finding(item, file, self.lang, self.width, self.signs, before)
            before = item

    def sheet_head(self, sheet: SheetReport, count: int) -> Iterator[Line]:
        """A rule with the project's name, and below it who the sheet is."""
        rule = self.signs.rule
        number = f"{sheet.position + 1}/{count} " if count > 1 else ""
        name = visible(sheet.project) or words.UNNAMED.in_(self.lang)
        failed = sheet.verdict == FAIL
        word = (words.FAIL if failed else words.PASS).in_(self.lang)
        end = (Span(f" {word} ", "fail" if failed else "pass"), Span(rule * 2, "dim"))
        start = (Span(f"{rule * 2} ", "dim"), Span(f"{number}{name} ", "strong"))
        room = self.width - width_of(start) - width_of(end)
        if room >= 0:
            yield (*start, Span(rule * room, "dim"), *end)
        else:
            yield (Span(rule * (self.width - width_of(end)), "dim"), *end)
            yield from paragraph(f"{number}{name}", self.width, 3, "strong")
        dot = f" {self.signs.dot} "
        who = [sheet.unit]
        if sheet.year is not None:
            who.append(words.YEAR.fill(year=sheet.year).in_(self.lang))
        if sheet.total is not None:
            who.append(words.TOTAL.fill(total=sheet.total).in_(self.lang))
        yield from paragraph(dot.join(part for part in who if part), self.width, 3)
        why = words.PROFILE.fill(profile=sheet.profile, reason=sheet.profile_reason)
        yield from paragraph(why.in_(self.lang), self.width, 3, "dim")

    def next_step(self) -> list[Line]:
        """What to do now, for somebody who reads nothing but the end."""
        lines: list[Line] = []
        if self.report.crashed:
            lines += paragraph(words.CRASHED.in_(self.lang), self.width, 2, "error")
        first = next((f for _, f in self.report.findings() if f.severity == ERROR), None)
        first = first or next((f for _, f in self.report.findings()), None)
        if self.report.verdict == FAIL and first is not None:
            text = words.NEXT_FAIL.fill(code=first.check.code)
            lines += paragraph(text.in_(self.lang), self.width, 2)
        elif self.report.count(WARNING):
            counts = counted({WARNING: self.report.count(WARNING)}, self.lang)
            lines += paragraph(words.NEXT_PASS.fill(counts=counts).in_(self.lang), self.width, 2)
        return lines
