"""The parts of a package that is changed in place."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sheetlint.office.packages import archive_name, open_package, parse_part, repack, serialise

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CONTENT_TYPES = "[Content_Types].xml"


def relationships_part(part: str) -> str:
    """The part that holds the relationships of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


class PackageParts:
    """Parts, their relationships and content types; an unchanged part keeps its bytes."""

    def __init__(self, data: bytes) -> None:
        self.package = open_package(data)
        self._trees: dict[str, Element] = {}
        self._edited: dict[str, bytes | None] = {}
        """New content by part; None where it is that of the part's tree."""
        self._removed: set[str] = set()

    def read(self, part: str) -> Element:
        """The root of a part that the caller does not change."""
        name = archive_name(self.package, part)
        if name not in self._trees:
            self._trees[name] = parse_part(self.package, part)
        return self._trees[name]

    def edit(self, part: str) -> Element:
        """The root of a part that the caller changes."""
        self._edited[archive_name(self.package, part)] = None
        return self.read(part)

    @property
    def names(self) -> list[str]:
        """The names of all parts, new ones last."""
        return list(dict.fromkeys([*self.package.names, *self._edited]))

    def content(self, part: str) -> bytes:
        name = archive_name(self.package, part)
        return self._edited.get(name) or b"".join(self.package.chunks(part))

    def set_content(self, part: str, content: bytes) -> None:
        self._edited[archive_name(self.package, part)] = content

    def add(self, part: str, root: Element, content_type: str) -> None:
        """Add a new part."""
        self._trees[part] = root
        self._edited[part] = None
        self.add_content_type(part, content_type)

    def unused_name(self, pattern: str) -> str:
        """``xl/comments{}.xml`` with the first number for which there is no such part."""
        number = 1
        while (name := pattern.format(number)) in self.package or name in self._edited:
            number += 1
        return name

    def add_relationship(self, part: str, kind: str, target: str) -> str:
        """Add a relationship of type ``kind`` from ``part`` to ``target``; its id."""
        from lxml import etree

        source = relationships_part(part)
        if source in self.package or source in self._edited:
            root = self.edit(source)
        else:
            root = etree.Element(f"{{{_RELATIONSHIPS}}}Relationships", nsmap={None: _RELATIONSHIPS})
            self._trees[source] = root
            self._edited[source] = None
        used = {element.get("Id") for element in root}
        number = 1
        while f"rId{number}" in used:
            number += 1
        attributes = {
            "Id": f"rId{number}",
            "Type": kind,
            "Target": posixpath.relpath(target, posixpath.dirname(part) or "."),
        }
        etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", attributes)
        return f"rId{number}"

    def add_content_type(self, part: str, content_type: str) -> None:
        """Declare the content type of a new part."""
        from lxml import etree

        attributes = {"PartName": f"/{part}", "ContentType": content_type}
        etree.SubElement(self.edit(_CONTENT_TYPES), f"{{{_TYPES}}}Override", attributes)

    def remove(self, source: str, target: str) -> None:
        """Remove a part that only ``source`` has a relationship to."""
        name = archive_name(self.package, target)
        self._removed.add(name)
        relationships = self.edit(relationships_part(source))
        by_id = self.package.relationships(source)
        for element in list(relationships):
            relationship = by_id.get(element.get("Id") or "")
            if relationship is not None and relationship.target == target:
                relationships.remove(element)
        types = self.edit(_CONTENT_TYPES)
        for element in list(types):
            if (element.get("PartName") or "").lower() == f"/{target}".lower():
                types.remove(element)

    def to_bytes(self) -> bytes:
        """The package with all changes."""
        return repack(self.package, dict(self._changed()), self._removed)

    def _changed(self) -> Iterator[tuple[str, bytes]]:
        for name, content in self._edited.items():
            yield name, serialise(self._trees[name]) if content is None else content
