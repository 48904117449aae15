"""Adding comments to a worksheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sheetlint.annotate.comment_text import AUTHOR
from sheetlint.annotate.xlsx.comment_boxes import (
    CommentBox,
    add_boxes,
    highest_block,
    new_drawing,
    resize_boxes,
)
from sheetlint.messages import annotated_workbook as messages
from sheetlint.office.errors import Uneditable
from sheetlint.office.xlsx.cell_grid import cell_reference, parse_area
from sheetlint.office.xlsx.cell_sizes import CellSizes
from sheetlint.office.xlsx.elements import WorkbookElements, int_attribute
from sheetlint.office.xlsx.workbook import Workbook

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_THREAD_AUTHOR = "tc="
"""Prefix of the author of a comment that stands for a threaded one, kept in another part."""
_AFTER_DRAWING = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
]
_ALTERNATE_CONTENT = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
"""Wraps controls of a worksheet."""

Place = tuple[int, int]
"""Row and column, from 1."""


def add_comments(book: Workbook, part: str, texts: Mapping[Place, str]) -> None:
    """Add a comment at each place of a worksheet, or append the text to the comment there.

    ``part`` is the worksheet's.  Raises ``Uneditable`` for a damaged part of comments.
    """
    root = book.parts.edit(_comments_part(book, part))
    x = WorkbookElements(root)
    authors, comments = root.find(x("authors")), root.find(x("commentList"))
    if authors is None or comments is None:
        raise Uneditable(messages.DRAWING)
    existing = dict(_by_place(comments))
    new_boxes, longer_boxes = [], []
    for place, text in texts.items():
        if place not in existing:
            attributes = _attributes(x, authors, place)
            comments.append(x.new("comment", x.new("text", *_runs(x, text)), **attributes))
            new_boxes.append(CommentBox(*place, text))
        elif not (author := _author(authors, existing[place])).startswith(_THREAD_AUTHOR):
            comment = existing[place]
            if author == AUTHOR:
                # Of an earlier run: an annotated copy is annotated again.
                comment.clear(keep_tail=True)
                comment.attrib.update(_attributes(x, authors, place))
            _append_text(x, comment, text)
            longer_boxes.append(_box(place, comment))
    if new_boxes or longer_boxes:
        other_boxes = [_box(place, comment) for place, comment in existing.items()]
        _draw_boxes(book, part, other_boxes, new_boxes, longer_boxes)


def _box(place: Place, comment: Element) -> CommentBox:
    return CommentBox(*place, "".join(comment.itertext()))


def _comments_part(book: Workbook, worksheet: str) -> str:
    """The part of the worksheet's comments, added where there is none."""
    for relationship in book.parts.package.relationships(worksheet).values():
        if relationship.kind == "comments":
            return relationship.target
    part = book.parts.unused_name("xl/comments{}.xml")
    root = book.x.new("comments", book.x.new("authors"), book.x.new("commentList"))
    book.parts.add(part, root, _COMMENTS_TYPE)
    book.parts.add_relationship(worksheet, book.x.relationship_type("comments"), part)
    return part


def _by_place(comments: Element) -> Iterator[tuple[Place, Element]]:
    for comment in comments:
        area = parse_area(comment.get("ref") or "")
        if area is not None:
            yield (area.top, area.left), comment


def _author(authors: Element, comment: Element) -> str:
    names = [author.text or "" for author in authors]
    author_id = int_attribute(comment, "authorId")
    return names[author_id] if author_id < len(names) else ""


def _attributes(x: WorkbookElements, authors: Element, place: Place) -> dict[str, str]:
    return {"ref": cell_reference(*place), "authorId": str(_own_author_id(x, authors))}


def _own_author_id(x: WorkbookElements, authors: Element) -> int:
    """The id of our author, who is added where missing."""
    for author_id, author in enumerate(authors):
        if author.text == AUTHOR:
            return author_id
    author = x.new("author")
    author.text = AUTHOR
    authors.append(author)
    return len(authors) - 1


def _runs(x: WorkbookElements, text: str) -> Iterator[Element]:
    """Runs of text, the first line of each finding in bold."""
    for index, block in enumerate(text.split("\n\n")):
        first_line, line_break, rest = block.partition("\n")
        yield _run(x, ("\n\n" if index else "") + first_line, bold=True)
        yield _run(x, line_break + rest, bold=False)


def _run(x: WorkbookElements, text: str, *, bold: bool) -> Element:
    properties = [x.new("b")] if bold else []
    properties += [x.new("sz", val=9), x.new("color", indexed=81)]
    properties += [x.new("rFont", val="宋体"), x.new("charset", val=134)]
    return x.new("r", x.new("rPr", *properties), x.text(text))


def _append_text(x: WorkbookElements, comment: Element, text: str) -> None:
    content = comment.find(x("text"))
    if content is None:
        content = x.new("text")
        comment.insert(0, content)
    texts = [child for child in content if child.tag in (x("t"), x("r"))]
    end = content.index(texts[-1]) + 1 if texts else 0
    gap = [_run(x, "\n\n", bold=False)] if texts else []
    content[end:end] = [*gap, *_runs(x, text)]


def _draw_boxes(
    book: Workbook,
    worksheet: str,
    other_boxes: Sequence[CommentBox],
    new_boxes: Sequence[CommentBox],
    longer_boxes: Sequence[CommentBox],
) -> None:
    """Draw the boxes of the comments, of which those without a box are not shown.

    Where the worksheet has no drawing, ``other_boxes`` of existing comments are drawn as well.
    """
    parts, x = book.parts, book.x
    root = parts.edit(worksheet)
    sizes = CellSizes(root, x)
    reference = root.find(x("legacyDrawing"))
    if reference is not None:
        relationships = parts.package.relationships(worksheet)
        relationship = relationships.get(reference.get(x.id_attribute) or "")
        if relationship is None or relationship.target not in parts.package:
            raise Uneditable(messages.DRAWING)
        drawing = resize_boxes(parts.content(relationship.target), longer_boxes, sizes)
        parts.set_content(relationship.target, add_boxes(drawing, new_boxes, sizes))
        return
    drawings = [name for name in parts.names if name.lower().endswith(".vml")]
    block = highest_block(map(parts.content, drawings)) + 1
    part = parts.unused_name("xl/drawings/vmlDrawing{}.vml")
    parts.set_content(part, add_boxes(new_drawing(block), [*other_boxes, *new_boxes], sizes))
    parts.add_content_type(part, _DRAWING_TYPE)
    reference = x.new("legacyDrawing")
    relationship_id = parts.add_relationship(worksheet, x.relationship_type("vmlDrawing"), part)
    reference.set(x.id_attribute, relationship_id)
    following = {_ALTERNATE_CONTENT, *map(x, _AFTER_DRAWING)}
    places = (index for index, child in enumerate(root) if child.tag in following)
    root.insert(next(places, len(root)), reference)
