"""The sections of files and sheets: who a sheet is, the form with its marks, the findings beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from sheetlint.messages.report import COUNTED, COUNTED_ONE, TOTAL, UNNAMED, YEAR
from sheetlint.messages.text import Text
from sheetlint.readers.formats import has_cell_addresses
from sheetlint.report.html import form_from_layout, form_from_table
from sheetlint.report.html.drawn_form import DrawnForm
from sheetlint.report.html.numbered_findings import NumberedFinding
from sheetlint.report.html.templates import render_template
from sheetlint.report.summary_texts import display_path
from sheetlint.rules.check import SEVERITIES
from sheetlint.run.results import FAIL, FileReport, ReportedFinding, SheetReport


class SeverityCount(NamedTuple):
    """How many findings of one severity there are, in words."""

    severity: str
    text: Text


class SheetSection(NamedTuple):
    """One sheet of a page."""

    anchor: str
    name: str | Text
    sheet: SheetReport
    findings: Sequence[NumberedFinding]
    drawn: DrawnForm | None
    secret: bool
    """It is not drawn because of personal data in it."""

    @property
    def failed(self) -> bool:
        return self.sheet.verdict == FAIL

    @property
    def who(self) -> list[Text]:
        """Unit, year and total, as far as they are known."""
        sheet = self.sheet
        known = [] if not sheet.unit else [Text(sheet.unit, sheet.unit)]
        if sheet.year is not None:
            known.append(YEAR.fill(year=sheet.year))
        if sheet.total is not None:
            known.append(TOTAL.fill(total=sheet.total))
        return known

    @property
    def tallies(self) -> list[SeverityCount]:
        """``2 个错误``, most severe first; what is waived does not count."""
        counted = [item.found.severity for item in self.findings if item.found.waived is None]
        return [
            SeverityCount(severity, words.fill(count=count))
            for severity in reversed(SEVERITIES)
            if (count := counted.count(severity))
            for words in [(COUNTED_ONE if count == 1 else COUNTED)[severity]]
        ]


def make_sheet_section(
    file: FileReport, sheet: SheetReport, anchor: str, findings: Sequence[NumberedFinding]
) -> SheetSection:
    """``findings`` are the findings of the sheet."""
    drawn = _draw_sheet(file, sheet, findings)
    secret = drawn is None and bool(_private_findings(file, sheet))
    return SheetSection(anchor, _name(sheet), sheet, findings, drawn, secret)


def _name(sheet: SheetReport) -> str | Text:
    called = sheet.project or ("" if sheet.about_project else sheet.title)
    return called or UNNAMED


def _draw_sheet(
    file: FileReport, sheet: SheetReport, findings: Sequence[NumberedFinding]
) -> DrawnForm | None:
    """From the file's own table where it has one."""
    if sheet.sheet is None or file.content is None:
        return None
    secrets = _private_findings(file, sheet)
    rows = form_from_table.read_rows(file.content.document, sheet.sheet)
    if not rows:
        return form_from_layout.draw_form(sheet.sheet, findings, secrets)
    return form_from_table.draw_form(
        rows, sheet.sheet, findings, secrets, has_cell_addresses(file.format)
    )


def _private_findings(file: FileReport, sheet: SheetReport) -> list[ReportedFinding]:
    """Those that are not shown as well: leaving out a finding must not give away its cell."""
    return [f for f in file.findings if f.private and f.sheet == sheet.position]


def render_sheet_section(
    section: SheetSection, manuals: Mapping[str, str], is_open: bool, lang: str
) -> Markup:
    """``manuals`` are the addresses of manuals by code; a check without one is not linked."""
    return render_template(lang, "sheet.html", section=section, manuals=manuals, open=is_open)


class FileSection(NamedTuple):
    """One file of a page."""

    anchor: str
    name: str
    file: FileReport
    findings: Sequence[NumberedFinding]
    """Those about the file itself."""
    sheets: Sequence[SheetSection]

    @property
    def failed(self) -> bool:
        return self.file.verdict == FAIL


def make_file_section(
    file: FileReport, anchor: str, findings: Sequence[NumberedFinding], lang: str
) -> FileSection:
    sheets = [
        make_sheet_section(
            file,
            sheet,
            f"{anchor}-{sheet.position + 1}",
            [item for item in findings if item.found.sheet == sheet.position],
        )
        for sheet in file.sheets
    ]
    alone = [item for item in findings if item.found.sheet is None]
    return FileSection(anchor, display_path(file.path, lang), file, alone, sheets)
