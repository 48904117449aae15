"""The funds block: amounts, weight, execution rate and score, row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal

from sheetlint.messages.text import Text
from sheetlint.recognise.align import OUTSIDE, AlignedRow, align
from sheetlint.recognise.columns import merge_headers, read_columns
from sheetlint.recognise.labels import FUND_COLUMNS, fund_label
from sheetlint.recognise.lexicon import Lexicon, label_key
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import ReadingLog, cell_value, locate
from sheetlint.recognise.values import clean_name, figure_value, is_figure, prose_value, rate_value
from sheetlint.sheet.numbers.parse import half_width, is_dash, parse_number
from sheetlint.sheet.sheet import FundRow
from sheetlint.sheet.tables import Cell, Row
from sheetlint.sheet.value import Value

_AMOUNTS = ("initial", "budget", "executed")


def is_funds_header(line: Line, lexicon: Lexicon) -> bool:
    """The line names at least two of the columns of amounts and rate."""
    if lexicon.fund_columns.keys().isdisjoint(line.keys):
        return False
    roles = [lexicon.fund_columns[name] for name in line.keys if name in lexicon.fund_columns]
    return len({*roles} & {*_AMOUNTS, "rate"}) >= 2 and not lexicon.is_list_header(line.keys)


def doubt_unknown_header(head: Sequence[Line], lexicon: Lexicon, account: ReadingLog) -> bool:
    """The block's label is there with figures behind it, but no header that could be read."""
    for line in head:
        for cell, name in zip(line.cells, line.keys, strict=True):
            if name in lexicon.fund_block_labels and any(
                is_figure(c) for o in head for c in o.cells
            ):
                account.add_doubt(
                    Text(
                        "资金栏的表头没有认出来，资金没有读取",
                        "the header of the funds block is not known; the funds were not read",
                    ),
                    cell_value(line.row, cell, ("项目资金",)),
                )
                return True
    return False


class FundsReader:
    """Reads the block line by line."""

    def __init__(self, header: Line, lexicon: Lexicon, account: ReadingLog) -> None:
        self.lexicon = lexicon
        self.log = account
        self.columns = read_columns(header, lexicon.fund_columns, lexicon.fund_block_labels)
        rate_cell = next(
            (
                cell
                for cell, name in zip(header.cells, header.keys, strict=True)
                if lexicon.fund_columns.get(name) == "rate"
            ),
            None,
        )
        self._points = self._points_of(header)
        self._percent_header = rate_cell is not None and "%" in half_width(rate_cell.text)
        self.rows: list[FundRow] = []
        self._slips: dict[int | None, int] = {}
        """How rows stand off the header, by the column of their names."""
        self.sure = True
        """No row had to be left out."""
        self._twins = self._are_twins(header)

    def read_line(self, line: Line) -> None:
        """One line of the block; a line without figures that names no row of it is left alone."""
        if self._twins:
            return
        if self._is_lower_header(line):
            self.columns = merge_headers(
                self.columns,
                read_columns(line, self.lexicon.fund_columns, self.lexicon.fund_block_labels),
            )
            return
        block = self.lexicon.fund_block_labels
        own = [pair for pair in zip(line.cells, line.keys, strict=True) if pair[1] not in block]
        named = [pair for pair in own if not is_figure(pair[0])]
        label_cell = self._label(named)
        label = self._name(label_cell)
        source = self._known(label_key(label))
        if len(named) == len(own) and source is None:
            return
        rest = [pair for pair in own if pair[0] is not label_cell]
        cells = tuple([cell for cell, _ in rest])
        body = line._replace(cells=cells, keys=tuple([name for _, name in rest]))
        here = label_cell.column if label_cell else None
        aligned = align(body, self.columns, self._fit, _missing, self._slips.get(here))
        if source is None or (source == "total" and any(r.source == "total" for r in self.rows)):
            source = "part"
        if not aligned.certain and cells:
            self.sure = False
            self.log.add_doubt(
                Text(
                    f"资金栏“{label}”一行的各格与表头对不齐，有不止一种读法",
                    f"the cells of the funds row {label!r} fit the header in more than one way",
                ),
                cell_value(line.row, line.cells[0], ("项目资金", label)),
            )
            return
        self._slips.setdefault(here, aligned.shift)
        if aligned.shift and cells:
            self.log.add_shifted_row(
                aligned.shift, cell_value(line.row, line.cells[0], ("项目资金", label))
            )
        self.rows.append(self._row(line, label, source, aligned))

    def _are_twins(self, header: Line) -> bool:
        """Income and expense stand side by side: which of them the form scores is not said."""
        named = Counter(self.lexicon.fund_columns.get(name) for name in header.keys)
        if sum(named[role] > 1 for role in _AMOUNTS) < 2:
            return False
        self.sure = False
        self.log.add_doubt(
            Text(
                "资金栏分成两张并列的表，没有读取",
                "the funds stand in two tables side by side; they were not read",
            ),
            cell_value(header.row, header.cells[0], ("项目资金",)),
        )
        return True

    def _is_lower_header(self, line: Line) -> bool:
        """The line names columns and nothing else, before any row: a header of two rows."""
        if self.rows:
            return False
        named = [name for name in line.keys if name not in self.lexicon.fund_block_labels]
        return len(named) > 1 and all(name in self.lexicon.fund_columns for name in named)

    def _points_of(self, header: Line) -> tuple[Row, Cell, str] | None:
        """Forms without a column of weights print it in a label: ``预算执行情况（20分）``."""
        if "weight" in self.columns.roles:
            return None
        for cell in header.cells:
            found = self.lexicon.points.search(cell.text)
            if found:
                return header.row, cell, found[1]
        return None

    def _label(self, named: Sequence[tuple[Cell, str]]) -> Cell | None:
        """The row's name among its texts: one that is known, or that stands left of the amounts."""
        for cell, name in named:
            if self._known(name) is not None:
                return cell
        return next((cell for cell, _ in named if cell.column < self.columns.left), None)

    def _known(self, name: str) -> str | None:
        return self.lexicon.fund_rows.get(name.removeprefix(self.lexicon.part_prefix).lstrip(":"))

    def _name(self, cell: Cell | None) -> str:
        if cell is None:
            return ""
        text = clean_name(cell.text).rstrip(":：")
        unit = self.lexicon.money.match(half_width(text))
        return text[unit.end() :] if unit else text

    def _row(self, line: Line, label: str, source: str, aligned: AlignedRow) -> FundRow:
        stem = "funds.total." if source == "total" else f"funds.{len(self.rows)}."
        values: dict[str, Value] = {}
        for role in FUND_COLUMNS:
            cell = self._note(aligned) if role == "note" else aligned.cells.get(role)
            name = stem + role
            if cell is None:
                column, text, stored, computed = self._column(role) + aligned.shift, "", None, True
            else:
                column, text, stored, computed = cell.column, cell.text, cell.stored, cell.computed
            where = locate(line.row, column, fund_label(label, role))
            if role == "note":
                values[role] = self.log.record_formula(prose_value(name, text, where, computed))
                continue
            text = self.log.strip_broken_character(text, where)
            if role == "rate":
                value = rate_value(
                    name,
                    text,
                    where,
                    stored,
                    computed,
                    self._percent_header,
                    _quotient(values["budget"], values["executed"]),
                    self.lexicon.null_figures,
                )
            else:
                value = figure_value(name, text, where, stored, computed, self.lexicon.null_figures)
            values[role] = self.log.record_formula(value)
        if source == "total" and self._points is not None:
            row, cell, points = self._points
            where = locate(row, cell.column, fund_label(label, "weight"))
            values["weight"] = figure_value(values["weight"].path, points, where)
        return FundRow(source, label, **values)

    def _column(self, role: str) -> int:
        """Where the field would stand: its column, or the one behind the last for a note."""
        if role in self.columns.roles:
            return self.columns.first_column(role)
        return self.columns.right + (role == "note")

    def _note(self, aligned: AlignedRow) -> Cell | None:
        """The note column, or a text to the right of the columns under a blank header."""
        if "note" in aligned.cells or "note" in self.columns.roles:
            return aligned.cells.get("note")
        last = self.columns.right + aligned.shift
        found = [c for c in aligned.outside if c.column > last]
        if not found:
            return None
        return found[0]._replace(text="\n".join(c.text for c in found))

    def _fit(self, role: str, text: str, name: str) -> int:
        number = parse_number(text)
        nothing = number is None and (is_dash(text) or text in self.lexicon.null_figures)
        if role == OUTSIDE:
            return -6 if number is not None else -2 if nothing else 0
        if role == "note":
            return -2 if number is not None and number.value else 1
        if nothing:
            return 0 if role in _AMOUNTS else 1
        if number is None:
            return -4
        if role == "rate":
            return 4 if number.percent else 1
        if number.percent:
            return -4
        return 2 if role in _AMOUNTS else 1


def _quotient(budget: Value, executed: Value) -> Decimal | None:
    if not budget.number or executed.number is None:
        return None
    return executed.number / budget.number


def _missing(role: str) -> int:
    return -1 if role in ("budget", "executed") else 0
