"""The comments of a worksheet, with ours among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sheetlint.annotate.comment_text import AUTHOR
from sheetlint.annotate.xlsx.comment_boxes import Box, added, fresh, last_block, resized
from sheetlint.messages import annotated_workbook as words
from sheetlint.office.errors import Uneditable
from sheetlint.office.xlsx.cell_grid import cell_reference, parse_area
from sheetlint.office.xlsx.cell_sizes import CellSizes
from sheetlint.office.xlsx.elements import WorkbookElements, int_attribute
from sheetlint.office.xlsx.workbook import Workbook

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_BOXES = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_THREAD = "tc="
"""So begins the author of what stands in for a conversation, which has a part of its own."""
_AFTER_BOXES = [
    "legacyDrawingHF",
    "drawingHF",
    "picture",
    "oleObjects",
    "controls",
    "webPublishItems",
    "tableParts",
    "extLst",
]
_OTHERWISE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
"""Holds what Office may read in one way or another: here, controls."""

Place = tuple[int, int]
"""Row and column, from 1."""


def annotate(book: Workbook, part: str, texts: Mapping[Place, str]) -> None:
    """Put a comment at each place of the worksheet; one that is there already goes on with it."""
    notes = _part_of(book, part)
    root = book.parts.edit(notes)
    x = WorkbookElements(root)
    authors, comments = root.find(x("authors")), root.find(x("commentList"))
    if authors is None or comments is None:
        raise Uneditable(words.DRAWING)
    there = dict(_by_place(comments))
    boxes, longer = [], []
    for place, text in texts.items():
        if place not in there:
            about = _about(x, authors, place)
            comments.append(x.new("comment", x.new("text", *_runs(x, text)), **about))
            boxes.append(Box(*place, text))
        elif not (by := _by(authors, there[place])).startswith(_THREAD):
            if by == AUTHOR:
                # A copy that comes back: what was said of the cell is said anew.
                there[place].clear(keep_tail=True)
                there[place].attrib.update(_about(x, authors, place))
            _append(x, there[place], text)
            longer.append(_box(place, there[place]))
    if boxes or longer:
        others = [_box(place, comment) for place, comment in there.items()]
        _put_boxes(book, part, others, boxes, longer)


def _box(place: Place, comment: Element) -> Box:
    return Box(*place, "".join(comment.itertext()))


def _part_of(book: Workbook, worksheet: str) -> str:
    """The worksheet's comments, made where there are none."""
    for target in book.parts.package.relationships(worksheet).values():
        if target.kind == "comments":
            return target.target
    part = book.parts.unused_name("xl/comments{}.xml")
    root = book.x.new("comments", book.x.new("authors"), book.x.new("commentList"))
    book.parts.add(part, root, _COMMENTS)
    book.parts.add_relationship(worksheet, book.x.relationship_type("comments"), part)
    return part


def _by_place(comments: Element) -> Iterator[tuple[Place, Element]]:
    for comment in comments:
        found = parse_area(comment.get("ref") or "")
        if found is not None:
            yield (found.top, found.left), comment


def _by(authors: Element, comment: Element) -> str:
    names = [author.text or "" for author in authors]
    at = int_attribute(comment, "authorId")
    return names[at] if at < len(names) else ""


def _about(x: WorkbookElements, authors: Element, place: Place) -> dict[str, str]:
    return {"ref": cell_reference(*place), "authorId": str(_author(x, authors))}


def _author(x: WorkbookElements, authors: Element) -> int:
    for at, author in enumerate(authors):
        if author.text == AUTHOR:
            return at
    author = x.new("author")
    author.text = AUTHOR
    authors.append(author)
    return len(authors) - 1


def _runs(x: WorkbookElements, text: str) -> Iterator[Element]:
    """The first line of each finding is bold."""
    for at, block in enumerate(text.split("\n\n")):
        head, line, rest = block.partition("\n")
        yield _run(x, ("\n\n" if at else "") + head, bold=True)
        yield _run(x, line + rest, bold=False)


def _run(x: WorkbookElements, text: str, *, bold: bool) -> Element:
    about = [x.new("sz", val=9), x.new("color", indexed=81)]
    about += [x.new("rFont", val="宋体"), x.new("charset", val=134)]
    return x.new("r", x.new("rPr", *([x.new("b")] if bold else []), *about), x.text(text))


def _append(x: WorkbookElements, comment: Element, text: str) -> None:
    said = comment.find(x("text"))
    if said is None:
        said = x.new("text")
        comment.insert(0, said)
    texts = [child for child in said if child.tag in (x("t"), x("r"))]
    at = said.index(texts[-1]) + 1 if texts else 0
    gap = [_run(x, "\n\n", bold=False)] if texts else []
    said[at:at] = [*gap, *_runs(x, text)]


def _put_boxes(
    book: Workbook,
    worksheet: str,
    others: Sequence[Box],
    boxes: Sequence[Box],
    longer: Sequence[Box],
) -> None:
    """Comments without boxes are not shown: where there are none, all get one."""
    parts, x = book.parts, book.x
    root = parts.edit(worksheet)
    sizes = CellSizes(root, x)
    mark = root.find(x("legacyDrawing"))
    if mark is not None:
        target = parts.package.relationships(worksheet).get(mark.get(x.id_attribute) or "")
        if target is None or target.target not in parts.package:
            raise Uneditable(words.DRAWING)
        drawing = resized(parts.content(target.target), longer, sizes)
        parts.set_content(target.target, added(drawing, boxes, sizes))
        return
    drawings = [name for name in parts.names if name.lower().endswith(".vml")]
    block = last_block(map(parts.content, drawings)) + 1
    part = parts.unused_name("xl/drawings/vmlDrawing{}.vml")
    parts.set_content(part, added(fresh(block), [*others, *boxes], sizes))
    parts.add_content_type(part, _BOXES)
    mark = x.new("legacyDrawing")
    mark.set(
        x.id_attribute, parts.add_relationship(worksheet, x.relationship_type("vmlDrawing"), part)
    )
    behind = {_OTHERWISE, *map(x, _AFTER_BOXES)}
    at = next((at for at, child in enumerate(root) if child.tag in behind), len(root))
    root.insert(at, mark)
