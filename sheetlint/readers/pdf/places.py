"""Where the rows and cells of the reader stand on the pages of a PDF."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sheetlint.readers.covering_cells import covering
from sheetlint.readers.limits import Limits
from sheetlint.readers.pdf.document import drawn_pages, pages_of, rows_with_sources
from sheetlint.readers.pdf.drawing import Drawn
from sheetlint.readers.pdf.matrix import at, inverse
from sheetlint.readers.pdf.page import PageLine
from sheetlint.readers.pdf.stitched_cell import JoinedCell, Region
from sheetlint.sheet.where import Where

Point = tuple[float, float]


class Quad(NamedTuple):
    """A rectangle in the page's own coordinates, by its corners as a person sees the page."""

    page: int
    """From 0."""
    corners: tuple[Point, Point, Point, Point]
    """Upper left, upper right, lower left, lower right."""


class Places(NamedTuple):
    """What was asked for."""

    quads: tuple[tuple[Quad, ...], ...]
    """For each place the rectangles that make it up; none where it is not on a page."""
    first: Quad
    """The first page as a whole."""


def places(data: bytes, wanted: Sequence[Where], limits: Limits) -> Places:
    """Raises ``Unreadable`` as the reader does."""
    drawn = drawn_pages(data)
    rows: dict[tuple[str, int], list[JoinedCell]] = {}
    lines: dict[int, PageLine] = {}
    for row, source in rows_with_sources(pages_of(drawn), limits):
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
        cell = covering(rows, where.table, where.row, where.column - 1)
        return () if cell is None else cell.regions

    first = Region(1, 0, 0, drawn[0].width, drawn[0].height)
    return Places(
        tuple(tuple(_quad(drawn, region) for region in regions(where)) for where in wanted),
        _quad(drawn, first),
    )


def _field(line: PageLine, column: int | None) -> Region:
    """The field of the line that is meant; all of it where none is."""
    index = (column or 0) - 1
    one = line.fields[index] if 0 <= index < len(line.fields) else line.line
    return Region(line.page, one.left, one.top, one.right, one.bottom)


def _quad(drawn: Sequence[Drawn], region: Region) -> Quad:
    page, left, top, right, bottom = region
    back = inverse(drawn[page - 1].turn)
    return Quad(
        page - 1,
        (
            at(back, left, top),
            at(back, right, top),
            at(back, left, bottom),
            at(back, right, bottom),
        ),
    )
