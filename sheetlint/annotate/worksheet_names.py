"""Names of worksheets, made of what sheets are called."""

from __future__ import annotations

from collections.abc import Iterable

from sheetlint.messages.visible import visible

_LONGEST = 31
"""Units of UTF-16 that Excel allows."""
_FORBIDDEN = str.maketrans("", "", "[]:*?/\\")
_RESERVED = "history"
"""Excel keeps this name for itself."""
_UNNAMED = "自评表"


def sheet_names(wanted: Iterable[str], *taken: str) -> list[str]:
    """A name for each, none twice and none of those ``taken``: Excel minds no case."""
    used = {name.casefold() for name in (*taken, _RESERVED)}
    names = []
    for text in wanted:
        clean = visible(text).translate(_FORBIDDEN).strip().strip("'")
        plain = _cut(clean, _LONGEST) or _UNNAMED
        name, number = plain, 1
        while name.casefold() in used:
            number += 1
            behind = f"({number})"
            name = _cut(plain, _LONGEST - len(behind)) + behind
        used.add(name.casefold())
        names.append(name)
    return names


def _cut(text: str, units: int) -> str:
    kept = text.encode("utf-16-le")[: 2 * units]
    return kept.decode("utf-16-le", "ignore").strip().strip("'")
