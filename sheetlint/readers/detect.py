"""The format of a file by its bytes; its name does not count."""

from __future__ import annotations

from sheetlint.readers.formats import FORMATS
from sheetlint.sheet.tables import Unreadable

ZIP = b"PK\x03\x04"

_MAGIC = (
    (ZIP, "zip"),
    (b"PK\x05\x06", "archive"),
    *((form.magic, form.name) for form in FORMATS if form.magic),
    (b"{\\rtf", "rtf"),
    # Worksheets of Excel 2, 3 and 4, which some web programs still write, and Word 2.
    (b"\x09\x00\x04\x00", "old-xls"),
    (b"\x09\x02\x06\x00", "old-xls"),
    (b"\x09\x04\x06\x00", "old-xls"),
    (b"\x09\x08\x08\x00", "old-xls"),
    (b"\xdb\xa5\x2d\x00", "old-doc"),
    (b"\x89PNG\r\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF87a", "image"),
    (b"GIF89a", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"II+\x00", "image"),
    (b"8BPS", "image"),
    (b"AT&TFORM", "image"),
    (b"\x00\x00\x00\x0cjP", "image"),
    (b"Rar!\x1a\x07", "archive"),
    (b"7z\xbc\xaf\x27\x1c", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"BZh91AY&SY", "archive"),
    (b"\xfd7zXZ\x00", "archive"),
    (b"\x28\xb5\x2f\xfd", "archive"),
    (b"\x1f\x9d", "archive"),
    (b"MSCF", "archive"),
    (b"PK00", "archive"),
    (b"PK\x07\x08", "archive"),
    (b"xar!", "archive"),
)
_PLACED = (
    (257, b"ustar", "archive"),
    (0x8001, b"CD001", "archive"),
    (8, b"WEBPVP8", "image"),
    *((4, b"ftyp" + brand, "image") for brand in (b"hei", b"hev", b"mif1", b"msf1", b"avif")),
)
"""Signs that stand further behind."""
_BITMAP, _RESERVED = b"BM", slice(6, 10)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (
    ("EncryptedPackage", "encrypted"),
    *((stream, form.name) for form in FORMATS for stream in form.streams),
)
_BLANK = b" \t\r\n\x00"
_MAIL = (
    b"from",
    b"to:",
    b"date:",
    b"subject:",
    b"received:",
    b"return-path:",
    b"x-",
    b"message-id:",
)
_HTML = (b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta", b"<style")


def detect_format(data: bytes) -> str:
    """``empty``, ``zip``, ``encrypted``, a kind of ``unreadable``, or else ``text``.

    ``text`` is everything without a mark of its own: whether it is text shows when it is decoded.
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    for place, sign, kind in _PLACED:
        if data.startswith(sign, place):
            return kind
    if data.startswith(_BITMAP) and data[_RESERVED] == bytes(4):
        # A text may begin with these two letters.
        return "image"
    if data.startswith(_OLE[:4]):
        return _ole_kind(data)
    if not data.strip(_BLANK):
        return "empty"
    return _markup_kind(data[:4096])


def is_pdf(data: bytes) -> bool:
    """Whether ``detect_format`` gives ``pdf``, without the search through old Office files."""
    return not data.startswith(_OLE[:4]) and detect_format(data) == "pdf"


def _ole_kind(data: bytes) -> str:
    """The kind of an OLE file by the names of its streams, which the directory stores as UTF-16."""
    import re

    # An expression finds text with a null after every letter four times as fast as ``in`` does.
    kinds = [
        kind
        for name, kind in _OLE_STREAMS
        if re.search(re.escape(name.encode("utf-16-le")), data) is not None
    ]
    if len(kinds) != 1:
        # A text may embed a workbook, or speak of a Workbook; some programs shout WORKBOOK.
        from sheetlint.readers.ole_container import OleContainer

        try:
            container = OleContainer(data)
        except Unreadable:
            return kinds[0] if kinds else "ole"
        kinds = [kind for name, kind in _OLE_STREAMS if name in container]
    return kinds[0] if kinds else "ole"


def _markup_kind(head: bytes) -> str:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"<\x00" in head or b"\x00<" in head:
        # Markup is ASCII at its start; without the NULs UTF-16 reads like UTF-8.
        head = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\x00", b"")
    head = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if head.startswith(b"%pdf"):
        return "pdf"
    if head.startswith(b"mime-version:"):
        return "mhtml"
    if b"\nmime-version:" in head and head.startswith(_MAIL):
        return "mail"
    if head.startswith(_HTML):
        return "html"
    if head.startswith((b"<?xml", b"<!doctype", b"<!--")):
        # Excel's "web page" and XHTML start with an XML declaration too.
        return "html" if b"<html" in head or _is_page(head) else "xml"
    if head.startswith(b"<") and b"xmlns" in head.split(b">", 1)[0]:
        return "xml"
    return "html" if head.startswith(b"<") and _is_page(head) else "text"


def _is_page(head: bytes) -> bool:
    """A fragment of a page, as web systems export it: ``<div><table>``.  XML has no ``<td>``."""
    return b"<table" in head and (b"<tr" in head or b"<td" in head)
