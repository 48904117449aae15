"""The content of a web page: lines of text and tables, with cells as they are written."""

from __future__ import annotations

from sheetlint.readers.hidden_columns import HiddenRanges


class HtmlCell:
    """A table cell, before spans are resolved."""

    def __init__(self, columns: int = 1, rows: int = 1) -> None:
        self.blocks: list[Block] = []
        self.columns = columns
        self.rows = rows
        """0: down to the end of the group of rows."""
        self.number: str | None = None
        """The number behind the text as the page writes it; empty: it is the text."""
        self.formula: str | None = None

    def text(self) -> str:
        """Lines and nested tables, one under the other."""
        blocks = self.blocks
        if len(blocks) == 1 and isinstance(blocks[0], str):
            return blocks[0]
        texts = (block if isinstance(block, str) else block.text() for block in blocks)
        return "\n".join(filter(None, texts))


class HtmlRow:
    """A table row."""

    def __init__(self, group: int, hidden: bool) -> None:
        self.cells: list[HtmlCell] = []
        self.group = group
        """Rows of one head, body or foot: no cell reaches from one into the next."""
        self.hidden = hidden


class HtmlTable:
    """A table."""

    def __init__(self) -> None:
        self.rows: list[HtmlRow] = []
        self.hidden_columns = HiddenRanges()

    def text(self) -> str:
        """The whole table as text, for a table inside a cell."""
        lines = (" ".join(filter(None, (cell.text() for cell in row.cells))) for row in self.rows)
        return "\n".join(filter(None, lines))


Block = str | HtmlTable
