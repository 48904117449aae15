"""The national form drawn from a case's data, and written in the formats that units use.

``draw`` lays a sheet out as cells with spans and remembers which field stands in which cell;
``WRITERS`` write that drawing.  Tests spoil a field, write the form
and ask whether the finding stands at the very cell.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sheetlint.testing import CLEAN

WIDTH = 9


class Box(NamedTuple):
    """A cell of the drawing; rows and columns from 0."""

    row: int
    column: int
    text: str
    columns: int = 1
    rows: int = 1


class Drawing(NamedTuple):
    """The form as boxes, and the box of every field."""

    boxes: tuple[Box, ...]
    fields: dict[str, tuple[int, int]]
    height: int


def draw(data: Mapping[str, Any] | None = None, edits: Mapping[str, str] | None = None) -> Drawing:
    """Lay out a sheet (keys as in ``sheetlint.testing.CLEAN``) with ``edits`` (field → text)."""
    sheet = {**CLEAN, **(data or {})}
    edits = dict(edits or {})
    boxes: list[Box] = []
    fields: dict[str, tuple[int, int]] = {}

    def put(row: int, column: int, text: Any, field: str = "", columns: int = 1, rows: int = 1):
        printed = edits.pop(field, text) if field else text
        if field:
            fields[field] = (row, column)
        boxes.append(Box(row, column, "" if printed is None else str(printed), columns, rows))

    put(0, 0, sheet["title"], "title", WIDTH)
    put(1, 0, f"（{sheet['year']} 年度）", "year", WIDTH)
    put(2, 0, "项目名称")
    put(2, 1, sheet["project"], "project", 8)
    put(3, 0, "主管部门")
    put(3, 1, sheet["department"], "department", 3)
    put(3, 4, "实施单位")
    put(3, 5, sheet["unit"], "unit", 4)
    funds = [[c.strip() for c in line.split("|")] for line in sheet["funds"]]
    put(4, 0, f"项目资金（{sheet['money_unit']}）", "money_unit", rows=len(funds) + 1)
    for column, label in enumerate(
        ("", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"), 1
    ):
        put(4, column, label)
    row = 5
    for index, line in enumerate(funds):
        key = "total" if line[0] == "total" else str(index)
        put(row, 1, line[1])
        for column, (name, text) in enumerate(
            zip(
                ("initial", "budget", "executed", "weight", "rate", "score", "note"),
                line[2:],
                strict=False,
            ),
            2,
        ):
            put(row, column, text, f"funds.{key}.{name}")
        row += 1
    put(row, 0, "年度总体目标", rows=2)
    put(row, 1, "预期目标", columns=4)
    put(row, 5, "实际完成情况", columns=4)
    put(row + 1, 1, sheet["objectives"]["planned"], "planned", 4)
    put(row + 1, 5, sheet["objectives"]["actual"], "actual", 4)
    row += 2
    rows = [[c.strip() for c in line.split("|")] for line in sheet["rows"]]
    put(row, 0, "绩效指标", rows=len(rows) + 1)
    headers = (
        "一级指标",
        "二级指标",
        "三级指标",
        "年度指标值",
        "实际完成值",
        "分值",
        "得分",
        "偏差原因分析及改进措施",
    )
    for column, label in enumerate(headers, 1):
        put(row, column, label, f"columns.{column}")
    row += 1
    start = row
    for index, line in enumerate(rows):
        for column, (name, text) in enumerate(
            zip(
                ("level1", "level2", "level3", "target", "actual", "weight", "score", "note"),
                line,
                strict=False,
            ),
            1,
        ):
            merged = column <= 2 and index > 0 and line[:column] == rows[index - 1][:column]
            if merged:
                continue
            span = 1
            if column <= 2:
                while index + span < len(rows) and rows[index + span][:column] == line[:column]:
                    span += 1
            put(row, column, text, f"indicators.{index}.{name}", rows=span)
        row += 1
    assert row == start + len(rows)
    put(row, 0, "总分", columns=6)
    put(row, 6, sheet["total"]["weight"], "total.weight")
    put(row, 7, sheet["total"]["score"], "total.score")
    put(row, 8, "")
    if edits:
        raise ValueError(f"the form has no {', '.join(edits)}")
    return Drawing(tuple(boxes), fields, row + 1)


def grid_of(drawing: Drawing) -> list[list[str]]:
    """Texts row by row; covered cells are empty."""
    grid = [[""] * WIDTH for _ in range(drawing.height)]
    for box in drawing.boxes:
        grid[box.row][box.column] = box.text
    return grid


def as_text(drawing: Drawing) -> bytes:
    return "\n".join("\t".join(row) for row in grid_of(drawing)).encode()


def as_xlsx(drawing: Drawing, sheet_name: str = "自评表1") -> bytes:
    """A workbook: figures as numbers, rates stored as fractions with a percent format."""
    import openpyxl

    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet_name
    for box in drawing.boxes:
        cell = page.cell(box.row + 1, box.column + 1)
        value, form = excel_value(box.text)
        cell.value = value
        if isinstance(value, str):
            cell.data_type = "s"  # a target such as "=40台" is text, not a formula
        if form:
            cell.number_format = form
        if box.columns > 1 or box.rows > 1:
            page.merge_cells(
                start_row=box.row + 1,
                start_column=box.column + 1,
                end_row=box.row + box.rows,
                end_column=box.column + box.columns,
            )
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def excel_value(text: str) -> tuple[Any, str]:
    bare = text.replace(",", "")
    digits = bare.rstrip("%")
    if not digits or not digits.replace(".", "", 1).lstrip("-").isdigit():
        return text, "@" if text.startswith("=") else ""
    decimals = len(digits.partition(".")[2])
    form = "0" + ("." + "0" * decimals if decimals else "")
    if bare.endswith("%"):
        return int(digits.replace(".", "")) / 10 ** (decimals + 2), form + "%"
    return (int(digits) if not decimals else float(digits)), ("#,##" if "," in text else "") + form


def as_docx(drawing: Drawing) -> bytes:
    """A Word file: title and year as paragraphs, the rest as one table with merged cells."""
    import docx

    document = docx.Document()
    for box in drawing.boxes:
        if box.row < 2:
            document.add_paragraph(box.text)
    table = document.add_table(drawing.height - 2, WIDTH)
    for box in drawing.boxes:
        if box.row < 2:
            continue
        cell = table.cell(box.row - 2, box.column)
        if box.columns > 1 or box.rows > 1:
            cell = cell.merge(table.cell(box.row - 3 + box.rows, box.column + box.columns - 1))
        cell.text = box.text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_csv(drawing: Drawing) -> bytes:
    import csv

    stream = io.StringIO()
    csv.writer(stream).writerows(grid_of(drawing))
    return stream.getvalue().encode("gb18030")


def as_html(drawing: Drawing) -> bytes:
    """A page as web systems save it: title and year above the table, spans as attributes."""
    from html import escape

    def shown(box: Box) -> str:
        return escape(box.text).replace("\n", "<br>")

    head = "".join(f"<p>{shown(box)}</p>" for box in drawing.boxes if box.row < 2)
    lines = [""] * (drawing.height - 2)
    for box in sorted(drawing.boxes):
        if box.row >= 2:
            lines[box.row - 2] += f"<td colspan={box.columns} rowspan={box.rows}>{shown(box)}"
    page = f"<html><meta charset=gb2312>{head}<table>{'<tr>'.join(['', *lines])}</table>"
    return page.encode("gb18030")


def as_ods(drawing: Drawing, sheet_name: str = "自评表1") -> bytes:
    """A spreadsheet with the displayed text and, where it is a figure, the value behind it."""
    import zipfile
    from html import escape

    lines = [["<table:covered-table-cell/>"] * WIDTH for _ in range(drawing.height)]
    for box in drawing.boxes:
        value, form = excel_value(box.text)
        kind = "percentage" if form.endswith("%") else "float"
        stored = "" if isinstance(value, str) else f'office:value="{value}"'
        lines[box.row][box.column] = (
            f'<table:table-cell table:number-columns-spanned="{box.columns}" {stored}'
            f' table:number-rows-spanned="{box.rows}"'
            f' office:value-type="{kind if stored else "string"}">'
            + "".join(f"<text:p>{escape(line)}</text:p>" for line in box.text.split("\n"))
            + "</table:table-cell>"
        )
    rows = "".join(f"<table:table-row>{''.join(line)}</table:table-row>" for line in lines)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr(
            "content.xml",
            '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x">'
            f'<table:table table:name="{sheet_name}">{rows}</table:table>'
            "</office:document-content>",
        )
    return stream.getvalue()


def as_xlsb(drawing: Drawing, sheet_name: str = "自评表1", **hidden: Sequence[int]) -> bytes:
    """A binary workbook, figures as in ``as_xlsx``; ``hidden_rows`` and ``hidden_columns`` from 0."""
    from tests.readers.xlsb import book

    merges = [
        (box.row, box.row + box.rows - 1, box.column, box.column + box.columns - 1)
        for box in drawing.boxes
        if box.columns > 1 or box.rows > 1
    ]
    cells = {(box.row, box.column): excel_value(box.text) for box in drawing.boxes}
    return book(cells, merges, name=sheet_name, **hidden)


def place_in(drawing: Drawing, field: str, form: str) -> dict[str, Any]:
    """Where a finding about ``field`` must stand, in the terms of the format."""
    row, column = drawing.fields[field]
    if form == "csv":
        # A line break inside a cell is one of the file.
        broken = sum("\n" in box.text for box in drawing.boxes if box.row < row)
        return {"line": row + 1 + broken, "column": column + 1}
    if form == "text":
        return {"line": row + 1, "column": column + 1}
    if form in ("docx", "html"):
        if row < 2:
            return {"line": row + 1, "column": column + 1}
        return {"table": "表1", "row": row - 1, "column": column + 1}
    return {"table": "自评表1", "row": row + 1, "column": column + 1}


WRITERS = {
    "text": as_text,
    "xlsx": as_xlsx,
    "xlsb": as_xlsb,
    "docx": as_docx,
    "ods": as_ods,
    "html": as_html,
    "csv": as_csv,
}
SUFFIX = {form: f".{form}" for form in WRITERS} | {"text": ".txt"}
