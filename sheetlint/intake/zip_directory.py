"""What can be wrong with an archive before ``zipfile`` has listed it."""

from __future__ import annotations

import struct
import zipfile
import zlib

from sheetlint.readers import refusals

BROKEN = (
    # What zipfile raises, depending on which bytes of the archive are wrong.
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OverflowError,
    OSError,
    RuntimeError,
    ValueError,
)
_END = b"PK\x05\x06"
_END64 = b"PK\x06\x06"


def directory_size(data: bytes) -> int:
    """Bytes of the table of contents, before ``zipfile`` reads all of it."""
    end = data.rfind(_END)
    if end < 0 or end + 22 > len(data):
        raise refusals.damaged()
    if data[end - 76 : end - 72] == _END64 and end >= 76:
        return int.from_bytes(data[end - 36 : end - 28], "little")
    return int.from_bytes(data[end + 12 : end + 16], "little")
