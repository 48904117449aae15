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


class ConcernedFile(NamedTuple):
    """A file that somebody has to look at."""

    path: str
    verdict: str
    units: str
    projects: str
    total: str
    errors: int
    warnings: int
    page: str = ""
    """Addresses relative to the page; empty for what was not written."""
    copy: str = ""
    no_copy_reason: Text | None = None
    """Why there is none."""


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
    across: Sequence[tuple[str, Text, Text]]
    """Findings across sheets: severity, check, message."""
    concerned: Sequence[ConcernedFile]
    more: int
    """Files to look at that the list leaves out."""
    unread: Sequence[tuple[str, Text]]
    over: Sequence[tuple[str, Text | None]]
    left: Sequence[Link]
    notices: Sequence[Link]
    conditions: Sequence[tuple[Text, str | Text]]


def render(bureau: BureauPage, lang: str) -> str:
    """The same run gives the same bytes."""
    parts = (
        ("overview", messages.OVERVIEW, True),
        ("charts", report_messages.CHARTS, bool(bureau.charts)),
        ("departments", messages.DEPARTMENTS, bool(bureau.departments)),
        ("across", messages.ACROSS, bool(bureau.across)),
        ("concerned", messages.CONCERNED, True),
        ("notices", messages.NOTICES, bool(bureau.notices)),
        ("rest", messages.REST, bool(bureau.unread or bureau.over)),
        ("conditions", messages.CONDITIONS, True),
    )
    contents = [ContentsEntry(anchor, text) for anchor, text, there in parts if there]
    main = render_template(lang, "bureau.html", bureau=bureau, bureau_messages=messages)
    footer = render_template(lang, "bureau-footer.html", bureau_messages=messages)
    return render_page(messages.TITLE, contents, main, footer, lang)
