"""The content of notices: for each unit its projects and what is to be corrected in them."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sheetlint.messages import notices as messages
from sheetlint.messages import report as report_messages
from sheetlint.notices.sentences import clean_line, format_sentence
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.rules.check import ERROR, INFO, WARNING
from sheetlint.rules.decide import reaches
from sheetlint.run.results import FAIL, FileReport, ReportedFinding, SheetReport
from sheetlint.system.file_names import split_below

if TYPE_CHECKING:
    import datetime

_SEVERITY_ORDER = (ERROR, WARNING, INFO)
"""Order of problems in a letter."""


class Letterhead(NamedTuple):
    """The data that all notices of a run share; omitted ones are empty."""

    date: datetime.date
    bureau: str = ""
    number: str = ""
    deadline: datetime.date | None = None
    contact: str = ""


class Problem(NamedTuple):
    """One thing to be corrected or verified."""

    number: int
    sentence: str
    severity: str
    check: str
    """Code of the check."""
    place: str
    printed: str
    expected: str
    basis: str


class Project(NamedTuple):
    """One sheet of the unit."""

    name: str
    file: str
    year: str
    total: str
    returned: bool
    errors: int
    warnings: int
    problems: tuple[Problem, ...]
    """In the order of the letter; empty for a sheet that is not returned."""


class UnreadableFile(NamedTuple):
    """A file in which no sheet could be read: it has to be sent again."""

    file: str
    reason: str
    problems: tuple[Problem, ...]


class Notice(NamedTuple):
    """The letter to one unit."""

    unit: str
    projects: tuple[Project, ...]
    unreadable: tuple[UnreadableFile, ...] = ()

    @property
    def returned(self) -> tuple[Project, ...]:
        return tuple(project for project in self.projects if project.returned)


class NoticeCollector:
    """Collects the notices of a run file by file, without keeping the files.

    Findings below the severity ``show`` are left out.  There is a notice for each unit with a
    returned sheet or a file that could not be read, in the order of the files.  A file that names no
    unit belongs to the unit of the other files in its folder, if they are of one unit, else to the
    unit that the folder is called after, which is no folder of ``tops``, those of the submissions.
    """

    def __init__(
        self, fail_on: str, lang: str, *, tops: Sequence[str] = (), show: str = WARNING
    ) -> None:
        self._fail_on, self._lang, self._tops, self._show = fail_on, lang, tops, show
        self._units: dict[str, _Unit] = {}
        self._units_by_folder: dict[str, dict[str, str]] = {}
        self._without_unit: list[tuple[str, Project | UnreadableFile]] = []

    def add(self, file: FileReport) -> None:
        if file.passed_over:
            return
        for unit, project in _projects(file, self._fail_on, self._lang, self._show):
            if unit:
                self._units.setdefault(_unit_key(unit), _Unit(unit, [], [])).add(project)
                folder = os.path.dirname(file.path)
                self._units_by_folder.setdefault(folder, {})[_unit_key(unit)] = unit
            else:
                self._without_unit.append((file.path, project))
        if not file.sheets and file.verdict == FAIL:
            self._without_unit.append((file.path, _unreadable(file, self._lang, self._show)))

    def notices(self) -> list[Notice]:
        units = {key: _Unit(unit.name, [*unit.projects], []) for key, unit in self._units.items()}
        for path, found in self._without_unit:
            neighbours = self._units_by_folder.get(os.path.dirname(path), {})
            name = next(iter(neighbours.values())) if len(neighbours) == 1 else self._folder(path)
            units.setdefault(_unit_key(name), _Unit(name, [], [])).add(found)
        letters = (Notice(u.name, tuple(u.projects), tuple(u.unreadable)) for u in units.values())
        return [letter for letter in letters if letter.returned or letter.unreadable]

    def _folder(self, path: str) -> str:
        """The name of the folder or archive that holds the file, as that of a unit."""
        parts = split_below(self._tops, path) if self._tops else path.split("/")
        name = clean_line(parts[-2]) if len(parts) > 1 else ""
        stem, suffix = os.path.splitext(name)
        return (stem if suffix.lower() == ".zip" else name) or messages.NO_UNIT.in_(self._lang)


class _Unit(NamedTuple):
    """A unit, and what it has sent so far."""

    name: str
    projects: list[Project]
    unreadable: list[UnreadableFile]

    def add(self, found: Project | UnreadableFile) -> None:
        if isinstance(found, Project):
            self.projects.append(found)
        else:
            self.unreadable.append(found)


def build_notices(
    files: Iterable[FileReport],
    fail_on: str,
    lang: str,
    *,
    tops: Sequence[str] = (),
    show: str = WARNING,
) -> list[Notice]:
    """The notices of all files of a run."""
    collector = NoticeCollector(fail_on, lang, tops=tops, show=show)
    for file in files:
        collector.add(file)
    return collector.notices()


def _unit_key(unit: str) -> str:
    """The name of a unit without differences of width, case and blanks."""
    return "".join(unicodedata.normalize("NFKC", unit).split()).casefold()


def _projects(
    file: FileReport, fail_on: str, lang: str, show: str
) -> Iterable[tuple[str, Project]]:
    """The projects of a file, each with the name of its unit, empty where none is named."""
    findings = [found for found in file.findings if found.waived is None]
    name = os.path.basename(file.path)
    # Findings of the file as a whole go with its first sheet.
    of_file = [found for found in findings if found.sheet is None]
    for sheet in file.sheets:
        of_sheet = [found for found in findings if found.sheet == sheet.position]
        returned = sheet.verdict == FAIL
        if sheet.position == file.sheets[0].position:
            of_sheet = [*of_file, *of_sheet]
            returned = returned or any(reaches(found.severity, fail_on) for found in of_file)
        project = Project(
            _name(sheet, lang),
            clean_line(name),
            "" if sheet.year is None else str(sheet.year),
            sheet.total or "",
            returned,
            0,
            0,
            (),
        )
        unit = clean_line(sheet.unit) or clean_line(sheet.department)
        yield unit, _with_problems(project, of_sheet, file, lang, show)


def _name(sheet: SheetReport, lang: str) -> str:
    title = sheet.project or ("" if sheet.about_project else sheet.title)
    return clean_line(title) or messages.UNNAMED.in_(lang)


def _unreadable(file: FileReport, lang: str, show: str) -> UnreadableFile:
    counted = [found for found in file.findings if found.waived is None]
    reason = counted[0].message if counted else messages.WHOLE_FILE
    return UnreadableFile(
        clean_line(os.path.basename(file.path)),
        clean_line(reason.in_(lang)).rstrip("。."),
        _problems(counted, file, lang, show),
    )


def _with_problems(
    project: Project, found: list[ReportedFinding], file: FileReport, lang: str, show: str
) -> Project:
    """The project with its counts and, if it is returned, its problems."""
    return project._replace(
        errors=sum(one.severity == ERROR for one in found),
        warnings=sum(one.severity == WARNING for one in found),
        problems=_problems(found, file, lang, show) if project.returned else (),
    )


def _problems(
    found: Iterable[ReportedFinding], file: FileReport, lang: str, show: str
) -> tuple[Problem, ...]:
    has_addresses = has_cell_addresses(file.format)
    shown = sorted(
        (one for one in found if reaches(one.severity, show)),
        key=lambda one: _SEVERITY_ORDER.index(one.severity),
    )
    return tuple(_problem(number, one, has_addresses, lang) for number, one in enumerate(shown, 1))


def _problem(number: int, found: ReportedFinding, has_addresses: bool, lang: str) -> Problem:
    return Problem(
        number,
        format_sentence(found, has_addresses, lang),
        report_messages.SEVERITY[found.severity].in_(lang),
        found.check.code,
        clean_line(found.where.label_text),
        clean_line(found.printed or ""),
        clean_line(report_messages.OR.in_(lang).join(found.expected)),
        clean_line(found.basis.in_(lang)),
    )
