"""The body of a Word document: paragraphs and tables, with cells on their grid."""

from __future__ import annotations

_WIDEST = 256
"""Grid columns of one table; Word itself makes no more than 63."""

EDGE_BLANKS = " \u00a0\t\n"


class WordCell:
    """A table cell as it is written, before vertical merges are resolved."""

    __slots__ = ("blocks", "columns", "hidden_blocks", "horizontal", "vertical")

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.hidden_blocks: list[Block] | None = None
        """Paragraphs of text that is set to hidden; hardly a document has any."""
        self.columns = 1
        self.vertical = ""
        """``restart``, ``continue`` or nothing."""
        self.horizontal = ""

    def add_hidden(self, text: str) -> None:
        """Add a paragraph, or a part of one, that is set to hidden."""
        if self.hidden_blocks is None:
            self.hidden_blocks = []
        self.hidden_blocks.append(text.replace("\t", " "))

    def text(self) -> str:
        blocks = self.blocks
        if len(blocks) == 1 and isinstance(blocks[0], str):
            return blocks[0].strip(EDGE_BLANKS)
        return join_texts(blocks)


class WordRow:
    """A table row as it is written."""

    def __init__(self) -> None:
        self.cells: list[WordCell] = []
        self.before = 0
        self.hidden = False
        self.deleted = False

    def close(self) -> None:
        """End the row.  One that shows nothing counts as hidden, and its hidden text as its content."""
        if not any(cell.hidden_blocks for cell in self.cells) or any(c.text() for c in self.cells):
            return
        self.hidden = True
        for cell in self.cells:
            cell.blocks = cell.hidden_blocks or cell.blocks


class WordTable:
    """A table as it is written."""

    def __init__(self) -> None:
        self.rows: list[WordRow] = []

    def text(self) -> str:
        """The whole table as text, for a table inside a cell."""
        lines = (
            " ".join(filter(None, (cell.text() for cell in row.cells)))
            for row in self.rows
            if not row.deleted
        )
        return "\n".join(filter(None, lines))


Block = str | WordTable


def join_texts(blocks: list[Block]) -> str:
    """Paragraphs and nested tables, one under the other."""
    texts = (block if isinstance(block, str) else block.text() for block in blocks)
    return "\n".join(filter(None, (text.strip(EDGE_BLANKS) for text in texts)))


class GridCell:
    """A cell with its place on the grid of its table."""

    __slots__ = ("column", "columns", "rows", "source", "texts")

    def __init__(self, source: WordCell, column: int, columns: int) -> None:
        self.source = source
        self.column = column
        self.columns = columns
        self.rows = 1
        self.texts = [source.text()]

    @property
    def text(self) -> str:
        texts = self.texts
        return texts[0] if len(texts) == 1 else "\n".join(filter(None, texts))


def place_on_grid(table: WordTable) -> list[list[GridCell]]:
    """The cells of each row with their columns and spans; continued cells are left out.

    Word marks the lower cells of a vertical merge as continued.  One that continues nothing is a
    cell of its own; what is written in one that does belongs to the first.
    """
    rows: list[list[GridCell]] = []
    above: dict[int, GridCell] = {}
    for row in table.rows:
        cells: list[GridCell] = []
        if row.deleted:
            rows.append(cells)
            continue
        column = min(max(row.before, 0), _WIDEST)
        current: dict[int, GridCell] = {}
        last: GridCell | None = None
        for source in row.cells:
            span = source.columns
            if not 1 <= span <= _WIDEST - column:
                span = min(max(span, 1), max(1, _WIDEST - column))
            vertical = source.vertical
            anchor = above.get(column) if vertical == "continue" else None
            if last is not None and source.horizontal == "continue":
                last.columns += span
                last.texts.append(source.text())
            elif anchor is not None:
                anchor.rows += 1
                anchor.texts.append(source.text())
                current[column] = last = anchor
            else:
                last = GridCell(source, column, span)
                cells.append(last)
                if vertical:
                    current[column] = last
            column += span
        above = current
        rows.append(cells)
    return rows
