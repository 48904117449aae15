"""A corrected copy is read again before anybody gets it: it must say what was meant, no more."""

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
    """What is not as it was meant; None where everything is."""
    report = check_source(Source(file.report.path, data=data), plan, panels)
    if report.format != file.report.format or len(report.sheets) != len(file.sheets):
        return messages.OTHER_SHEETS
    again = find_file_fixes(report, plan, panels, unsafe, codes)
    for meant, read in zip(file.sheets, again.sheets, strict=True):
        problem = _other_values(meant, read.report.sheet) or _other_findings(meant, read)
        if problem is not None:
            return problem
    return None


def _other_values(meant: SheetFixes, read: Sheet | None) -> Text | None:
    """Cells that were put right mean what they should, all others print what they printed."""
    assert meant.report.sheet is not None
    assert read is not None
    put = {proposal.path for proposal in meant.result.proposals}
    old, new = list(meant.report.sheet.values()), list(read.values())
    if [value.path for value in old] != [value.path for value in new]:
        return messages.OTHER_SHEETS
    for before, after in zip(old, new, strict=True):
        right = meant.result.sheet.get(before.path) if before.path in put else before
        assert right is not None
        if not _same(right, after, before.path in put):
            return messages.OTHER_VALUE.fill(place=before.where.label_text, printed=after.raw)
    return None


def _same(right: Value, read: Value, put: bool) -> bool:
    if put and right.number is not None:
        return read.number == right.number
    return (read.raw, read.state, read.number) == (right.raw, right.state, right.number)


def _other_findings(meant: SheetFixes, read: SheetFixes) -> Text | None:
    for proposal in meant.result.proposals:
        if (proposal.check.code, proposal.path) in read.result.found_before:
            return messages.STILL_FOUND.fill(code=proposal.check.code)
    if read.result.proposals:
        return messages.STILL_FOUND.fill(code=read.result.proposals[0].check.code)
    for code, _ in sorted(read.result.errors_before - meant.result.errors_before):
        return messages.NEW_ERROR.fill(code=code)
    return None
