"""Profile files: TOML with exact numbers, and the merging of parents."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sheetlint.messages.text import Text
from sheetlint.profiles.profile import BadProfile

_CANNOT_OPEN = Text("打不开 {path}：{reason}", "cannot open {path}: {reason}")


EVIDENCE = "\n[evidence]\n"
"""Beginning of the table that stands last in each shipped profile and is half of its file."""


def read_toml(path: str, *, before: str = "") -> dict[str, Any]:
    """The content of a TOML file, its numbers as ``Decimal``; with ``before``, the part that stands
    before that text.  Raises BadProfile where it cannot be read."""
    try:
        with open(path, encoding="utf-8-sig") as file:
            text = file.read()
        return tomllib.loads(text.partition(before)[0] if before else text, parse_float=Decimal)
    except OSError as error:
        from sheetlint.messages.os_errors import os_error_text

        raise BadProfile(_CANNOT_OPEN.fill(path=path, reason=os_error_text(error))) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadProfile(
            Text(f"{path} 不是合格的 TOML：{error}", f"{path} is not valid TOML: {error}")
        ) from error


def merge_tables(parent: Mapping[str, Any], child: Mapping[str, Any]) -> dict[str, Any]:
    """The child over the parent: tables are merged key by key, other values replaced."""
    result = dict(parent)
    for key, value in child.items():
        old = result.get(key)
        result[key] = (
            merge_tables(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
        )
    return result
