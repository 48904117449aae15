"""Formulas of OpenDocument in the notation of Excel."""

from __future__ import annotations

import re

_PREFIX = re.compile(r"(?:[A-Za-z][\w.-]*:)?=")
_PART = re.compile(r'"[^"]*"|\[([^\]]*)\]|;')
_REFERENCE = re.compile(r"(?:(\$?(?:'(?:[^']|'')*'|[^.:'\[\]]+))?\.)")


def convert_formula(written: str) -> str:
    """``of:=SUM([.A1:.B2];[$'表'.C3])`` → ``SUM(A1:B2,'表'!C3)``."""
    prefix = _PREFIX.match(written)
    return _PART.sub(_part, written[prefix.end() :] if prefix else written)


def _part(match: re.Match[str]) -> str:
    if match[0] == ";":
        return ","
    if match[1] is None:
        return match[0]
    return _REFERENCE.sub(lambda m: f"{m[1].lstrip('$')}!" if m[1] else "", match[1])
