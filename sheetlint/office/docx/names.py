"""Names of Word's elements, in the namespace that the document itself uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Vocabulary:
    """Makes elements of one document: there are two editions of the standard."""

    def __init__(self, root: Element) -> None:
        from lxml.etree import QName

        self.namespace = QName(root).namespace or ""
        self.relations = _STRICT_RELATIONS if self.namespace == _STRICT else _RELATIONS

    def __call__(self, name: str) -> str:
        """``tc`` → ``{http://…}tc``."""
        return f"{{{self.namespace}}}{name}"

    def new(self, tag: str, /, *children: Element, **attributes: object) -> Element:
        """``new("shd", val="clear", fill="FFC7CE")``."""
        from lxml import etree

        about = {self(key): str(value) for key, value in attributes.items()}
        element = etree.Element(self(tag), about, nsmap={"w": self.namespace})
        element.extend(children)
        return element

    def text(self, text: str) -> Element:
        """A ``t`` that keeps its blanks."""
        element = self.new("t")
        element.text = text
        element.set(_SPACE, "preserve")
        return element

    def number(self, element: Element, name: str = "id") -> int:
        """An attribute that is a number; 0 for what is none."""
        digits = (element.get(self(name)) or "").strip()
        return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0
