"""The secret of the user that stored results are signed with.

A result that was not signed with it was not stored by a run of this user, and counts as missing:
whoever hands somebody a store cannot change what is found.
"""

from __future__ import annotations

import os
import stat
from hmac import digest
from secrets import token_bytes, token_hex

from sheetlint.system.cache_folder import create_private_file, make_cache_folder, require_own_file

_NAME = "results.key"
_BYTES = 32


def user_key() -> bytes:
    """The secret in the cache folder of the user, made where it is missing.

    Raises OSError, UntrustedPlace where others could have written it.
    """
    path = os.path.join(make_cache_folder(), _NAME)
    key = _read(path)
    if key is not None:
        return key
    draft = f"{path}-{token_hex(8)}"
    with os.fdopen(create_private_file(draft), "wb") as file:
        file.write(token_bytes(_BYTES))
    os.replace(draft, path)
    # Another run may have made one at the same time; the last one stays.
    return _read(path) or token_bytes(_BYTES)


def sign(key: bytes, name: str, data: bytes) -> str:
    """The signature of a result under the name that it is stored by."""
    return digest(key, name.encode() + b"\0" + data, "sha256").hex()


def _read(path: str) -> bytes | None:
    """None where there is none, or one that others could read."""
    if not require_own_file(path):
        return None
    with open(path, "rb") as file:
        is_private = os.name == "nt" or not stat.S_IMODE(os.fstat(file.fileno()).st_mode) & 0o077
        key = file.read(_BYTES + 1)
    return key if is_private and len(key) == _BYTES else None
