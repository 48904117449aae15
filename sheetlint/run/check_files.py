"""The run: every file opened, its sheets checked, everything that was found put into a report.

What goes wrong with one file is a result of that file; the others go on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from sheetlint import __version__
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.intake.content import content
from sheetlint.intake.source import Source
from sheetlint.messages.text import Text
from sheetlint.profiles import Choice, Profiles
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.rules.causes import Explained
from sheetlint.rules.check import EACH_CRASH, Crash, FileReading
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import Found, check_file, crashed
from sheetlint.rules.registry import Registry
from sheetlint.rules.waivers import Waivers
from sheetlint.run.examine import examined
from sheetlint.run.opening import Opened, opened
from sheetlint.run.passed_over import passed_over
from sheetlint.run.profile_panels import Panels
from sheetlint.run.reported import Fingerprints, for_sheet, reported
from sheetlint.run.results import (
    FAIL,
    PASS,
    FileReport,
    Kept,
    Report,
    Reported,
    SheetReport,
    Skipped,
)
from sheetlint.run.waive import waive
from sheetlint.sandbox.bounds import DEFAULT, Bounds, Stopped, within
from sheetlint.sandbox.pdf_process import Apart
from sheetlint.sheet.sheet import PROJECT, Sheet
from sheetlint.sheet.tables import Unreadable
from sheetlint.sheet.value import Value
from sheetlint.sheet.where import Where

_THE_FILE = Where(("文件",))
_READING = "RD001"


class Plan(NamedTuple):
    """What is wanted of a run, loaded: the checks, the profiles, the vocabulary."""

    registry: Registry
    decision: Decision
    profiles: Profiles
    profile: Choice | None = None
    """The profile for all sheets; each chooses its own where there is none."""
    only_sheets: bool = False
    """Files that have nothing to do with self-evaluation are passed over, even if named."""
    waivers: Waivers = Waivers()
    bounds: Bounds = DEFAULT
    """What each file may cost."""
    lexicon: Lexicon | None = None
    """The vocabulary with the place's own labels; the shipped one where there is none."""
    keep: bool = False
    """Sheets, tables and bytes stay in the report, for what shows or changes them."""
    summaries: bool = False
    """What is known of each sheet stays in the report, for the checks across sheets."""


def plan_of(configuration: RunConfiguration, *, summaries: bool = False) -> Plan:
    """Loads what the configuration names.  Raises BadPlugin and BadProfile."""
    registry, profiles = configuration.load_registry(), configuration.load_profiles()
    return Plan(
        registry,
        configuration.decision,
        profiles,
        configuration.load_profile(profiles),
        configuration.only_sheets,
        configuration.waivers,
        configuration.bounds,
        configuration.load_lexicon(),
        summaries=summaries,
    )


def run(sources: Iterable[Source], plan: Plan, rules_sha256: str = "") -> Report:
    """All files, in the order given."""
    return gathered(each(sources, plan), plan, rules_sha256)


def each(sources: Iterable[Source], plan: Plan) -> Iterator[FileReport]:
    """One file after the other."""
    told: set[str | bytes | None] = set()
    panels = Panels(plan.registry, plan.decision)
    with Apart(plan.bounds) as apart:
        for source in sources:
            if source.listed and source.archive in told:
                continue
            file = check_source(source, plan, panels, apart)
            if not file.passed_over:
                told.add(source.archive)
            yield file


def gathered(checked: Iterable[FileReport], plan: Plan, rules_sha256: str = "") -> Report:
    """What became of the files, as the report on them."""
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
    source: Source, plan: Plan, panels: Panels | None = None, apart: Apart | None = None
) -> FileReport:
    """One file through everything; ``panels`` and ``apart`` are those of the files before it."""
    if apart is None:
        with Apart(plan.bounds) as apart:
            return check_source(source, plan, panels, apart)
    panels = panels or Panels(plan.registry, plan.decision)
    return waive(_check_source(source, plan, panels, apart), plan.waivers, plan.decision)


def _check_source(source: Source, plan: Plan, panels: Panels, apart: Apart) -> FileReport:
    at = Value("file", source.path, where=_THE_FILE)
    data = b""

    def work() -> FileReport:
        nonlocal data
        data = content(source, plan.bounds)
        return _checked(
            source, plan, panels, at, opened(source, data, plan.bounds, apart, plan.lexicon)
        )

    try:
        try:
            return within(plan.bounds, work)
        except Unreadable as error:
            if passed_over(source, plan.only_sheets, error):
                return _report(source, data, passed_over=True)._replace(reason=error.reason)
            reading = FileReading(at, (error.reason, error.hint))
            file = within(plan.bounds, lambda: _file_only(source, plan, data, reading))
            return file._replace(stopped=isinstance(error, Stopped))
    except Exception as error:
        # A bug in the tool must not cost the user the results of the other files.
        crash = Crash(_READING, f"{type(error).__name__}: {error}", at)
        said = crashed(crash, plan.registry, plan.decision)
        findings = _alone(said, source, data)
        return _report(source, data, findings=findings, failed=True, crashed=True)


def given_up(source: Source, plan: Plan, reason: Text, hint: Text) -> FileReport:
    """A file whose work was never brought to an end, for a reason that it does not know itself."""
    reading = FileReading(Value("file", source.path, where=_THE_FILE), (reason, hint))
    return _file_only(source, plan, b"", reading)._replace(stopped=True)


def _checked(source: Source, plan: Plan, panels: Panels, at: Value, file: Opened) -> FileReport:
    if not file.sheets and passed_over(source, plan.only_sheets, file):
        return _report(source, file.data, file.format, passed_over=True)
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
    found = check_file(reading, plan.registry, plan.decision)
    fingerprints = Fingerprints(source, file.data)
    findings = [reported(Explained(f), fingerprints) for f in found]
    sheets: list[SheetReport] = []
    skipped: list[Skipped] = []
    checks_run = 0
    broken = False
    digest = sha256(file.data).hexdigest() if file.data else ""
    for index, sheet in enumerate(file.sheets):
        choice = plan.profile or plan.profiles.choose(sheet)
        seat = panels.of(choice.profile)
        ready, outcome, explained = examined(sheet, choice, seat.panel)
        said = for_sheet(explained, ready, index, fingerprints, has_cell_addresses(file.format))
        findings += said
        skipped += [Skipped(skip.code, index, skip.reason) for skip in outcome.skipped]
        checks_run += outcome.run
        broken = broken or any(f.check.scope == EACH_CRASH for f in outcome.found)
        who = _who(ready, index, choice, _verdict(said, plan), seat.insisted)
        if plan.summaries:
            from sheetlint.crosscheck.summarise import summarise

            who = who._replace(
                summary=summarise(ready, source.path, index, digest, choice.profile.id)
            )
        sheets.append(who._replace(sheet=ready) if plan.keep else who)
    return FileReport(
        source.path,
        digest,
        file.format,
        tuple(sheets),
        tuple(findings),
        tuple(skipped),
        checks_run,
        _verdict(findings, plan),
        crashed=broken,
        kept=Kept(file.data, file.document) if plan.keep else None,
    )


_INSISTED = Text(
    "{reason}；{codes} 为该口径必查项，不能关闭或降级",
    "{reason}; {codes} cannot be switched off or made milder here",
)


def _who(
    sheet: Sheet, index: int, choice: Choice, verdict: str, insisted: tuple[str, ...]
) -> SheetReport:
    total = sheet.total.score
    return SheetReport(
        index,
        sheet.title.text,
        None if sheet.year.number is None else int(sheet.year.number),
        sheet.project.text,
        sheet.unit.text,
        None if total.number is None else f"{total.number:f}",
        choice.profile.id,
        _INSISTED.fill(reason=choice.reason, codes="、".join(insisted))
        if insisted
        else choice.reason,
        verdict,
        sheet.family == PROJECT,
        sheet.department.text,
    )


def _file_only(source: Source, plan: Plan, data: bytes, reading: FileReading) -> FileReport:
    findings = _alone(check_file(reading, plan.registry, plan.decision), source, data)
    failed = _verdict(findings, plan) == FAIL
    return _report(source, data, findings=findings, failed=failed)


def _alone(found: Iterable[Found], source: Source, data: bytes) -> list[Reported]:
    fingerprints = Fingerprints(source, data)
    return [reported(Explained(f), fingerprints) for f in found]


def _report(
    source: Source,
    data: bytes,
    kind: str = "",
    *,
    findings: Iterable[Reported] = (),
    failed: bool = False,
    passed_over: bool = False,
    crashed: bool = False,
) -> FileReport:
    """A file without sheets."""
    return FileReport(
        source.path,
        sha256(data).hexdigest() if data else "",
        kind,
        (),
        tuple(findings),
        (),
        0,
        FAIL if failed else PASS,
        passed_over=passed_over,
        crashed=crashed,
    )


def _verdict(findings: Iterable[Reported], plan: Plan) -> str:
    return FAIL if any(plan.decision.fails(found.severity) for found in findings) else PASS
