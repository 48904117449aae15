"""The indicator table: its lines aligned with the header, repaired, and given their levels."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.recognise import row_fit
from sheetlint.recognise.align import OUTSIDE, align
from sheetlint.recognise.columns import Columns, merge_headers, read_columns
from sheetlint.recognise.heading_evidence import JUDGED_ROLES, LEVEL_ROLES, place_by_evidence
from sheetlint.recognise.indicator_row import IndicatorRow, spans_column
from sheetlint.recognise.indicator_values import POINTS, read_indicator
from sheetlint.recognise.labels import EXTRA_COLUMNS, INDICATOR_COLUMNS
from sheetlint.recognise.level_cells import LevelReader
from sheetlint.recognise.level_points import read_level_points
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import ReadingLog, cell_value
from sheetlint.recognise.row_repair import LEVELS, RowRepairer
from sheetlint.recognise.subtotals import SubtotalLine, read_subtotals, subtotal_label
from sheetlint.sheet.numbers.parse import is_dash, parse_number
from sheetlint.sheet.sheet import Indicator, LevelPoints, UnplacedRow
from sheetlint.sheet.tables import Cell
from sheetlint.sheet.value import Value

_FEWEST_ROLES = 4
_LEVELS_ONLY = frozenset({"level1", "level2"})
_MEASURE_ROLES = frozenset({"target", "actual", "adjusted"})
_TEXT_ROLES = frozenset({"sign", "direction", "measure"})


class IndicatorTable(NamedTuple):
    """The content of the indicator table."""

    rows: tuple[Indicator, ...]
    unplaced_rows: tuple[UnplacedRow, ...]
    columns: tuple[str, ...]
    level_points: tuple[LevelPoints, ...]
    misplaced_names: tuple[tuple[int, Value], ...]
    levels_sure: bool


def is_indicator_header(line: Line, lexicon: Lexicon) -> bool:
    """Whether the line names the columns of the indicator table, and heads no list of projects."""
    roles = lexicon.indicator_columns.roles(line.keys)
    if len(roles) < _FEWEST_ROLES or roles.isdisjoint(("target", "actual")):
        return False
    if roles.isdisjoint(LEVEL_ROLES) and not any(map(_names_figures(lexicon), line.keys)):
        # 全年下达数 reads like a target, but the header of the funds names no indicator.
        return False
    return not lexicon.is_list_header(line.keys)


def _with_only_score(columns: Columns) -> Columns:
    """The columns with the review score as the score, where it is the only one and was judged so."""
    if not any("review" in headings.judged for headings in columns.headings):
        return columns
    roles = {c: "score" if r == "review" else r for c, r in columns.role_by_column.items()}
    return Columns(roles, columns.field_count, *columns.headings)


def _names_figures(lexicon: Lexicon) -> Callable[[str], bool]:
    """Whether a key is a listed heading of targets or actual values."""
    return lambda name: lexicon.indicator_columns.listed.get(name) in ("target", "actual")


class IndicatorReader:
    """Reads the lines of the table into rows."""

    def __init__(self, header: Line, lexicon: Lexicon, log: ReadingLog) -> None:
        self.lexicon = lexicon
        self.log = log
        self.columns = read_columns(header, lexicon.indicator_columns)
        self._placed: dict[str, Cell] = {}
        self._subtotals: list[SubtotalLine] = []
        self.rows: list[IndicatorRow] = []
        self.repairer = RowRepairer(lexicon, log)
        self.levels = LevelReader(lexicon, log)
        self.levels.read_header_row(header, self.columns.first_column("level1"))

    def place_unknown(self, body: Sequence[Line], total: Line | None) -> None:
        """Give roles to headings that the words do not decide, by the lines below the header."""
        if "score" not in self.columns.roles:
            self.columns = _with_only_score(self.columns)
        unknown = [cell for _, cell in self.columns.unknown]
        if (
            unknown
            and not self._placed
            and not {*JUDGED_ROLES, *LEVEL_ROLES} <= set(self.columns.roles)
        ):
            self._placed = place_by_evidence(self.columns, unknown, body, total, self.lexicon)
            self.columns = self.columns.with_placed(self._placed)

    def read_further_header(self, line: Line) -> None:
        """Use a second header line: the lower half of a split header, or the header of a new page."""
        below = read_columns(line, self.lexicon.indicator_columns)
        if not self.rows and not set(below.roles) >= {"actual", "score"}:
            below = merge_headers(self.columns, below)
        self.columns = below

    def read_line(self, line: Line) -> None:
        """Read one line below the header."""
        label = subtotal_label(line, self.columns, self.lexicon)
        if label is not None:
            begin = self._subtotals[-1].rows.stop if self._subtotals else 0
            self._subtotals.append(SubtotalLine(line, label, range(begin, len(self.rows))))
            return
        shift_above = self.rows[-1].shift or None if self.rows else None
        aligned = align(
            line,
            self.columns,
            self._fit,
            row_fit.missing_field_penalty,
            shift_above,
            row_fit.row_fit,
        )
        row = IndicatorRow(line, aligned)
        self.repairer.drop_block_label(row)
        if not row.texts:
            return
        if self.repairer.record_residue(row):
            self.levels.read_row(row, line, self.columns, len(self.rows))
            return
        if self.rows and self.repairer.join_continuation(row, line, self.rows[-1]):
            return
        if line.merged_above:
            row.add_merged_cells(line.merged_above, self.columns)
        self.repairer.join_target(row)
        self.repairer.split_score_and_note(row)
        self.repairer.place_name(row, self.columns)
        self.repairer.carry_name(row, self.rows)
        if aligned.shift < 0 and "level2" in row.texts and "level1" not in row.texts:
            # 时效指标 in the first-level column of a row that is shifted to the left.
            row.misplaced_name = row.cell_at("level2")
        self.repairer.read_weight_in_name(row, self.columns)
        self.levels.read_row(row, line, self.columns, len(self.rows))
        if row.texts.keys() <= _LEVELS_ONLY:
            return
        if not aligned.certain:
            self._doubt(row, line)
        elif "score" not in row.texts and "weight" in row.texts and self._shares_score(row, line):
            self._doubt_shared_score(row, self.rows[-1])
        elif aligned.shift:
            self.log.add_shifted_row(
                aligned.shift, cell_value(line.row, line.cells[0], ("绩效指标",))
            )
        self.rows.append(row)

    def holds_result(self, line: Line) -> bool:
        """Whether a row whose first cell is no listed label of the total has a cell in the columns of
        targets and actual values: it is an indicator, whatever its name."""
        if line.field_count or line.keys[0] in self.lexicon.totals.listed:
            return False
        roles = {self.columns.role_by_column.get(cell.column) for cell in line.cells[1:]}
        return not roles.isdisjoint(("target", "actual"))

    def is_lower_header(self, line: Line) -> bool:
        """Whether the line, before any row, holds column names only: the lower half of a header.

        Names that are not known may be among them, right of the levels and without a figure.
        """
        if self.rows or len(line.keys) < 2:
            return False
        known = list(filter(self.lexicon.indicator_columns.is_understood, line.keys))
        if len(known) == len(line.keys):
            return True
        right = self.columns.last_columns.get("level3", 0)
        return bool(known) and all(
            cell.column > right and not any(map(str.isdigit, key))
            for cell, key in zip(line.cells, line.keys, strict=True)
        )

    # ── the parts of a line ─────────────────────────────────────────────────────────────────────

    def _fit(self, role: str, text: str, name: str) -> int:
        if role in LEVELS:
            return self._fit_level(role, text, name)
        if role in POINTS:
            return 0 if text in self.lexicon.null_figures else row_fit.figure_fit(role, text)
        if role == OUTSIDE:
            return 0 if self.lexicon.is_indicator_block(name) else -6
        if role in _MEASURE_ROLES:
            return 2 if row_fit.is_measure(text) else 0
        if role in _TEXT_ROLES:
            return -4 if parse_number(text) else 0
        if role in EXTRA_COLUMNS:
            return 1 if parse_number(text) or is_dash(text) else -2
        number = parse_number(text)
        # A note of 0 means that there is nothing to explain.
        return -4 if number is not None and number.value else 1

    def _fit_level(self, role: str, text: str, name: str) -> int:
        known_first, known_second = (
            self.lexicon.is_first_level(name),
            self.lexicon.is_second_level(name),
        )
        if not (known_first or known_second) and row_fit.is_measure(text):
            return -6
        if role == "level1":
            return (
                4
                if known_first or self.repairer.level_after_block_label(text)
                else -1
                if known_second
                else 0
            )
        if role == "level2":
            # Second levels that are not listed are rare: rather the name of an indicator in a shifted row.
            return 3 if known_second else -2
        return -1 if known_first else 1

    def _doubt(self, row: IndicatorRow, line: Line) -> None:
        row.doubt = Text(
            "这一行的各格与表头对不齐，有不止一种读法",
            "the cells of this row fit the header in more than one way",
        )
        self.log.add_doubt(row.doubt, cell_value(line.row, line.cells[0], ("绩效指标",)))

    def _shares_score(self, row: IndicatorRow, line: Line) -> bool:
        """Whether the score cell of the row above spans this row, which has a weight of its own."""
        if not self.rows or "score" not in self.columns.roles:
            return False
        column = self.columns.first_column("score") + row.shift
        return any(spans_column(above.cell, column) for above in line.merged_above)

    def _doubt_shared_score(self, row: IndicatorRow, above: IndicatorRow) -> None:
        for one in (above, row):
            if one.doubt is None:
                one.doubt = Text(
                    "几行指标合用一格得分，各得多少看不出",
                    "several indicators share one score; what each has cannot be told",
                )
                at = cell_value(one.row, next(iter(one.cells.values())), ("绩效指标",))
                self.log.add_doubt(one.doubt, at)

    # ── the whole ───────────────────────────────────────────────────────────────────────────────

    def _note_headings(self) -> None:
        """What was understood by words or evidence and what was not."""
        self.log.heading_names += self.columns.heading_names(
            self.lexicon.indicator_columns,
            {**INDICATOR_COLUMNS, **EXTRA_COLUMNS},
            self.lexicon.indicator_block_labels,
        )
        for headings in self.columns.headings:
            for role, cell in {**headings.judged, **self._placed}.items():
                if cell in headings.line.cells:
                    label = INDICATOR_COLUMNS.get(role) or EXTRA_COLUMNS[role]
                    self.log.add_judged(cell_value(headings.line.row, cell, ("绩效指标", label)))
        missing = [role for role in JUDGED_ROLES if role not in self.columns.roles]
        unknown = [
            cell_value(line.row, cell, ("绩效指标",))
            for line, cell in self.columns.unknown
            if cell.column > self.columns.left
        ]
        if missing and unknown:
            self.log.add_unknown(
                unknown, {f"columns.{role}": INDICATOR_COLUMNS[role] for role in missing}
            )

    def finish(self, before: Sequence[IndicatorRow]) -> IndicatorTable:
        """The table with all rows, those of the management block ``before`` it first."""
        sure = self.levels.finish(self.rows)
        every = [*before, *self.rows]
        rows = [
            read_indicator(i, row, self.columns, self.lexicon, self.log)
            for i, row in enumerate(every)
        ]
        loose = []
        for i, row in enumerate(every[:-1]):
            after = every[i + 1]
            own = {"level1", "level2"} & set(row.texts)
            if row.cut_by_page_break and not own and {"level1", "level2"} <= set(after.texts):
                loose.append(
                    UnplacedRow(
                        i,
                        (rows[i].level1, rows[i].level2),
                        (rows[i + 1].level1, rows[i + 1].level2),
                    )
                )
        self._note_headings()
        names = set(self.columns.roles)
        names |= {"note"} if self.repairer.notes_in_score_cells else set()
        names |= {"weight"} if self.repairer.weights_in_names else set()
        scored = next((row for row in reversed(self.rows) if "score" in row.cells), None)
        if (
            self.repairer.notes_in_score_cells
            and "note" not in self.columns.roles
            and scored is not None
        ):
            self.log.add_repair(
                Text(
                    "表头缺“偏差原因分析及改进措施”一列，说明写在得分格里，已按该列读取",
                    "the header lacks the deviation-note column; notes were found in score cells",
                ),
                cell_value(scored.row, scored.cells["score"], ("绩效指标",)),
            )
        ordered = tuple(name for name in INDICATOR_COLUMNS if name in names)
        points = read_level_points(every, self.lexicon)
        shifted = [
            x._replace(rows=range(x.rows.start + len(before), x.rows.stop + len(before)))
            for x in self._subtotals
        ]
        points += tuple(read_subtotals(shifted, every, self.columns, self.lexicon))
        misplaced = tuple((i, r.misplaced_name) for i, r in enumerate(every) if r.misplaced_name)
        return IndicatorTable(tuple(rows), tuple(loose), ordered, points, misplaced, sure)
