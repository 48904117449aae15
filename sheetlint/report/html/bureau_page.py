"""The bureau's page: a whole run on one page, with links to what was written about each file."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from sheetlint.messages import bureau_page as messages
from sheetlint.messages import html as report_messages
from sheetlint.messages.text import Text
from sheetlint.report.html.charts import Chart
from sheetlint.report.html.overview import Tile
from sheetlint.report.html.page import ContentsEntry, render_page
from sheetlint.report.html.templates import render_template


class Department(NamedTuple):
    """The sheets of one department."""

    name: str | Text
    sheets: int
    failed: int
    errors: int
    warnings: int
    mean: Decimal | None
    """Of the printed total scores, to two decimals."""

    @property
    def passed(self) -> int:
        return self.sheets - self.failed


class FolderRow(NamedTuple):
    """What one folder of submissions holds."""

    name: str | Text
    files: int
    sheets: int
    counts: tuple[int, ...]
    """Files: not readable, failed, with warnings, passed."""


class ListedFile(NamedTuple):
    """A file in the list."""

    path: str
    """Below the folder of submissions."""
    folder: str
    """The first-level folder; empty for a file that lies in none."""
    state: str
    """``unreadable``, ``failed``, ``warned`` or ``passed``."""
    units: str
    projects: str
    total: str
    departments: tuple[str, ...]
    errors: int
    warnings: int
    severities: tuple[str, ...]
    """Those that something of was found."""
    page: str = ""
    """Addresses relative to the page; empty for what was not written."""
    copy: str = ""
    incomplete: bool = False
    """Whether the page or the copy could not be written."""
    reason: Text | None = None
    """Why it could not be read."""
    note: Text | None = None
    """That a newer version was submitted."""


class Choices(NamedTuple):
    """What the list can be narrowed to; a row names them by their indexes."""

    folders: tuple[str, ...]
    departments: tuple[str, ...]


class ProjectVersions(NamedTuple):
    """The files that hold a sheet of one project; ``newest`` is empty where it is not known."""

    project: str
    unit: str
    year: str
    newest: str
    others: tuple[str, ...]
    reason: Text


class Link(NamedTuple):
    """Something that the run has left besides."""

    address: str
    text: str | Text


class BureauPage(NamedTuple):
    """Everything that the page says."""

    verdict: str
    tiles: Sequence[Tile]
    charts: Sequence[Chart]
    departments: Sequence[Department]
    folders: Sequence[FolderRow]
    owed: Sequence[tuple[str | Text, Sequence[str]]]
    """Units of the list of projects that owe sheets, and the projects."""
    across: Sequence[tuple[str, Text, Text]]
    """Findings across sheets: severity, check, message."""
    files: Sequence[ListedFile]
    """Most urgent first."""
    choices: Choices
    more: int
    """Files that the list leaves out."""
    versions: Sequence[ProjectVersions]
    over: Sequence[tuple[str, Text | None]]
    left: Sequence[Link]
    notices: Sequence[Link]
    conditions: Sequence[tuple[Text, str | Text]]


def render(bureau: BureauPage, lang: str) -> str:
    """The same run gives the same bytes."""
    parts = (
        ("overview", messages.OVERVIEW, True),
        ("folders", messages.FOLDERS, bool(bureau.folders)),
        ("owed", messages.OWED, bool(bureau.owed)),
        ("submitted", messages.FILES, True),
        ("versions", messages.VERSIONS, bool(bureau.versions)),
        ("across", messages.ACROSS, bool(bureau.across)),
        ("departments", messages.DEPARTMENTS, bool(bureau.departments)),
        ("charts", report_messages.CHARTS, bool(bureau.charts)),
        ("notices", messages.NOTICES, bool(bureau.notices)),
        ("rest", messages.REST, bool(bureau.over)),
        ("conditions", messages.CONDITIONS, True),
    )
    contents = [ContentsEntry(anchor, text) for anchor, text, there in parts if there]
    main = render_template(
        lang,
        "bureau.html",
        bureau=bureau,
        bureau_messages=messages,
        folder_numbers={name: number for number, name in enumerate(bureau.choices.folders)},
        department_numbers={name: number for number, name in enumerate(bureau.choices.departments)},
    )
    footer = render_template(lang, "bureau-footer.html", bureau_messages=messages)
    return render_page(messages.TITLE, contents, main, footer, lang)
