"""Reads the files that sheets are compared with: a roster of projects, a final-accounts text, the
sheets of last year, approved targets.

A file of a folder that cannot be read is a problem that the caller reports; a file or folder of
which nothing can be read raises BadInput.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from typing import NamedTuple

from sheetlint.crosscheck.accounts_text import read_summaries
from sheetlint.crosscheck.inputs import AccountsSummary, RosterEntry
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.crosscheck.summarise import summarise
from sheetlint.intake.content import read_content
from sheetlint.intake.find_sources import find_sources
from sheetlint.intake.source import Source
from sheetlint.messages import crosscheck as texts
from sheetlint.messages.text import Text
from sheetlint.recognise.lexicon import Lexicon, default_lexicon
from sheetlint.recognise.lines import Line, read_lines
from sheetlint.recognise.project_lists import ListedRow, read_project_list
from sheetlint.recognise.target_tables import read_target_sheets
from sheetlint.run.open_file import OpenedFile, open_file, read_tables
from sheetlint.run.passed_over import why_passed_over
from sheetlint.sandbox.bounds import Bounds, run_within
from sheetlint.sandbox.pdf_process import PdfProcess
from sheetlint.sheet.place import Place
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.tables import Document, Unreadable
from sheetlint.sheet.where import Where


class BadInput(Exception):
    """A file cannot be used; ``text`` says which, why, and what to do."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Opener(NamedTuple):
    """How files are opened: within which bounds, with which vocabulary."""

    bounds: Bounds
    pdf_process: PdfProcess
    lexicon: Lexicon


class InputSheets(NamedTuple):
    """The summaries of a folder's sheets, and what is wrong with files that gave none."""

    sheets: tuple[SheetSummary, ...]
    problems: tuple[Text, ...]


def make_opener(bounds: Bounds, pdf_process: PdfProcess, lexicon: Lexicon | None = None) -> Opener:
    return Opener(bounds, pdf_process, lexicon or default_lexicon())


def read_roster(path: str, opener: Opener) -> tuple[RosterEntry, ...]:
    """The projects of a roster.  Raises BadInput."""
    rows: list[ListedRow] = []
    try:
        for lines in _read_lines(path, opener):
            rows += read_project_list(lines, opener.lexicon)
        if not rows:
            raise Unreadable(texts.NO_PROJECTS, texts.NO_PROJECTS_HINT)
    except Unreadable as error:
        raise _unusable(texts.ROSTER, path, error) from error
    return tuple(_listed_project(row, path) for row in rows)


def _listed_project(row: ListedRow, path: str) -> RosterEntry:
    name = row.cells["project"]
    return RosterEntry(
        name.text,
        row.text("unit"),
        row.text("department"),
        row.text("code"),
        row.cells["budget"].number if "budget" in row.cells else None,
        Place(path, None, name.where),
    )


def read_accounts_summary(path: str, opener: Opener) -> tuple[AccountsSummary, ...]:
    """The counts and scores that a final-accounts text (决算说明) states.  Raises BadInput."""
    found: list[AccountsSummary] = []
    try:
        for lines in _read_lines(path, opener):
            for line in lines:
                for cell in line.cells:
                    where = Where(("决算说明",), line.row.table, None, None, line.row.number)
                    if line.row.table is not None:
                        where = where._replace(
                            row=line.row.number, column=cell.column + 1, line=None
                        )
                    found += read_summaries(cell.text, Place(path, None, where))
        if not found:
            raise Unreadable(texts.NO_SUMMARY, texts.NO_SUMMARY_HINT)
    except Unreadable as error:
        raise _unusable(texts.SUMMARY, path, error) from error
    return tuple(found)


def read_last_year(paths: Sequence[str], opener: Opener) -> InputSheets:
    """The sheets of the year before.  Raises BadInput where there is none."""

    def sheets(file: OpenedFile) -> Sequence[Sheet]:
        return file.sheets

    return _read_sheets(texts.LAST_YEAR, texts.NO_SHEETS, paths, opener, sheets)


def read_targets(paths: Sequence[str], opener: Opener) -> InputSheets:
    """Approved targets, each table of them as a sheet without figures.  Raises BadInput."""

    def sheets(file: OpenedFile) -> Sequence[Sheet]:
        if file.document is None:
            return file.sheets
        return read_target_sheets(file.document, opener.lexicon)

    return _read_sheets(texts.TARGETS, texts.NO_TARGETS, paths, opener, sheets)


def _read_sheets(
    what: Text,
    nothing: Text,
    paths: Sequence[str],
    opener: Opener,
    sheets: Callable[[OpenedFile], Sequence[Sheet]],
) -> InputSheets:
    summaries: list[SheetSummary] = []
    problems: list[Text] = []
    for source in find_sources(paths, opener.bounds):
        try:
            data, file = run_within(opener.bounds, partial(_read_file, source, opener))
            digest = sha256(data).hexdigest()
            summaries += [
                summarise(sheet, source.path, at, digest) for at, sheet in enumerate(sheets(file))
            ]
        except Unreadable as error:
            if why_passed_over(source, False, error) is None:
                problems.append(_unusable(what, source.path, error).text)
    if not summaries:
        reason = Unreadable(nothing, texts.NO_SHEETS_HINT)
        raise BadInput(problems[0]) if problems else _unusable(what, "、".join(paths), reason)
    return InputSheets(tuple(summaries), tuple(problems))


def _read_file(source: Source, opener: Opener) -> tuple[bytes, OpenedFile]:
    data = read_content(source, opener.bounds)
    return data, open_file(source, data, opener.bounds, opener.pdf_process, opener.lexicon)


def _read_lines(path: str, opener: Opener) -> Iterator[list[Line]]:
    """The lines of each table of a file, without hidden ones."""

    def open_document() -> Document:
        data = read_content(Source(path), opener.bounds)
        return read_tables(data, os.path.basename(path), opener.bounds, opener.pdf_process)

    document = run_within(opener.bounds, open_document)
    return (read_lines(table, opener.lexicon) for table in document.tables if not table.hidden)


def _unusable(what: Text, path: str, error: Unreadable) -> BadInput:
    return BadInput(
        texts.UNREADABLE.fill(what=what, path=path, reason=error.reason, hint=error.hint)
    )
