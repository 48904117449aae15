"""Repairs of indicator rows that page breaks, copying or narrow columns have damaged.

Each method repairs one kind of damage in place and adds what it changed to the log.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sheetlint.messages.text import Text
from sheetlint.recognise.columns import Columns
from sheetlint.recognise.indicator_row import IndicatorRow
from sheetlint.recognise.lexicon import Lexicon, label_key
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import ReadingLog
from sheetlint.recognise.values import clean_name
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.measure import WORDS, parse_measure
from sheetlint.sheet.numbers.parse import is_dash, parse_number

SCORE_WITH_NOTE = LazyPattern(r"([+-]?\d+(?:\.\d+)?)\s*分?\s*(?=[^\d.%,\s])(.{4,})", re.DOTALL)
"""A score with a note behind it in one cell."""
LEVELS = ("level1", "level2", "level3")
_FIGURES = {"weight", "score"}
_FRAGMENT = 4
"""Longest text behind a blank worksheet row that counts as the rest of a name: worksheets have no
page breaks, but text that is pasted into one brings them along."""


class RowRepairer:
    """Repairs the rows of one table."""

    def __init__(self, lexicon: Lexicon, log: ReadingLog) -> None:
        self.lexicon = lexicon
        self.log = log
        self.notes_in_score_cells = False
        self.weights_in_names = False

    def level_after_block_label(self, text: str) -> str:
        """The first level behind the label of the block: ``绩效指标 效益指标`` → ``效益指标``."""
        parts = text.split()
        if len(parts) > 1 and self.lexicon.is_indicator_block(label_key(parts[0])):
            rest = label_key("".join(parts[1:]))
            return rest if self.lexicon.is_first_level(rest) else ""
        return ""

    def drop_block_label(self, row: IndicatorRow) -> None:
        """Remove the label of the block (绩效指标) from the columns of the levels."""
        for role in LEVELS:
            if role not in row.texts:
                continue
            text = row.texts[role]
            if role == "level1" and (rest := self.level_after_block_label(text)):
                row.texts[role] = rest
                self.log.add_repair(
                    Text(
                        f"一格里连着写了“{' '.join(text.split())}”，已取“{rest}”为一级指标",
                        f"one cell holds {' '.join(text.split())!r}; {rest} taken as first level",
                    ),
                    row.cell_at(role),
                )
            elif self.lexicon.is_indicator_block(label_key(text)):
                del row.texts[role], row.cells[role]

    def record_residue(self, row: IndicatorRow) -> bool:
        """Record placeholders of the blank form; True where the row holds nothing else but levels."""
        found = [role for role, text in row.texts.items() if self.lexicon.is_residue(text)]
        if not found:
            return False
        self.log.residues += [row.cell_at(role) for role in found]
        return set(row.texts) - set(found) <= {"level1", "level2"}

    def join_continuation(self, row: IndicatorRow, line: Line, last: IndicatorRow) -> bool:
        """Join the second half of a row that a page break cut (texts, no figure); True for such a row."""
        if not line.after_gap or _FIGURES & set(row.texts) or len(row.texts) > 2:
            return False
        if line.field_count == 0 and any(
            len(clean_name(t)) > _FRAGMENT for t in row.texts.values()
        ):
            return False
        if any(
            parse_measure(text).numeric or self.lexicon.is_first_level(label_key(text))
            for text in row.texts.values()
        ):
            return False
        targets = {role: "level3" if role in LEVELS else role for role in row.texts}
        if not set(targets.values()) <= set(last.texts):
            return False
        for role, target in targets.items():
            last.texts[target] = f"{last.texts[target]}\n{row.texts[role]}"
            self.log.add_repair(
                Text(
                    f"“{clean_name(last.texts[target])}”被分页断成两行，已接上",
                    f"{clean_name(last.texts[target])!r} was broken over a page; joined",
                ),
                last.cell_at(target),
            )
        last.cut_by_page_break = True
        return True

    def join_target(self, row: IndicatorRow) -> None:
        """Join ``≧``, ``8`` and ``场`` in columns of their own to the target ``≧8场``.

        The column 指标性质 may hold the kind of the indicator (定量) instead of an operator.
        """
        sign, unit = row.texts.pop("sign", ""), row.texts.pop("measure", "")
        # 正向 in one column and 大于等于 in the next: the latter is the operator.
        sign = row.texts.pop("direction", "") or sign
        adjusted = row.texts.pop("adjusted", "")
        if adjusted.strip() and not is_dash(adjusted):
            row.texts["target"], row.cells["target"] = adjusted, row.cells["adjusted"]
        text = row.texts.get("target", "")
        if not text:
            return
        figure = parse_number(text)
        # Some forms print the unit in its column and behind the target as well.
        bare = figure is not None and not figure.percent and not figure.unit
        joined = f"{text}{unit}" if unit and bare else text
        # Some forms print the operator in its column and before the target as well.
        signed = not sign or parse_measure(joined).operator
        if not signed and parse_measure(f"{sign}{joined}").operator:
            joined = f"{sign}{joined}"
        row.texts["target"] = joined

    def split_score_and_note(self, row: IndicatorRow) -> None:
        """Split ``9 考核机制有进一步完善的空间`` in the score cell into score and note."""
        text = row.texts.get("score", "")
        if not text or "note" in row.texts or parse_number(text) is not None:
            return
        match = SCORE_WITH_NOTE.fullmatch(text.strip())
        if match is None:
            return
        row.texts["score"], row.texts["note"] = match[1], match[2]
        row.cells["note"] = row.cells["score"]
        self.notes_in_score_cells = True
        self.log.add_repair(
            Text(
                f"得分与偏差原因写在同一格，已分开为“{match[1]}”和“{' '.join(match[2].split())}”",
                f"score and note stand in one cell; split into {match[1]!r} and the note",
            ),
            row.cell_at("score"),
        )

    def place_name(self, row: IndicatorRow, columns: Columns) -> None:
        """Move the name of an indicator from the second-level column to the third-level one."""
        text = row.texts.get("level2", "")
        if not text or "level3" in row.texts or "weight" not in row.texts:
            return
        if self.lexicon.is_second_level(label_key(text)) or "level3" not in columns.roles:
            return
        row.texts["level3"], row.cells["level3"] = row.texts.pop("level2"), row.cells.pop("level2")
        row.misplaced_name = row.cell_at("level3")
        self.log.add_repair(
            Text(
                f"“{clean_name(text)}”写在二级指标一列，已作为三级指标",
                f"{clean_name(text)!r} stands in the second-level column; taken as third level",
            ),
            row.cell_at("level3"),
        )

    def carry_name(self, row: IndicatorRow, rows: Sequence[IndicatorRow]) -> None:
        """Give a row with target and points but no name the name of the row above.

        In text, which has no merged cells, a merged name looks like this.
        """
        if not row.texts.keys().isdisjoint(LEVELS) or "target" not in row.texts:
            return
        if not rows or not _FIGURES & row.texts.keys() or "level3" not in rows[-1].texts:
            return
        if row.shift and parse_measure(row.texts["target"]).kind == WORDS:
            # In a row that has lost cells, words may be its name as well.
            return
        above = rows[-1]
        name = above.texts["level3"]
        row.texts["level3"], row.cells["level3"] = name, above.cells["level3"]
        row.rows_above["level3"] = above.row_of("level3")
        self.log.add_repair(
            Text(
                f"“{clean_name(name)}”下面一行没有名称，有指标值和分值，已按同一指标读取",
                f"the row below {clean_name(name)!r} has a target and points but no name; "
                "read as the same indicator",
            ),
            row.cell_at("target"),
        )

    def read_weight_in_name(self, row: IndicatorRow, columns: Columns) -> None:
        """Read the weight from the name in forms without a column of weights: ``培训人次（8分）``."""
        if "weight" in columns.roles or "level3" not in row.texts:
            return
        found = self.lexicon.points.search(row.texts["level3"])
        if found:
            row.texts["weight"], row.cells["weight"] = found[1], row.cells["level3"]
            row.texts["level3"] = row.texts["level3"][: found.start()]
            self.weights_in_names = True
