"""The annotated copy of a checked file, by its format."""

from __future__ import annotations

import os
from importlib import import_module
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.office.errors import Uneditable
from sheetlint.readers import formats
from sheetlint.run.results import FileReport


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
    form = formats.named(file.format)
    if form is None or not form.annotated_by:
        return _drawn(file, lang)
    module = import_module(f"sheetlint.annotate.{form.annotated_by}")
    try:
        data: bytes = module.annotated(file, lang)
    except Uneditable as error:
        return _drawn(file, lang, error.text)
    suffix = os.path.splitext(file.path)[1]
    kept = suffix.lower() in (*form.suffixes, *form.templates)
    return Copy(suffix if kept else form.suffixes[0], data)


def _drawn(file: FileReport, lang: str, instead: Text | None = None) -> Copy:
    from sheetlint.annotate.drawn_copy import rendered

    return Copy(".xlsx", rendered(file, lang), instead)
