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
    NUMBER,
    SEVERAL,
    SIZE,
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
        value = _value(declared, text)
        if value is None:
            return None
        values[declared.name] = (
            (*values[declared.name], value) if declared.kind in SEVERAL else value
        )
    return {"paths": tuple(paths), **values} if paths else None


def _nothing(declared: Declared) -> Any:
    if declared.kind == FLAG:
        return False
    return () if declared.kind in SEVERAL else None


def _value(declared: Declared, text: str) -> str | int | None:
    """What the text means; None where it is not accepted."""
    if declared.kind == NUMBER:
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 19 else -1
        return number if number >= declared.least else None
    if declared.kind == SIZE:
        from sheetlint.numbers.bytecount import parsed

        return parsed(text)
    return text if not declared.choices or text in declared.choices else None
