"""Checking a corrected copy before it is written: it must contain the corrections and no more."""

from __future__ import annotations

from collections.abc import Callable

from sheetlint.correct.file_fixes import FileFixes, SheetFixes, find_file_fixes
from sheetlint.intake.source import Source
from sheetlint.messages import fix as messages
from sheetlint.messages.text import Text
from sheetlint.rules.check import Check
from sheetlint.run.check_files import check_source
from sheetlint.run.plan import Plan
from sheetlint.run.profile_panels import ProfilePanels
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value


def find_problem(
    data: bytes,
    file: FileFixes,
    plan: Plan,
    panels: ProfilePanels,
    unsafe: bool,
    codes: Callable[[Check], bool],
) -> Text | None:
    """Why the copy ``data`` is not as planned; None where it is."""
    report = check_source(Source(file.report.path, data=data), plan, panels)
    if report.format != file.report.format or len(report.sheets) != len(file.sheets):
        return messages.OTHER_SHEETS
    again = find_file_fixes(report, plan, panels, unsafe, codes)
    for planned, actual in zip(file.sheets, again.sheets, strict=True):
        problem = _other_values(planned, actual.report.sheet) or _other_findings(planned, actual)
        if problem is not None:
            return problem
    return None


def _other_values(planned: SheetFixes, actual: Sheet | None) -> Text | None:
    """A corrected cell must have its new value, every other cell print what it printed."""
    assert planned.report.sheet is not None
    assert actual is not None
    corrected = {proposal.path for proposal in planned.result.proposals}
    old, new = list(planned.report.sheet.values()), list(actual.values())
    if [value.path for value in old] != [value.path for value in new]:
        return messages.OTHER_SHEETS
    for before, after in zip(old, new, strict=True):
        expected = planned.result.sheet.get(before.path) if before.path in corrected else before
        assert expected is not None
        if not _same_value(expected, after, before.path in corrected):
            return messages.OTHER_VALUE.fill(place=before.where.label_text, printed=after.raw)
    return None


def _same_value(expected: Value, actual: Value, corrected: bool) -> bool:
    if corrected and expected.number is not None:
        return actual.number == expected.number
    return (actual.raw, actual.state, actual.number) == (
        expected.raw,
        expected.state,
        expected.number,
    )


def _other_findings(planned: SheetFixes, actual: SheetFixes) -> Text | None:
    """The corrected findings must be gone, and no error may be new."""
    for proposal in planned.result.proposals:
        if (proposal.check.code, proposal.path) in actual.result.found_before:
            return messages.STILL_FOUND.fill(code=proposal.check.code)
    if actual.result.proposals:
        return messages.STILL_FOUND.fill(code=actual.result.proposals[0].check.code)
    for code, _ in sorted(actual.result.errors_before - planned.result.errors_before):
        return messages.NEW_ERROR.fill(code=code)
    return None
