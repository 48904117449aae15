"""Cerberus, without what importing it costs and nobody here uses.

On import Cerberus asks ``importlib.metadata`` for its own version, and takes ``pformat`` for the
printed form of its errors from ``pprint``.  The one brings an e-mail parser along, the other
``dataclasses`` and with it ``inspect`` and a parser of Python: together they are most of the import
time, and a hook pays it on every commit.  Where nobody has imported those modules yet, stand-ins
answer while Cerberus is imported, and are gone before this module is loaded.
"""

from __future__ import annotations

import sys
import types
from typing import Any


def _metadata() -> types.ModuleType:
    stand_in = types.ModuleType("importlib.metadata")
    missing = type("PackageNotFoundError", (ModuleNotFoundError,), {})

    def version(name: str) -> str:
        raise missing(name)

    vars(stand_in).update(version=version, PackageNotFoundError=missing)
    return stand_in


def _printing() -> types.ModuleType:
    stand_in = types.ModuleType("pprint")

    def pformat(value: object, *rest: Any, **options: Any) -> str:
        from pprint import pformat as real

        return real(value, *rest, **options)

    vars(stand_in).update(pformat=pformat)
    return stand_in


def _load() -> Any:
    if "cerberus" in sys.modules:
        import cerberus

        return cerberus
    import importlib

    stand_ins = {
        name: make()
        for name, make in (("importlib.metadata", _metadata), ("pprint", _printing))
        if name not in sys.modules
    }
    sys.modules.update(stand_ins)
    if "importlib.metadata" in stand_ins:
        importlib.metadata = stand_ins["importlib.metadata"]
    try:
        import cerberus
    finally:
        for name in stand_ins:
            del sys.modules[name]
        if "importlib.metadata" in stand_ins:
            del importlib.metadata
    return cerberus


_cerberus = _load()
Validator: Any = _cerberus.Validator
OwnSchema: Any = type(
    "OwnSchema",
    (_cerberus.schema.UnvalidatedSchema,),
    # Cerberus gets its validator of schemas ready here, whether it is asked for or not.
    {"__new__": lambda cls, *arguments: object.__new__(cls)},
)
"""Around a schema that is written here: Cerberus takes it as it is.  Otherwise it holds the schema
against the schema of schemas first, which costs a start more than the sheet does; the tests do."""
