"""A file as normalised data, for ``extract``."""

from __future__ import annotations

from typing import Any, NamedTuple

from sheetlint.intake.content import read_content
from sheetlint.intake.source import Source
from sheetlint.messages import intake as texts
from sheetlint.messages.text import Text
from sheetlint.profiles import Choice, Profiles
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.run.examine import settle_levels
from sheetlint.run.open_file import open_file
from sheetlint.run.passed_over import why_passed_over
from sheetlint.sandbox.bounds import Bounds, run_within
from sheetlint.sandbox.pdf_process import PdfProcess
from sheetlint.sheet.sheet import HeadingName, ReadingNote
from sheetlint.sheet.tables import Unreadable


class Extracted(NamedTuple):
    """The file's part of the normalised document, or why there is none.

    Both are None for a file found in a folder that is no submission.
    """

    data: dict[str, Any] | None
    refusal: Text | None = None
    notes: tuple[tuple[int, ReadingNote], ...] = ()
    """What was repaired, judged or in doubt while reading, each with the number of its sheet."""
    headings: tuple[tuple[int, HeadingName], ...] = ()
    """How each heading was understood, with the number of its sheet."""


def extract_file(
    source: Source,
    profiles: Profiles,
    choice: Choice | None,
    bounds: Bounds,
    pdf_process: PdfProcess,
    lexicon: Lexicon | None,
) -> Extracted:
    """The file as plain data."""
    try:
        return run_within(
            bounds, lambda: _extract(source, profiles, choice, bounds, pdf_process, lexicon)
        )
    except Unreadable as error:
        return Extracted(None, None if why_passed_over(source, False, error) else error.reason)


def _extract(
    source: Source,
    profiles: Profiles,
    choice: Choice | None,
    bounds: Bounds,
    pdf_process: PdfProcess,
    lexicon: Lexicon | None,
) -> Extracted:
    from sheetlint.recognise.normalised_document import dump_sheet

    file = open_file(source, read_content(source, bounds), bounds, pdf_process, lexicon)
    if not file.sheets:
        ignored = why_passed_over(source, False, file)
        return Extracted(None, None if ignored else file.note or texts.NO_SHEET)
    sheets: list[dict[str, Any]] = []
    for sheet in file.sheets:
        chosen = choice or profiles.choose(sheet)
        sheets.append(dump_sheet(settle_levels(sheet, chosen), chosen.profile.id))
    notes = tuple(
        (number, note)
        for number, sheet in enumerate(file.sheets, 1)
        for note in (*sheet.doubts, *sheet.repairs)
    )
    data = {"path": source.path, "format": file.format, "sheets": sheets}
    headings = tuple(
        (number, name)
        for number, sheet in enumerate(file.sheets, 1)
        for name in sheet.heading_names
    )
    return Extracted(data, None, notes, headings)
