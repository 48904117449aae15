"""The year of the evaluation, wherever the head prints it.

``（2024年度）　金额单位：万元``, ``评价年度：2023年``, ``2021年1-12月``, ``（二〇二一年度）``, or the title.
The date on which the form was filled in says nothing about it.
"""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.recognise.form_head import HeadCell, first_place
from sheetlint.recognise.labels import FIELD_LABELS
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import locate
from sheetlint.recognise.values import figure_value, printed_text
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.tables import Cell
from sheetlint.sheet.value import Value

_LONGEST = 40
_IN_WORDS = LazyPattern("二[〇○零O0][〇○零O0一二三四五六七八九]{2}(?=\\s*年)", only_if=("二",))
_DIGITS = str.maketrans("〇○零O一二三四五六七八九", "0000123456789")


def read_year(lines: Sequence[Line], labels: Sequence[HeadCell], lexicon: Lexicon) -> Value:
    """The year from a cell that prints nothing else or is labelled as the year, else from the title.

    A field that is to be filled in (``（    年度）``) has a text and no number.
    """
    candidates = [c for c in labels if not (c.role or c.is_value)]
    labelled = [(c.line, c.value) for c in labels if c.role == "year"]
    blank: Value | None = None
    for line, cell in (*((c.line, c.cell) for c in candidates), *labelled):
        text = _plain(cell) if cell else ""
        if cell is None or len(text) > _LONGEST:
            continue
        found = lexicon.year_line.fullmatch(text)
        if found:
            return _year(line, cell, found[1], printed_text(cell.text))
        if blank is None and lexicon.year_blank.fullmatch(text):
            blank = _year(line, cell, "", printed_text(cell.text))
    titles = [c for c in candidates if any(w in c.cell.text for w in lexicon.mention_words)]
    short = [c for c in candidates if len(c.cell.text) <= _LONGEST]
    for cells, pattern in ((titles, lexicon.year_inside), (short, lexicon.year_phrase)):
        for candidate in cells:
            found = pattern.search(_plain(candidate.cell))
            if found:
                return _year(candidate.line, candidate.cell, found[1], found[1])
    return blank or Value("year", where=first_place(lines, FIELD_LABELS["year"]))


def _plain(cell: Cell) -> str:
    """The text in half width, a year in Chinese figures as digits."""
    text = half_width(cell.text).strip()
    return _IN_WORDS.sub(lambda match: match[0].translate(_DIGITS), text)


def _year(line: Line, cell: Cell, year: str, raw: str) -> Value:
    where = locate(line.row, cell.column, FIELD_LABELS["year"])
    if not year:
        return Value("year", raw, where=where)
    return figure_value("year", year, where)._replace(raw=raw)
