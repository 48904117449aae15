"""What a notice says, as values: for each unit its projects, and what is to be corrected in them."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from sheetlint.messages import notices as messages
from sheetlint.messages import report as report_messages
from sheetlint.notices.sentences import clean_line, format_sentence
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.rules.check import ERROR, INFO, WARNING
from sheetlint.rules.decide import reaches
from sheetlint.run.results import FAIL, FileReport, ReportedFinding, SheetReport

if TYPE_CHECKING:
    import datetime

_FIRST = (ERROR, WARNING, INFO)
"""What must be put right comes before what is to be looked at."""


class Letterhead(NamedTuple):
    """What is the same in all notices of a run; empty where it is left out."""

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
    """Its code."""
    place: str
    printed: str
    expected: str
    basis: str


class Project(NamedTuple):
    """One sheet of the unit, or a file in which no sheet could be read."""

    name: str
    file: str
    year: str
    total: str
    returned: bool
    errors: int
    warnings: int
    problems: tuple[Problem, ...]
    """Of a sheet that is returned; in the order in which they are told."""


class Notice(NamedTuple):
    """The letter to one unit."""

    unit: str
    projects: tuple[Project, ...]

    @property
    def returned(self) -> tuple[Project, ...]:
        return tuple(project for project in self.projects if project.returned)


class NoticeCollector:
    """What units are told, gathered file by file; what stays of a file is what is said of it.

    Findings milder than ``show`` are left out.

    There is a notice for each unit that has something returned, in the order of the files.  A file
    that names no unit is that of the unit whose sheets lie beside it, where these are of one.
    """

    def __init__(self, fail_on: str, lang: str, *, show: str = WARNING) -> None:
        self._manner = (fail_on, lang, show)
        self._units: dict[str, tuple[str, list[Project]]] = {}
        self._beside: dict[str, dict[str, str]] = {}
        self._nameless: list[tuple[str, str, Project]] = []

    def add(self, file: FileReport) -> None:
        if file.passed_over:
            return
        folder = os.path.dirname(file.path)
        for unit, project in _projects(file, *self._manner):
            if unit:
                self._units.setdefault(_same(unit), (unit, []))[1].append(project)
                self._beside.setdefault(folder, {})[_same(unit)] = unit
            else:
                self._nameless.append((folder, _stem(file), project))

    def notices(self) -> list[Notice]:
        units = {key: (unit, [*projects]) for key, (unit, projects) in self._units.items()}
        for folder, stem, project in self._nameless:
            near = self._beside.get(folder, {})
            unit = next(iter(near.values())) if len(near) == 1 else stem
            unit = unit or messages.NO_UNIT.in_(self._manner[1])
            units.setdefault(_same(unit), (unit, []))[1].append(project)
        letters = (Notice(unit, tuple(projects)) for unit, projects in units.values())
        return [letter for letter in letters if letter.returned]


def build_notices(
    files: Iterable[FileReport], fail_on: str, lang: str, *, show: str = WARNING
) -> list[Notice]:
    """Those of a run."""
    drafts = NoticeCollector(fail_on, lang, show=show)
    for file in files:
        drafts.add(file)
    return drafts.notices()


def _same(unit: str) -> str:
    """A name without what typing makes of it: widths and blanks."""
    return "".join(unicodedata.normalize("NFKC", unit).split()).casefold()


def _stem(file: FileReport) -> str:
    return clean_line(os.path.splitext(os.path.basename(file.path))[0])


def _projects(
    file: FileReport, fail_on: str, lang: str, show: str
) -> Iterable[tuple[str, Project]]:
    """What is told of a file, each with its unit; empty where none is named."""
    counted = [found for found in file.findings if found.waived is None]
    name = os.path.basename(file.path)
    # What is said of a file as a whole is told with its first sheet.
    alone = [found for found in counted if found.sheet is None]
    if not file.sheets:
        said = messages.WHOLE_FILE.in_(lang)
        project = Project(said, clean_line(name), "", "", file.verdict == FAIL, 0, 0, ())
        yield "", _told(project, alone, file, lang, show)
    for sheet in file.sheets:
        own = [found for found in counted if found.sheet == sheet.position]
        returned = sheet.verdict == FAIL
        if sheet.position == file.sheets[0].position:
            own = [*alone, *own]
            returned = returned or any(reaches(found.severity, fail_on) for found in alone)
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
        yield unit, _told(project, own, file, lang, show)


def _name(sheet: SheetReport, lang: str) -> str:
    called = sheet.project or ("" if sheet.about_project else sheet.title)
    return clean_line(called) or messages.UNNAMED.in_(lang)


def _told(
    project: Project, found: list[ReportedFinding], file: FileReport, lang: str, show: str
) -> Project:
    """With its problems, if it is returned, and their numbers."""
    lettered = has_cell_addresses(file.format)
    told = sorted(
        (one for one in found if reaches(one.severity, show)),
        key=lambda one: _FIRST.index(one.severity),
    )
    return project._replace(
        errors=sum(one.severity == ERROR for one in found),
        warnings=sum(one.severity == WARNING for one in found),
        problems=tuple(_problem(number, one, lettered, lang) for number, one in enumerate(told, 1))
        if project.returned
        else (),
    )


def _problem(number: int, found: ReportedFinding, lettered: bool, lang: str) -> Problem:
    return Problem(
        number,
        format_sentence(found, lettered, lang),
        report_messages.SEVERITY[found.severity].in_(lang),
        found.check.code,
        clean_line(found.where.label_text),
        clean_line(found.printed or ""),
        clean_line(report_messages.OR.in_(lang).join(found.expected)),
        clean_line(found.basis.in_(lang)),
    )
