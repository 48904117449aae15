"""The indicator table: rows by level, with the damage of page breaks and slipped columns undone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.recognise import row_fit
from sheetlint.recognise.align import OUTSIDE, align, columns_of, merged
from sheetlint.recognise.indicator_values import POINTS, indicator
from sheetlint.recognise.labels import EXTRA, INDICATOR
from sheetlint.recognise.level_cells import LevelCells
from sheetlint.recognise.level_points import level_points
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.lines import Line
from sheetlint.recognise.open_row import OpenRow
from sheetlint.recognise.remarks_log import Account, cell_value
from sheetlint.recognise.row_repair import LEVELS, Mender
from sheetlint.sheet.numbers.parse import is_dash, parse_number
from sheetlint.sheet.sheet import Indicator, LevelPoints, UnplacedRow
from sheetlint.sheet.value import Value

_HEADER_ROLES = 4
_UPPER = frozenset({"level1", "level2"})
_MEASURED = frozenset({"target", "actual", "adjusted"})
_IN_WORDS = frozenset({"sign", "direction", "measure"})


class Table(NamedTuple):
    """What the indicator block holds."""

    rows: tuple[Indicator, ...]
    loose: tuple[UnplacedRow, ...]
    columns: tuple[str, ...]
    points: tuple[LevelPoints, ...]
    misplaced: tuple[tuple[int, Value], ...]
    levels_sure: bool


def is_header(line: Line, lexicon: Lexicon) -> bool:
    """The line names the columns of the indicator table."""
    if lexicon.columns.keys().isdisjoint(line.keys):
        return False
    roles = {lexicon.columns[name] for name in line.keys if name in lexicon.columns}
    if len(roles) < _HEADER_ROLES or roles.isdisjoint(("target", "actual")):
        return False
    return not lexicon.lists(line.keys)


class Reader:
    """Reads the block line by line."""

    def __init__(self, header: Line, lexicon: Lexicon, account: Account) -> None:
        self.lexicon = lexicon
        self.account = account
        self.columns = columns_of(header, lexicon.columns)
        self.rows: list[OpenRow] = []
        self.mender = Mender(lexicon, account)
        self.levels = LevelCells(lexicon, account)
        self.levels.swallowed(header, self.columns.column("level1"))

    def header_again(self, line: Line) -> None:
        """A second header line: the lower half of a split header, or the header of a new page."""
        below = columns_of(line, self.lexicon.columns)
        if not self.rows and not set(below.names) >= {"actual", "score"}:
            below = merged(self.columns, below)
        self.columns = below

    def take(self, line: Line) -> None:
        """One line of the table's body."""
        slip = self.rows[-1].shift or None if self.rows else None
        aligned = align(line, self.columns, self._fit, row_fit.missing, slip, row_fit.together)
        row = OpenRow(line, aligned)
        self.mender.drop_block_label(row)
        if not row.texts:
            return
        if self.mender.take_residue(row):
            self.levels.take(row, line, self.columns, len(self.rows))
            return
        if self.rows and self.mender.continues(row, line, self.rows[-1]):
            return
        if line.above:
            row.share(line.above, self.columns)
        self.mender.join_target(row)
        self.mender.split_glued(row)
        self.mender.place_name(row, self.columns)
        self.mender.carry_name(row, self.rows)
        if aligned.shift < 0 and "level2" in row.texts and "level1" not in row.texts:
            # 时效指标 in the first-level column of a row that slipped to the left.
            row.misplaced = row.at("level2")
        self.mender.weight_in_label(row, self.columns)
        self.levels.take(row, line, self.columns, len(self.rows))
        if row.texts.keys() <= _UPPER:
            return
        if not aligned.sure:
            self._doubt(row, line)
        elif aligned.shift:
            self.account.shifted(aligned.shift, cell_value(line.row, line.cells[0], ("绩效指标",)))
        self.rows.append(row)

    def is_lower_header(self, line: Line) -> bool:
        """The line names columns and nothing else, before any row: a header of two rows."""
        return (
            not self.rows
            and len(line.keys) > 1
            and all(name in self.lexicon.columns for name in line.keys)
        )

    # ── the parts of a line ─────────────────────────────────────────────────────────────────────

    def _fit(self, role: str, text: str, name: str) -> int:
        if role in LEVELS:
            return self._fit_level(role, text, name)
        if role in POINTS:
            return 0 if text in self.lexicon.null_figures else row_fit.figure(role, text)
        if role == OUTSIDE:
            return 0 if self.lexicon.is_block(name) else -6
        if role in _MEASURED:
            return 2 if row_fit.value(text) else 0
        if role in _IN_WORDS:
            return -4 if parse_number(text) else 0
        if role in EXTRA:
            return 1 if parse_number(text) or is_dash(text) else -2
        number = parse_number(text)
        # A zero in the note says that there is nothing to explain.
        return -4 if number is not None and number.value else 1

    def _fit_level(self, role: str, text: str, name: str) -> int:
        known_first, known_second = name in self.lexicon.first, self.lexicon.is_second(name)
        if not (known_first or known_second) and row_fit.value(text):
            return -6
        if role == "level1":
            return (
                4
                if known_first or self.mender.after_block_label(text)
                else -1
                if known_second
                else 0
            )
        if role == "level2":
            # Names that are not listed are rare: rather the name of an indicator that has slipped.
            return 3 if known_second else -2
        return -1 if known_first else 1

    def _doubt(self, row: OpenRow, line: Line) -> None:
        row.doubt = Text(
            "这一行的各格与表头对不齐，有不止一种读法",
            "the cells of this row fit the header in more than one way",
        )
        self.account.doubted(row.doubt, cell_value(line.row, line.cells[0], ("绩效指标",)))

    # ── the whole ───────────────────────────────────────────────────────────────────────────────

    def close(self, before: Sequence[OpenRow]) -> Table:
        """All rows, with those of a block ``before`` the table that count like them."""
        sure = self.levels.close(self.rows)
        every = [*before, *self.rows]
        rows = [
            indicator(i, row, self.columns, self.lexicon, self.account)
            for i, row in enumerate(every)
        ]
        loose = []
        for i, row in enumerate(every[:-1]):
            after = every[i + 1]
            own = {"level1", "level2"} & set(row.texts)
            if row.split and not own and {"level1", "level2"} <= set(after.texts):
                loose.append(
                    UnplacedRow(
                        i,
                        (rows[i].level1, rows[i].level2),
                        (rows[i + 1].level1, rows[i + 1].level2),
                    )
                )
        names = set(self.columns.names)
        names |= {"note"} if self.mender.glued_notes else set()
        names |= {"weight"} if self.mender.label_weights else set()
        if self.mender.glued_notes and "note" not in self.columns.names and self.rows:
            self.account.repaired(
                Text(
                    "表头缺“偏差原因分析及改进措施”一列，说明写在得分格里，已按该列读取",
                    "the header lacks the deviation-note column; notes were found in score cells",
                ),
                cell_value(self.rows[-1].row, self.rows[-1].cells["score"], ("绩效指标",)),
            )
        ordered = tuple(name for name in INDICATOR if name in names)
        points = level_points(every, self.lexicon)
        misplaced = tuple((i, r.misplaced) for i, r in enumerate(every) if r.misplaced)
        return Table(tuple(rows), tuple(loose), ordered, points, misplaced, sure)
