"""Lines of text that a line break inside a cell has torn apart are one row again.

``a <tab> b1`` and ``b2 <tab> c`` are ``a <tab> b1 b2 <tab> c``: each line of a torn row has too few
fields, and together they have as many as the rows around them.
"""

# No ``from __future__ import annotations``, as in ``sheet``: a start need not compile annotations.

from collections import Counter
from collections.abc import Sequence

from sheetlint.recognise.lexicon import Lexicon, label_key, split_label
from sheetlint.sheet.numbers.measure import parse_measure
from sheetlint.sheet.numbers.parse import half_width, is_dash, parse_number
from sheetlint.sheet.tables import Cell, Row

_FEWEST_FIELDS, _FEWEST_ROWS = 5, 3
"""A width is usual where several rows have it."""
_MOST_PIECES = 40
_MOST_LABEL_LINES = 8
"""Of a label that is written one character or word a line."""
_LONGEST_TEXT = 40
"""Of a label or a title."""
_LONGEST_UNIT = 4


def field_count(row: Row) -> int:
    """Number of fields of a line of text."""
    return max([c.column + c.columns for c in row.cells], default=0)


def join_torn_rows(rows: Sequence[Row], lexicon: Lexicon) -> list[tuple[range, Row]]:
    """The rows, with torn lines of text joined, each with the indices it was made from."""
    widths = [field_count(row) for row in rows if row.table is None]
    counts = Counter([width for width in widths if width >= _FEWEST_FIELDS])
    often = max(counts.values(), default=0)
    usual_widths = {w for w, n in counts.items() if n >= _FEWEST_ROWS and 3 * n >= often}
    if not usual_widths:
        return [(range(at, at + 1), row) for at, row in enumerate(rows)]
    joined: list[tuple[range, Row]] = []
    index = 0
    while index < len(rows):
        end = _end_of_label(rows, index, lexicon)
        end = _end_of_pieces(rows, end - 1, usual_widths, lexicon)
        end = _end_of_last_field(rows, end - 1, usual_widths, lexicon)
        row = rows[index] if end == index + 1 else _join_rows(rows[index:end])
        joined.append((range(index, end), row))
        index = end
    return joined


def _end_of_label(rows: Sequence[Row], start: int, lexicon: Lexicon) -> int:
    """Index after the line in which the label, title or year ends that begins alone on its line
    (``项目``, ``名称 …``)."""
    text = ""
    for at in range(start, min(start + _MOST_LABEL_LINES, len(rows))):
        row = rows[at]
        first = row.cells[0] if row.cells and row.table is None else None
        if first is None or first.column or len(first.text) > _LONGEST_TEXT:
            break
        text += first.text
        if field_count(row) > 1:
            return at + 1 if _is_torn_text(text, first.text, lexicon) else start + 1
    return start + 1


def _is_torn_text(text: str, last: str, lexicon: Lexicon) -> bool:
    """Whether a text is a label, title or year of which ``last`` is only the end."""
    name = label_key(text)
    if name in lexicon.labels:
        return name != label_key(last)
    title = lexicon.title.search(text)
    if title is not None:
        return title.start() < len(text) - len(last) < title.end()
    return lexicon.year_line.fullmatch(half_width(text).strip()) is not None


def _end_of_pieces(
    rows: Sequence[Row], start: int, usual_widths: set[int], lexicon: Lexicon
) -> int:
    """Index after the last line of the row that goes on at ``start``; ``start + 1`` for a whole row."""
    width = field_count(rows[start])
    if rows[start].table is not None or width < 2 or width in usual_widths:
        return start + 1
    if start + 1 < len(rows) and _ends_with_whole_field(rows[start], rows[start + 1], lexicon):
        return start + 1
    for end in range(start + 1, min(start + _MOST_PIECES, len(rows))):
        more = field_count(rows[end])
        torn = _joins_to_label(rows[end - 1], rows[end], lexicon)
        if _end_of_label(rows, end, lexicon) > end + 1:
            break
        if more in usual_widths or not (torn or _continues_cell(rows[end], lexicon)):
            break
        width += more - 1
        if width in usual_widths:
            return end + 1
        if width > max(usual_widths):
            break
    return start + 1


def _end_of_last_field(
    rows: Sequence[Row], last: int, usual_widths: set[int], lexicon: Lexicon
) -> int:
    """Index after the lines that go on with the last field of the row that ends at ``last``.

    They hold nothing else, and a whole row follows.
    """
    row = rows[last]
    if row.table is not None or field_count(row) < 2 or _is_whole(row.cells[-1].text, lexicon):
        return last + 1
    for end in range(last + 1, min(last + _MOST_PIECES, len(rows))):
        if field_count(rows[end]) in usual_widths:
            return end
        if field_count(rows[end]) != 1 or not _continues_cell(rows[end], lexicon):
            break
        if _end_of_label(rows, end, lexicon) > end + 1:
            return end if end > last + 1 else last + 1
    return last + 1


def _ends_with_whole_field(row: Row, after: Row, lexicon: Lexicon) -> bool:
    """Whether no line break has torn the last field: it is empty or a figure, and no measure of which
    the next line begins with the rest (``≥15`` and ``00人次``)."""
    last = row.cells[-1].text
    if _is_whole(last, lexicon):
        return True
    rest = after.cells[0].text if after.cells else ""
    return parse_measure(last).numeric and not _is_measure(last + rest)


def _is_whole(text: str, lexicon: Lexicon) -> bool:
    nothing = not text.strip() or is_dash(text) or text.strip() in lexicon.null_figures
    return nothing or parse_number(text) is not None


def _is_measure(text: str) -> bool:
    measure = parse_measure(text)
    return measure.numeric and len(measure.unit) <= _LONGEST_UNIT


def _joins_to_label(row: Row, after: Row, lexicon: Lexicon) -> bool:
    """Whether the last field of a line and the first of the next are one label (``年初``, ``目标值``)."""
    if not row.cells or not after.cells or after.table is not None or after.cells[0].column:
        return False
    return label_key(row.cells[-1].text + after.cells[0].text) in lexicon.labels


def _continues_cell(row: Row, lexicon: Lexicon) -> bool:
    """Whether the line may begin inside a cell: its first text is no title, page number or label."""
    first = row.cells[0] if row.cells and row.table is None else None
    if first is None or first.column != 0:
        return False
    name = label_key(first.text)
    if (
        not name
        or name in lexicon.labels
        or label_key(split_label(first.text)[0]) in lexicon.labels
    ):
        return False
    if lexicon.title.search(first.text):
        return False
    return lexicon.page.fullmatch(first.text.strip()) is None


def _join_rows(rows: Sequence[Row]) -> Row:
    cells: list[Cell] = []
    offset = 0
    for row in rows:
        first = True
        for cell in row.cells:
            moved = cell._replace(column=cell.column + offset)
            if first and cells and cells[-1].column == moved.column:
                cells[-1] = cells[-1]._replace(text=f"{cells[-1].text}\n{cell.text}".strip())
            else:
                cells.append(moved)
            first = False
        offset += field_count(row) - 1
    return rows[0]._replace(cells=tuple(cells))
