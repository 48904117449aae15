"""SHA-256 without the start-up of OpenSSL, which ``import hashlib`` loads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def _find() -> Callable[..., Any]:
    # CPython's own implementation: its module is called so from 3.12 on, and so before.
    for name in ("_sha2", "_sha256"):
        try:
            module = __import__(name)
        except ImportError:
            continue
        function: Callable[..., Any] = module.sha256
        return function
    from hashlib import sha256

    return sha256


_sha256 = _find()


def sha256(data: bytes) -> str:
    """The digest in hexadecimal."""
    return str(_sha256(data).hexdigest())
