"""The comments of a worksheet, with ours among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from sheetlint.annotate.comment_text import AUTHOR
from sheetlint.annotate.xlsx.comment_boxes import Box, added, fresh, last_block, resized
from sheetlint.messages import annotated_workbook as words
from sheetlint.office.uneditable import Uneditable
from sheetlint.office.xlsx.names import Vocabulary, number
from sheetlint.office.xlsx.workbook import Workbook
from sheetlint.office.xlsx.worksheet import Sizes, area, reference

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
    v = Vocabulary(root)
    authors, comments = root.find(v("authors")), root.find(v("commentList"))
    if authors is None or comments is None:
        raise Uneditable(words.DRAWING)
    there = dict(_by_place(comments))
    boxes, longer = [], []
    for place, text in texts.items():
        if place not in there:
            about = _about(v, authors, place)
            comments.append(v.new("comment", v.new("text", *_runs(v, text)), **about))
            boxes.append(Box(*place, text))
        elif not (by := _by(authors, there[place])).startswith(_THREAD):
            if by == AUTHOR:
                # A copy that comes back: what was said of the cell is said anew.
                there[place].clear(keep_tail=True)
                there[place].attrib.update(_about(v, authors, place))
            _append(v, there[place], text)
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
    part = book.parts.free("xl/comments{}.xml")
    root = book.v.new("comments", book.v.new("authors"), book.v.new("commentList"))
    book.parts.add(part, root, _COMMENTS)
    book.parts.relate(worksheet, book.v.kind("comments"), part)
    return part


def _by_place(comments: Element) -> Iterator[tuple[Place, Element]]:
    for comment in comments:
        found = area(comment.get("ref") or "")
        if found is not None:
            yield (found.top, found.left), comment


def _by(authors: Element, comment: Element) -> str:
    names = [author.text or "" for author in authors]
    at = number(comment, "authorId")
    return names[at] if at < len(names) else ""


def _about(v: Vocabulary, authors: Element, place: Place) -> dict[str, str]:
    return {"ref": reference(*place), "authorId": str(_author(v, authors))}


def _author(v: Vocabulary, authors: Element) -> int:
    for at, author in enumerate(authors):
        if author.text == AUTHOR:
            return at
    author = v.new("author")
    author.text = AUTHOR
    authors.append(author)
    return len(authors) - 1


def _runs(v: Vocabulary, text: str) -> Iterator[Element]:
    """The first line of each finding is bold."""
    for at, block in enumerate(text.split("\n\n")):
        head, line, rest = block.partition("\n")
        yield _run(v, ("\n\n" if at else "") + head, bold=True)
        yield _run(v, line + rest, bold=False)


def _run(v: Vocabulary, text: str, *, bold: bool) -> Element:
    about = [v.new("sz", val=9), v.new("color", indexed=81)]
    about += [v.new("rFont", val="宋体"), v.new("charset", val=134)]
    return v.new("r", v.new("rPr", *([v.new("b")] if bold else []), *about), v.text(text))


def _append(v: Vocabulary, comment: Element, text: str) -> None:
    said = comment.find(v("text"))
    if said is None:
        said = v.new("text")
        comment.insert(0, said)
    texts = [child for child in said if child.tag in (v("t"), v("r"))]
    at = said.index(texts[-1]) + 1 if texts else 0
    gap = [_run(v, "\n\n", bold=False)] if texts else []
    said[at:at] = [*gap, *_runs(v, text)]


def _put_boxes(
    book: Workbook,
    worksheet: str,
    others: Sequence[Box],
    boxes: Sequence[Box],
    longer: Sequence[Box],
) -> None:
    """Comments without boxes are not shown: where there are none, all get one."""
    parts, v = book.parts, book.v
    root = parts.edit(worksheet)
    sizes = Sizes(root, v)
    mark = root.find(v("legacyDrawing"))
    if mark is not None:
        target = parts.package.relationships(worksheet).get(mark.get(v.id) or "")
        if target is None or target.target not in parts.package:
            raise Uneditable(words.DRAWING)
        drawing = resized(parts.content(target.target), longer, sizes)
        parts.put(target.target, added(drawing, boxes, sizes))
        return
    drawings = [name for name in parts.names if name.lower().endswith(".vml")]
    block = last_block(map(parts.content, drawings)) + 1
    part = parts.free("xl/drawings/vmlDrawing{}.vml")
    parts.put(part, added(fresh(block), [*others, *boxes], sizes))
    parts.declare(part, _BOXES)
    mark = v.new("legacyDrawing")
    mark.set(v.id, parts.relate(worksheet, v.kind("vmlDrawing"), part))
    behind = {_OTHERWISE, *map(v, _AFTER_BOXES)}
    at = next((at for at, child in enumerate(root) if child.tag in behind), len(root))
    root.insert(at, mark)
