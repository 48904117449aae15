"""Text in which vertical bars end the cells: ``a | b |``, or ``| a | b |`` as Markdown has it.

In text copied from a page, a line break inside a cell has become a line break of the text; such
rows are joined again.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sheetlint.sheet.lazy_pattern import LazyPattern

_RULE = LazyPattern(r"[\s|:+-]*-[\s|:+-]*")
_MOST_LINES = 60
"""Most lines of one row: above it a bar is missing."""
_OFTEN = 3


def is_pipe_separated(lines: Sequence[str]) -> bool:
    """Whether lines have more than two bars on average and no tabs, which are the stronger sign."""
    filled = [line for line in lines if line.strip()]
    if any("\t" in line for line in filled):
        return False
    return sum(line.count("|") for line in filled) > 2 * len(filled)


class PipeRow(NamedTuple):
    """One row of the table."""

    number: int
    """Of the line in which it begins, from 1."""
    text: str
    """Its lines, with the breaks between them."""
    spans: list[tuple[int, int]]
    """Where each field begins and ends in the text; none for a rule between rows."""

    @property
    def fields(self) -> list[str]:
        return [self.text[start:end] for start, end in self.spans]


def parse_rows(lines: Sequence[str]) -> Iterator[PipeRow]:
    """The rows; lines of a broken row are joined."""
    closed = [line.strip() for line in lines if line.rstrip().endswith("|")]
    counts = Counter(line.count("|") for line in closed)
    usual = {count for count, lines_of_it in counts.items() if lines_of_it >= _OFTEN}
    # A row whose first cell is empty begins with a stroke as well; a title or a header does not.
    begun = [line.startswith("|") for line in closed]
    opened = bool(begun) and begun[0] and 2 * sum(begun) > len(begun)
    index = 0
    while index < len(lines):
        end = _end(lines, index, usual)
        line = "\n".join(lines[index:end])
        yield PipeRow(index + 1, line, [] if _is_rule(line) else _spans(line, opened))
        index = end


def _end(lines: Sequence[str], start: int, usual: set[int]) -> int:
    """One past the last line of the row that begins at ``start``.

    A row is broken where its first line has too few strokes and does not end in one, and is whole
    again where the lines together have as many as other rows.
    """
    count = lines[start].count("|")
    if not 0 < count < max(usual, default=0) or lines[start].rstrip().endswith("|"):
        return start + 1
    for end in range(start + 1, min(start + _MOST_LINES, len(lines))):
        count += lines[end].count("|")
        if count in usual and lines[end].rstrip().endswith("|"):
            return end + 1
        if count > max(usual):
            break
    return start + 1


def _is_rule(line: str) -> bool:
    return "|" in line and _RULE.fullmatch(line) is not None


def _spans(line: str, opened: bool) -> list[tuple[int, int]]:
    start = len(line) - len(line.lstrip())
    bare = line.strip().removesuffix("|")
    if opened and bare.startswith("|"):
        start, bare = start + 1, bare[1:]
    spans: list[tuple[int, int]] = []
    for field in bare.split("|"):
        spans.append((start, start + len(field)))
        start += len(field) + 1
    return spans
