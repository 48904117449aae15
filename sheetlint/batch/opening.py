"""One file, opened: its bytes, and the sheets that they hold."""

from __future__ import annotations

import os
import sys
from stat import S_ISBLK, S_ISCHR, S_ISDIR, S_ISFIFO, S_ISREG, S_ISSOCK
from typing import NamedTuple

from sheetlint.batch.files import STDIN, Source
from sheetlint.locale import batch as words
from sheetlint.model import Remark, Sheet, Text
from sheetlint.tables import Unreadable

LIMIT = 64 * 1024 * 1024
"""A sheet of a few hundred cells is some ten kilobytes; scans pasted into one are some megabytes."""


class Opened(NamedTuple):
    """What became of the bytes of a file."""

    data: bytes
    format: str
    sheets: tuple[Sheet, ...]
    empty_forms: int
    mentions: bool
    """The text speaks of self-evaluation somewhere."""
    hidden: tuple[Remark, ...] = ()
    """Scored data that the file does not show."""
    note: Text | None = None
    """Why nothing could be read of a file that opens."""


def content(source: Source) -> bytes:
    """The bytes of a regular file, of a file in an archive, or of the standard input.

    Nothing for an archive: its files have been opened before.  Unreadable says what is wrong.
    """
    if source.members is not None:
        return b""
    if source.problem is not None:
        raise Unreadable(*source.problem)
    path = source.path
    if path == STDIN:
        return _bounded(sys.stdin.buffer.read(LIMIT + 1))
    try:
        if source.member is not None:
            from sheetlint.batch import archive

            path = source.member.archive
            return archive.content(source.member)
        # Looking before opening: to open a tape or a pipe already does something to it.
        _regular(os.stat(path).st_mode)
        descriptor = os.open(path, os.O_RDONLY | _NONBLOCK | _BINARY)
        with open(descriptor, "rb") as file:
            _regular(os.fstat(descriptor).st_mode)
            return _bounded(file.read(LIMIT + 1))
    except OSError as error:
        raise _refused(path, error) from error
    except ValueError as error:
        # A path with a null character in it.
        raise Unreadable(words.NO_SUCH_FILE, words.LOOK_AT_PATH) from error


_NONBLOCK = getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def opened(source: Source, data: bytes) -> Opened:
    """The sheets in the bytes, whatever format they are in.  Unreadable says what is wrong."""
    if source.members is not None:
        return Opened(data, "zip", (), 0, mentions=False)
    from sheetlint.readers.normalised import parse

    name = "<stdin>" if source.path == STDIN else os.path.basename(source.path)
    document = parse(data, name)
    if document is not None:
        from sheetlint.schema.document import load_document

        kind = "json" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "yaml"
        return Opened(data, kind, tuple(load_document(document)), 0, mentions=True)
    from sheetlint.readers import read
    from sheetlint.recognise import recognise

    read_document = read(data, name)
    recognised = recognise(read_document)
    return Opened(
        data,
        read_document.format,
        recognised.sheets,
        recognised.empty_forms,
        recognised.mentions,
        recognised.hidden,
        recognised.note or read_document.note,
    )


def _bounded(data: bytes) -> bytes:
    if len(data) > LIMIT:
        raise Unreadable(words.TOO_LARGE.fill(limit=LIMIT // 2**20), words.SPLIT_IT)
    return data


def _regular(mode: int) -> None:
    if S_ISREG(mode):
        return
    if S_ISDIR(mode):
        raise Unreadable(words.IS_FOLDER, words.GIVE_FILE)
    if S_ISFIFO(mode):
        raise Unreadable(words.IS_PIPE, words.USE_DASH)
    kind = next((text for test, text in _KINDS if test(mode)), words.SPECIAL)
    raise Unreadable(words.IS_SPECIAL.fill(kind=kind), words.GIVE_FILE)


_KINDS = ((S_ISCHR, words.DEVICE), (S_ISBLK, words.DEVICE), (S_ISSOCK, words.SOCKET))


def _refused(path: str, error: OSError) -> Unreadable:
    if isinstance(error, FileNotFoundError):
        if os.path.islink(path):
            return Unreadable(words.BROKEN_LINK, words.LOOK_AT_LINK)
        return Unreadable(words.NO_SUCH_FILE, words.LOOK_AT_PATH)
    if isinstance(error, NotADirectoryError):
        return Unreadable(words.NO_SUCH_FILE, words.LOOK_AT_PATH)
    if isinstance(error, PermissionError):
        return Unreadable(words.NO_PERMISSION, words.ASK_PERMISSION)
    reason = error.strerror or type(error).__name__
    return Unreadable(words.CANNOT_OPEN.fill(reason=Text(reason, reason)), words.LOOK_AT_PATH)
