"""Names of a workbook's elements, in the namespace that the workbook itself uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sheetlint.messages import annotated_workbook as words
from sheetlint.messages.visible import visible
from sheetlint.office.uneditable import Uneditable

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_EDITIONS = {
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": (
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    ),
    "http://purl.oclc.org/ooxml/spreadsheetml/main": (
        "http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
}
"""Of the standard: its elements, and what relationships are called in it."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""A line that would make a character of the number behind it."""


class Vocabulary:
    """Makes elements of one workbook."""

    def __init__(self, root: Element) -> None:
        """Raises ``Uneditable`` for elements of neither edition of the standard."""
        from lxml.etree import QName

        self.namespace = QName(root).namespace or ""
        if self.namespace not in _EDITIONS:
            raise Uneditable(words.OTHER_EDITION)
        self._prefixes: dict[str | None, str] = {None: self.namespace}
        self.relations = _EDITIONS[self.namespace]
        self.id = f"{{{self.relations}}}id"
        """The attribute that names a relationship."""

    def __call__(self, name: str) -> str:
        """``row`` → ``{http://…}row``."""
        return f"{{{self.namespace}}}{name}"

    def kind(self, name: str) -> str:
        """The type of a relationship."""
        return f"{self.relations}/{name}"

    def new(self, name: str, /, *children: Element, **attributes: object) -> Element:
        """``new("fgColor", rgb="FFFFC7CE")``."""
        from lxml import etree

        about = {key: str(value) for key, value in attributes.items()}
        element = etree.Element(self(name), about, nsmap=self._prefixes)
        element.extend(children)
        return element

    def text(self, text: str) -> Element:
        """A ``t`` that shows exactly the text."""
        element = self.new("t")
        element.text = shown(text)
        element.set(_SPACE, "preserve")
        return element


def shown(text: str) -> str:
    """As a workbook writes what is to be shown exactly so."""
    return _ESCAPE.sub("_x005F_", "\n".join(map(visible, text.split("\n"))))


def number(element: Element, name: str, otherwise: int = 0) -> int:
    """An attribute that is a whole number; ``otherwise`` where it is missing or none."""
    digits = (element.get(name) or "").strip()
    known = digits.isascii() and digits.isdigit() and len(digits) < 10
    return int(digits) if known else otherwise
