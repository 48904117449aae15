"""What can be put right in a file, sheet by sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sheetlint.correct.fixes import FixOptions, FixResult, Key, Proposal, find_fixes
from sheetlint.profiles import Profile
from sheetlint.recognise.reading_log import locate
from sheetlint.rules.check import Check
from sheetlint.run.examine import ExaminedSheet, examine_changed_sheet
from sheetlint.run.plan import Plan
from sheetlint.run.profile_panels import ProfilePanels
from sheetlint.run.results import FileReport, SheetReport
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.tables import Cell


class SheetFixes(NamedTuple):
    """One sheet of the file."""

    report: SheetReport
    result: FixResult
    cells: Mapping[str, Cell] = {}
    """The file's own cells of what is to be changed, by path, where the file has cells."""


class FileFixes(NamedTuple):
    """One file; its report keeps what was read."""

    report: FileReport
    sheets: tuple[SheetFixes, ...]

    @property
    def proposals(self) -> list[Proposal]:
        return [proposal for sheet in self.sheets for proposal in sheet.result.proposals]

    @property
    def remaining(self) -> int:
        """Findings for a person."""
        return sum(len(sheet.result.remaining) for sheet in self.sheets)

    @property
    def unsafe_count(self) -> int:
        """How many more there would be with what is likely and not certain."""
        return sum(sheet.result.unsafe_count for sheet in self.sheets)


def find_file_fixes(
    file: FileReport,
    plan: Plan,
    panels: ProfilePanels,
    unsafe: bool,
    codes: Callable[[Check], bool],
) -> FileFixes:
    """Of a file that was checked by the plan, and whose sheets were kept."""
    sheets: list[SheetFixes] = []
    for who in file.sheets:
        assert who.sheet is not None
        choice = plan.profile or plan.profiles.choose(who.sheet)
        look = _looking(choice.profile, panels)
        wanted = FixOptions(unsafe, codes, _waived(file, who.position))
        outcome = find_fixes(who.sheet, look, wanted)
        sheets.append(SheetFixes(who, outcome, _cells(file, who.sheet, outcome)))
    return FileFixes(file, tuple(sheets))


def _cells(file: FileReport, sheet: Sheet, outcome: FixResult) -> Mapping[str, Cell]:
    kept, extent = file.content, sheet.extent
    if not outcome.proposals or kept is None or kept.document is None or extent is None:
        return {}
    rows = kept.document.tables[extent.table].rows
    cells = {
        locate(row, cell.column): cell
        for index in extent.rows
        for row in [rows[index]]
        for cell in row.cells
    }
    found = {p.path: cells.get(p.where._replace(label=())) for p in outcome.proposals}
    return {path: cell for path, cell in found.items() if cell is not None}


def _looking(profile: Profile, panels: ProfilePanels) -> Callable[[Sheet], ExaminedSheet]:
    panel = panels.of(profile).panel
    return lambda sheet: examine_changed_sheet(sheet, profile, panel)


def _waived(file: FileReport, position: int) -> frozenset[Key]:
    return frozenset(
        (found.check.code, found.path)
        for found in file.findings
        if found.sheet == position and found.waived is not None
    )
