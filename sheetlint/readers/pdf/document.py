"""PDF files: every page drawn, its tables read through their rulings, pages put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sheetlint.messages.text import Text
from sheetlint.readers import unreadable
from sheetlint.readers.limits import Limits
from sheetlint.readers.pdf.bombs import check_for_bombs
from sheetlint.readers.pdf.column_edges import have_same_sides, merge_column_edges
from sheetlint.readers.pdf.drawing import DrawnPage, read_drawing
from sheetlint.readers.pdf.library import Budget, garbled_text, load_pdfium, open_document
from sheetlint.readers.pdf.page import Page, PageLine, PageTable, build_page
from sheetlint.readers.pdf.running_heads import RunningHeads, find_running_heads, is_page_number
from sheetlint.readers.pdf.stitch import StitchedTable
from sheetlint.readers.pdf.stitched_cell import StitchedCell
from sheetlint.readers.pdf.unruled import lacks_rulings
from sheetlint.sheet.tables import Cell, Document, Row, Table

_GARBLED = 0.3
_FEW_CHARACTERS = 50
"""Of a page that is a picture."""

SCAN = Text(
    "扫描件：PDF 里只有图片，没有文字层，读不出表格",
    "a scan: the PDF holds pictures only and no text, so that no table can be read",
)
NO_TEXT = Text(
    "PDF 里没有文字层（空白页，或文字已转成图形），读不出表格",
    "the PDF holds no text (blank pages, or letters drawn as shapes); no table can be read",
)
UNRULED = Text(
    "PDF 里的表格没有框线，或框线不全，分不清行和列",
    "the table in the PDF lacks some or all of its lines, so that rows and columns cannot be told",
)

INVISIBLE = Text(
    "第 {pages} 页有看不见的文字（多为扫描件识别出来的），可能与图上的不同，请对照原件",
    "page {pages} holds text that is not seen, as the recognised text of a scan is: compare it with "
    "the picture",
)


def read_pdf(data: bytes, limits: Limits, _: str = "") -> Document:
    """The pages of a PDF as one stream of rows.  Raises ``Unreadable``."""
    drawn = read_drawings(data)
    note = _missing_text_note(drawn)
    pages = build_pages(drawn)
    if any(lacks_rulings(page) for page in pages):
        return Document("pdf", (Table("", ()),), UNRULED)
    rows = (row for row, _ in make_rows_with_sources(pages, limits))
    return Document("pdf", (Table("", tuple(rows)),), note, _invisible_text_doubt(drawn))


def read_drawings(data: bytes) -> list[DrawnPage]:
    """What is drawn on each page.  Raises ``Unreadable``."""
    functions = load_pdfium()
    check_for_bombs(data)
    budget = Budget()
    with open_document(functions, data) as document:
        count = functions.FPDF_GetPageCount(document)
        if count < 1:
            raise unreadable.damaged()
        budget.spend("pages", count)
        return [read_drawing(functions, document, index, budget) for index in range(count)]


def build_pages(drawn: Sequence[DrawnPage]) -> list[Page]:
    return [build_page(number, one) for number, one in enumerate(drawn, 1)]


Source = PageLine | list[StitchedCell]
"""The source of a row: a line of text, or all cells of the table row, empty ones too."""


def make_rows_with_sources(pages: Sequence[Page], limits: Limits) -> Iterator[tuple[Row, Source]]:
    """Rows, each with its source, from which its place on the page is found.

    Raises ``Unreadable``."""
    return _RowBuilder(limits).build(pages)


def _missing_text_note(pages: Sequence[DrawnPage]) -> Text | None:
    """Why there is nothing to read, if so.  Raises ``Unreadable`` for text without meaning."""
    characters = sum(page.characters for page in pages)
    if not characters:
        return SCAN if any(page.images for page in pages) else NO_TEXT
    if characters <= _FEW_CHARACTERS * len(pages) and all(page.images for page in pages):
        # A page number, or the name of the program that scanned it.
        return SCAN
    if sum(page.unknown for page in pages) > _GARBLED * characters:
        raise garbled_text()
    return None


def _invisible_text_doubt(pages: Sequence[DrawnPage]) -> Text | None:
    numbers = [str(number) for number, page in enumerate(pages, 1) if page.invisible]
    if not numbers:
        return None
    return INVISIBLE.fill(pages=Text("、".join(numbers), ", ".join(numbers)))


class _RowBuilder:
    """Builds rows, numbering lines and the rows of tables."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lines = 0
        self._tables = 0
        self._cells = 0

    def build(self, pages: Sequence[Page]) -> Iterator[tuple[Row, Source]]:
        heads = find_running_heads(pages)
        items = [
            item for page in pages for item in page.items if not is_page_number(item, page.height)
        ]
        scales = _scales(items)
        table: StitchedTable | None = None
        held: list[PageLine] = []
        """Lines below a table that may turn out to stand between two parts of it."""
        for item in items:
            if isinstance(item, PageLine):
                held.append(item)
            elif table is not None and _continues(table, held, item, heads):
                continue
            else:
                yield from self._flush(table, held, heads)
                held.clear()
                table = StitchedTable(item, scales[id(item)])
        yield from self._flush(table, held, heads)

    def _flush(
        self, table: StitchedTable | None, lines: Sequence[PageLine], heads: RunningHeads
    ) -> Iterator[tuple[Row, Source]]:
        if table is not None:
            yield from self._table(table)
        for item in lines:
            if table is not None and item.page == table.part.page > table.pages[0]:
                # The foot of the last page is that of the pages before.
                item = _without_page_content(table, item, heads)
            if item.fields:
                self._lines += 1
                cells = tuple(self._cell(field.text, i) for i, field in enumerate(item.fields))
                yield Row(cells, self._lines, page=item.page), item

    def _table(self, table: StitchedTable) -> Iterator[tuple[Row, Source]]:
        counted = False
        for index, row in enumerate(table.rows):
            cells = tuple(
                self._cell(text, cell.column, cell.columns, cell.rows)
                for cell in sorted(row, key=lambda cell: cell.column)
                if (text := cell.text)
            )
            if not cells:
                continue
            self._tables += not counted
            counted = True
            page = table.pages[index]
            yield Row(cells, index + 1, f"第{page}页表{self._tables}", page=page), row

    def _cell(self, text: str, column: int, columns: int = 1, rows: int = 1) -> Cell:
        self._cells += 1
        if self._cells > self._limits.max_cells or len(text) > self._limits.max_text:
            raise unreadable.too_big()
        return Cell(text, column, columns, rows)


def _scales(items: Sequence[PageTable | PageLine]) -> dict[int, list[float]]:
    """For each table the column edges that it shares with its neighbours of the same width."""
    tables = [item for item in items if isinstance(item, PageTable)]
    scales: dict[int, list[float]] = {}
    start = 0
    for end in range(1, len(tables) + 1):
        if end < len(tables) and have_same_sides(tables[end - 1], tables[end]):
            continue
        scale = merge_column_edges(tables[start:end])
        scales.update((id(table), scale) for table in tables[start:end])
        start = end
    return scales


def _continues(
    table: StitchedTable, between: list[PageLine], part: PageTable, heads: RunningHeads
) -> bool:
    """The part was the rest of the table and is added; what stands between stays to be read.

    Nothing of the form's own stands there, unless the head of the table is repeated below it.
    """
    if part.page <= table.part.page or not have_same_sides(table.part, part):
        return False
    own = [rest for item in between if (rest := _without_page_content(table, item, heads)).fields]
    if not table.append_part(part, only_repeated_head=bool(own)):
        return False
    between[:] = own
    return True


def _without_page_content(table: StitchedTable, item: PageLine, heads: RunningHeads) -> PageLine:
    """The line without what belongs to the paper or to a merged cell."""
    fields = (f for f in item.fields if not (heads.contains(f) or table.is_label(f)))
    return item._replace(fields=tuple(fields))
