"""Elements of a web page that are not shown."""

from __future__ import annotations

import re

from sheetlint.readers.html.elements import NOT_HTML, TABLE_ELEMENTS, VOID_ELEMENTS

_FOLDED = re.compile(r"visibility\s*+:\s*+collapse", re.IGNORECASE)
_NONE = re.compile(r"display\s*+:\s*+none", re.IGNORECASE)


def is_hidden(attributes: dict[str, str]) -> bool:
    """By the element's own word; style sheets are not read."""
    return "hidden" in attributes or bool(_NONE.search(attributes.get("style", "")))


def is_hidden_row_or_column(attributes: dict[str, str]) -> bool:
    """The same for a row or a column, which ``visibility: collapse`` hides as well."""
    return is_hidden(attributes) or bool(_FOLDED.search(attributes.get("style", "")))


class SkippedElement:
    """An element that is passed over with what stands in it, until it ends.

    ``within`` says that it stands in a table: then the tags of that table end it as well, for it
    may never have been closed.
    """

    def __init__(self, name: str, within: bool) -> None:
        self._name = name
        self._within = within and name not in NOT_HTML
        self._depth = 1
        self._tables = int(name == "table")

    def start(self, name: str) -> bool:
        """Whether the element that begins is passed over too."""
        if self._within and not self._tables and name in TABLE_ELEMENTS - {"table"}:
            return False
        if name not in VOID_ELEMENTS:
            self._depth += name == self._name
            self._tables += name == "table"
        return True

    def end(self, name: str) -> bool:
        """Whether the tag belongs to what is passed over."""
        if name == self._name:
            self._depth -= 1
        elif self._within and not self._tables and name in TABLE_ELEMENTS:
            return False
        if name == "table" and self._tables:
            self._tables -= 1
        return True

    @property
    def has_ended(self) -> bool:
        return self._depth == 0
