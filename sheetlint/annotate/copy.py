"""The annotated copy of a checked file, by its format."""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.office.uneditable import Uneditable
from sheetlint.run.results import FileReport

_EDITED = {
    "xlsx": (".xlsx", ".xlsm", ".xltx", ".xltm"),
    "docx": (".docx", ".docm", ".dotx", ".dotm"),
    "pdf": (".pdf",),
}
"""Formats that are written into, each by the module of its name, with the suffixes of their files."""


class Copy(NamedTuple):
    """A copy with the findings in it."""

    suffix: str
    data: bytes
    instead: Text | None = None
    """Why it is a drawing, of a file of a kind that is written into."""


def annotated(file: FileReport, lang: str) -> Copy:
    """The copy; what was found is the file's, so that milder findings can be left out.

    The sheets of what cannot be written into are drawn in a new workbook.
    """
    suffixes = _EDITED.get(file.format)
    if suffixes is None:
        return _drawn(file, lang)
    module = f"sheetlint.annotate.{file.format}"
    __import__(module)
    try:
        data: bytes = sys.modules[module].annotated(file, lang)
    except Uneditable as error:
        return _drawn(file, lang, error.text)
    suffix = os.path.splitext(file.path)[1]
    return Copy(suffix if suffix.lower() in suffixes else suffixes[0], data)


def _drawn(file: FileReport, lang: str, instead: Text | None = None) -> Copy:
    from sheetlint.annotate.drawn_copy import rendered

    return Copy(".xlsx", rendered(file, lang), instead)
