"""Names of worksheets, made of the names of projects."""

from __future__ import annotations

from collections.abc import Iterable

from sheetlint.messages.visible import visible

_MAX_LENGTH = 31
"""UTF-16 code units that Excel allows."""
_FORBIDDEN = str.maketrans("", "", "[]:*?/\\")
_RESERVED = "history"
"""Excel reserves this name."""
_DEFAULT = "自评表"


def unique_worksheet_names(titles: Iterable[str], *used_names: str) -> list[str]:
    """A name for each title, different from the others and from ``used_names`` ignoring case."""
    used = {name.casefold() for name in (*used_names, _RESERVED)}
    names = []
    for title in titles:
        clean = visible(title).translate(_FORBIDDEN).strip().strip("'")
        plain = _cut(clean, _MAX_LENGTH) or _DEFAULT
        name, number = plain, 1
        while name.casefold() in used:
            number += 1
            suffix = f"({number})"
            name = _cut(plain, _MAX_LENGTH - len(suffix)) + suffix
        used.add(name.casefold())
        names.append(name)
    return names


def _cut(text: str, units: int) -> str:
    """The text up to ``units`` UTF-16 code units, without half a surrogate pair."""
    kept = text.encode("utf-16-le")[: 2 * units]
    return kept.decode("utf-16-le", "ignore").strip().strip("'")
