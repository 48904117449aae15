"""The head of the form: title, year, project, department, unit, money unit, total score."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from sheetlint.messages.text import Text
from sheetlint.recognise.head_pairs import split_pairs, without_fields
from sheetlint.recognise.labels import FIELD_LABELS
from sheetlint.recognise.lexicon import Lexicon, label_key, split_label
from sheetlint.recognise.lines import Line
from sheetlint.recognise.reading_log import ReadingLog, cell_value, locate
from sheetlint.recognise.values import clean_name, figure_value, is_figure, text_value
from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.tables import Cell
from sheetlint.sheet.value import Value
from sheetlint.sheet.where import Where

_NAMED_FIELDS = ("project", "department", "unit")
_DETAIL_ROLES = ("other", "number", "reporter", "year")
_JOINT_FIELD = ("department", "unit")
"""Some forms have one field for both (``实施(主管)单位``)."""
_LONGEST_TITLE = 60
_LONGEST_HEAD_LABEL = 12


class HeadCell(NamedTuple):
    """A cell of the head, with its value where it is a label."""

    line: Line
    cell: Cell
    """Of several pairs in one cell, each has the cell with its own label as text."""
    key: str
    """``label_key`` of the cell."""
    role: str
    """The field that it is the label of; empty for a cell that is no label."""
    value: Cell | None
    """The cell at its right, or the text behind its colon; None where there is neither."""
    is_value: bool = False
    """Whether it is the value of the label before it."""

    @property
    def inline(self) -> bool:
        """Whether label and value stand in one cell."""
        return self.value is not None and self.value.column == self.cell.column


def read_head_cells(lines: Sequence[Line], lexicon: Lexicon) -> list[HeadCell]:
    """Every cell of the head in reading order; a cell of several ``label：value`` once for each."""
    found: list[HeadCell] = []
    for line in lines:
        roles = _label_roles(line, lexicon)
        pairs = [
            [] if role is not None else _paired(line, index, lexicon)
            for index, role in enumerate(roles)
        ]
        for index, cell in enumerate(line.cells):
            role, before = roles[index], roles[index - 1] if index else None
            if role is not None:
                follows = index + 1 < len(roles) and roles[index + 1] is None
                follows = follows and not (pairs[index + 1] and pairs[index + 1][0].role)
                value = line.cells[index + 1] if follows else None
                found.append(HeadCell(line, cell, line.keys[index], role, value))
            elif before is not None and not (pairs[index] and pairs[index][0].role):
                found.append(HeadCell(line, cell, line.keys[index], "", None, is_value=True))
            else:
                found += pairs[index] or [HeadCell(line, cell, line.keys[index], "", None)]
    return found


def _label_roles(line: Line, lexicon: Lexicon) -> list[str | None]:
    """The field that each cell is the label of; None for a cell that is no label.

    A text behind a label that closes the line is its value, even where it is worded like a label.
    """
    roles = [lexicon.head_field(c.text, n) for c, n in zip(line.cells, line.keys, strict=True)]
    last = len(roles) - 1
    if last > 0 and roles[last - 1] is not None and lexicon.head_fields.is_judged(line.keys[last]):
        roles[last] = None
    return roles


def _paired(line: Line, index: int, lexicon: Lexicon) -> list[HeadCell]:
    """The pairs ``label：value`` of a cell, what stands before them first; empty where it has none."""
    cell = line.cells[index]
    before, pairs = split_pairs(cell.text, lexicon)
    if not pairs:
        return []
    found = []
    if before:
        found.append(HeadCell(line, cell._replace(text=before), label_key(before), "", None))
    for label, text in pairs:
        role = lexicon.head_field(label, label_key(label)) or "other"
        value = cell._replace(text=text) if text else None
        found.append(HeadCell(line, cell._replace(text=label), label_key(label), role, value))
    return found


def is_title(line: Line, lexicon: Lexicon) -> bool:
    """Whether the line is a title: one or two cells with 自评表, and no label with a value."""
    return _title_cell(line, lexicon) is not None


def _title_cell(line: Line, lexicon: Lexicon) -> Cell | None:
    """The cell of the title, its text without ``附件1：`` before it and other fields behind it."""
    if len(line.cells) > 2:
        return None
    for cell in line.cells:
        bare = "".join(cell.text.split())
        if lexicon.title.search(bare):
            text = lexicon.headline.sub("", lexicon.attachment.sub("", cell.text)).strip()
            text = without_fields(text, lexicon)
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
    return Value("title", where=first_place(lines, FIELD_LABELS["title"]))


def read_fields(
    lines: Sequence[Line], labels: Sequence[HeadCell], lexicon: Lexicon, log: ReadingLog
) -> dict[str, Value]:
    """Project, department and unit; a field without a label has an empty value.

    What the table prints in cells of their own goes before ``单位名称：区商务局`` on the line above it.
    """
    found: dict[str, Value] = {}
    for line, cell, key, role, value in _by_rank(labels):
        if found.get(role, Value(role)).filled:
            continue
        column = value.column if value else cell.column + cell.columns
        where = locate(line.row, column, FIELD_LABELS[role])
        text = value.text if value else ""
        computed = value.computed if value else True
        read = log.record_formula(text_value(role, text, where, computed))
        if role not in found or read.filled:
            found[role] = read
        if key in lexicon.misread_labels:
            _note_misread_label(log, line, cell, lexicon.misread_labels[key])
        elif lexicon.head_fields.is_judged(key) and read.filled:
            log.add_judged(cell_value(line.row, cell, FIELD_LABELS[role]))
    _tell_apart(labels, found, lexicon)
    missing = [role for role in _NAMED_FIELDS if role not in found]
    unknown = _unknown_labels(labels) if missing else []
    if unknown:
        found |= _place_by_values(unknown, missing, found, lexicon, log)
        missing = [role for role in missing if role not in found]
    if unknown and missing:
        quoted = [cell_value(x.line.row, x.cell, ("基本信息",)) for x, _ in unknown]
        log.add_unknown(quoted, {role: FIELD_LABELS[role][-1] for role in missing})
    for role in missing:
        found[role] = Value(role, where=first_place(lines, FIELD_LABELS[role]))
    return found


def _tell_apart(labels: Sequence[HeadCell], found: dict[str, Value], lexicon: Lexicon) -> None:
    """Of 部门名称 and 单位名称 in one head, the first names the department."""
    units = [x for x in labels if x.role == "unit" and x.value is not None]
    of_departments = [x for x in units if lexicon.department_name.search(x.key)]
    if "department" in found or len(units) != 2 or len(of_departments) != 1:
        return
    for label in units:
        role = "department" if label in of_departments else "unit"
        value = label.value or label.cell
        where = locate(label.line.row, value.column, FIELD_LABELS[role])
        found[role] = text_value(role, value.text, where, value.computed)


def _place_by_values(
    unknown: Sequence[tuple[HeadCell, Cell]],
    missing: Sequence[str],
    found: dict[str, Value],
    lexicon: Lexicon,
    log: ReadingLog,
) -> dict[str, Value]:
    """The missing fields that the values beside unknown labels decide: names of units in the order
    department, unit, and a project that is none.  Nothing where there are more labels than fields."""
    units = [pair for pair in unknown if _names_unit(pair[1].text, lexicon)]
    others = [pair for pair in unknown if pair not in units and not is_figure(pair[1])]
    of_units = [role for role in missing if role != "project"]
    placed: list[tuple[str, HeadCell, Cell]] = []
    if len(units) == len(of_units):
        placed += [(role, *pair) for role, pair in zip(of_units, units, strict=True)]
    if "project" in missing and len(others) == 1 and _begins_head(others[0][0], found):
        placed.append(("project", *others[0]))
    result = {}
    for role, label, cell in placed:
        where = locate(label.line.row, cell.column, FIELD_LABELS[role])
        result[role] = log.record_formula(text_value(role, cell.text, where, cell.computed))
        log.add_judged(cell_value(label.line.row, label.cell, FIELD_LABELS[role]))
    return result


def _names_unit(text: str, lexicon: Lexicon) -> bool:
    return lexicon.unit_name.search(label_key(text)) is not None


def _begins_head(label: HeadCell, found: dict[str, Value]) -> bool:
    """Whether the label stands above the labels of department and unit."""
    rows = [value.where.row or value.where.line or 0 for value in found.values()]
    return all(label.line.row.number <= row for row in rows)


def _unknown_labels(labels: Sequence[HeadCell]) -> list[tuple[HeadCell, Cell]]:
    """Short texts in the place of a label that name no known field, with the value at their right."""
    return [
        (label, after.cell)
        for label, after in pairwise(labels)
        if not label.role
        and not label.is_value
        and label.line is after.line
        and not after.role
        and len(label.key) <= _LONGEST_HEAD_LABEL
        and not any(map(str.isdigit, label.key))
    ]


def _by_rank(
    labels: Iterable[HeadCell],
) -> Iterator[tuple[Line, Cell, str, str, Cell | None]]:
    """The labels of the named fields with the field of each, the surest first."""
    ranked: list[list[tuple[Line, Cell, str, str, Cell | None]]] = [[], [], []]
    for label in labels:
        line, cell, key, role, value, _ = label
        if role == "reporter":
            ranked[2].append((line, cell, key, "unit", value))
        for field in _JOINT_FIELD if role == "both" else (role,):
            if field in _NAMED_FIELDS:
                ranked[label.inline].append((line, cell, key, field, value))
    for group in ranked:
        yield from group


def read_details(labels: Iterable[HeadCell]) -> tuple[tuple[str, Value], ...]:
    """Labelled fields that only some forms have (persons, telephones, codes), by label."""
    found: dict[str, Value] = {}
    for line, cell, _, role, value, _ in labels:
        if role in _DETAIL_ROLES and value is not None:
            label = clean_name(split_label(cell.text)[0])
            where = locate(line.row, value.column, ("基本信息", label))
            found.setdefault(label, text_value(f"details.{label}", value.text, where))
    return tuple(found.items())


def read_headline(
    lines: Sequence[Line], labels: Iterable[HeadCell], lexicon: Lexicon, log: ReadingLog
) -> Value:
    """The total score in the head: ``自评总分 | 97.6`` or ``项目总得分99分``."""
    for line, cell, _, role, value, _ in labels:
        text = value.text if role == "total" and value else ""
        inline = lexicon.headline.search(half_width(cell.text))
        if not text and inline:
            text, value = inline[1], cell
        if text and value:
            where = locate(line.row, value.column, FIELD_LABELS["headline"])
            return log.record_formula(figure_value("headline", text, where, value.stored))
    return Value("headline", where=first_place(lines, FIELD_LABELS["headline"]))


def _note_misread_label(log: ReadingLog, line: Line, cell: Cell, label_meant: str) -> None:
    label = clean_name(cell.text).rstrip(":：")
    log.add_repair(
        Text(
            f"“{label}”像是识别错了的“{label_meant}”，已按“{label_meant}”读取",
            f"{label!r} looks like a misread {label_meant!r}; read as that",
        ),
        cell_value(line.row, cell, ("基本信息", label)),
    )


def first_place(lines: Sequence[Line], label: tuple[str, ...]) -> Where:
    """The first cell of the head: where a field stands that the form does not print."""
    return locate(lines[0].row, lines[0].cells[0].column, label) if lines else Where(label)
