"""Reads the bytes of a source, up to the bound on the size of a file."""

from __future__ import annotations

import os
import sys
from stat import S_ISBLK, S_ISCHR, S_ISDIR, S_ISFIFO, S_ISREG, S_ISSOCK
from typing import IO

from sheetlint.intake.source import STDIN, Problem, Source, is_address
from sheetlint.messages import intake as texts
from sheetlint.sandbox.bounds import Bounds
from sheetlint.sheet.tables import Unreadable
from sheetlint.system.byte_sizes import format_byte_size

_PIECE_BYTES = 1 << 18
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def read_content(source: Source, bounds: Bounds) -> bytes:
    """The bytes of a regular file, of a file in an archive, or of the standard input.

    Empty for an archive whose files are sources of their own.  Raises Unreadable.
    """
    if source.expanded:
        return b""
    if source.problem is not None:
        raise Unreadable(*source.problem)
    if source.data is not None:
        return source.data
    path = source.path
    try:
        if source.member is not None:
            from sheetlint.intake import archive

            return archive.read_member(source.member)
        if is_address(path):
            from sheetlint.intake.remote import open_address

            with open_address(path) as remote_file:
                return _read_bounded(remote_file, bounds)
        # The kind of file is checked before opening: opening a tape or a pipe has effects of its own.
        _require_regular(path, os.stat(path).st_mode)
        descriptor = os.open(path, os.O_RDONLY | _NONBLOCK | _BINARY)
        with open(descriptor, "rb") as file:
            _require_regular(path, os.fstat(descriptor).st_mode)
            return _read_bounded(file, bounds)
    except OSError as error:
        raise _unreadable(path, error) from error
    except ValueError as error:
        # A path with a null character in it.
        raise Unreadable(texts.NO_SUCH_FILE, texts.LOOK_AT_PATH) from error


def read_standard_input(bounds: Bounds) -> bytes:
    """The bytes of the standard input, to its end.  Raises Unreadable."""
    if sys.stdin is None:
        raise Unreadable(texts.NO_INPUT, texts.USE_DASH)
    try:
        return _read_bounded(sys.stdin.buffer, bounds)
    except OSError as error:
        raise _unreadable(STDIN, error) from error


def _read_bounded(file: IO[bytes], bounds: Bounds) -> bytes:
    """Read in pieces: one call with the bound as its size would allocate that much at once."""
    pieces: list[bytes] = []
    size = 0
    while piece := file.read(_PIECE_BYTES):
        size += len(piece)
        if bounds.size and size > bounds.size:
            raise Unreadable(
                texts.TOO_LARGE.fill(limit=format_byte_size(bounds.size)), texts.SPLIT_IT
            )
        pieces.append(piece)
    return b"".join(pieces)


def why_special(mode: int) -> Problem:
    """What a pipe, a device or a socket is, and what to give instead."""
    if S_ISFIFO(mode):
        return texts.IS_PIPE, texts.USE_DASH
    kind = next((text for test, text in _KINDS if test(mode)), texts.SPECIAL)
    return texts.IS_SPECIAL.fill(kind=kind), texts.GIVE_FILE


def _require_regular(path: str, mode: int) -> None:
    if S_ISREG(mode):
        return
    if S_ISDIR(mode):
        if not os.access(path, os.R_OK | os.X_OK):
            # A folder that cannot be listed is given as a source.
            raise Unreadable(texts.NO_PERMISSION, texts.ASK_PERMISSION)
        raise Unreadable(texts.IS_FOLDER, texts.GIVE_FILE)
    raise Unreadable(*why_special(mode))


_KINDS = ((S_ISCHR, texts.DEVICE), (S_ISBLK, texts.DEVICE), (S_ISSOCK, texts.SOCKET))


def _unreadable(path: str, error: OSError) -> Unreadable:
    if isinstance(error, IsADirectoryError):
        return Unreadable(texts.IS_FOLDER, texts.GIVE_FILE)
    if isinstance(error, FileNotFoundError):
        if os.path.islink(path):
            return Unreadable(texts.BROKEN_LINK, texts.LOOK_AT_LINK)
        return Unreadable(texts.NO_SUCH_FILE, texts.LOOK_AT_PATH)
    if isinstance(error, NotADirectoryError):
        return Unreadable(texts.NO_SUCH_FILE, texts.LOOK_AT_PATH)
    if isinstance(error, PermissionError):
        return Unreadable(texts.NO_PERMISSION, texts.ASK_PERMISSION)
    from sheetlint.messages.os_errors import os_error_text

    return Unreadable(texts.CANNOT_OPEN.fill(reason=os_error_text(error)), texts.LOOK_AT_PATH)
