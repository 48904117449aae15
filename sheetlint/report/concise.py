"""One line a finding, for hooks and editors: ``path:place: CODE name message``."""

from __future__ import annotations

from sheetlint.report.visible import visible
from sheetlint.results import Report, Reported


def render(report: Report, lang: str) -> str:
    """Nothing at all where nothing was found."""
    return "".join(
        visible(f"{path}:{place(found)}: {found.check.code} {found.check.name} {message}") + "\n"
        for file in report.checked
        for path in [file.path]
        for found in report.visible(file)
        for message in [found.message.in_(lang)]
    )


def place(found: Reported) -> str:
    """The shortest name of the place that the file itself has: cell, line, or words."""
    where = found.where
    if where.cell is not None:
        return where.cell
    return str(where.line) if where.line is not None else where.words
