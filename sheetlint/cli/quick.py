"""The plain command line of a hook, read without click.

Importing click costs as much as checking a sheet does.  Here only what is certainly right is
understood; anything else, down to the slightest doubt, is left to click and its explanations.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sheetlint.cli.declared import (
    CHECK,
    COMMANDS,
    DEFAULT_COMMAND,
    FLAG,
    NARROWEST,
    NUMBER,
    TEXTS,
    Declared,
)

_BY_FLAG = {flag: declared for declared in CHECK for flag in declared.flags}


def parsed(arguments: Sequence[str]) -> dict[str, Any] | None:
    """What ``check`` is called with; None where click has to look."""
    words = list(arguments)
    named = False
    values: dict[str, Any] = {d.name: _nothing(d) for d in CHECK}
    paths: list[str] = []
    while words:
        word = words.pop(0)
        if word == "-" or not word.startswith("-"):
            if paths or named or word not in COMMANDS:
                paths.append(word)
            elif word == DEFAULT_COMMAND:
                named = True
            else:
                # ``--lang en rules``
                return None
            continue
        flag, given, text = word.partition("=")
        declared = _BY_FLAG.get(flag)
        if declared is None or (given and (declared.kind == FLAG or not flag.startswith("--"))):
            return None
        if declared.kind == FLAG:
            values[declared.name] = True
            continue
        if not given:
            if not words or words[0].startswith("-"):
                return None
            text = words.pop(0)
        if not _accepted(declared, text):
            return None
        if declared.kind == TEXTS:
            values[declared.name] += (text,)
        else:
            values[declared.name] = int(text) if declared.kind == NUMBER else text
    return {"paths": tuple(paths), **values} if paths else None


def _nothing(declared: Declared) -> Any:
    if declared.kind == FLAG:
        return False
    return () if declared.kind == TEXTS else None


def _accepted(declared: Declared, text: str) -> bool:
    if declared.kind == NUMBER:
        return text.isascii() and text.isdigit() and int(text) >= NARROWEST
    return not declared.choices or text in declared.choices
