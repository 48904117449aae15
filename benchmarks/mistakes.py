"""What is wrong with some submissions: a figure in a sheet, or the file itself."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

import unit_names  # noqa: F401  (finds the tests)

from tests.writing.boxes import Drawing

_DERIVED = ("funds.total.rate", "funds.total.score", "total.score")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BOMB = 1 << 26
"""Bytes that a broken workbook unpacks to."""


def spoiled(drawing: Drawing, pick: random.Random) -> Drawing:
    """One cell is wrong: a figure that follows from others, a name left out, a weight."""
    text = {(box.row, box.column): box.text for box in drawing.boxes}
    figures = [f for f in _DERIVED if _figure(text.get(drawing.fields.get(f, (-1, -1)), ""))]
    weights = [
        field
        for field, at in drawing.fields.items()
        if field.startswith("indicators.") and field.endswith(".weight") and _figure(text[at])
    ]
    kind = pick.random()
    if kind < 0.7 and figures:
        field = pick.choice(figures)
        new = _off(text[drawing.fields[field]])
    elif kind < 0.9 and weights:
        field = pick.choice(weights)
        new = _off(text[drawing.fields[field]])
    else:
        # The form of a whole unit names no project.
        field = pick.choice([name for name in ("project", "unit") if name in drawing.fields])
        new = ""
    at = drawing.fields[field]
    boxes = [
        box._replace(text=new, stored=None) if (box.row, box.column) == at else box
        for box in drawing.boxes
    ]
    return drawing._replace(boxes=tuple(boxes))


def _figure(text: str) -> bool:
    return re.fullmatch(r"\d+(\.\d+)?%?", text) is not None


def _off(text: str) -> str:
    """Another figure of the same shape: one digit is mistyped, and not the least one."""
    whole = text.rstrip("%").partition(".")[0]
    at = len(whole) - 1 if len(whole) > 1 or whole != "0" else text.find(".") + 1
    return text[:at] + str((int(text[at]) + 3) % 10) + text[at + 1 :]


def truncated(data: bytes, pick: random.Random) -> bytes:
    return data[: len(data) * pick.randint(20, 80) // 100]


def garbled(data: bytes, pick: random.Random) -> bytes:
    return pick.randbytes(min(len(data), 4096))


def locked(data: bytes, pick: random.Random) -> bytes:
    """As a workbook with a password begins."""
    return _OLE + "EncryptedPackage".encode("utf-16-le") + pick.randbytes(4096)


def renamed(data: bytes, pick: random.Random) -> bytes:
    """A photograph by the name of a form."""
    return b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01" + pick.randbytes(4096)


def empty(data: bytes, pick: random.Random) -> bytes:
    return b""


def bomb(data: bytes, pick: random.Random) -> bytes:
    """A workbook with a part that unpacks to a thousand times its size."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr(
            zipfile.ZipInfo("[Content_Types].xml"), _TYPES, compress_type=zipfile.ZIP_DEFLATED
        )
        part = zipfile.ZipInfo("xl/worksheets/sheet1.xml")
        archive.writestr(part, b"0" * _BOMB, compress_type=zipfile.ZIP_DEFLATED)
    return stream.getvalue()


_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.'
    'openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
BROKEN: tuple[tuple[str, Callable[[bytes, random.Random], bytes]], ...] = (
    (".xlsx", truncated),
    (".docx", truncated),
    (".xlsx", garbled),
    (".xlsx", locked),
    (".xlsx", renamed),
    (".docx", empty),
    (".xlsx", bomb),
)
"""Ways of being broken, with the format of the form that was."""
