"""Tables of approved targets (绩效目标表 of a budget): no actual values and no scores.

Such a form is about one project.  Published budgets also have one table for all projects of a unit,
with a column of project names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sheetlint.recognise import indicators
from sheetlint.recognise.labels import FIELD_LABELS
from sheetlint.recognise.lexicon import Lexicon
from sheetlint.recognise.lines import Line, read_lines
from sheetlint.recognise.reading_log import ReadingLog, locate
from sheetlint.recognise.sheets import read_sheet
from sheetlint.recognise.values import text_value
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.tables import Document
from sheetlint.sheet.value import Value

_TITLE = "绩效目标"
_LONGEST_TITLE = 40


def read_target_sheets(document: Document, lexicon: Lexicon) -> list[Sheet]:
    """Every table of targets as a sheet, in order.

    A sheet begins at its title, or at its project name where the sheet before already has a table.
    """
    sheets: list[Sheet] = []
    for table in document.tables:
        if not table.hidden:
            lines = read_lines(table, lexicon)
            sheets += [read_sheet(segment, lexicon) for segment in _split_segments(lines, lexicon)]
            sheets += _read_joint_table(lines, lexicon)
    return [sheet for sheet in sheets if _has_targets(sheet)]


def _has_targets(sheet: Sheet) -> bool:
    return any(row.level3.filled and row.target.filled for row in sheet.indicators)


def _split_segments(lines: Sequence[Line], lexicon: Lexicon) -> list[list[Line]]:
    segments: list[list[Line]] = [[]]
    for line in lines:
        had_table = any(indicators.is_indicator_header(before, lexicon) for before in segments[-1])
        if _is_title(line) or (had_table and _names_project(line, lexicon)):
            segments.append([])
        segments[-1].append(line)
    return [
        segment
        for segment in segments
        if any(indicators.is_indicator_header(line, lexicon) for line in segment)
    ]


def _is_title(line: Line) -> bool:
    bare = "".join(line.cells[0].text.split())
    return len(line.cells) == 1 and _TITLE in bare and len(bare) <= _LONGEST_TITLE and "表" in bare


def _names_project(line: Line, lexicon: Lexicon) -> bool:
    return any(lexicon.head_fields.role(name) == "project" for name in line.keys)


# ── all projects in one table ────────────────────────────────────────────────────────────────────

_WHOSE = ("project", "unit", "department")


def _read_joint_table(lines: Sequence[Line], lexicon: Lexicon) -> Iterator[Sheet]:
    """A sheet for each project of a table of many projects."""
    header: Line | None = None
    named: dict[str, Value] = {}
    rows: list[Line] = []
    for line in lines:
        if _is_joint_header(line, lexicon):
            if header is not None:
                yield _joint_sheet(header, named, rows, lexicon)
            header, named, rows = line, {}, []
        elif header is not None:
            printed = _names_in(line, header, lexicon)
            if "project" in printed and printed["project"].text != _project_name(named):
                yield _joint_sheet(header, named, rows, lexicon)
                named, rows = {**named, **printed}, []
            rows.append(line)
    if header is not None:
        yield _joint_sheet(header, named, rows, lexicon)


def _is_joint_header(line: Line, lexicon: Lexicon) -> bool:
    roles = lexicon.indicator_columns.roles(line.keys)
    whose = {lexicon.list_columns.get(name) for name in line.keys}
    return "project" in whose and {"level3", "target"} <= roles


def _names_in(line: Line, header: Line, lexicon: Lexicon) -> dict[str, Value]:
    """Project, unit and department that the line prints."""
    found: dict[str, Value] = {}
    for column, name in zip(header.cells, header.keys, strict=True):
        role = lexicon.list_columns.get(name)
        cell = next((c for c in line.cells if c.column == column.column), None)
        if role in _WHOSE and cell is not None:
            found[role] = text_value(
                role, cell.text, locate(line.row, cell.column, FIELD_LABELS[role])
            )
    return found


def _project_name(named: dict[str, Value]) -> str:
    return named["project"].text if "project" in named else ""


def _joint_sheet(
    header: Line, named: dict[str, Value], rows: Sequence[Line], lexicon: Lexicon
) -> Sheet:
    reader = indicators.IndicatorReader(header, lexicon, ReadingLog())
    for line in rows:
        reader.read_line(line)
    sheet = read_sheet([], lexicon)._replace(indicators=reader.finish(()).rows)
    for role, value in named.items():
        sheet = sheet.replace(role, value)
    return sheet
