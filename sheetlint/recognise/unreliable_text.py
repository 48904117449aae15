"""Copied texts that cannot be read with certainty: without cells, without digits, or out of order.

Copies from web pages and PDF files lose one of these.  Their sheets are reported and not checked, for
a guess would report errors in correct sheets.
"""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.messages.text import Text
from sheetlint.recognise.form_head import is_title
from sheetlint.recognise.implausible_figures import why_shifted
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
_FEWEST_FIGURE_LINES = 4
_TRACE = LazyPattern(
    r"[≥≤=><＝≧≦≮≯﹥﹤═﹦]*[%％‰]|[≥≤=><＝≧≦≮≯﹥﹤═﹦]+[^\d%％‰]{0,6}|[.．,，]+[%％]?"
)
"""The rest of a figure without its digits: ``≥%``, ``≥人次``, ``.``."""


def why_undivided(document: Document, lexicon: Lexicon) -> Text | None:
    """The reason, where the document holds the form as running text without cells; else None.

    The labels stand behind the title; a report that names the form as its annex has none there.
    """
    rows = tuple(row for table in document.tables for row in table.rows if row.table is None)
    lines = read_lines(Table("", rows), lexicon)
    title = next((at for at, line in enumerate(lines) if is_title(line, lexicon)), len(lines))
    text = "".join("".join(cell.text.split()) for line in lines[title:] for cell in line.cells)
    labels = [name for name in lexicon.labels if len(name) >= _SHORTEST_LABEL and name in text]
    return _NO_CELLS if len(labels) >= _FEWEST_LABELS else None


def why_unreliable(sheet: Sheet, lines: Sequence[Line]) -> Text | None:
    """Why no field of a sheet that was read can be trusted; None where it can."""
    return _digits_lost(sheet) or _order_lost(sheet, lines) or why_shifted(sheet)


def _digits_lost(sheet: Sheet) -> Text | None:
    """The reason, where no cell has a digit but several hold the rest of a figure."""
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
    """The reason, where most rows have no figure and several lines hold figures only."""
    without_figures = sum(not (row.weight.known or row.score.known) for row in sheet.indicators)
    without_figures += sum(not (row.budget.known or row.executed.known) for row in sheet.funds)
    if 2 * without_figures <= len(sheet.indicators) + len(sheet.funds):
        return None
    figure_lines = sum(all(is_figure(cell) for cell in line.cells) for line in lines)
    return _NO_ORDER if figure_lines >= _FEWEST_FIGURE_LINES else None
