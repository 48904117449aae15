"""The files on the bureau's page, most urgent first, and projects of which several files hold a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol
from urllib.parse import quote

from sheetlint.gate.file_outputs import WrittenFiles
from sheetlint.gate.run_results import RunResults
from sheetlint.gate.submission_folders import SubmittedFolders, folder_of
from sheetlint.gate.tally import FileLine
from sheetlint.gate.urgency import file_state, sort_by_urgency
from sheetlint.gate.versions import SheetVersions, find_versions
from sheetlint.intake.source import Source
from sheetlint.messages import bureau_page as texts
from sheetlint.report.html.bureau_page import ListedFile, ProjectVersions
from sheetlint.rules.check import ERROR, INFO, WARNING
from sheetlint.system.file_names import path_below


class _Outputs(Protocol):
    """What the run has read and written."""

    @property
    def sources(self) -> Sequence[Source]: ...

    @property
    def files(self) -> Mapping[int, WrittenFiles]: ...


class FilesOfRun(NamedTuple):
    """The files and the projects with several of them."""

    listed: list[ListedFile]
    versions: list[ProjectVersions]


def list_files(results: RunResults, outputs: _Outputs, given: SubmittedFolders) -> FilesOfRun:
    """All files but those that were passed over."""
    tops = given.tops
    versions = find_versions(
        results.lines, outputs.sources, lambda line: folder_of(line.path, tops)
    )
    notes = {
        line.number: texts.NEWER_IS.fill(path=path_below(tops, found.newest.path))
        for found in versions
        if found.newest is not None
        for line in found.others
    }
    listed = [
        _listed(line, outputs.files.get(line.number), given)._replace(
            reason=results.reasons.get(line.number), note=notes.get(line.number)
        )
        for line in sort_by_urgency(results.lines)
    ]
    return FilesOfRun(listed, [_project_versions(found, tops) for found in versions])


def _project_versions(found: SheetVersions, tops: Sequence[str]) -> ProjectVersions:
    return ProjectVersions(
        found.project,
        found.unit,
        "" if found.year is None else str(found.year),
        "" if found.newest is None else path_below(tops, found.newest.path),
        tuple(path_below(tops, line.path) for line in found.others),
        found.reason,
    )


def _listed(line: FileLine, written: WrittenFiles | None, given: SubmittedFolders) -> ListedFile:
    counts = ((ERROR, line.errors), (WARNING, line.warnings), (INFO, line.infos))
    return ListedFile(
        path_below(given.tops, line.path),
        folder_of(line.path, given.tops),
        file_state(line),
        _join_first(sheet.unit for sheet in line.sheets),
        _join_first(sheet.project for sheet in line.sheets),
        _join_first(f"{sheet.total:f}" for sheet in line.sheets if sheet.total is not None),
        tuple(dict.fromkeys(sheet.department for sheet in line.sheets if sheet.department)),
        line.errors,
        line.warnings,
        tuple(severity for severity, count in counts if count),
        quote(written.page) if written is not None else "",
        quote(written.copy) if written is not None else "",
        written is not None and written.problem is not None,
    )


def _join_first(names: Iterable[str]) -> str:
    """The first three texts; a workbook may hold a hundred sheets."""
    found = list(dict.fromkeys(name for name in names if name))
    return "、".join(found[:3]) + ("…" if len(found) > 3 else "")
