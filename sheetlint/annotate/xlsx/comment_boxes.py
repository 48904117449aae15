"""The boxes in which comments are shown: shapes of a drawing in VML, which only Office still uses.

An existing drawing is not parsed, as old programs wrote HTML into it: shapes are inserted before
its end tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from sheetlint.messages import annotated_workbook as messages
from sheetlint.office.errors import Uneditable
from sheetlint.office.xlsx.cell_sizes import CellSizes
from sheetlint.readers.limits import LAST_COLUMN

_END = re.compile(rb"</xml\s*>(?=[^<]*\Z)")
_SHAPE_NUMBERS = re.compile(rb'_x0000_s([0-9]{1,9})(?=["\'])')
_BLOCKS = re.compile(rb'data=["\']([0-9, ]{1,200})["\']')
_CLIENT_DATA = re.compile(rb"<([A-Za-z0-9]+:)?ClientData\b.*?</\1ClientData>", re.DOTALL)
_ANCHOR = re.compile(rb"(?<=Anchor>)[^<]*(?=</)")
_ROW_OF, _COLUMN_OF = (re.compile(rb"%s>\s*([0-9]{1,7})\s*<" % n) for n in (b"Row", b"Column"))
_BLOCK_SIZE = 1024
"""Shape numbers in a block; each drawing has blocks of its own."""
_NAMESPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_TYPE_ID = "_x0000_t202"
_SHAPE_TYPE = (
    f'<v:shapetype {_NAMESPACES} id="{_TYPE_ID}" coordsize="21600,21600" o:spt="202" '
    'path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    '<v:shape {namespaces} id="_x0000_s{number}" type="#{type}" style="position:absolute;'
    'margin-left:0;margin-top:0;width:{width}px;height:{height}px;z-index:1;visibility:hidden" '
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}'
    "</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column>"
    "</x:ClientData></v:shape>"
)
_CHARACTER_WIDTH, _LINE_HEIGHT, _MARGIN = 7, 17, 14
"""Pixels of a Latin character and of a line of the comments' font, and around the text."""
_WIDTH, _MAX_HEIGHT = 330, 480
"""Pixels of a box."""


class CommentBox(NamedTuple):
    """The box of a comment at a cell; row and column from 1."""

    row: int
    column: int
    text: str


def new_drawing(block: int) -> bytes:
    """A drawing without boxes, with shape numbers of ``block``."""
    return (
        f'<xml {_NAMESPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{block}"/>'
        "</o:shapelayout></xml>"
    ).encode()


def highest_block(drawings: Iterable[bytes]) -> int:
    """The highest block of shape numbers in the drawings of a workbook; 0 where there is none."""
    blocks = [
        int(number)
        for drawing in drawings
        for data in _BLOCKS.findall(drawing)
        for number in data.replace(b" ", b"").split(b",")
        if number and len(number) < 6
    ]
    return max(blocks, default=0)


def add_boxes(drawing: bytes, boxes: Sequence[CommentBox], sizes: CellSizes) -> bytes:
    """The drawing with more boxes.  Raises ``Uneditable`` where its end tag is not found."""
    end = _END.search(drawing)
    if end is None:
        raise Uneditable(messages.DRAWING)
    used = [int(number) for number in _SHAPE_NUMBERS.findall(drawing)]
    first = max(used, default=highest_block([drawing]) * _BLOCK_SIZE) + 1
    shapes = "".join(_shape(first + index, box, sizes) for index, box in enumerate(boxes))
    if f'id="{_TYPE_ID}"'.encode() not in drawing:
        shapes = _SHAPE_TYPE + shapes
    return drawing[: end.start()] + shapes.encode() + drawing[end.start() :]


def resize_boxes(drawing: bytes, boxes: Sequence[CommentBox], sizes: CellSizes) -> bytes:
    """The drawing with the boxes of these cells enlarged for their texts."""
    by_cell = {(box.row, box.column): box for box in boxes}

    def resize(client_data: re.Match[bytes]) -> bytes:
        row, column = _ROW_OF.search(client_data[0]), _COLUMN_OF.search(client_data[0])
        box = by_cell.get((int(row[1]) + 1, int(column[1]) + 1)) if row and column else None
        if box is None:
            return client_data[0]
        anchor = ", ".join(map(str, _anchor(box, *_size(box.text), sizes)))
        return _ANCHOR.sub(anchor.encode(), client_data[0])

    return _CLIENT_DATA.sub(resize, drawing)


def _shape(number: int, box: CommentBox, sizes: CellSizes) -> str:
    width, height = _size(box.text)
    return _SHAPE.format(
        namespaces=_NAMESPACES,
        number=number,
        type=_TYPE_ID,
        width=width,
        height=height,
        anchor=", ".join(map(str, _anchor(box, width, height, sizes))),
        row=box.row - 1,
        column=box.column - 1,
    )


def _size(text: str) -> tuple[int, int]:
    """Width and height in pixels: fixed width, as high as the lines need, within a page."""
    line_length = (_WIDTH - _MARGIN) // _CHARACTER_WIDTH
    lines = sum(max(1, -(-cell_len(line) // line_length)) for line in text.split("\n"))
    return _WIDTH, min(lines * _LINE_HEIGHT + _MARGIN, _MAX_HEIGHT)


def _anchor(box: CommentBox, width: int, height: int, sizes: CellSizes) -> tuple[int, ...]:
    """Left, top, right and bottom as column or row from 0 and pixels in it: beside the cell."""
    left = min(box.column + 1, LAST_COLUMN - 1)
    top = max(box.row - 1, 1)
    right, right_pixels = sizes.column_at(left, width + 15)
    bottom, bottom_pixels = sizes.row_at(top, height + 10)
    return (
        *(left - 1, min(15, sizes.column_width(left)), top - 1, min(10, sizes.row_height(top))),
        *(right - 1, right_pixels, bottom - 1, bottom_pixels),
    )
