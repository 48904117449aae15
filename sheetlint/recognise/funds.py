"""The funds block (项目资金): amounts, weight, execution rate and score of each row."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.recognise.align import AlignedRow, align
from sheetlint.recognise.columns import merge_headers, read_columns
from sheetlint.recognise.fund_evidence import as_budget, place_by_figures
from sheetlint.recognise.fund_fit import fund_cell_fit, fund_fit, missing_fund_penalty
from sheetlint.recognise.fund_header import AMOUNTS, doubt_unknown_header
from sheetlint.recognise.fund_total import as_total, confirm_sources, find_total
from sheetlint.recognise.labels import FUND_COLUMNS, FUND_TOTAL_ROW, fund_label
from sheetlint.recognise.lexicon import Lexicon, label_key
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import ReadingLog, cell_value, locate
from sheetlint.recognise.values import clean_name, figure_value, is_figure, prose_value, rate_value
from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.sheet import FundRow
from sheetlint.sheet.tables import Cell, Row
from sheetlint.sheet.value import PRESENT, Value

_SOURCES = ("fiscal", "carryover", "other")
_EARLIER = {"budget": "initial"}
_PRINTED = ("budget", "executed", "weight", "rate", "score")
"""Columns that every form of a project has."""


class FundsBlock(NamedTuple):
    """What the funds block holds."""

    rows: tuple[FundRow, ...]
    columns: tuple[str, ...]
    """Roles of the columns in their order."""
    sure: bool
    """False where a row, or the whole block, could not be read with certainty."""


def read_funds_block(
    lines: Sequence[Line], head: Sequence[Line], lexicon: Lexicon, log: ReadingLog
) -> FundsBlock:
    """The block whose header is the first of ``lines``.

    The lines of a block whose header is not recognised are part of ``head``.
    """
    if not lines:
        return FundsBlock((), (), sure=not doubt_unknown_header(head, lexicon, log))
    reader = FundsReader(lines[0], lexicon, log)
    for at, line in enumerate(lines[1:], 1):
        if not reader.rows:
            reader.place_unknown(lines[at:])
        reader.read_line(line)
    return reader.finish()


class FundsReader:
    """Reads the lines of the block into rows."""

    def __init__(self, header: Line, lexicon: Lexicon, log: ReadingLog) -> None:
        self.lexicon = lexicon
        self.log = log
        self.columns = read_columns(
            header, lexicon.fund_columns, lexicon.fund_block_labels, _EARLIER
        )
        rate_cell = next(
            (
                cell
                for cell, name in zip(header.cells, header.keys, strict=True)
                if lexicon.fund_columns.role(name) == "rate"
            ),
            None,
        )
        self._weight_in_header = self._find_weight(header)
        self._percent_header = rate_cell is not None and "%" in half_width(rate_cell.text)
        self.rows: list[FundRow] = []
        self._placed: dict[str, Cell] = {}
        self._shifts: dict[int | None, int] = {}
        """Shift of the rows off the header, by the column of their names."""
        self.sure = True
        """False where a row had to be left out."""
        self._side_by_side = self._is_side_by_side(header)

    def place_unknown(self, lines: Sequence[Line]) -> None:
        """Give roles to headings that the words do not decide, by the figures below the header."""
        unknown = [cell for line, cell in self.columns.unknown if cell is not line.cells[0]]
        unknown += [cell for heading in self.columns.headings for cell in heading.beside]
        if unknown and not self._placed and not set(_PRINTED) <= set(self.columns.roles):
            self._placed = place_by_figures(self.columns, unknown, lines)
            self.columns = self.columns.with_placed(self._placed)
        if "budget" not in self.columns.roles and "initial" in self.columns.roles:
            self.columns = as_budget(self.columns, lines)

    def read_line(self, line: Line) -> None:
        """Read one line of the block.  A line without figures that names no row of it is ignored."""
        if self._side_by_side:
            return
        if self._is_lower_header(line):
            self.columns = merge_headers(
                self.columns,
                read_columns(line, self.lexicon.fund_columns, self.lexicon.fund_block_labels),
            )
            return
        block = self.lexicon.fund_block_labels
        cells_with_keys = [
            pair for pair in zip(line.cells, line.keys, strict=True) if pair[1] not in block
        ]
        texts = [pair for pair in cells_with_keys if not is_figure(pair[0])]
        label_cell = self._find_label(texts)
        label = self._row_name(label_cell)
        source = self._source_of(label_key(label))
        if len(texts) == len(cells_with_keys) and source is None:
            return
        rest = [pair for pair in cells_with_keys if pair[0] is not label_cell]
        cells = tuple([cell for cell, _ in rest])
        figures = line._replace(cells=cells, keys=tuple([name for _, name in rest]))
        label_column = label_cell.column if label_cell else None
        aligned = align(
            figures,
            self.columns,
            self._fit,
            missing_fund_penalty,
            self._shifts.get(label_column),
            fund_fit,
        )
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
        self._shifts.setdefault(label_column, aligned.shift)
        if aligned.shift and cells:
            self.log.add_shifted_row(
                aligned.shift, cell_value(line.row, line.cells[0], ("项目资金", label))
            )
        self.rows.append(self._row(line, label, source, aligned))

    def finish(self) -> FundsBlock:
        """The block with its total row, also where that is known by its amounts only."""
        if self.rows and not any(row.source == "total" for row in self.rows):
            unknown = [
                at
                for at, row in enumerate(self.rows)
                if self._source_of(label_key(row.label)) is None
            ]
            at = find_total(self.rows, unknown)
            if at is not None:
                named = bool(self.rows[at].label)
                self.rows[at] = as_total(self.rows[at])
                if named:
                    self.log.add_judged(self._total_label(self.rows[at]))
            elif unknown:
                names = {"funds.total": FUND_TOTAL_ROW}
                self.log.add_unknown([self._total_label(self.rows[at]) for at in unknown], names)
        judged = [
            at
            for at, row in enumerate(self.rows)
            if row.source in _SOURCES
            and self.lexicon.fund_rows.is_judged(self._source_key(label_key(row.label)))
        ]
        self.rows = confirm_sources(self.rows, judged)
        if not self._side_by_side:
            self._note_headings()
        return FundsBlock(tuple(self.rows), self.columns.roles, self.sure)

    def _total_label(self, row: FundRow) -> Value:
        where = row.budget.where._replace(label=("项目资金", FUND_TOTAL_ROW), column=None)
        return Value("reading", row.label, PRESENT, row.label, where=where)

    def _note_headings(self) -> None:
        """What was understood by words and what was not."""
        self.log.heading_names += self.columns.heading_names(
            self.lexicon.fund_columns, FUND_COLUMNS, self.lexicon.fund_block_labels
        )
        for headings in self.columns.headings:
            for role, cell in {**headings.judged, **self._placed}.items():
                if cell in headings.line.cells:
                    label = ("项目资金", FUND_COLUMNS[role])
                    self.log.add_judged(cell_value(headings.line.row, cell, label))
        missing = [role for role in _PRINTED if role not in self.columns.roles]
        unknown = [
            cell_value(line.row, cell, ("项目资金",))
            for line, cell in self.columns.unknown
            if cell is not line.cells[0]
        ]
        if missing and unknown:
            fields = {f"funds.total.{role}": FUND_COLUMNS[role] for role in missing}
            self.log.add_unknown(unknown, fields)

    def _is_side_by_side(self, header: Line) -> bool:
        """Whether two tables stand side by side (income and expense); which one is scored is unknown."""
        named = Counter(self.lexicon.fund_columns.role(name) for name in header.keys)
        if sum(named[role] > 1 for role in AMOUNTS) < 2:
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
        """Whether the line, before any row, holds column names only: the lower half of a header."""
        if self.rows:
            return False
        named = [name for name in line.keys if name not in self.lexicon.fund_block_labels]
        return len(named) > 1 and all(self.lexicon.fund_columns.role(name) for name in named)

    def _find_weight(self, header: Line) -> tuple[Row, Cell, str] | None:
        """The weight that forms without a column of weights print in a label: ``预算执行情况（20分）``."""
        if "weight" in self.columns.roles:
            return None
        for cell in header.cells:
            found = self.lexicon.points.search(cell.text)
            if found:
                return header.row, cell, found[1]
        return None

    def _find_label(self, texts: Sequence[tuple[Cell, str]]) -> Cell | None:
        """The cell of the row's name: a known one, or the first text left of the amounts."""
        for cell, name in texts:
            if self._source_of(name) is not None:
                return cell
        return next((cell for cell, _ in texts if cell.column < self.columns.left), None)

    def _source_of(self, name: str) -> str | None:
        return self.lexicon.fund_rows.role(self._source_key(name))

    def _source_key(self, name: str) -> str:
        return name.removeprefix(self.lexicon.part_prefix).lstrip(":")

    def _row_name(self, cell: Cell | None) -> str:
        if cell is None:
            return ""
        text = clean_name(cell.text).rstrip(":：")
        unit = self.lexicon.money.match(half_width(text))
        return text[unit.end() :] if unit else text

    def _row(self, line: Line, label: str, source: str, aligned: AlignedRow) -> FundRow:
        stem = "funds.total." if source == "total" else f"funds.{len(self.rows)}."
        values: dict[str, Value] = {}
        for role in FUND_COLUMNS:
            cell = self._note_cell(aligned) if role == "note" else aligned.cells.get(role)
            name = stem + role
            if cell is None:
                column, text, stored, computed = (
                    self._column_of(role) + aligned.shift,
                    "",
                    None,
                    True,
                )
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
                    _execution_rate(values["budget"], values["executed"]),
                    self.lexicon.null_figures,
                )
            else:
                value = figure_value(name, text, where, stored, computed, self.lexicon.null_figures)
            values[role] = self.log.record_formula(value)
        if source == "total" and self._weight_in_header is not None:
            row, cell, points = self._weight_in_header
            where = locate(row, cell.column, fund_label(label, "weight"))
            values["weight"] = figure_value(values["weight"].path, points, where)
        return FundRow(source, label, **values)

    def _column_of(self, role: str) -> int:
        """Grid column of a field without a cell: its own, or the one behind the last for a note."""
        if role in self.columns.roles:
            return self.columns.first_column(role)
        return self.columns.right + (role == "note")

    def _note_cell(self, aligned: AlignedRow) -> Cell | None:
        """The cell in the column of notes, or the texts under blank headings at the right."""
        if "note" in aligned.cells or "note" in self.columns.roles:
            return aligned.cells.get("note")
        last = self.columns.right + aligned.shift
        headed = self.columns.other_columns
        found = [
            c for c in aligned.outside if c.column > last and c.column - aligned.shift not in headed
        ]
        if not found:
            return None
        return found[0]._replace(text="\n".join(c.text for c in found))

    def _fit(self, role: str, text: str, name: str) -> int:
        return fund_cell_fit(role, text, text in self.lexicon.null_figures)


def _execution_rate(budget: Value, executed: Value) -> Decimal | None:
    if not budget.number or executed.number is None:
        return None
    return executed.number / budget.number
