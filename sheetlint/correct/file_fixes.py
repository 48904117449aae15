"""The corrections of a file, sheet by sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from sheetlint.correct.fix_candidates import FixOptions, Key
from sheetlint.correct.fixes import FixResult, Proposal, find_fixes
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
    """The corrections of one sheet of a file."""

    report: SheetReport
    result: FixResult
    cells: Mapping[str, Cell] = {}
    """The cells of the file that are to be changed, by path, where the file has cells."""


class FileFixes(NamedTuple):
    """The corrections of one file; its report holds the content that was read."""

    report: FileReport
    sheets: tuple[SheetFixes, ...]

    @property
    def proposals(self) -> list[Proposal]:
        return [proposal for sheet in self.sheets for proposal in sheet.result.proposals]

    @property
    def remaining(self) -> int:
        """The number of findings that are left to a person."""
        return sum(len(sheet.result.remaining) for sheet in self.sheets)

    @property
    def unsafe_count(self) -> int:
        """The number of further cells that could be corrected with ``unsafe``."""
        return sum(sheet.result.unsafe_count for sheet in self.sheets)


def find_file_fixes(
    file: FileReport,
    plan: Plan,
    panels: ProfilePanels,
    unsafe: bool,
    codes: Callable[[Check], bool],
) -> FileFixes:
    """The corrections of a file that was checked by ``plan`` with its content and sheets kept."""
    sheets: list[SheetFixes] = []
    for report in file.sheets:
        assert report.sheet is not None
        choice = plan.profile or plan.profiles.choose(report.sheet)
        options = FixOptions(unsafe, codes, _waived_keys(file, report.position))
        result = find_fixes(report.sheet, _recheck_with(choice.profile, panels), options)
        sheets.append(SheetFixes(report, result, _changed_cells(file, report.sheet, result)))
    return FileFixes(file, tuple(sheets))


def _changed_cells(file: FileReport, sheet: Sheet, result: FixResult) -> Mapping[str, Cell]:
    content, extent = file.content, sheet.extent
    if not result.proposals or content is None or content.document is None or extent is None:
        return {}
    rows = content.document.tables[extent.table].rows
    cells = {
        locate(row, cell.column): cell
        for index in extent.rows
        for row in [rows[index]]
        for cell in row.cells
    }
    found = {p.path: cells.get(p.where._replace(label=())) for p in result.proposals}
    return {path: cell for path, cell in found.items() if cell is not None}


def _recheck_with(profile: Profile, panels: ProfilePanels) -> Callable[[Sheet], ExaminedSheet]:
    panel = panels.of(profile).panel
    return lambda sheet: examine_changed_sheet(sheet, profile, panel)


def _waived_keys(file: FileReport, position: int) -> frozenset[Key]:
    return frozenset(
        (found.check.code, found.path)
        for found in file.findings
        if found.sheet == position and found.waived is not None
    )
