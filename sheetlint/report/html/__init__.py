"""The report as one HTML file: readable offline, on paper and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sheetlint.messages import html as words
from sheetlint.messages import report as report_words
from sheetlint.run.results import Report
from sheetlint.system.extras import requires_extra

with requires_extra("html"):
    from markupsafe import Markup

    from sheetlint.report.html.charts import charts
    from sheetlint.report.html.numbered import across_sheets, numbered
    from sheetlint.report.html.overview import entries, findings_table, idle, manuals, tiles
    from sheetlint.report.html.page import Entry, page
    from sheetlint.report.html.section import FileSection, file_section, sheet_section
    from sheetlint.report.html.templates import filled

OPEN_AT_MOST = 10
"""Sheets with findings that stand open; of more all are closed, to be found one's way in."""


def render(report: Report, lang: str) -> str:
    """The same report gives the same bytes."""
    files = _files(report, lang)
    across = across_sheets(report, _anchors(files), lang, 1 + sum(map(_count, files)))
    rows = entries(across, files)
    told = manuals(rows, lang)
    anchors = {manual.check.code: f"#{manual.anchor}" for manual in told}
    concerned = sum(bool(sheet.findings) for file in files for sheet in file.sheets)
    pictures = charts(report)
    main = Markup("").join(
        (
            filled(lang, "overview.html", report=report, tiles=tiles(report)),
            filled(lang, "charts.html", charts=pictures) if pictures else "",
            findings_table(rows, lang),
            filled(
                lang,
                "across.html",
                findings=across,
                skipped=report.batch_skipped,
                manuals=anchors,
            )
            if across or report.batch_skipped
            else "",
            filled(
                lang,
                "files.html",
                files=files,
                sheets={
                    sheet.anchor: sheet_section(
                        sheet, anchors, bool(sheet.findings) and concerned <= OPEN_AT_MOST, lang
                    )
                    for file in files
                    for sheet in file.sheets
                },
                manuals=anchors,
            ),
            filled(
                lang,
                "appendix.html",
                manuals=told,
                idle=idle(skip for file in report.checked for skip in file.skipped),
                skipped=report.skipped,
                over=report.passed_over,
            ),
        )
    )
    contents = [
        Entry("overview", words.SUMMARY),
        *([Entry("charts", words.CHARTS)] if pictures else []),
        Entry("findings", words.FINDINGS),
        *([Entry("across", report_words.ACROSS)] if across or report.batch_skipped else []),
        Entry("files", words.FILES),
        *([Entry("manuals", words.MANUALS)] if told else []),
    ]
    return page(words.TITLE, contents, main, footer(report, lang), lang)


def footer(report: Report, lang: str) -> Markup:
    """What the report was made by."""
    profiles = sorted({sheet.profile for file in report.checked for sheet in file.sheets})
    return _footer(report.version, report.rules_sha256, ", ".join(profiles), lang)


@lru_cache(maxsize=64)
def _footer(version: str, digest: str, profiles: str, lang: str) -> Markup:
    """The same on page after page of a run."""
    return filled(lang, "footer.html", version=version, digest=digest, profiles=profiles)


def _files(report: Report, lang: str) -> list[FileSection]:
    files: list[FileSection] = []
    first = 1
    for number, file in enumerate(report.checked, 1):
        said = numbered(report, file, lang, first)
        first += len(said)
        files.append(file_section(file, f"s{number}", said, lang))
    return files


def _count(file: FileSection) -> int:
    return len(file.findings) + sum(len(sheet.findings) for sheet in file.sheets)


def _anchors(files: Iterable[FileSection]) -> dict[tuple[str, int | None], str]:
    """Of sheets, by path of the file and number of the sheet."""
    return {
        (file.file.path, sheet.sheet.position): sheet.anchor
        for file in files
        for sheet in file.sheets
    }
