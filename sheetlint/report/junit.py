"""The report as JUnit XML: a suite a file, a test case a sheet.

A sheet passes or fails as a test does, so the numbers that CI servers show are those of sheets, and
a sheet put right is a test put right.  What was found in it is the text of its one failure: of
several, GitLab shows the first.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from xml.etree import ElementTree as Xml

from sheetlint.messages import machine_reports
from sheetlint.messages import report as messages
from sheetlint.messages.visible import visible
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.report.place_texts import place_text, repository_path
from sheetlint.report.summary_texts import severity_counts
from sheetlint.rules.check import EACH_CRASH, SEVERITIES
from sheetlint.rules.decide import reaches
from sheetlint.run.results import FileReport, Report, ReportedFinding

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
FAILURE = "failure"
ERROR = "error"
_DOT = "．"


class _Case(NamedTuple):
    """A sheet, a file as a whole, or all sheets together."""

    file: FileReport | None
    name: str
    failing: tuple[ReportedFinding, ...]
    others: tuple[ReportedFinding, ...]

    @property
    def outcome(self) -> str:
        """``error`` where the tool itself failed; empty where the sheet passes."""
        if any(found.check.scope == EACH_CRASH for found in self.failing):
            return ERROR
        return FAILURE if self.failing else ""


def render(report: Report, lang: str) -> str:
    suites = [(file.path, list(_cases(report, file, lang))) for file in report.checked]
    if report.batch:
        across = messages.ACROSS.in_(lang)
        suites.append((across, [_case(report, None, report.batch, across)]))
    root = Xml.Element("testsuites", name="sheetlint")
    root.attrib |= _totals([case for _, cases in suites for case in cases])
    for path, cases in suites:
        suite = Xml.SubElement(root, "testsuite", {"name": visible(path)} | _totals(cases))
        for case in cases:
            _add_case(suite, case, _class(path), lang)
    Xml.indent(root)
    return _HEAD + Xml.tostring(root, encoding="unicode") + "\n"


def _totals(cases: Sequence[_Case]) -> dict[str, str]:
    outcomes = [case.outcome for case in cases]
    return {
        "tests": str(len(cases)),
        "failures": str(outcomes.count(FAILURE)),
        "errors": str(outcomes.count(ERROR)),
    }


def _cases(report: Report, file: FileReport, lang: str) -> Iterator[_Case]:
    by_sheet: dict[int | None, list[ReportedFinding]] = {}
    for found in file.findings:
        by_sheet.setdefault(found.sheet, []).append(found)
    whole = _case(report, file, by_sheet.get(None, ()), machine_reports.WHOLE_FILE.in_(lang))
    if whole.failing or whole.others or not file.sheets:
        yield whole
    for sheet in file.sheets:
        name = sheet.project or messages.UNNAMED.in_(lang)
        findings = by_sheet.get(sheet.position, ())
        yield _case(report, file, findings, f"{sheet.position + 1} {name}")


def _case(
    report: Report, file: FileReport | None, findings: Iterable[ReportedFinding], name: str
) -> _Case:
    found = [f for f in findings if f.waived is None]
    failing = tuple(f for f in found if reaches(f.severity, report.fail_on))
    milder = (f for f in found if not reaches(f.severity, report.fail_on))
    return _Case(file, name, failing, tuple(f for f in milder if reaches(f.severity, report.shown)))


def _add_case(suite: Xml.Element, case: _Case, where: str, lang: str) -> None:
    named = {"name": visible(case.name), "classname": where}
    element = Xml.SubElement(suite, "testcase", named)
    if case.outcome:
        counts = {s: sum(f.severity == s for f in case.failing) for s in reversed(SEVERITIES)}
        phrase = f"{severity_counts(counts, lang)}{messages.COLON.in_(lang)}{case.failing[0].message.in_(lang)}"
        why = {"type": case.failing[0].check.code, "message": visible(phrase)}
        Xml.SubElement(element, case.outcome, why).text = _list(case.failing, case.file, lang)
    if case.others:
        Xml.SubElement(element, "system-out").text = _list(case.others, case.file, lang)


def _class(path: str) -> str:
    """Folder and file.  Servers take what stands before the last full stop for a package, so the
    other ones give way to full stops of full width."""
    folder, name = posixpath.split(repository_path(path))
    parts = [part.replace(".", _DOT) for part in (folder, name) if part]
    return visible(".".join(parts))


def _list(findings: Sequence[ReportedFinding], file: FileReport | None, lang: str) -> str:
    blocks = [map(visible, _lines(found, file, lang)) for found in findings]
    return "\n\n".join("\n  ".join(block) for block in blocks)


def _lines(found: ReportedFinding, file: FileReport | None, lang: str) -> Iterator[str]:
    severity = messages.SEVERITY[found.severity].in_(lang)
    yield f"{severity} {found.check.code} {found.check.name}  {found.check.title.in_(lang)}"
    yield found.message.in_(lang)
    if file is None:
        yield f"{messages.AT.in_(lang)}  {found.where.label_text}"
    elif found.sheet is not None:
        yield f"{messages.AT.in_(lang)}  {place_text(found.where, lang, has_cell_addresses(file.format))}"
    if found.formula:
        yield f"{messages.FORMULA.in_(lang)}  {found.formula}"
    if found.hint is not None:
        yield f"{messages.HINT.in_(lang)}  {found.hint.in_(lang)}"
