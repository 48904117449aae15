"""A digest of the rules: two reports with the same one were made by the same checks."""

from __future__ import annotations

import sys
from hashlib import sha256

from sheetlint.rules.registry import Registry


def rules_sha256(registry: Registry) -> str:
    """Over the code of every check and the source of its module, in the order of the codes."""
    parts: list[bytes] = []
    for check in registry.checks:
        parts += [check.code.encode(), _source(check.module)]
    return sha256(b"\0".join(parts)).hexdigest()


def _source(module: str) -> bytes:
    path = getattr(sys.modules.get(module), "__file__", None)
    if path is None:
        return b""
    try:
        with open(path, "rb") as file:
            # The same checks on Windows, where git may have turned line ends round.
            return file.read().replace(b"\r\n", b"\n")
    except OSError:
        return b""
