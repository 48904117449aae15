"""What the recogniser repaired and what it could not decide, collected while a sheet is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sheetlint.messages.text import Text
from sheetlint.sheet.numbers.parse import parse_number
from sheetlint.sheet.sheet import HeadingName, ReadingNote
from sheetlint.sheet.tables import Cell, Row
from sheetlint.sheet.value import PRESENT, UNCOMPUTED, Value
from sheetlint.sheet.where import Where

_BROKEN_CHARACTERS = "?？\ufffd"


def locate(row: Row, column: int, label: tuple[str, ...] = ()) -> Where:
    """The place of a grid column (from 0) in a row, in the coordinates of the file."""
    _, number, table, _, page = row
    if table is None:
        return Where(label, None, None, column + 1, number, page)
    return Where(label, table, number, column + 1, None, page)


def cell_value(row: Row, cell: Cell, label: tuple[str, ...]) -> Value:
    """A cell as a value that is no field of the sheet, to give a note its place."""
    shown = " ".join(cell.text.split())
    return Value("reading", shown, PRESENT, shown, where=locate(row, cell.column, label))


class ReadingLog:
    """Repairs, doubts, placeholders and open formulas of one sheet."""

    def __init__(self) -> None:
        self.repairs: list[ReadingNote] = []
        self.doubts: list[ReadingNote] = []
        self.residues: list[Value] = []
        self.uncomputed: list[Value] = []
        self.unread_fields: set[str] = set()
        """Paths of fields that may stand under a heading that was not understood."""
        self.heading_names: list[HeadingName] = []
        self._judged: list[Value] = []
        self._shifted: dict[int, list[Value]] = {}

    def add_repair(self, text: Text, at: Value) -> None:
        self.repairs.append(ReadingNote(text, at))

    def add_doubt(self, text: Text, at: Value) -> None:
        self.doubts.append(ReadingNote(text, at))

    def add_judged(self, at: Value) -> None:
        """Record a heading that is not listed and was understood by its words.

        The last part of the label of ``at`` is the name that it was understood as.
        """
        self._judged.append(at)

    def add_unknown(self, headings: Sequence[Value], fields: Mapping[str, str]) -> None:
        """A doubt for headings of one block that were not understood, where fields are missing that
        they may name: ``fields`` by path, with the name of each."""
        quoted = [f"“{at.raw}”" for at in headings]
        names = list(dict.fromkeys(fields.values()))
        self.unread_fields.update(fields)
        self.add_doubt(
            Text(
                f"{'、'.join(quoted)}没有认出，未检查{'、'.join(names)}",
                f"{', '.join(quoted)} not understood; not checked: {', '.join(names)}",
            ),
            headings[0],
        )

    def strip_broken_character(self, text: str, where: Where) -> str:
        """The text without the broken characters that a wrong encoding left behind a number; adds a
        repair.  In a file with pages, where no encoding goes wrong, it may have been a digit."""
        if where.page is not None:
            return text
        number_text = text.rstrip(_BROKEN_CHARACTERS)
        if (
            number_text == text
            or parse_number(text) is not None
            or parse_number(number_text) is None
        ):
            return text
        shown = " ".join(text.split())
        self.add_repair(
            Text(
                f"“{shown}”末尾有一个坏字符，已按“{number_text}”读取",
                f"{shown!r} ends in a broken character; read as {number_text!r}",
            ),
            Value("reading", shown, PRESENT, shown, where=where),
        )
        return number_text

    def add_shifted_row(self, shift: int, at: Value) -> None:
        """Record a row whose cells stand ``shift`` columns off the header (negative: to the left)."""
        self._shifted.setdefault(shift, []).append(at)

    def record_formula(self, value: Value) -> Value:
        """``value`` itself; it is recorded where it is a formula without a value."""
        if value.state == UNCOMPUTED:
            self.uncomputed.append(value)
        return value

    def finish(self) -> None:
        """Add one repair for all rows of the same shift, and one for all headings that were judged."""
        for shift, rows in sorted(self._shifted.items()):
            where = rows[0].where
            numbers = [at.where.line or at.where.row or 0 for at in rows]
            zh, en = ("左", "left") if shift < 0 else ("右", "right")
            unit_zh, unit_en = ("行", "rows") if where.line is None else ("行文字", "lines")
            listed = "、".join(map(str, numbers))
            self.add_repair(
                Text(
                    f"第 {listed} {unit_zh}整体{zh}移了 {abs(shift)} 列，已按表头对齐",
                    f"{unit_en} {', '.join(map(str, numbers))} stand {abs(shift)} column(s) too "
                    f"far {en}; aligned with the header",
                ),
                rows[0],
            )
        self._shifted.clear()
        if self._judged:
            pairs = [(at.raw, at.where.label[-1]) for at in self._judged]
            understood = list(dict.fromkeys(pairs))
            self.add_repair(
                Text(
                    "按字面认出的栏目："
                    + "、".join(f"“{raw}”（{name}）" for raw, name in understood),
                    "labels understood by their words: "
                    + ", ".join(f"{raw!r} ({name})" for raw, name in understood),
                ),
                self._judged[0],
            )
            self._judged.clear()
