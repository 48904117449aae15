"""The bytes of a source, within the bound on their number."""

from __future__ import annotations

import os
import sys
from stat import S_ISBLK, S_ISCHR, S_ISDIR, S_ISFIFO, S_ISREG, S_ISSOCK
from typing import IO

from sheetlint.intake.source import STDIN, Source, is_address
from sheetlint.messages import intake as words
from sheetlint.sandbox.bounds import Bounds
from sheetlint.sheet.tables import Unreadable
from sheetlint.system.byte_sizes import format_byte_size

_PIECE = 1 << 18
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def read_content(source: Source, bounds: Bounds) -> bytes:
    """The bytes of a regular file, of a file in an archive, or of the standard input.

    Nothing for an archive: its files have been opened before.  Unreadable says what is wrong.
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

            with open_address(path) as elsewhere:
                return _bounded(elsewhere, bounds)
        # Looking before opening: to open a tape or a pipe already does something to it.
        _regular(path, os.stat(path).st_mode)
        descriptor = os.open(path, os.O_RDONLY | _NONBLOCK | _BINARY)
        with open(descriptor, "rb") as file:
            _regular(path, os.fstat(descriptor).st_mode)
            return _bounded(file, bounds)
    except OSError as error:
        raise _refused(path, error) from error
    except ValueError as error:
        # A path with a null character in it.
        raise Unreadable(words.NO_SUCH_FILE, words.LOOK_AT_PATH) from error


def read_standard_input(bounds: Bounds) -> bytes:
    """What is sent through it, to the end.  Unreadable says what is wrong."""
    if sys.stdin is None:
        raise Unreadable(words.NO_INPUT, words.USE_DASH)
    try:
        return _bounded(sys.stdin.buffer, bounds)
    except OSError as error:
        raise _refused(STDIN, error) from error


def _bounded(file: IO[bytes], bounds: Bounds) -> bytes:
    """Piece by piece: room for as much as there may be would be taken before there is anything."""
    pieces: list[bytes] = []
    size = 0
    while piece := file.read(_PIECE):
        size += len(piece)
        if bounds.size and size > bounds.size:
            raise Unreadable(
                words.TOO_LARGE.fill(limit=format_byte_size(bounds.size)), words.SPLIT_IT
            )
        pieces.append(piece)
    return b"".join(pieces)


def _regular(path: str, mode: int) -> None:
    if S_ISREG(mode):
        return
    if S_ISDIR(mode):
        if not os.access(path, os.R_OK | os.X_OK):
            # It was to be walked.
            raise Unreadable(words.NO_PERMISSION, words.ASK_PERMISSION)
        raise Unreadable(words.IS_FOLDER, words.GIVE_FILE)
    if S_ISFIFO(mode):
        raise Unreadable(words.IS_PIPE, words.USE_DASH)
    kind = next((text for test, text in _KINDS if test(mode)), words.SPECIAL)
    raise Unreadable(words.IS_SPECIAL.fill(kind=kind), words.GIVE_FILE)


_KINDS = ((S_ISCHR, words.DEVICE), (S_ISBLK, words.DEVICE), (S_ISSOCK, words.SOCKET))


def _refused(path: str, error: OSError) -> Unreadable:
    if isinstance(error, IsADirectoryError):
        return Unreadable(words.IS_FOLDER, words.GIVE_FILE)
    if isinstance(error, FileNotFoundError):
        if os.path.islink(path):
            return Unreadable(words.BROKEN_LINK, words.LOOK_AT_LINK)
        return Unreadable(words.NO_SUCH_FILE, words.LOOK_AT_PATH)
    if isinstance(error, NotADirectoryError):
        return Unreadable(words.NO_SUCH_FILE, words.LOOK_AT_PATH)
    if isinstance(error, PermissionError):
        return Unreadable(words.NO_PERMISSION, words.ASK_PERMISSION)
    from sheetlint.messages.os_errors import os_error_text

    return Unreadable(words.CANNOT_OPEN.fill(reason=os_error_text(error)), words.LOOK_AT_PATH)
