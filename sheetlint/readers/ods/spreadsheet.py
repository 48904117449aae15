"""OpenDocument spreadsheets (.ods, .ots), from LibreOffice, WPS, Excel or a program."""

from __future__ import annotations

from sheetlint.readers import unreadable
from sheetlint.readers.ods.content import read_content
from sheetlint.readers.package import Package
from sheetlint.sheet.tables import Document

_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = "META-INF/manifest.xml"


def is_spreadsheet(package: Package) -> bool:
    """The archive says so itself, in its part ``mimetype``."""
    return next(package.chunks("mimetype"), b"").strip().startswith(_SPREADSHEET)


def read_spreadsheet(package: Package, _: str) -> Document:
    """All worksheets in their order, hidden ones too.  Raises ``Unreadable``."""
    # Not parsed: old versions of OpenOffice give the manifest a document type.
    if _MANIFEST in package and b"encryption-data" in next(package.chunks(_MANIFEST), b""):
        raise unreadable.encrypted()
    tables = read_content(package.chunks("content.xml"), package.limits)
    if not tables:
        raise unreadable.damaged()
    return Document("ods", tuple(tables))
