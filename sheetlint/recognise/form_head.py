"""The head of the form: title, year, project, department, unit, money unit, total score."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.recognise.labels import FIELD_LABELS
from sheetlint.recognise.lexicon import Lexicon, label_key, split_label
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import ReadingLog, cell_value, locate
from sheetlint.recognise.values import clean_name, figure_value, text_value
from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.tables import Cell
from sheetlint.sheet.value import Value
from sheetlint.sheet.where import Where

_NAMED_FIELDS = ("project", "department", "unit")
_DETAIL_ROLES = ("other", "number")
_JOINT_FIELD = ("department", "unit")
"""Some forms have one field for both (``实施(主管)单位``)."""
_LONGEST_TITLE = 60
_LONGEST_YEAR = 40


class HeadCell(NamedTuple):
    """A cell of the head, with its value where it is a label."""

    line: Line
    cell: Cell
    key: str
    """``label_key`` of the cell."""
    role: str
    """The field that it is the label of; empty for a cell that is no label."""
    value: Cell | None
    """The cell at its right, or the text behind its colon; None where there is neither."""


def read_head_cells(lines: Sequence[Line], lexicon: Lexicon) -> list[HeadCell]:
    """Every cell of the head in reading order."""
    found: list[HeadCell] = []
    for line in lines:
        roles = [lexicon.head_field(c.text, n) for c, n in zip(line.cells, line.keys, strict=True)]
        for index, cell in enumerate(line.cells):
            role = roles[index]
            value: Cell | None = None
            if role is None:
                role, value = _inline_value(cell, lexicon)
            elif index + 1 < len(roles) and roles[index + 1] is None:
                value = line.cells[index + 1]
            found.append(HeadCell(line, cell, line.keys[index], role, value))
    return found


def _inline_value(cell: Cell, lexicon: Lexicon) -> tuple[str, Cell | None]:
    """``label：value`` in one cell: the field, and the cell with the value as its text."""
    label, value = split_label(cell.text)
    role = lexicon.head_field(label, label_key(label)) if value else None
    return ("", None) if role is None else (role, cell._replace(text=value))


def is_title(line: Line, lexicon: Lexicon) -> bool:
    """Whether the line is a title: one or two cells with 自评表, and no label with a value."""
    return _title_cell(line, lexicon) is not None


def _title_cell(line: Line, lexicon: Lexicon) -> Cell | None:
    """The cell of the title, its text without ``附件1：`` before it and a total score behind it."""
    if len(line.cells) > 2:
        return None
    for cell in line.cells:
        bare = "".join(cell.text.split())
        if any(word in bare for word in lexicon.title_words):
            text = lexicon.headline.sub("", lexicon.attachment.sub("", cell.text)).strip()
            bare = "".join(text.split())
            if len(bare) <= _LONGEST_TITLE and not any(mark in bare for mark in ":：。；，"):
                return cell._replace(text=text)
        if not lexicon.attachment.fullmatch(cell.text):
            return None
    return None


def is_form_number(line: Line, lexicon: Lexicon) -> bool:
    """Whether the line holds the number of the form (表号) only."""
    return len(line.cells) <= 2 and read_head_cells((line,), lexicon)[0].role == "number"


def read_title(lines: Sequence[Line], lexicon: Lexicon, log: ReadingLog) -> Value:
    """The title of the form."""
    for line in lines:
        cell = _title_cell(line, lexicon)
        if cell is not None:
            where = locate(line.row, cell.column, FIELD_LABELS["title"])
            return log.record_formula(text_value("title", cell.text, where, cell.computed))
    return Value("title", where=_first_place(lines, FIELD_LABELS["title"]))


def read_year(lines: Sequence[Line], lexicon: Lexicon) -> Value:
    """The year: ``（2021 年度）`` in a cell of its own, else the year in the title."""
    blank: Value | None = None
    for line in lines:
        for cell in line.cells:
            text = half_width(cell.text).strip()
            if len(text) > _LONGEST_YEAR:
                continue
            found = lexicon.year_line.fullmatch(text)
            if found:
                where = locate(line.row, cell.column, FIELD_LABELS["year"])
                return figure_value("year", found[1], where)._replace(
                    raw=" ".join(cell.text.split())
                )
            if blank is None and lexicon.year_blank.fullmatch(text):
                where = locate(line.row, cell.column, FIELD_LABELS["year"])
                blank = Value("year", " ".join(cell.text.split()), where=where)
    for line in lines:
        for cell in line.cells:
            found = lexicon.year_inside.search(half_width(cell.text))
            if found and any(word in cell.text for word in lexicon.mention_words):
                where = locate(line.row, cell.column, FIELD_LABELS["year"])
                return figure_value("year", found[1], where)
    return blank or Value("year", where=_first_place(lines, FIELD_LABELS["year"]))


def read_fields(
    lines: Sequence[Line], labels: Iterable[HeadCell], lexicon: Lexicon, log: ReadingLog
) -> dict[str, Value]:
    """Project, department and unit; a field without a label has an empty value."""
    found: dict[str, Value] = {}
    for line, cell, key, cell_role, value in labels:
        for role in _JOINT_FIELD if cell_role == "both" else (cell_role,):
            if role not in _NAMED_FIELDS or found.get(role, Value(role)).filled:
                continue
            column = value.column if value else cell.column + cell.columns
            where = locate(line.row, column, FIELD_LABELS[role])
            text = value.text if value else ""
            computed = value.computed if value else True
            found[role] = log.record_formula(text_value(role, text, where, computed))
            if key in lexicon.misread_labels:
                _note_misread_label(log, line, cell, lexicon.misread_labels[key])
    for role in _NAMED_FIELDS:
        if role not in found:
            found[role] = Value(role, where=_first_place(lines, FIELD_LABELS[role]))
    return found


def read_details(labels: Iterable[HeadCell]) -> tuple[tuple[str, Value], ...]:
    """Labelled fields that only some forms have (persons, telephones, codes), by label."""
    found: dict[str, Value] = {}
    for line, cell, _, role, value in labels:
        if role in _DETAIL_ROLES and value is not None:
            label = clean_name(split_label(cell.text)[0])
            where = locate(line.row, value.column, ("基本信息", label))
            found.setdefault(label, text_value(f"details.{label}", value.text, where))
    return tuple(found.items())


def read_headline(
    lines: Sequence[Line], labels: Iterable[HeadCell], lexicon: Lexicon, log: ReadingLog
) -> Value:
    """The total score in the head: ``自评总分 | 97.6`` or ``项目总得分99分``."""
    for line, cell, _, role, value in labels:
        text = value.text if role == "total" and value else ""
        inline = lexicon.headline.search(half_width(cell.text))
        if not text and inline:
            text, value = inline[1], cell
        if text and value:
            where = locate(line.row, value.column, FIELD_LABELS["headline"])
            return log.record_formula(figure_value("headline", text, where, value.stored))
    return Value("headline", where=_first_place(lines, FIELD_LABELS["headline"]))


def _note_misread_label(log: ReadingLog, line: Line, cell: Cell, label_meant: str) -> None:
    label = clean_name(cell.text).rstrip(":：")
    log.add_repair(
        Text(
            f"“{label}”像是识别错了的“{label_meant}”，已按“{label_meant}”读取",
            f"{label!r} looks like a misread {label_meant!r}; read as that",
        ),
        cell_value(line.row, cell, ("基本信息", label)),
    )


def read_money_unit(lines: Sequence[Line], lexicon: Lexicon, log: ReadingLog) -> Value:
    """元 or 万元, from the first cell of the lines that prints a money unit."""
    for line in lines:
        for cell in line.cells:
            found = lexicon.money.search(half_width(cell.text))
            if found:
                unit = found[1] or found[2]
                where = locate(line.row, cell.column, FIELD_LABELS["money_unit"])
                return Value(
                    "money_unit",
                    cell_value(line.row, cell, FIELD_LABELS["money_unit"]).raw,
                    "present",
                    unit,
                    where=where,
                )
    return Value("money_unit", where=_first_place(lines, FIELD_LABELS["money_unit"]))


def _first_place(lines: Sequence[Line], label: tuple[str, ...]) -> Where:
    return locate(lines[0].row, lines[0].cells[0].column, label) if lines else Where(label)
