"""Header rows that a print repeats at the top of every page: they are no rows of the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sheetlint.readers.pdf.characters import is_wide
from sheetlint.readers.pdf.stitched_cell import StitchedCell
from sheetlint.readers.pdf.text_lines import TextLine
from sheetlint.sheet.numbers.parse import is_dash, parse_number

_MOST = 8
Rows = Sequence[list[StitchedCell]]


class RepeatedHeader(NamedTuple):
    """So many rows at the start of a page are those from ``start`` of the table above."""

    start: int
    height: int


def find_repeated_header(above: Rows, rows: Rows) -> RepeatedHeader | None:
    """Whether a part of a table begins with rows that stand above already.

    Those are the first rows of the table, whatever is in them, or rows of labels further down: a
    row with figures in mid-table may well be there twice.  The row after them must not have the
    label of the row after those, else the same form begins again.
    """
    if not rows or not row_label(rows[0]):
        return None
    here = [{(cell.column, cell.columns): cell.written for cell in row} for row in rows[:_MOST]]
    for start in range(len(above)):
        count = 0
        while (
            count < len(here)
            and start + count < len(above)
            and _same(above[start + count], here[count], start)
        ):
            count += 1
        words = sum(bool(cell.parts) for row in above[start : start + count] for cell in row)
        if not count or (start and words < 3):
            # A row in mid-table with a word or two proves nothing.
            continue
        after = above[start + count] if start + count < len(above) else []
        own = rows[count] if count < len(rows) else []
        if not row_label(after) or row_label(after) != row_label(own):
            return RepeatedHeader(start, count)
    return None


def row_label(row: Sequence[StitchedCell]) -> str:
    """The first text of a row."""
    return next(("".join(c.text.split()) for c in row if c.text), "")


def _same(above: Sequence[StitchedCell], here: Mapping[tuple[int, int], str], start: int) -> bool:
    """The row holds what the one above holds, column by column, or a label more in a cell.

    A cell that reaches down from a header in mid-table is no part of it.
    """
    compared = False
    for cell in above:
        if not cell.parts or (start and cell.rows > 1):
            continue
        if start and (parse_number(cell.text) is not None or is_dash(cell.text)):
            return False
        if _find_addition(cell.written, here.get((cell.column, cell.columns), "")) is None:
            return False
        compared = True
    return compared


def _find_addition(own: str, written: str) -> tuple[int, int] | None:
    """Where in ``written`` stands more than ``own``: nothing, or a label before or behind it.

    Spreadsheets write the labels of merged cells that a page break cuts over the header.
    """
    if own == written:
        return (0, 0)
    more = len(written) - len(own)
    if more > 0 and written.endswith(own):
        span = (0, more)
    elif more > 0 and written.startswith(own):
        span = (len(own), len(written))
    else:
        return None
    return span if all(is_wide(sign) for sign in written[slice(*span)]) else None


def remove_header(
    above: Rows, rows: list[list[StitchedCell]], header: RepeatedHeader
) -> list[list[StitchedCell]]:
    """The rows below a repeated header, with what stands in it and belongs to them.

    A cell that reaches down from the header begins below it; a label that is written over it is
    that of the cell below.
    """
    count = header.height
    rest = rows[count:]
    if not rest:
        return rest
    for index, row in enumerate(rows[:count]):
        known = {(cell.column, cell.columns): cell for cell in above[header.start + index]}
        for cell in row:
            over = cell.row + cell.rows - count
            if over > 0:
                cell.row, cell.rows = count, over
                cell.clear()
                rest[0].append(cell)
            elif (own := known.get((cell.column, cell.columns))) is not None:
                _move_to_cell_below(cell, own, rest[0])
            elif cell.parts:
                _move_to_cell_below(cell, None, rest[0])
    rest[0].sort(key=lambda cell: cell.column)
    return rest


def _move_to_cell_below(
    cell: StitchedCell, own: StitchedCell | None, below: Sequence[StitchedCell]
) -> None:
    """Move text written over a header cell to the empty cell below it in the same columns."""
    span = _find_addition(own.written if own else "", cell.written)
    if span is None or span == (0, 0):
        return
    position = 0
    added: TextLine | None = None
    for run in cell.runs:
        if span[0] <= position < span[1]:
            if added is None:
                added = TextLine(run)
            else:
                added.add(run)
        position += len(run.text)
    if added is None:
        return
    middle = (added.left + added.right) / 2
    for other in below:
        left, right = other.sides
        if left < middle < right and not other.text:
            other.parts.append(([added], other.sides))
