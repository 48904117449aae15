"""Files of a folder that are no submissions: the reason that their names and contents give."""

from __future__ import annotations

import os
from collections.abc import Iterable

from sheetlint.intake.accepted_names import (
    PACKED_SUFFIXES,
    SUBMITTED_SUFFIXES,
    is_candidate,
    is_named_as_form,
    is_named_as_sheet,
    suffix_of,
)
from sheetlint.intake.source import STDIN, Source
from sheetlint.messages import intake as texts
from sheetlint.messages.text import Text
from sheetlint.readers.normalised import BadDocument
from sheetlint.run.open_file import OpenedFile
from sheetlint.sandbox.bounds import Stopped
from sheetlint.sheet.tables import Unreadable


def why_not_opened(source: Source, only_sheets: bool) -> Text | None:
    """Why a file is passed over by its name alone; None where it is to be opened."""
    if source.left_out and source.problem is not None:
        return source.problem[0]
    if only_sheets and source.walked and not is_candidate(source.path):
        return texts.NO_SHEET_FORMAT
    return None


def why_configuration(source: Source, folders: Iterable[str]) -> Text | None:
    """The reason, for a file of a folder that belongs to the configuration in force; else None.

    ``folders`` are those of local checks and profiles, or single files of them.
    """
    if not source.walked or source.member is not None:
        return None
    path = os.path.abspath(source.path)
    tops = map(os.path.abspath, folders)
    inside = any(path == top or path.startswith(os.path.join(top, "")) for top in tops)
    return texts.CONFIGURATION if inside else None


def why_passed_over(
    source: Source, only_sheets: bool, result: OpenedFile | Unreadable
) -> Text | None:
    """Why a file without sheets is no submission; None for one that may be a submission.

    A file that was named by the user always counts, and so does one of a folder that cannot be read or
    bears the labels of the form: a report without it would claim that all submissions were checked.
    With ``only_sheets``, for repositories and hooks, a file that cannot be read counts where it is an
    office file, an archive or a normalised document.
    """
    not_opened = why_not_opened(source, only_sheets)
    if not_opened is not None:
        return not_opened
    if not (source.walked or only_sheets):
        return None
    if isinstance(result, Unreadable):
        return result.reason if only_sheets and _is_other_data(source, result) else None
    if result.note is not None or result.has_form_labels or is_named_as_form(source.path):
        return None
    return texts.NO_SHEET_INSIDE if source.expanded else texts.NO_LABELS


def _is_other_data(source: Source, error: Unreadable) -> bool:
    """Whether an unreadable file of a repository is most likely no sheet."""
    if source.path == STDIN or isinstance(error, (Stopped, BadDocument)):
        return False
    return suffix_of(source.path) not in SUBMITTED_SUFFIXES | PACKED_SUFFIXES and not (
        is_named_as_sheet(source.path)
    )
