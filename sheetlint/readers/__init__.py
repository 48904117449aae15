"""Readers: the bytes of a file become a ``Document``: tables, rows and cells with their place.

One module a format, loaded when a file of that format is met: reading a text loads neither the
archive nor the XML modules.  A format is detected by the content and never by the
file's name.
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

from sheetlint.readers import formats, unreadable
from sheetlint.readers.detect import detect_format
from sheetlint.readers.limits import Limits
from sheetlint.sheet.tables import Document

__all__ = ["Limits", "read"]

_DEFAULT = Limits()


def read(data: bytes, name: str, limits: Limits = _DEFAULT) -> Document:
    """The tables in ``data``, the content of the file ``name``.

    Raises ``Unreadable``, and nothing else, whatever the bytes are.
    """
    if len(data) > limits.max_bytes:
        raise unreadable.too_big()
    kind = detect_format(data)
    if kind == "zip":
        return _read_package(data, name, limits)
    if kind == "empty":
        raise unreadable.empty()
    if kind == "encrypted":
        raise unreadable.encrypted()
    return _read(kind, name, data, limits, name)


def _read_package(data: bytes, name: str, limits: Limits) -> Document:
    from sheetlint.readers.package import Package

    package = Package(data, limits)
    kind, main = package.find_main_part()
    if kind == "opendocument":
        from sheetlint.readers.ods.spreadsheet import is_spreadsheet

        kind = "ods" if is_spreadsheet(package) else kind
    return _read(kind, name, package, main)


def _read(kind: str, name: str, *content: object) -> Document:
    """Call the reader of the format.  Raises ``Unreadable`` for a kind that is not read."""
    known = formats.find_format(kind)
    if known is None or not known.reader:
        raise unreadable.refuse(kind, name)
    module, _, function = known.reader.partition(":")
    return cast(Document, getattr(import_module(module), function)(*content))
