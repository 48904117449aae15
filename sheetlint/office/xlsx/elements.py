"""Elements of SpreadsheetML, in the namespace that the workbook uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sheetlint.messages import annotated_workbook as messages
from sheetlint.messages.visible import visible
from sheetlint.office.errors import Uneditable

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
"""Namespaces of elements and of relationship types, by edition (transitional, strict)."""
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""An underscore that would make the four digits behind it a character code."""


class WorkbookElements:
    """Names and creates elements of one workbook."""

    def __init__(self, root: Element) -> None:
        """Raises ``Uneditable`` for a namespace of neither edition of the standard."""
        from lxml.etree import QName

        self.namespace = QName(root).namespace or ""
        if self.namespace not in _EDITIONS:
            raise Uneditable(messages.OTHER_EDITION)
        self._namespaces: dict[str | None, str] = {None: self.namespace}
        self.relationship_namespace = _EDITIONS[self.namespace]
        self.id_attribute = f"{{{self.relationship_namespace}}}id"
        """The attribute that holds the id of a relationship (``r:id``)."""

    def __call__(self, name: str) -> str:
        """``row`` → ``{http://…}row``."""
        return f"{{{self.namespace}}}{name}"

    def relationship_type(self, name: str) -> str:
        """``comments`` → ``http://…/comments``."""
        return f"{self.relationship_namespace}/{name}"

    def new(self, name: str, /, *children: Element, **attributes: object) -> Element:
        """A new element: ``x.new("fgColor", rgb="FFFFC7CE")``."""
        from lxml import etree

        texts = {key: str(value) for key, value in attributes.items()}
        element = etree.Element(self(name), texts, nsmap=self._namespaces)
        element.extend(children)
        return element

    def text(self, text: str) -> Element:
        """A new ``t`` that shows exactly the text."""
        element = self.new("t")
        element.text = escape_text(text)
        element.set(_SPACE, "preserve")
        return element


def escape_text(text: str) -> str:
    """The content of a ``t`` that shows exactly ``text``; control characters are made visible."""
    return _ESCAPE.sub("_x005F_", "\n".join(map(visible, text.split("\n"))))


def int_attribute(element: Element, name: str, default: int = 0) -> int:
    """The whole number in an attribute; ``default`` where it is missing or no number."""
    digits = (element.get(name) or "").strip()
    is_number = digits.isascii() and digits.isdigit() and len(digits) < 10
    return int(digits) if is_number else default
