"""One file, opened: its bytes, and the sheets that they hold."""

from __future__ import annotations

import os
import sys
from stat import S_ISBLK, S_ISCHR, S_ISDIR, S_ISFIFO, S_ISREG, S_ISSOCK
from typing import IO, TYPE_CHECKING, NamedTuple

from sheetlint.batch.apart import Apart
from sheetlint.batch.bounds import Bounds
from sheetlint.batch.files import Source, is_address
from sheetlint.batch.meant import STDIN
from sheetlint.locale import batch as words
from sheetlint.model import Remark, Sheet, Text, Value
from sheetlint.numbers.bytecount import shown
from sheetlint.tables import Document, Unreadable

if TYPE_CHECKING:
    from sheetlint.recognise.lexicon import Lexicon


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
    listed: tuple[Value, ...] = ()
    """Projects of a list that stands before the sheets."""
    document: Document | None = None
    """The tables that the sheets were found in; None for a normalised document."""


def content(source: Source, bounds: Bounds) -> bytes:
    """The bytes of a regular file, of a file in an archive, or of the standard input.

    Nothing for an archive: its files have been opened before.  Unreadable says what is wrong.
    """
    if source.listed:
        return b""
    if source.problem is not None:
        raise Unreadable(*source.problem)
    if source.data is not None:
        return source.data
    path = source.path
    try:
        if source.member is not None:
            from sheetlint.batch import archive

            return archive.content(source.member)
        if is_address(path):
            from sheetlint.batch.remote import stream

            with stream(path) as elsewhere:
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


def standard_input(bounds: Bounds) -> bytes:
    """What is sent through it, to the end.  Unreadable says what is wrong."""
    if sys.stdin is None:
        raise Unreadable(words.NO_INPUT, words.USE_DASH)
    try:
        return _bounded(sys.stdin.buffer, bounds)
    except OSError as error:
        raise _refused(STDIN, error) from error


_PIECE = 1 << 18
_NONBLOCK = getattr(os, "O_NONBLOCK", 0)
_BINARY = getattr(os, "O_BINARY", 0)


def opened(
    source: Source, data: bytes, bounds: Bounds, apart: Apart, lexicon: Lexicon | None = None
) -> Opened:
    """The sheets in the bytes, whatever format they are in.  Unreadable says what is wrong.

    ``lexicon`` is the place's own vocabulary, if it has one.
    """
    if source.listed:
        return Opened(data, "zip", (), 0, mentions=False)
    from sheetlint.readers.normalised import parse

    name = "<stdin>" if source.path == STDIN else os.path.basename(source.path)
    normalised = parse(data, name)
    if normalised is not None:
        from sheetlint.recognise.sheets import is_blank
        from sheetlint.schema.document import load_document

        kind = "json" if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else "yaml"
        sheets = load_document(normalised)
        filled = tuple(sheet for sheet in sheets if not is_blank(sheet))
        return Opened(data, kind, filled, len(sheets) - len(filled), mentions=True)
    from sheetlint.recognise import recognise

    document = tables_in(data, name, bounds, apart)
    recognised = recognise(document, lexicon)
    return Opened(
        data,
        document.format,
        recognised.sheets,
        recognised.empty_forms,
        recognised.mentions,
        recognised.hidden,
        recognised.note or document.note,
        recognised.listed,
        document,
    )


def tables_in(data: bytes, name: str, bounds: Bounds, apart: Apart) -> Document:
    """The tables of a file, whatever is in them.  Unreadable says what is wrong."""
    from sheetlint.readers import read
    from sheetlint.readers.detect import is_pdf

    if is_pdf(data):
        return apart.read(data, name)
    return read(data, name, bounds.limits)


def _bounded(file: IO[bytes], bounds: Bounds) -> bytes:
    """Piece by piece: room for as much as there may be would be taken before there is anything."""
    pieces: list[bytes] = []
    size = 0
    while piece := file.read(_PIECE):
        size += len(piece)
        if bounds.size and size > bounds.size:
            raise Unreadable(words.TOO_LARGE.fill(limit=shown(bounds.size)), words.SPLIT_IT)
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
    from sheetlint.locale.system import why

    return Unreadable(words.CANNOT_OPEN.fill(reason=why(error)), words.LOOK_AT_PATH)
