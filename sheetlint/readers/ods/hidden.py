"""Worksheets, rows and columns that a spreadsheet does not show."""

from __future__ import annotations

import re

_NO_SIZE = re.compile(r"0*\.?0*[a-z]*")


class HiddenParts:
    """The styles that hide rows, columns or worksheets, and the folded groups around the current position."""

    def __init__(self) -> None:
        self._style = ""
        self._styles: set[str] = set()
        self._groups: list[bool] = []

    def style(self, attributes: dict[str, str]) -> None:
        """A style begins."""
        self._style = attributes.get("style:name", "")

    def properties(self, attributes: dict[str, str]) -> None:
        """Properties of the style for a table, a row or a column."""
        size = attributes.get("style:row-height") or attributes.get("style:column-width")
        if attributes.get("table:display") == "false" or (size and _NO_SIZE.fullmatch(size)):
            self._styles.add(self._style)

    def start_group(self, attributes: dict[str, str]) -> None:
        self._groups.append(attributes.get("table:display") == "false")

    def end_group(self) -> None:
        del self._groups[-1:]

    def hides(self, attributes: dict[str, str]) -> bool:
        """Whether a row or column with the ``attributes`` is hidden: by itself, by a filter, by its
        style or with its group."""
        return (
            attributes.get("table:visibility", "visible") != "visible"
            or attributes.get("table:style-name") in self._styles
            or any(self._groups)
        )
