"""The annotated copy of a checked file, by its format."""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

from sheetlint.results import FileReport

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


def annotated(file: FileReport, lang: str) -> Copy:
    """The copy; what was found is the file's, so that milder findings can be left out.

    Of formats that cannot be written into, the sheets are drawn in a new workbook.  Raises
    ``Uneditable`` for a file that is closed to changes.
    """
    suffixes = _EDITED.get(file.format)
    if suffixes is None:
        from sheetlint.handback.rendered import rendered

        return Copy(".xlsx", rendered(file, lang))
    module = f"sheetlint.handback.{file.format}"
    __import__(module)
    data: bytes = sys.modules[module].annotated(file, lang)
    suffix = os.path.splitext(file.path)[1]
    return Copy(suffix if suffix.lower() in suffixes else suffixes[0], data)
