"""The part of a Word document that holds its comments, added where there is none."""

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

_CONTENT_TYPES = "[Content_Types].xml"
_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"


class CommentsPart:
    """All comments of one document."""

    def __init__(self, package: Package, main: str, w: WordElements) -> None:
        """``main`` is the part of the document.  Raises ``Uneditable`` for a damaged part."""
        self._package, self._main, self._w = package, main, w
        relationships = package.relationships(main).values()
        part = next((one.target for one in relationships if one.kind == "comments"), "")
        self._exists = part in package
        folder = posixpath.dirname(main)
        self._part = archive_name(package, part) if self._exists else _unused_name(package, folder)
        self._root = parse_part(package, part) if self._exists else w.new("comments")
        if self._root.tag != w("comments"):
            raise Uneditable(DAMAGED_PART)
        self._next_id = self._first_unused_id()

    def remove_earlier(self) -> set[str]:
        """Remove the comments of an earlier run; their ids, as the document writes them."""
        w = self._w
        earlier = [comment for comment in self._root if comment.get(w("author")) == AUTHOR]
        for comment in earlier:
            self._root.remove(comment)
        self._next_id = self._first_unused_id()
        return {comment.get(w("id")) or "" for comment in earlier}

    def add(self, text: str) -> int:
        """Add a comment; its id."""
        w, comment_id = self._w, self._next_id
        self._next_id += 1
        paragraphs = [w.new("p", w.new("r", w.text(visible(line)))) for line in text.split("\n")]
        paragraphs[0].insert(0, w.new("r", w.new("annotationRef")))
        self._root.append(
            w.new("comment", *paragraphs, id=comment_id, author=AUTHOR, initials=INITIALS)
        )
        return comment_id

    def changed_parts(self) -> Iterable[tuple[str, bytes]]:
        """Names and contents of the parts to be written into the package."""
        yield self._part, serialise(self._root)
        if not self._exists:
            yield self._relationships()
            yield self._content_types()

    def _first_unused_id(self) -> int:
        return max(map(self._w.int_attribute, self._root), default=-1) + 1

    def _relationships(self) -> tuple[str, bytes]:
        folder, name = posixpath.split(self._main)
        part = archive_name(self._package, f"{folder}/_rels/{name}.rels".lstrip("/"))
        if part in self._package:
            root = parse_part(self._package, part)
        else:
            root = _new_relationships(
                "http://schemas.openxmlformats.org/package/2006/relationships"
            )
        used = {relationship.get("Id") for relationship in root}
        number = next(n for n in range(1, len(used) + 2) if f"sheetlint{n}" not in used)
        attributes = {
            "Id": f"sheetlint{number}",
            "Type": f"{self._w.relationship_namespace}/comments",
            "Target": "/" + self._part,
        }
        _append_child(root, "Relationship", attributes)
        return part, serialise(root)

    def _content_types(self) -> tuple[str, bytes]:
        root = parse_part(self._package, _CONTENT_TYPES)
        attributes = {"PartName": "/" + self._part, "ContentType": _COMMENTS_TYPE}
        _append_child(root, "Override", attributes)
        return archive_name(self._package, _CONTENT_TYPES), serialise(root)


def _unused_name(package: Package, folder: str) -> str:
    """A part name that is free: a part of comments may exist without a relationship to it."""
    names = ["comments", *(f"comments{n}" for n in range(1, len(package.names) + 2))]
    paths = (posixpath.join(folder, f"{name}.xml") for name in names)
    return next(path for path in paths if path not in package)


def _new_relationships(namespace: str) -> Element:
    from lxml import etree

    return etree.Element(f"{{{namespace}}}Relationships", nsmap={None: namespace})


def _append_child(root: Element, name: str, attributes: dict[str, str]) -> None:
    from lxml import etree

    etree.SubElement(root, etree.QName(etree.QName(root).namespace, name), attributes)
