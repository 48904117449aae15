"""The report as one HTML file: readable offline, on paper and without JavaScript."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from sheetlint.messages import html as messages
from sheetlint.messages import report as report_messages
from sheetlint.report.page_links import PageLinks
from sheetlint.run.results import Report
from sheetlint.system.extras import requires_extra

with requires_extra("html"):
    from markupsafe import Markup

    from sheetlint.report.html.charts import make_charts
    from sheetlint.report.html.numbered_findings import number_batch_findings, number_findings
    from sheetlint.report.html.overview import (
        collect_manuals,
        count_skipped,
        finding_rows,
        overview_tiles,
        render_findings_table,
    )
    from sheetlint.report.html.page import ContentsEntry, render_page
    from sheetlint.report.html.section import FileSection, make_file_section, render_sheet_section
    from sheetlint.report.html.templates import render_template

MAX_OPEN_SHEETS = 10
"""Most sheets with findings that are unfolded; above it all are folded."""


def render(report: Report, lang: str, links: PageLinks | None = None) -> str:
    """The same report gives the same bytes; ``links`` lead to other pages of a run."""
    files = _files(report, lang)
    across = number_batch_findings(report, _anchors(files), lang, 1 + sum(map(_count, files)))
    rows = finding_rows(across, files)
    manuals = collect_manuals(rows, lang)
    anchors = {manual.check.code: f"#{manual.anchor}" for manual in manuals}
    concerned = sum(bool(sheet.findings) for file in files for sheet in file.sheets)
    pictures = make_charts(report)
    main = Markup("").join(
        (
            render_template(lang, "overview.html", report=report, tiles=overview_tiles(report)),
            render_template(lang, "charts.html", charts=pictures) if pictures else "",
            render_findings_table(rows, lang),
            render_template(
                lang,
                "across.html",
                findings=across,
                skipped=report.batch_skipped,
                manuals=anchors,
            )
            if across or report.batch_skipped
            else "",
            render_template(
                lang,
                "files.html",
                files=files,
                sheets={
                    sheet.anchor: render_sheet_section(
                        sheet, anchors, bool(sheet.findings) and concerned <= MAX_OPEN_SHEETS, lang
                    )
                    for file in files
                    for sheet in file.sheets
                },
                manuals=anchors,
            ),
            render_template(
                lang,
                "appendix.html",
                manuals=manuals,
                idle=count_skipped(skip for file in report.checked for skip in file.skipped),
                skipped=report.skipped,
                over=report.passed_over,
            ),
        )
    )
    contents = [
        ContentsEntry("overview", messages.SUMMARY),
        *([ContentsEntry("charts", messages.CHARTS)] if pictures else []),
        ContentsEntry("findings", messages.FINDINGS),
        *(
            [ContentsEntry("across", report_messages.ACROSS)]
            if across or report.batch_skipped
            else []
        ),
        ContentsEntry("files", messages.FILES),
        *([ContentsEntry("manuals", messages.MANUALS)] if manuals else []),
    ]
    return render_page(messages.TITLE, contents, main, footer(report, lang), lang, links)


def footer(report: Report, lang: str) -> Markup:
    """The footer: version, digest of the rules, profiles."""
    profiles = sorted({sheet.profile for file in report.checked for sheet in file.sheets})
    return _footer(report.version, report.rules_sha256, ", ".join(profiles), lang)


@lru_cache(maxsize=64)
def _footer(version: str, digest: str, profiles: str, lang: str) -> Markup:
    """The same on page after page of a run."""
    return render_template(lang, "footer.html", version=version, digest=digest, profiles=profiles)


def _files(report: Report, lang: str) -> list[FileSection]:
    files: list[FileSection] = []
    first = 1
    for number, file in enumerate(report.checked, 1):
        findings = number_findings(report, file, lang, first)
        first += len(findings)
        files.append(make_file_section(file, f"s{number}", findings, lang))
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
