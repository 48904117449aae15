"""The parts of a package, with those that are changed or added."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sheetlint.office.packages import opened, own_name, repacked, tree, written

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CONTENT_TYPES = "[Content_Types].xml"


def relationships_of(part: str) -> str:
    """The part that says what ``part`` points at."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


class Parts:
    """What is not edited keeps its bytes."""

    def __init__(self, data: bytes) -> None:
        self.package = opened(data)
        self._trees: dict[str, Element] = {}
        self._edited: dict[str, bytes | None] = {}
        """Content; None for what its tree says."""
        self._dropped: set[str] = set()

    def look(self, part: str) -> Element:
        """The root of a part that is not changed."""
        name = own_name(self.package, part)
        if name not in self._trees:
            self._trees[name] = tree(self.package, part)
        return self._trees[name]

    def edit(self, part: str) -> Element:
        """The root of a part that is."""
        self._edited[own_name(self.package, part)] = None
        return self.look(part)

    @property
    def names(self) -> list[str]:
        """Of all parts, the new ones last."""
        return list(dict.fromkeys([*self.package.names, *self._edited]))

    def content(self, part: str) -> bytes:
        name = own_name(self.package, part)
        return self._edited.get(name) or b"".join(self.package.chunks(part))

    def put(self, part: str, content: bytes) -> None:
        self._edited[own_name(self.package, part)] = content

    def add(self, part: str, root: Element, content_type: str) -> None:
        """A new part."""
        self._trees[part] = root
        self._edited[part] = None
        self.declare(part, content_type)

    def free(self, pattern: str) -> str:
        """The first name by ``pattern``, with a number in it, that no part has."""
        at = 1
        while (name := pattern.format(at)) in self.package or name in self._edited:
            at += 1
        return name

    def relate(self, part: str, kind: str, target: str) -> str:
        """The id of a new relationship from ``part`` to ``target``."""
        from lxml import etree

        source = relationships_of(part)
        if source in self.package or source in self._edited:
            root = self.edit(source)
        else:
            root = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS})
            self._trees[source] = root
            self._edited[source] = None
        taken = {element.get("Id") for element in root}
        at = 1
        while f"rId{at}" in taken:
            at += 1
        about = {
            "Id": f"rId{at}",
            "Type": kind,
            "Target": posixpath.relpath(target, posixpath.dirname(part) or "."),
        }
        etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", about)
        return f"rId{at}"

    def declare(self, part: str, content_type: str) -> None:
        """The type of a new part."""
        from lxml import etree

        about = {"PartName": f"/{part}", "ContentType": content_type}
        etree.SubElement(self.edit(_CONTENT_TYPES), f"{{{_TYPES}}}Override", about)

    def drop(self, source: str, target: str) -> None:
        """Take out a part that only ``source`` points at."""
        name = own_name(self.package, target)
        self._dropped.add(name)
        relationships = self.edit(relationships_of(source))
        pointers = self.package.relationships(source)
        for element in list(relationships):
            pointer = pointers.get(element.get("Id") or "")
            if pointer is not None and pointer.target == target:
                relationships.remove(element)
        types = self.edit(_CONTENT_TYPES)
        for element in list(types):
            if (element.get("PartName") or "").lower() == f"/{target}".lower():
                types.remove(element)

    def result(self) -> bytes:
        return repacked(self.package, dict(self._changed()), self._dropped)

    def _changed(self) -> Iterator[tuple[str, bytes]]:
        for name, content in self._edited.items():
            yield name, written(self._trees[name]) if content is None else content
