"""Files of a folder that nobody submitted as a sheet, by their names and contents."""

from __future__ import annotations

from sheetlint.intake.accepted_names import (
    PACKED_SUFFIXES,
    SUBMITTED_SUFFIXES,
    is_named_as_sheet,
    suffix_of,
)
from sheetlint.intake.source import STDIN, Source
from sheetlint.run.open_file import OpenedFile
from sheetlint.sandbox.bounds import Stopped
from sheetlint.sheet.tables import Unreadable


def is_passed_over(source: Source, only_sheets: bool, result: OpenedFile | Unreadable) -> bool:
    """Whether a file of a folder holds no sheet, mentions none and is not named after one.

    A file that may be a submission counts: an office file that cannot be read, a scan, a file that
    took too much time or memory.  A report without it would claim that all submissions were checked.
    """
    if not (source.walked or only_sheets) or is_named_as_sheet(source.path):
        return False
    if isinstance(result, Stopped):
        return False
    if isinstance(result, Unreadable):
        return (
            source.path != STDIN
            and suffix_of(source.path) not in SUBMITTED_SUFFIXES | PACKED_SUFFIXES
        )
    return not result.mentions and result.note is None
