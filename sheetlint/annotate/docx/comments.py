"""The part of a Word document that holds its comments, made where there is none."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from typing import TYPE_CHECKING

from sheetlint.messages.office import AUTHOR, DAMAGED_PART, INITIALS
from sheetlint.messages.visible import visible
from sheetlint.office.docx.elements import WordElements
from sheetlint.office.errors import Uneditable
from sheetlint.office.packages import archive_name, parse_part, serialise
from sheetlint.readers.package import Package

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPES = "[Content_Types].xml"
_COMMENTS = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class Comments:
    """All comments of one document."""

    def __init__(self, package: Package, main: str, w: WordElements) -> None:
        self._package, self._main, self._w = package, main, w
        targets = package.relationships(main).values()
        part = next((one.target for one in targets if one.kind == "comments"), "")
        self._known = part in package
        folder = posixpath.dirname(main)
        self._part = archive_name(package, part) if self._known else _free(package, folder)
        self._root = parse_part(package, part) if self._known else w.new("comments")
        if self._root.tag != w("comments"):
            raise Uneditable(DAMAGED_PART)
        self._next = self._free_number()

    def remove_earlier(self) -> set[str]:
        """Remove the comments of an earlier run; their numbers, as the document writes them."""
        w = self._w
        gone = [one for one in self._root if one.get(w("author")) == AUTHOR]
        for one in gone:
            self._root.remove(one)
        self._next = self._free_number()
        return {one.get(w("id")) or "" for one in gone}

    def add(self, text: str) -> int:
        """Its number."""
        w, number = self._w, self._next
        self._next += 1
        lines = [w.new("p", w.new("r", w.text(visible(line)))) for line in text.split("\n")]
        lines[0].insert(0, w.new("r", w.new("annotationRef")))
        self._root.append(w.new("comment", *lines, id=number, author=AUTHOR, initials=INITIALS))
        return number

    def _free_number(self) -> int:
        return max(map(self._w.int_attribute, self._root), default=-1) + 1

    def parts(self) -> Iterable[tuple[str, bytes]]:
        """What has to be written."""
        yield self._part, serialise(self._root)
        if not self._known:
            yield self._relationship()
            yield self._content_type()

    def _relationship(self) -> tuple[str, bytes]:
        folder, name = posixpath.split(self._main)
        part = archive_name(self._package, f"{folder}/_rels/{name}.rels".lstrip("/"))
        if part in self._package:
            root = parse_part(self._package, part)
        else:
            root = _root("http://schemas.openxmlformats.org/package/2006/relationships")
        ids = {one.get("Id") for one in root}
        number = next(n for n in range(1, len(ids) + 2) if f"sheetlint{n}" not in ids)
        about = {
            "Id": f"sheetlint{number}",
            "Type": f"{self._w.relationship_namespace}/comments",
            "Target": "/" + self._part,
        }
        _add(root, "Relationship", about)
        return part, serialise(root)

    def _content_type(self) -> tuple[str, bytes]:
        root = parse_part(self._package, _TYPES)
        _add(root, "Override", {"PartName": "/" + self._part, "ContentType": _COMMENTS})
        return archive_name(self._package, _TYPES), serialise(root)


def _free(package: Package, folder: str) -> str:
    """A name that no part has; there may be a part of comments that nothing points at."""
    names = ["comments", *(f"comments{n}" for n in range(1, len(package.names) + 2))]
    paths = (posixpath.join(folder, f"{name}.xml") for name in names)
    return next(path for path in paths if path not in package)


def _root(namespace: str) -> Element:
    from lxml import etree

    return etree.Element(f"{{{namespace}}}Relationships", nsmap={None: namespace})


def _add(root: Element, name: str, attributes: dict[str, str]) -> None:
    from lxml import etree

    etree.SubElement(root, etree.QName(etree.QName(root).namespace, name), attributes)
