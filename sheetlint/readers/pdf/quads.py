"""Where the rows and cells of the reader stand on the pages of a PDF."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sheetlint.readers.covering_cells import find_covering_cell
from sheetlint.readers.limits import Limits
from sheetlint.readers.pdf.document import build_pages, make_rows_with_sources, read_drawings
from sheetlint.readers.pdf.drawing import DrawnPage
from sheetlint.readers.pdf.matrix import invert, transform
from sheetlint.readers.pdf.page import PageLine
from sheetlint.readers.pdf.stitched_cell import Region, StitchedCell
from sheetlint.sheet.where import Where

Point = tuple[float, float]


class Quad(NamedTuple):
    """A rectangle in the page's own coordinates, by its corners as a person sees the page."""

    page: int
    """From 0."""
    corners: tuple[Point, Point, Point, Point]
    """Upper left, upper right, lower left, lower right."""


class PageQuads(NamedTuple):
    """Rectangles of places in a document."""

    quads: tuple[tuple[Quad, ...], ...]
    """For each place the rectangles that make it up; none where it is not on a page."""
    first: Quad
    """The first page as a whole."""


def find_quads(data: bytes, wanted: Sequence[Where], limits: Limits) -> PageQuads:
    """Raises ``Unreadable`` as the reader does."""
    drawn = read_drawings(data)
    rows: dict[tuple[str, int], list[StitchedCell]] = {}
    lines: dict[int, PageLine] = {}
    for row, source in make_rows_with_sources(build_pages(drawn), limits):
        if isinstance(source, PageLine):
            lines[row.number] = source
        else:
            rows[row.table or "", row.number] = source

    def regions(where: Where) -> Iterable[Region]:
        if where.table is None:
            line = None if where.line is None else lines.get(where.line)
            return () if line is None else [_field(line, where.column)]
        if where.row is None or where.column is None:
            return ()
        cell = find_covering_cell(rows, where.table, where.row, where.column - 1)
        return () if cell is None else cell.regions

    first = Region(1, 0, 0, drawn[0].width, drawn[0].height)
    return PageQuads(
        tuple(tuple(_quad(drawn, region) for region in regions(where)) for where in wanted),
        _quad(drawn, first),
    )


def _field(line: PageLine, column: int | None) -> Region:
    """The field of the line in ``column`` (from 1); the whole line where there is none."""
    index = (column or 0) - 1
    one = line.fields[index] if 0 <= index < len(line.fields) else line.line
    return Region(line.page, one.left, one.top, one.right, one.bottom)


def _quad(drawn: Sequence[DrawnPage], region: Region) -> Quad:
    page, left, top, right, bottom = region
    back = invert(drawn[page - 1].turn)
    return Quad(
        page - 1,
        (
            transform(back, left, top),
            transform(back, right, top),
            transform(back, left, bottom),
            transform(back, right, bottom),
        ),
    )
