"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import re
from itertools import count
from stat import S_IMODE, S_ISDIR, S_ISLNK, S_ISREG
from typing import BinaryIO

_DRAFT_NUMBERS = count()
_STANDARD_STREAMS = {"stdout": 1, "stderr": 2}
_DESCRIPTOR = r"/dev/(stdout|stderr)|/(?:dev|proc/self)/fd/(\d{1,6})"


def write_file(path: str, data: bytes) -> None:
    """Write ``data`` to ``path``, replacing a file there and keeping its permissions.

    The data is written to a draft beside the file, which is then moved into its place, so that no
    other program reads half of it.  A pipe or a device is written to directly; nothing is written
    through a link, and a write-protected file is not replaced.  Raises OSError.
    """
    stream = _open_stream(path)
    if stream is not None:
        with stream:
            stream.write(data)
        return
    mode = _mode(path)
    if mode is not None and S_ISLNK(mode):
        raise OSError(errno.EMLINK, os.strerror(errno.EMLINK), path)
    if mode is not None and not os.access(path, os.W_OK):
        # Moving another file into its place would circumvent the protection.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
    # A short name, however long the file's is: many systems allow 255 bytes, 85 Chinese characters.
    name = f".sheetlint-{os.getpid()}-{next(_DRAFT_NUMBERS)}.tmp"
    draft = os.path.join(os.path.dirname(path), name)
    try:
        # What replaces a private file is at no moment readable by others.
        with open(draft, "xb", opener=None if mode is None else _open_private) as file:
            file.write(data)
        if mode is not None:
            os.chmod(draft, S_IMODE(mode))
        os.replace(draft, path)
    except BaseException:
        _remove_draft(draft)
        raise


def write_text_file(path: str, text: str) -> None:
    """Write ``text`` in UTF-8; a lone surrogate is written as its escape (``\\udc80``)."""
    write_file(path, encode_text(text))


def encode_text(text: str) -> bytes:
    """The bytes of a text file, as ``write_text_file`` writes them."""
    return text.encode("utf-8", "backslashreplace")


def is_stream(path: str) -> bool:
    """Whether ``path`` is a pipe, a device or an open descriptor, which is written to directly."""
    return re.fullmatch(_DESCRIPTOR, path) is not None or _is_special(path)


def _open_stream(path: str) -> BinaryIO | None:
    descriptor = re.fullmatch(_DESCRIPTOR, path)
    if descriptor is not None:
        name, number = descriptor.groups()
        # A second opening of a redirected output would begin at its first byte again.
        return os.fdopen(os.dup(_STANDARD_STREAMS[name] if name else int(number)), "wb")
    return open(path, "wb") if _is_special(path) else None


def _is_special(path: str) -> bool:
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    return not (S_ISREG(mode) or S_ISDIR(mode))


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _mode(path: str) -> int | None:
    """Of the file or link itself; None where there is none."""
    try:
        return os.lstat(path).st_mode
    except FileNotFoundError:
        return None


def _remove_draft(draft: str) -> None:
    try:
        os.unlink(draft)
    except OSError:
        # It was never created.
        return
