"""A lock on an open file, which ends with the process that holds it."""

from __future__ import annotations

import errno
import sys

_HELD = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES)


def try_to_lock(descriptor: int) -> bool:
    """Lock the file until it is closed.  False where somebody else holds the lock.

    Some file systems have no locks; there, as before, nobody is held up.
    """
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _HELD
    return True
