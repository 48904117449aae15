"""Opens every file of a run, checks its sheets and makes the report.

What goes wrong with one file is a result of that file; the others are still checked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from sheetlint import __version__
from sheetlint.intake.content import read_content
from sheetlint.intake.source import Source
from sheetlint.messages.text import Text
from sheetlint.profiles import Choice
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.rules.causes import Explanation
from sheetlint.rules.check import EACH_CRASH, Crash, FileReading
from sheetlint.rules.engine import ResolvedFinding, check_file, crash_findings
from sheetlint.run.examine import examine_sheet
from sheetlint.run.open_file import OpenedFile, open_file
from sheetlint.run.passed_over import why_configuration, why_not_opened, why_passed_over
from sheetlint.run.plan import Plan
from sheetlint.run.profile_panels import ProfilePanels
from sheetlint.run.report_findings import Fingerprints, report_finding, report_sheet_findings
from sheetlint.run.results import (
    FAIL,
    PASS,
    FileContent,
    FileReport,
    Report,
    ReportedFinding,
    SheetReport,
    Skipped,
)
from sheetlint.run.waive import waive
from sheetlint.sandbox.bounds import Stopped, run_within
from sheetlint.sandbox.pdf_process import PdfProcess
from sheetlint.sheet.sheet import PROJECT, Sheet
from sheetlint.sheet.tables import Unreadable
from sheetlint.sheet.value import Value
from sheetlint.sheet.where import Where

_FILE = Where(("文件",))
_READING_CHECK = "RD001"
_OVERRULED = Text(
    "{reason}；{codes} 为该口径必查项，不能关闭或降级",
    "{reason}; {codes} cannot be switched off or made milder here",
)


def check_files(sources: Iterable[Source], plan: Plan, rules_sha256: str = "") -> Report:
    """The report on all files, in the order given."""
    return make_report(check_each(sources, plan), plan, rules_sha256)


def check_each(sources: Iterable[Source], plan: Plan) -> Iterator[FileReport]:
    """The reports on the files, one after the other, each checked when it is asked for.

    An archive itself is reported only where none of the files in it is.
    """
    reported_archives: set[str | bytes | None] = set()
    panels = ProfilePanels(plan.registry, plan.decision)
    with PdfProcess(plan.bounds) as pdf_process:
        for source in sources:
            if source.expanded and source.archive in reported_archives:
                continue
            file = check_source(source, plan, panels, pdf_process)
            if not file.passed_over:
                reported_archives.add(source.archive)
            yield file


def make_report(checked: Iterable[FileReport], plan: Plan, rules_sha256: str = "") -> Report:
    """The report of a run, made of the reports on its files."""
    files = tuple(checked)
    failed = any(file.verdict == FAIL for file in files)
    return Report(
        __version__,
        rules_sha256,
        files,
        FAIL if failed else PASS,
        plan.decision.show,
        plan.decision.fail_on,
    )


def check_source(
    source: Source,
    plan: Plan,
    panels: ProfilePanels | None = None,
    pdf_process: PdfProcess | None = None,
) -> FileReport:
    """The report on one file, with its waivers applied.

    ``panels`` and ``pdf_process`` are those of the files before it; new ones are made where they are None.
    """
    if pdf_process is None:
        with PdfProcess(plan.bounds) as pdf_process:
            return check_source(source, plan, panels, pdf_process)
    panels = panels or ProfilePanels(plan.registry, plan.decision)
    return waive(_check_source(source, plan, panels, pdf_process), plan.waivers, plan.decision)


def _check_source(
    source: Source, plan: Plan, panels: ProfilePanels, pdf_process: PdfProcess
) -> FileReport:
    configured = (*plan.configuration.checks, *plan.configuration.profiles)
    not_opened = why_not_opened(source, plan.only_sheets) or why_configuration(source, configured)
    if not_opened is not None:
        return _report_passed_over(source, b"", not_opened)
    at = Value("file", source.path, where=_FILE)
    data = b""

    def open_and_check() -> FileReport:
        nonlocal data
        data = read_content(source, plan.bounds)
        file = open_file(source, data, plan.bounds, pdf_process, plan.lexicon)
        return _check_opened(source, plan, panels, at, file)

    try:
        try:
            return run_within(plan.bounds, open_and_check)
        except Unreadable as error:
            reason = why_passed_over(source, plan.only_sheets, error)
            if reason is not None:
                return _report_passed_over(source, data, reason)
            reading = FileReading(at, (error.reason, error.hint))
            file = run_within(plan.bounds, lambda: _report_reading(source, plan, data, reading))
            return file._replace(stopped=isinstance(error, Stopped))
    except Exception as error:
        # A bug in the tool must not cost the user the results of the other files.
        crash = Crash(_READING_CHECK, f"{type(error).__name__}: {error}", at)
        found = crash_findings(crash, plan.registry, plan.decision)
        findings = _report_file_findings(found, source, data)
        return _report_without_sheets(source, data, findings=findings, failed=True, crashed=True)


def report_unfinished(source: Source, plan: Plan, reason: Text, hint: Text) -> FileReport:
    """The report on a file whose check was never finished: the process that worked on it died."""
    reading = FileReading(Value("file", source.path, where=_FILE), (reason, hint))
    return _report_reading(source, plan, b"", reading)._replace(stopped=True)


def _check_opened(
    source: Source, plan: Plan, panels: ProfilePanels, at: Value, file: OpenedFile
) -> FileReport:
    reason = None if file.sheets else why_passed_over(source, plan.only_sheets, file)
    if reason is not None:
        return _report_passed_over(source, file.data, reason, file.format)
    reading = FileReading(
        at,
        None,
        len(file.sheets),
        file.empty_forms,
        file.hidden,
        file.note,
        file.listed,
        tuple([sheet.project for sheet in file.sheets]),
    )
    fingerprints = Fingerprints(source, file.data)
    found = check_file(reading, plan.registry, plan.decision)
    findings = [report_finding(Explanation(f), fingerprints) for f in found]
    sheets: list[SheetReport] = []
    skipped: list[Skipped] = []
    checks_run = 0
    check_crashed = False
    digest = sha256(file.data).hexdigest() if file.data else ""
    for index, sheet in enumerate(file.sheets):
        choice = plan.profile or plan.profiles.choose(sheet)
        profile_panel = panels.of(choice.profile)
        ready, outcome, explained = examine_sheet(sheet, choice, profile_panel.panel)
        of_sheet = report_sheet_findings(
            explained, ready, index, fingerprints, has_cell_addresses(file.format)
        )
        findings += of_sheet
        skipped += [Skipped(skip.code, index, skip.reason) for skip in outcome.skipped]
        checks_run += outcome.run
        check_crashed = check_crashed or any(f.check.scope == EACH_CRASH for f in outcome.found)
        verdict = _verdict(of_sheet, plan)
        sheet_report = _report_sheet(ready, index, choice, verdict, profile_panel.overruled_codes)
        if plan.keep_summaries:
            from sheetlint.crosscheck.summarise import summarise

            summary = summarise(ready, source.path, index, digest, choice.profile.id)
            sheet_report = sheet_report._replace(summary=summary)
        sheets.append(sheet_report._replace(sheet=ready) if plan.keep_content else sheet_report)
    return FileReport(
        source.path,
        digest,
        file.format,
        tuple(sheets),
        tuple(findings),
        tuple(skipped),
        checks_run,
        _verdict(findings, plan),
        crashed=check_crashed,
        content=FileContent(file.data, file.document) if plan.keep_content else None,
    )


def _report_sheet(
    sheet: Sheet, index: int, choice: Choice, verdict: str, overruled: tuple[str, ...]
) -> SheetReport:
    """``overruled``: codes of checks that the user switched off and the profile insists on."""
    total = sheet.total.score
    return SheetReport(
        index,
        sheet.title.text,
        None if sheet.year.number is None else int(sheet.year.number),
        sheet.project.text,
        sheet.unit.text,
        None if total.number is None else f"{total.number:f}",
        choice.profile.id,
        _OVERRULED.fill(reason=choice.reason, codes="、".join(overruled))
        if overruled
        else choice.reason,
        verdict,
        sheet.family == PROJECT,
        sheet.department.text,
    )


def _report_reading(source: Source, plan: Plan, data: bytes, reading: FileReading) -> FileReport:
    """The report on a file that gave no sheets, with the findings about the reading of it."""
    found = check_file(reading, plan.registry, plan.decision)
    findings = _report_file_findings(found, source, data)
    failed = _verdict(findings, plan) == FAIL
    return _report_without_sheets(source, data, findings=findings, failed=failed)


def _report_passed_over(
    source: Source, data: bytes, reason: Text, file_format: str = ""
) -> FileReport:
    file = _report_without_sheets(source, data, file_format, passed_over=True)
    return file._replace(reason=reason)


def _report_file_findings(
    found: Iterable[ResolvedFinding], source: Source, data: bytes
) -> list[ReportedFinding]:
    fingerprints = Fingerprints(source, data)
    return [report_finding(Explanation(f), fingerprints) for f in found]


def _report_without_sheets(
    source: Source,
    data: bytes,
    file_format: str = "",
    *,
    findings: Iterable[ReportedFinding] = (),
    failed: bool = False,
    passed_over: bool = False,
    crashed: bool = False,
) -> FileReport:
    return FileReport(
        source.path,
        sha256(data).hexdigest() if data else "",
        file_format,
        (),
        tuple(findings),
        (),
        0,
        FAIL if failed else PASS,
        passed_over=passed_over,
        crashed=crashed,
    )


def _verdict(findings: Iterable[ReportedFinding], plan: Plan) -> str:
    return FAIL if any(plan.decision.fails(found.severity) for found in findings) else PASS
