"""Lists of projects: before the sheets of a file, or a roster of the projects that owe a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from sheetlint.recognise.form_head import is_title
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import locate
from sheetlint.recognise.values import figure_value, text_value
from sheetlint.sheet.numbers.parse import half_width, parse_number
from sheetlint.sheet.tables import Cell
from sheetlint.sheet.value import Value

_OF_INDICATORS = ("level1", "level3", "target")
_NUMBER, _PROJECT, _BUDGET = "number", "project", "budget"


class ListedRow(NamedTuple):
    """One project of a list."""

    cells: Mapping[str, Value]
    """By role: ``project``, ``unit``, ``department``, ``code``, ``budget``."""
    money_unit: str
    """Money unit of the budget; empty where the list does not print it."""

    def text(self, role: str) -> str:
        return self.cells[role].text if role in self.cells else ""


def read_numbered_list(lines: Sequence[Line], lexicon: Lexicon) -> list[ListedRow]:
    """The projects of a list with the columns 序号 and 项目名称."""
    return _read_rows(lines, lexicon, (_NUMBER, _PROJECT))


def read_project_list(lines: Sequence[Line], lexicon: Lexicon) -> list[ListedRow]:
    """The projects of a list with a column of project names, whatever other columns it has."""
    return _read_rows(lines, lexicon, (_PROJECT,))


def _read_rows(lines: Sequence[Line], lexicon: Lexicon, required: Iterable[str]) -> list[ListedRow]:
    rows: list[ListedRow] = []
    header: dict[str, Cell] = {}
    unit = ""
    for at, line in enumerate(lines):
        columns = _read_header(line, lexicon)
        if columns.keys() >= set(required):
            header = columns
            unit = _money_unit(lines[max(0, at - 3) : at + 1], header, lexicon)
        elif header and is_title(line, lexicon):
            header = {}
        elif header:
            row = _read_row(line, header, lexicon)
            if row:
                rows.append(ListedRow(row, unit))
    return rows


def _read_header(line: Line, lexicon: Lexicon) -> dict[str, Cell]:
    """The columns that a header line names, by role; none where the line holds values as well.

    The head of a form has labels with values beside them, the header of a list has labels only.
    """
    named = [
        (lexicon.list_columns[name], cell)
        for name, cell in zip(line.keys, line.cells, strict=True)
        if name in lexicon.list_columns
    ]
    roles = dict(reversed(named))
    if any(lexicon.indicator_columns.listed.get(name) in _OF_INDICATORS for name in line.keys):
        # A table of the indicators of many projects: a project has many rows there.
        return {}
    if not roles or (_NUMBER not in roles and len(named) * 2 <= len(line.cells)):
        return {}
    return roles


def _read_row(line: Line, header: Mapping[str, Cell], lexicon: Lexicon) -> dict[str, Value]:
    """The fields of a row; none for a sum, a heading between the rows, or a remark below the list."""
    name = _cell_under(header[_PROJECT], line.cells)
    if name is None or _is_sum(line, lexicon):
        return {}
    if _NUMBER in header and not _has_number(header[_NUMBER], line):
        return {}
    if name.columns > 1 and name.columns >= len(header) > 1:
        return {}
    fields: dict[str, Value] = {}
    for role, column in header.items():
        # A cell that spans several rows counts for each of them; the name is the row itself.
        over = () if role in (_PROJECT, _NUMBER) else tuple(o.cell for o in line.merged_above)
        cell = _cell_under(column, line.cells) or _cell_under(column, over)
        if cell is not None:
            where = locate(line.row, cell.column, (heading_text(column),))
            read = figure_value if role == _BUDGET else text_value
            fields[role] = read(role, cell.text, where)
    return fields


def heading_text(cell: Cell) -> str:
    """A heading without blanks, as a place names it."""
    return "".join(cell.text.split())


def _cell_under(column: Cell, cells: Iterable[Cell]) -> Cell | None:
    end = column.column + column.columns
    return next((c for c in cells if c.column < end and column.column < c.column + c.columns), None)


def _is_sum(line: Line, lexicon: Lexicon) -> bool:
    return any(name in lexicon.totals.listed or name in lexicon.list_sums for name in line.keys)


def _has_number(column: Cell, line: Line) -> bool:
    """Whether the row has a number: other rows of a numbered list are headings or remarks."""
    cells = (*line.cells, *(over.cell for over in line.merged_above))
    cell = _cell_under(column, cells)
    return cell is not None and parse_number(cell.text.strip("、.．")) is not None


def _money_unit(lines: Sequence[Line], header: Mapping[str, Cell], lexicon: Lexicon) -> str:
    """The money unit in the heading of the budget or above the list; empty where neither has it."""
    texts = [header[_BUDGET].text] if _BUDGET in header else []
    texts += [cell.text for line in lines for cell in line.cells]
    for text in texts:
        found = lexicon.money.search(half_width(text))
        if found:
            return next(group for group in found.groups() if group)
    return ""
