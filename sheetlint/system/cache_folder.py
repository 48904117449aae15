"""The cache folder of the user, which nobody else can read or write."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable

from sheetlint.messages import cache_folder as texts
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.text import Text

_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_BINARY = getattr(os, "O_BINARY", 0)
_HAS_OWNERS = hasattr(os, "getuid")
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


class UntrustedPlace(PermissionError):
    """Others could have written what lies there, or the place cannot be used; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def cache_folder() -> str:
    """Its path; the folder need not exist."""
    home = os.path.expanduser("~")
    top = os.environ.get("XDG_CACHE_HOME") or (
        os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.path.join(home, ".cache")
    )
    return os.path.join(top or home, "sheetlint")


def make_cache_folder() -> str:
    """The path of the folder, made for the user alone (0700) where it was missing.

    Raises UntrustedPlace for a link, for the folder of somebody else and for one that others may
    write into.  One that others can only read is closed to them.
    """
    path = cache_folder()
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        try:
            os.mkdir(path, 0o700)
        except FileExistsError:
            _require_own(path, os.lstat(path), stat.S_ISDIR)
            os.chmod(path, 0o700)
    except UntrustedPlace:
        raise
    except OSError as error:
        raise UntrustedPlace(texts.UNUSABLE.fill(path=path, reason=os_error_text(error))) from error
    return path


def create_private_file(path: str) -> int:
    """The descriptor of a new file that only the user can read (0600).  Raises OSError, also where
    there is anything at the path."""
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _NO_FOLLOW | _BINARY, 0o600)


def require_own_file(path: str) -> bool:
    """Whether there is a file at the path.

    Raises UntrustedPlace for a link, a device or a folder, for the file of somebody else and for one
    that others may write to.
    """
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise UntrustedPlace(texts.UNUSABLE.fill(path=path, reason=os_error_text(error))) from error
    _require_own(path, found, stat.S_ISREG)
    return True


def _require_own(path: str, found: os.stat_result, is_kind: Callable[[int], bool]) -> None:
    if stat.S_ISLNK(found.st_mode):
        raise UntrustedPlace(texts.LINK.fill(path=path))
    if not is_kind(found.st_mode):
        raise UntrustedPlace(texts.OTHER_KIND.fill(path=path))
    if _HAS_OWNERS and found.st_uid != os.getuid():
        raise UntrustedPlace(texts.OTHER_OWNER.fill(path=path))
    if _HAS_OWNERS and found.st_mode & _OTHERS_WRITE:
        raise UntrustedPlace(texts.OTHERS_WRITE.fill(path=path))
