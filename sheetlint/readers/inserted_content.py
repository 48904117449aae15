"""Pictures and files that are put into a document, in which a reader of its text sees nothing."""

from __future__ import annotations

import os
from collections.abc import Iterator

from sheetlint.readers.limits import Limits
from sheetlint.readers.package import Package
from sheetlint.sheet.tables import Unreadable

_PICTURES = {
    "xlsx": (b"/media/",),
    "docx": (b"/media/",),
    "ods": (b"Pictures/",),
    "xls": (b"\xff\xd8\xff\xe0", b"\x89PNG\r\n"),
    "doc": (b"\xff\xd8\xff\xe0", b"\x89PNG\r\n"),
}
"""Bytes that a file of the format holds where it holds a picture: the names of the parts of a package
are not compressed."""
_EMBEDDED = b"/embeddings/"
_OLE = b"\xd0\xcf\x11\xe0"
_OBJECTS_OF_OLE = ("ObjectPool", "MBD0")
_OFFICE_OF_OLE = {
    "doc": ("Workbook", "Package", "Ole10Native"),
    "xls": ("WordDocument", "Package", "Ole10Native"),
}
_ATTACHED = b"/EmbeddedFile"
_WRAPPED = ("Package", "\x01Ole10Native")
_BEGINNINGS = (b"PK\x03\x04", _OLE)


def has_picture(data: bytes, kind: str) -> bool:
    """Whether a file of the format holds a picture."""
    return any(sign in data for sign in _PICTURES.get(kind, ()))


def has_embedded_files(data: bytes) -> bool:
    """Whether objects are put into a ``.docx`` or ``.xlsx``: other files, or the data of a chart."""
    return data.startswith(_BEGINNINGS[0]) and _EMBEDDED in data


def embedded_files(data: bytes, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Name and content of each object put into a ``.docx`` or ``.xlsx``.  Raises Unreadable."""
    if not has_embedded_files(data):
        return
    package = Package(data, limits)
    for name in package.names:
        if _EMBEDDED.decode() in f"/{name}":
            yield os.path.basename(name), _unwrap(b"".join(package.chunks(name)))


def may_embed_file(data: bytes, kind: str) -> bool:
    """Whether a PDF has a file attached, or an old office file holds one of another program as an
    object; it is not taken out."""
    if kind == "pdf":
        return _ATTACHED in data
    return any(name.encode("utf-16-le") in data for name in _OBJECTS_OF_OLE) and any(
        name.encode("utf-16-le") in data for name in _OFFICE_OF_OLE.get(kind, ())
    )


def _unwrap(data: bytes) -> bytes:
    """The file that an OLE object wraps; an old office file is its own object."""
    if not data.startswith(_OLE):
        return data
    from sheetlint.readers.ole_container import OleContainer

    try:
        container = OleContainer(data)
        stream = next((container.stream(name) for name in _WRAPPED if name in container), b"")
    except Unreadable:
        return data
    starts = [start for mark in _BEGINNINGS if (start := stream.find(mark)) >= 0]
    return stream[min(starts) :] if starts else data
