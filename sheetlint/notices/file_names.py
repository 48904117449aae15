"""File names of notices, made from the names of units, which may hold any text."""

from __future__ import annotations

import unicodedata

from sheetlint.messages import notices as messages
from sheetlint.messages.visible import is_hidden

_SUFFIX = ".docx"
_MAX_BYTES = 255
"""Bytes of a name that file systems allow: 85 Chinese characters."""
_FORBIDDEN = frozenset('<>:"/\\|?*')
_DEVICE_PORTS = tuple(f"{port}{n}" for port in ("com", "lpt") for n in (*range(10), "¹", "²", "³"))
_RESERVED = frozenset(("con", "prn", "aux", "nul", "conin$", "conout$", *_DEVICE_PORTS))
"""Names of devices on Windows, with any suffix."""


class NoticeFileNames:
    """A file name for each unit, unique on file systems that ignore case or normalise Unicode."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._used: set[str] = set()

    def name_for(self, unit: str) -> str:
        number = 1
        while True:
            name = self._name(unit, "" if number == 1 else f" ({number})")
            key = unicodedata.normalize("NFKC", name).casefold()
            if key not in self._used:
                self._used.add(key)
                return name
            number += 1

    def _name(self, unit: str, number: str) -> str:
        end = messages.FILE_NAME.fill(unit="").in_(self._lang) + number + _SUFFIX
        room = _MAX_BYTES - len(end.encode())
        return _cut(_safe(unit), room) + end


def _safe(unit: str) -> str:
    """The name as a path component for every system: no device, no hidden characters."""
    # All white space becomes blanks; unassigned characters are unsafe.
    line = "".join(" " if char.isspace() else char for char in unit)
    name = "".join("_" if _is_unsafe(char) else char for char in line)
    name = unicodedata.normalize("NFC", name).strip(" .") or "_"
    # Windows ends the name of a device at a dot; Office lock files begin with a tilde.
    device = name.split(".")[0].rstrip().casefold() in _RESERVED
    return f"_{name}" if device or name[0] in "~-" else name


def _is_unsafe(char: str) -> bool:
    return char in _FORBIDDEN or is_hidden(char) or not char.isprintable()


def _cut(name: str, room: int) -> str:
    """The name up to ``room`` bytes of UTF-8, without half a character."""
    return name.encode()[:room].decode("utf-8", "ignore").rstrip(" .")
