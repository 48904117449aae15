"""Elements of WordprocessingML, in the namespace that the document uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT_RELATIONSHIPS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class WordElements:
    """Names and creates elements of one document.

    The two editions of the standard (transitional, strict) have different namespaces.
    """

    def __init__(self, root: Element) -> None:
        from lxml.etree import QName

        self.namespace = QName(root).namespace or ""
        strict = self.namespace == _STRICT
        self.relationship_namespace = _STRICT_RELATIONSHIPS if strict else _RELATIONSHIPS

    def __call__(self, name: str) -> str:
        """``tc`` → ``{http://…}tc``."""
        return f"{{{self.namespace}}}{name}"

    def new(self, tag: str, /, *children: Element, **attributes: object) -> Element:
        """A new element: ``w.new("shd", val="clear", fill="FFC7CE")``."""
        from lxml import etree

        qualified = {self(key): str(value) for key, value in attributes.items()}
        element = etree.Element(self(tag), qualified, nsmap={"w": self.namespace})
        element.extend(children)
        return element

    def text(self, text: str) -> Element:
        """A new ``t`` whose blanks are kept."""
        element = self.new("t")
        element.text = text
        element.set(_SPACE, "preserve")
        return element

    def int_attribute(self, element: Element, name: str = "id") -> int:
        """The whole number in an attribute; 0 where it is missing or no number."""
        digits = (element.get(self(name)) or "").strip()
        return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 10 else 0
