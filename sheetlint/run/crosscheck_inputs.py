"""The files that sheets are held against, read: a list of projects, a text, sheets of other kinds.

One file that cannot be used is said with its reason; what nothing could be read of is refused.
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
from sheetlint.messages import crosscheck as words
from sheetlint.messages.text import Text
from sheetlint.recognise.lexicon import Lexicon, default_lexicon
from sheetlint.recognise.lines import Line, read_lines
from sheetlint.recognise.project_lists import ListedRow, read_project_list
from sheetlint.recognise.target_tables import read_target_sheets
from sheetlint.run.open_file import OpenedFile, open_file, read_tables
from sheetlint.run.passed_over import is_passed_over
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
    """How files are opened: within bounds, with the vocabulary of the place."""

    bounds: Bounds
    pdf_process: PdfProcess
    words: Lexicon


class InputSheets(NamedTuple):
    """Sheets of a folder, and what is wrong with files that gave none."""

    sheets: tuple[SheetSummary, ...]
    problems: tuple[Text, ...]


def make_opener(bounds: Bounds, pdf_process: PdfProcess, words: Lexicon | None = None) -> Opener:
    return Opener(bounds, pdf_process, words or default_lexicon())


def read_roster(path: str, by: Opener) -> tuple[RosterEntry, ...]:
    """The projects of a list.  Raises BadInput."""
    rows: list[ListedRow] = []
    try:
        for lines in _lines(path, by):
            rows += read_project_list(lines, by.words)
        if not rows:
            raise Unreadable(words.NO_PROJECTS, words.NO_PROJECTS_HINT)
    except Unreadable as error:
        raise _bad(words.ROSTER, path, error) from error
    return tuple(_listed(row, path) for row in rows)


def _listed(row: ListedRow, path: str) -> RosterEntry:
    name = row.cells["project"]
    return RosterEntry(
        name.text,
        row.text("unit"),
        row.text("department"),
        row.text("code"),
        row.cells["budget"].number if "budget" in row.cells else None,
        Place(path, None, name.where),
    )


def read_accounts_summary(path: str, by: Opener) -> tuple[AccountsSummary, ...]:
    """What a text says of all sheets together.  Raises BadInput."""
    said: list[AccountsSummary] = []
    try:
        for lines in _lines(path, by):
            for line in lines:
                for cell in line.cells:
                    where = Where(("决算说明",), line.row.table, None, None, line.row.number)
                    if line.row.table is not None:
                        where = where._replace(
                            row=line.row.number, column=cell.column + 1, line=None
                        )
                    said += read_summaries(cell.text, Place(path, None, where))
        if not said:
            raise Unreadable(words.NO_SUMMARY, words.NO_SUMMARY_HINT)
    except Unreadable as error:
        raise _bad(words.SUMMARY, path, error) from error
    return tuple(said)


def read_last_year(paths: Sequence[str], by: Opener) -> InputSheets:
    """The sheets of the year before.  Raises BadInput where there is none."""

    def sheets(file: OpenedFile) -> Sequence[Sheet]:
        return file.sheets

    return _folder(words.LAST_YEAR, words.NO_SHEETS, paths, by, sheets)


def read_targets(paths: Sequence[str], by: Opener) -> InputSheets:
    """Approved targets, each as a sheet that has nothing but them.  Raises BadInput."""

    def sheets(file: OpenedFile) -> Sequence[Sheet]:
        if file.document is None:
            return file.sheets
        return read_target_sheets(file.document, by.words)

    return _folder(words.TARGETS, words.NO_TARGETS, paths, by, sheets)


def _folder(
    what: Text,
    nothing: Text,
    paths: Sequence[str],
    by: Opener,
    sheets: Callable[[OpenedFile], Sequence[Sheet]],
) -> InputSheets:
    known: list[SheetSummary] = []
    problems: list[Text] = []
    for source in find_sources(paths, by.bounds):
        try:
            data, file = run_within(by.bounds, partial(_opened, source, by))
            digest = sha256(data).hexdigest()
            known += [
                summarise(sheet, source.path, at, digest) for at, sheet in enumerate(sheets(file))
            ]
        except Unreadable as error:
            if not is_passed_over(source, False, error):
                problems.append(_bad(what, source.path, error).text)
    if not known:
        reason = Unreadable(nothing, words.NO_SHEETS_HINT)
        raise BadInput(problems[0]) if problems else _bad(what, "、".join(paths), reason)
    return InputSheets(tuple(known), tuple(problems))


def _opened(source: Source, by: Opener) -> tuple[bytes, OpenedFile]:
    data = read_content(source, by.bounds)
    return data, open_file(source, data, by.bounds, by.pdf_process, by.words)


def _lines(path: str, by: Opener) -> Iterator[list[Line]]:
    """The lines of each table of a file that is shown."""

    def work() -> Document:
        data = read_content(Source(path), by.bounds)
        return read_tables(data, os.path.basename(path), by.bounds, by.pdf_process)

    document = run_within(by.bounds, work)
    return (read_lines(table, by.words.labels) for table in document.tables if not table.hidden)


def _bad(what: Text, path: str, error: Unreadable) -> BadInput:
    return BadInput(
        words.UNREADABLE.fill(what=what, path=path, reason=error.reason, hint=error.hint)
    )
