"""Cerberus, without the scan of installed distributions that importing it costs.

On import Cerberus asks ``importlib.metadata`` for its own version, and that module with its
e-mail parser is more than half of the import time; a hook pays it on every commit.  Where nobody
has imported the module yet, a stand-in answers that one question.  Nothing else of Cerberus uses
it, and the stand-in is gone before this module is loaded.
"""

from __future__ import annotations

import sys
import types
from typing import Any

_ASKED = "importlib.metadata"


def _load() -> Any:
    if "cerberus" in sys.modules or _ASKED in sys.modules:
        import cerberus

        return cerberus
    import importlib

    stand_in = types.ModuleType(_ASKED)
    missing = type("PackageNotFoundError", (ModuleNotFoundError,), {})

    def version(name: str) -> str:
        raise missing(name)

    vars(stand_in).update(version=version, PackageNotFoundError=missing)
    sys.modules[_ASKED] = stand_in
    importlib.metadata = stand_in
    try:
        import cerberus
    finally:
        del sys.modules[_ASKED]
        del importlib.metadata
    return cerberus


Validator: Any = _load().Validator
