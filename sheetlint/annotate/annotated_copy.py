"""The annotated copy of a checked file, by its format."""

from __future__ import annotations

import os
from importlib import import_module
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.office.errors import Uneditable
from sheetlint.readers import formats
from sheetlint.run.results import FileReport


class AnnotatedCopy(NamedTuple):
    """The content of a copy with marked findings."""

    suffix: str
    data: bytes
    drawn_because: Text | None = None
    """Why the sheets are drawn in a workbook although files of this format can be edited."""


def annotate_file(file: FileReport, lang: str) -> AnnotatedCopy:
    """The original with all findings of ``file`` marked in it.

    The sheets of a file that cannot be edited are drawn in a new workbook.
    """
    file_format = formats.find_format(file.format)
    if file_format is None or not file_format.annotated_by:
        return _draw(file, lang)
    module = import_module(f"sheetlint.annotate.{file_format.annotated_by}")
    try:
        data: bytes = module.annotate_file(file, lang)
    except Uneditable as error:
        return _draw(file, lang, error.text)
    suffix = os.path.splitext(file.path)[1]
    is_usual = suffix.lower() in (*file_format.suffixes, *file_format.templates)
    return AnnotatedCopy(suffix if is_usual else file_format.suffixes[0], data)


def _draw(file: FileReport, lang: str, drawn_because: Text | None = None) -> AnnotatedCopy:
    from sheetlint.annotate.drawn_copy import draw_copy

    return AnnotatedCopy(".xlsx", draw_copy(file, lang), drawn_because)
