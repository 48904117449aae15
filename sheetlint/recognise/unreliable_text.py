"""Texts of which nothing can be trusted: the cells are gone, the digits are gone, the order is gone.

Copies of sheets out of web pages and PDF files lose one of these.  Guessing would accuse a right
sheet, so it is said instead.
"""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.messages.text import Text
from sheetlint.recognise.form_head import is_title
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.lines import Line, read_lines
from sheetlint.recognise.values import is_figure
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.tables import Document, Table

_NO_CELLS = Text(
    "文件里有自评表的表名和栏目，但文字没有分成格子，分不清哪个数字属于哪一栏，没有检查",
    "the labels of a sheet are there, but the text is not divided into cells: which figure belongs "
    "to which column cannot be told, and nothing was checked",
)
_NO_DIGITS = Text(
    "栏目和文字都在，数字全部丢失",
    "the labels and words are there, but all digits are lost",
)
_NO_ORDER = Text(
    "数字与栏目分离，文字的次序已经打乱",
    "the figures stand apart from their labels: the order of the text is lost",
)
_FEWEST_LABELS = 10
_SHORTEST_LABEL = 3
_FEWEST_TRACES = 3
_FEWEST_STRAYS = 4
_TRACE = LazyPattern(r"[≥≤=><＝≧≦]*[%％‰]|[≥≤=><＝≧≦]+[^\d%％‰]{0,6}|[.．,，]+[%％]?")
"""What is left of a figure without its digits: ``≥%``, ``≥人次``, ``.``."""


def why_undivided(document: Document, lexicon: Lexicon) -> Text | None:
    """The form is there as running text: one cell a line, blanks between cells, or nothing."""
    rows = tuple(row for table in document.tables for row in table.rows if row.table is None)
    if not any(is_title(line, lexicon) for line in read_lines(Table("", rows), lexicon.labels)):
        return None
    text = "".join("".join(cell.text.split()) for row in rows for cell in row.cells)
    labels = [name for name in lexicon.labels if len(name) >= _SHORTEST_LABEL and name in text]
    return _NO_CELLS if len(labels) >= _FEWEST_LABELS else None


def why_unreliable(sheet: Sheet, lines: Sequence[Line]) -> Text | None:
    """Why nothing in a sheet that was read is to be trusted."""
    return _digits_lost(sheet) or _order_lost(sheet, lines)


def _digits_lost(sheet: Sheet) -> Text | None:
    """Not one digit where every form has some, and the traces of figures."""
    if sheet.total.score.known or any(row.budget.known for row in sheet.funds):
        return None
    cells = [cell for row in sheet.funds for cell in row[2:]]
    cells += [cell for row in sheet.indicators for cell in row[3:7]]
    texts = ["".join(cell.raw.split()) for cell in (*cells, *sheet.total)]
    if any(any(map(str.isdigit, text)) for text in texts):
        return None
    traces = sum(_TRACE.fullmatch(text) is not None for text in texts)
    return _NO_DIGITS if traces >= _FEWEST_TRACES else None


def _order_lost(sheet: Sheet, lines: Sequence[Line]) -> Text | None:
    """Lines of nothing but figures, and rows without any."""
    bare = sum(not (row.weight.known or row.score.known) for row in sheet.indicators)
    bare += sum(not (row.budget.known or row.executed.known) for row in sheet.funds)
    if 2 * bare <= len(sheet.indicators) + len(sheet.funds):
        return None
    strays = sum(all(is_figure(cell) for cell in line.cells) for line in lines)
    return _NO_ORDER if strays >= _FEWEST_STRAYS else None
