"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
from itertools import count
from stat import S_IMODE, S_ISREG

_DRAFT_NUMBERS = count()


def write_file(path: str, data: bytes) -> None:
    """Write ``data`` to ``path``, replacing a file there and keeping its permissions.

    The data is written to a draft beside the file, which is then moved into its place, so that no
    other program reads half of it.  A pipe or a device is written to directly, a link is followed,
    and a write-protected file is not replaced.  Raises OSError.
    """
    mode = _mode(path)
    if mode is not None and not S_ISREG(mode):
        with open(path, "wb") as stream:
            stream.write(data)
        return
    if mode is not None and not os.access(path, os.W_OK):
        # Moving another file into its place would circumvent the protection.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
    target = os.path.realpath(path)
    # A short name, however long the file's is: many systems allow 255 bytes, 85 Chinese characters.
    name = f".sheetlint-{os.getpid()}-{next(_DRAFT_NUMBERS)}.tmp"
    draft = os.path.join(os.path.dirname(target), name)
    try:
        with open(draft, "xb") as file:
            file.write(data)
        if mode is not None:
            os.chmod(draft, S_IMODE(mode))
        os.replace(draft, target)
    except BaseException:
        _remove_draft(draft)
        raise


def write_text_file(path: str, text: str) -> None:
    """Write ``text`` in UTF-8; a lone surrogate is written as its escape (``\\udc80``)."""
    write_file(path, text.encode("utf-8", "backslashreplace"))


def _mode(path: str) -> int | None:
    """None where there is no file."""
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        return None


def _remove_draft(draft: str) -> None:
    try:
        os.unlink(draft)
    except OSError:
        # It was never created.
        return
