"""File names of notices: made of units' names, which are anybody's text."""

from __future__ import annotations

import unicodedata

from sheetlint.messages import notices as messages
from sheetlint.messages.visible import is_hidden

_SUFFIX = ".docx"
_LONGEST = 255
"""Bytes of a name that file systems take: 85 Chinese characters."""
_FORBIDDEN = frozenset('<>:"/\\|?*')
_PORTS = tuple(f"{port}{n}" for port in ("com", "lpt") for n in (*range(10), "¹", "²", "³"))
_RESERVED = frozenset(("con", "prn", "aux", "nul", "conin$", "conout$", *_PORTS))
"""Names of devices on Windows, with whatever suffix."""


class NoticeFileNames:
    """A name for each unit, none given twice, whatever the file system holds to be the same."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._given: set[str] = set()

    def of(self, unit: str) -> str:
        number = 1
        while True:
            name = self._name(unit, "" if number == 1 else f" ({number})")
            same = unicodedata.normalize("NFKC", name).casefold()
            if same not in self._given:
                self._given.add(same)
                return name
            number += 1

    def _name(self, unit: str, number: str) -> str:
        end = messages.FILE_NAME.fill(unit="").in_(self._lang) + number + _SUFFIX
        room = _LONGEST - len(end.encode())
        return _shortened(_safe(unit), room) + end


def _safe(unit: str) -> str:
    """One part of a path that every system takes: no device, nothing hidden in it."""
    # Blanks of other widths are blanks; characters that no standard knows yet are nothing.
    line = "".join(" " if char.isspace() else char for char in unit)
    name = "".join("_" if _unwanted(char) else char for char in line)
    name = unicodedata.normalize("NFC", name).strip(" .") or "_"
    # A dot ends what Windows takes for the device's name, a tilde in front is a lock file's.
    device = name.split(".")[0].rstrip().casefold() in _RESERVED
    return f"_{name}" if device or name[0] in "~-" else name


def _unwanted(char: str) -> bool:
    return char in _FORBIDDEN or is_hidden(char) or not char.isprintable()


def _shortened(name: str, room: int) -> str:
    """Never half a character."""
    return name.encode()[:room].decode("utf-8", "ignore").rstrip(" .")
