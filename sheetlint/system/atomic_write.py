"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from itertools import count
from stat import S_IMODE, S_ISREG

_DRAFTS = count()


def write(path: str, data: bytes) -> None:
    """Put ``data`` at ``path``, in the place of what stood there, whose permissions it takes.

    Nobody ever sees half of it: it is written beside the file and moved into its place.  A pipe or
    a device is written to as it is, a link is followed, and what is protected against writing stays.
    Raises OSError.
    """
    mode = _mode(path)
    if mode is not None and not S_ISREG(mode):
        with open(path, "wb") as stream:
            stream.write(data)
        return
    if mode is not None and not os.access(path, os.W_OK):
        # Moving another file into its place would get round the protection.
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
    target = os.path.realpath(path)
    # Short, whatever the file is called: many systems allow 255 bytes, 85 Chinese characters.
    draft = os.path.join(os.path.dirname(target), f".sheetlint-{os.getpid()}-{next(_DRAFTS)}.tmp")
    try:
        with open(draft, "xb") as file:
            file.write(data)
        if mode is not None:
            os.chmod(draft, S_IMODE(mode))
        os.replace(draft, target)
    except BaseException:
        _forget(draft)
        raise


def write_text(path: str, text: str) -> None:
    """The same in UTF-8; what UTF-8 cannot write is named by its number."""
    write(path, text.encode("utf-8", "backslashreplace"))


def _mode(path: str) -> int | None:
    try:
        return os.stat(path).st_mode
    except FileNotFoundError:
        return None


def _forget(draft: str) -> None:
    try:
        os.unlink(draft)
    except OSError:
        # It was never made.
        return
