"""What this tool wrote to which path last, kept in the cache folder of the user.

A line a file, newest last: digests of its path and of its content, so that the record tells nobody
the names of files.  What cannot be recorded, or was dropped, only has to be confirmed with ``--force``.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256

from sheetlint.system.atomic_write import write_file
from sheetlint.system.cache_folder import (
    cache_folder,
    create_private_file,
    make_cache_folder,
    require_own_file,
)

_NAME = "written.txt"
_LINE = 130
"""Bytes: two digests in hexadecimal, a blank and a line break."""
_MOST_LINES = 20_000


class WrittenFiles:
    """The record of this user; a file of it that is damaged or missing counts as empty."""

    def __init__(self) -> None:
        self._digests: dict[str, str] | None = None

    def content_digest(self, place: str) -> str | None:
        """The digest that was recorded last for this resolved path."""
        if self._digests is None:
            self._digests = _parse(_read())
        return self._digests.get(_place_digest(place))

    def add(self, place: str, content_digest: str) -> None:
        """Record what was written to a resolved path."""
        at = _place_digest(place)
        if self._digests is not None:
            self._digests[at] = content_digest
        with suppress(OSError):
            _append(f"{at} {content_digest}\n".encode())


def _place_digest(place: str) -> str:
    return sha256(os.fsencode(place)).hexdigest()


def _read() -> bytes:
    path = os.path.join(cache_folder(), _NAME)
    try:
        if not require_own_file(path):
            return b""
        make_cache_folder()
        with open(path, "rb") as file:
            return file.read(2 * _MOST_LINES * _LINE)
    except OSError:
        return b""


def _parse(data: bytes) -> dict[str, str]:
    lines = (line.split() for line in data.decode("ascii", "replace").splitlines())
    return {parts[0]: parts[1] for parts in lines if len(parts) == 2}


def _append(line: bytes) -> None:
    path = os.path.join(make_cache_folder(), _NAME)
    if not require_own_file(path):
        os.close(create_private_file(path))
    with open(path, "ab", buffering=0) as file:
        file.write(line)
        size = file.tell()
    if size > _MOST_LINES * _LINE:
        write_file(path, b"".join(_read().splitlines(keepends=True)[-_MOST_LINES // 2 :]))
