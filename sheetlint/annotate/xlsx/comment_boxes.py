"""The boxes that comments are shown in: a drawing of the kind that only Office still uses.

A part that is there is not parsed: old programs wrote HTML into it.  The boxes are put before its
end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from sheetlint.messages import annotated_workbook as words
from sheetlint.office.errors import Uneditable
from sheetlint.office.xlsx.cell_sizes import CellSizes
from sheetlint.readers.limits import LAST_COLUMN

_END = re.compile(rb"</xml\s*>(?=[^<]*\Z)")
_NUMBERS = re.compile(rb'_x0000_s([0-9]{1,9})(?=["\'])')
_BLOCKS = re.compile(rb'data=["\']([0-9, ]{1,200})["\']')
_ABOUT = re.compile(rb"<([A-Za-z0-9]+:)?ClientData\b.*?</\1ClientData>", re.DOTALL)
_ANCHOR = re.compile(rb"(?<=Anchor>)[^<]*(?=</)")
_ROW_OF, _COLUMN_OF = (re.compile(rb"%s>\s*([0-9]{1,7})\s*<" % n) for n in (b"Row", b"Column"))
_BLOCK = 1024
"""Boxes of a drawing are numbered within blocks that are its own."""
_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_TYPE = "_x0000_t202"
_SHAPE_TYPE = (
    f'<v:shapetype {_SPACES} id="{_TYPE}" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape {spaces} id="_x0000_s{number}" type="#{type}" style="position:absolute;'
    'margin-left:0;margin-top:0;width:{width}px;height:{height}px;z-index:1;visibility:hidden" '
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}'
    "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
_CHARACTER, _LINE, _MARGIN = 7, 17, 14
"""Pixels of a Latin character and of a line of the comments' font, and around the text."""
_WIDTH, _HIGHEST = 330, 480


class Box(NamedTuple):
    """The box of a comment at a cell."""

    row: int
    column: int
    text: str


def fresh(block: int) -> bytes:
    """A drawing without boxes."""
    return (
        f'<xml {_SPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/>'
        "</o:shapelayout></xml>"
    ).encode()


def last_block(drawings: Iterable[bytes]) -> int:
    """The highest block that a drawing of the workbook has."""
    blocks = [
        int(number)
        for drawing in drawings
        for data in _BLOCKS.findall(drawing)
        for number in data.replace(b" ", b"").split(b",")
        if number and len(number) < 6
    ]
    return max(blocks, default=0)


def added(drawing: bytes, boxes: Sequence[Box], sizes: CellSizes) -> bytes:
    """The drawing with more boxes in it.  Raises ``Uneditable`` where its end is not found."""
    end = _END.search(drawing)
    if end is None:
        raise Uneditable(words.DRAWING)
    taken = [int(number) for number in _NUMBERS.findall(drawing)]
    first = max(taken, default=last_block([drawing]) * _BLOCK) + 1
    shapes = "".join(_shape(first + at, box, sizes) for at, box in enumerate(boxes))
    if f'id="{_TYPE}"'.encode() not in drawing:
        shapes = _SHAPE_TYPE + shapes
    return drawing[: end.start()] + shapes.encode() + drawing[end.start() :]


def resized(drawing: bytes, boxes: Sequence[Box], sizes: CellSizes) -> bytes:
    """The drawing with the boxes of these cells as large as their texts need."""
    texts = {(box.row, box.column): box for box in boxes}

    def larger(about: re.Match[bytes]) -> bytes:
        row, column = _ROW_OF.search(about[0]), _COLUMN_OF.search(about[0])
        box = texts.get((int(row[1]) + 1, int(column[1]) + 1)) if row and column else None
        if box is None:
            return about[0]
        anchor = ", ".join(map(str, _anchor(box, *_size(box.text), sizes)))
        return _ANCHOR.sub(anchor.encode(), about[0])

    return _ABOUT.sub(larger, drawing)


def _shape(number: int, box: Box, sizes: CellSizes) -> str:
    width, height = _size(box.text)
    return _SHAPE.format(
        spaces=_SPACES,
        number=number,
        type=_TYPE,
        width=width,
        height=height,
        anchor=", ".join(map(str, _anchor(box, width, height, sizes))),
        row=box.row - 1,
        column=box.column - 1,
    )


def _size(text: str) -> tuple[int, int]:
    """Wide enough for a sentence and as high as its lines, within a page."""
    room = (_WIDTH - _MARGIN) // _CHARACTER
    lines = sum(max(1, -(-cell_len(line) // room)) for line in text.split("\n"))
    return _WIDTH, min(lines * _LINE + _MARGIN, _HIGHEST)


def _anchor(box: Box, width: int, height: int, sizes: CellSizes) -> tuple[int, ...]:
    """Right of the cell and a little higher; columns and rows from 0, each with pixels in it."""
    left = min(box.column + 1, LAST_COLUMN - 1)
    top = max(box.row - 1, 1)
    right, right_pixels = sizes.column_at(left, width + 15)
    bottom, bottom_pixels = sizes.row_at(top, height + 10)
    return (
        *(left - 1, min(15, sizes.column_width(left)), top - 1, min(10, sizes.row_height(top))),
        *(right - 1, right_pixels, bottom - 1, bottom_pixels),
    )
