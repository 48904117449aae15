"""The name of a file in a zip archive: decoded from its bytes and made safe to print."""

from __future__ import annotations

import re
import zlib
from typing import NamedTuple

from sheetlint.readers.zip_archive import UTF_8, ZipEntry

_DRIVE = re.compile("^[A-Za-z]:")
_UNICODE_PATH_FIELD = 0x7075


class MemberName(NamedTuple):
    """The path of a member inside its archive."""

    parts: tuple[str, ...]
    """Folders and file, without drive and ``..``."""
    folder: bool
    outside: bool
    """The name as written leads out of the archive."""


def read_member_name(entry: ZipEntry) -> MemberName:
    """The path of ``entry``; without drive, leading slashes and ``..``."""
    # Chinese characters in gb18030 may have a backslash as their second byte: decode first.
    text = _decode(entry).partition("\0")[0].replace("\\", "/")
    steps = _DRIVE.sub("", text).split("/")
    parts = tuple(step for step in steps if step not in ("", ".", ".."))
    return MemberName(parts, steps[-1] == "", ".." in steps)


def _decode(entry: ZipEntry) -> str:
    """The name as it was written: archives made on Chinese Windows use gb18030 without a flag."""
    if entry.flags & UTF_8:
        return entry.name
    raw = entry.raw_name
    for encoding, data in (
        ("utf-8", _unicode_path(entry.extra, raw)),
        ("utf-8", raw),
        ("gb18030", raw),
    ):
        if data is None:
            continue
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return entry.name


def _unicode_path(extra: bytes, raw: bytes) -> bytes | None:
    """The name in UTF-8, which some programs write beside the one in the system's encoding."""
    while len(extra) >= 4:
        kind = int.from_bytes(extra[:2], "little")
        size = int.from_bytes(extra[2:4], "little")
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _UNICODE_PATH_FIELD and int.from_bytes(field[1:5], "little") == zlib.crc32(raw):
            return field[5:]
    return None
