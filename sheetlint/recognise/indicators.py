"""The indicator table: rows by level, with the damage of page breaks and slipped columns undone."""

from __future__ import annotations

from typing import NamedTuple

from sheetlint.model import Indicator, LevelPoints, LooseLevel, Text, Value
from sheetlint.numbers.measure import SUSPECT, parse_measure
from sheetlint.numbers.parse import is_dash, parse_number
from sheetlint.recognise.account import Account, cell_value, place
from sheetlint.recognise.align import OUTSIDE, align, columns_of
from sheetlint.recognise.labels import EXTRA, INDICATOR, indicator_label
from sheetlint.recognise.lexicon import Lexicon, folded
from sheetlint.recognise.lines import Line
from sheetlint.recognise.mending import GLUED, Mender, OpenRow
from sheetlint.recognise.printedpoints import level_points
from sheetlint.recognise.values import figure, words, words_of
from sheetlint.tables import Cell, Row

_HEADER_ROLES = 4


class Table(NamedTuple):
    """What the indicator block holds."""

    rows: tuple[Indicator, ...]
    loose: tuple[LooseLevel, ...]
    columns: tuple[str, ...]
    points: tuple[LevelPoints, ...]


def is_header(line: Line, lexicon: Lexicon) -> bool:
    """The line names the columns of the indicator table."""
    roles = {lexicon.columns[name] for name in line.keys if name in lexicon.columns}
    return len(roles) >= _HEADER_ROLES and bool(roles & {"target", "actual"})


class Reader:
    """Reads the block line by line."""

    def __init__(self, header: Line, lexicon: Lexicon, account: Account) -> None:
        self.lexicon = lexicon
        self.account = account
        self.columns = columns_of(header, lexicon.columns)
        self.rows: list[OpenRow] = []
        self.mender = Mender(lexicon, account)
        self._level1: tuple[str, Row, Cell] | None = None
        self._level2: tuple[str, Row, Cell] | None = None
        self._swallowed(header)

    def _swallowed(self, header: Line) -> None:
        """A page break can leave a first-level label where the block's own label was."""
        left = self.columns.column("level1")
        for cell, name in zip(header.cells, header.keys, strict=True):
            if cell.column < left and name in self.lexicon.first:
                self._level1 = words_of(name), header.row, cell
                self.account.repaired(
                    Text(
                        f"表头行里混入了一级指标“{name}”，已作为其下各行的一级指标",
                        f"the header row holds the first-level label {name}; "
                        "taken for the rows below it",
                    ),
                    cell_value(header.row, cell, ("绩效指标", name)),
                )

    def header_again(self, line: Line) -> None:
        """A second header line: the lower half of a split header, or the header of a new page."""
        below = columns_of(line, self.lexicon.columns)
        if not self.rows and not set(below.names) >= {"actual", "score"}:
            kept = {c: r for c, r in self.columns.roles.items() if r not in below.names}
            below = below._replace(roles={**kept, **below.roles})
        self.columns = below

    def take(self, line: Line) -> None:
        """One line of the table's body."""
        slip = self.rows[-1].shift if self.rows else 0
        aligned = align(line, self.columns, self._fit, _missing, slip)
        row = OpenRow(line, aligned)
        self.mender.drop_block_label(row)
        if not row.texts:
            return
        if self.mender.take_residue(row):
            self._take_levels(row, line)
            return
        if self.rows and self.mender.continues(row, line, self.rows[-1]):
            return
        self.mender.join_target(row)
        self.mender.split_glued(row)
        self.mender.place_name(row, self.columns)
        self.mender.weight_in_label(row, self.columns)
        self._take_levels(row, line)
        if set(row.texts) <= {"level1", "level2"}:
            return
        if not aligned.sure:
            self._doubt(row, line)
        elif aligned.shift:
            self.account.shifted(aligned.shift, cell_value(line.row, line.cells[0], ("绩效指标",)))
        self.rows.append(row)

    # ── the parts of a line ─────────────────────────────────────────────────────────────────────

    def _fit(self, role: str, text: str, name: str) -> int:
        if role in ("weight", "score"):
            return _fit_figure(role, text)
        if role == OUTSIDE:
            return 0 if name in self.lexicon.indicator_block else -6
        if role in ("target", "actual", "adjusted"):
            return 2 if parse_measure(text).numeric else 0
        if role in ("sign", "measure"):
            return -4 if parse_number(text) else 0
        if role in EXTRA:
            return 1 if parse_number(text) or is_dash(text) else -2
        if role == "note":
            return -4 if parse_number(text) else 1
        known_first, known_second = name in self.lexicon.first, self.lexicon.is_second(name)
        if parse_measure(text).numeric and not (known_first or known_second):
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
            return 3 if known_second else -2 if known_first else 0
        return -1 if known_first else 1

    def _take_levels(self, row: OpenRow, line: Line) -> None:
        """The row's own labels, those merged down over it, else those of the rows before."""
        column1 = self.columns.column("level1") + row.shift
        column2 = self.columns.column("level2") + row.shift
        over1 = next((c for c in line.above if _covers(c, column1)), None)
        over2 = next((c for c in line.above if _covers(c, column2)), None)
        own1 = row.texts.get("level1") or (over1.text if over1 else "")
        if own1 and not (self._level1 and self._level1[0] == _level(own1)):
            self._level1 = _level(own1), line.row, row.cells.get("level1") or over1 or line.cells[0]
            self._level2 = None
        own2 = row.texts.get("level2") or (over2.text if over2 else "")
        if own2:
            self._level2 = (
                words_of(own2),
                line.row,
                row.cells.get("level2") or over2 or line.cells[0],
            )
        row.levels = (
            self._level1[0] if self._level1 else "",
            self._level2[0] if self._level2 else "",
        )
        row.level_places = (
            self._level1[1:] if self._level1 else None,
            self._level2[1:] if self._level2 else None,
        )

    def _doubt(self, row: OpenRow, line: Line) -> None:
        row.doubt = Text(
            "这一行的各格与表头对不齐，有不止一种读法",
            "the cells of this row fit the header in more than one way",
        )
        self.account.doubted(row.doubt, cell_value(line.row, line.cells[0], ("绩效指标",)))

    # ── the whole ───────────────────────────────────────────────────────────────────────────────

    def close(self) -> Table:
        rows = [self._indicator(i, row) for i, row in enumerate(self.rows)]
        loose = []
        for i, row in enumerate(self.rows[:-1]):
            after = self.rows[i + 1]
            own = {"level1", "level2"} & set(row.texts)
            if row.split and not own and {"level1", "level2"} <= set(after.texts):
                loose.append(
                    LooseLevel(
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
        return Table(tuple(rows), tuple(loose), ordered, level_points(self.rows, self.lexicon))

    def _indicator(self, index: int, row: OpenRow) -> Indicator:
        level1, level2 = row.levels
        level3 = words_of(row.texts.get("level3", ""))
        values: dict[str, Value] = {}
        for role in INDICATOR:
            cell = row.cells.get(role)
            column = cell.column if cell else self.columns.column(role) + row.shift
            where = place(row.row, column, indicator_label(level1, level2, level3, role))
            path = f"indicators.{index}.{role}"
            text = row.texts.get(role, "")
            computed = cell.computed if cell else True
            if role in ("weight", "score"):
                stored = cell.stored if cell and text == cell.text else None
                value = figure(path, text, where, stored, computed, self.lexicon.null_figures)
            else:
                value = words(path, text, where, computed)
            if role in ("target", "actual") and parse_measure(value.text).kind == SUSPECT:
                self.account.doubted(
                    Text(
                        f"“{value.raw}”像是识别错了的“≥{value.raw[1:]}”，这一行不核对得分",
                        f"{value.raw!r} looks like a misread '≥{value.raw[1:]}'; "
                        "the row's score is not checked",
                    ),
                    value,
                )
            values[role] = self.account.took(value)
        for role, level, found in zip(
            ("level1", "level2"), row.levels, row.level_places, strict=True
        ):
            if found is not None:
                label = values[role].where.label
                values[role] = Value(
                    values[role].path,
                    " ".join(found[1].text.split()),
                    "present",
                    level,
                    where=place(found[0], found[1].column, label),
                )
        extra = tuple(
            (
                role,
                words(
                    f"indicators.{index}.{role}",
                    cell.text,
                    place(row.row, cell.column, indicator_label(level1, level2, level3, role)),
                ),
            )
            for role, cell in row.cells.items()
            if role in EXTRA
        )
        return Indicator(doubt=row.doubt, extra=extra, **values)


def _covers(cell: Cell, column: int) -> bool:
    return cell.column <= column < cell.column + cell.columns


def _level(text: str) -> str:
    """A first-level name without points or blanks: ``产出指标（50分）`` → ``产出指标``."""
    return folded("".join(text.split()).translate({0xFF08: "(", 0xFF09: ")"}))


def _fit_figure(role: str, text: str) -> int:
    if parse_number(text) is not None:
        return -4 if "%" in text or "％" in text else 3
    if is_dash(text):
        return 0
    return 2 if role == "score" and GLUED.fullmatch(text.strip()) else -5


def _missing(role: str) -> int:
    return {"level3": -2, "weight": -1, "score": -3}.get(role, 0)
