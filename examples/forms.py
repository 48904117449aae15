"""The form 项目支出绩效自评表 as a grid of cells, and the file formats it is written in.

``grid`` lays a ``Form`` out the way the printed form does, merged cells included; the writers below
it know nothing of the form and write any grid as a workbook, a Word file or tab-separated text.
``plain`` gives the form as the YAML document that sheetlint reads and ``sheetlint extract`` prints.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Cm
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

WIDTH = 9
"""Grid columns of the form."""
_WIDTHS_CM = (2.2, 2.4, 2.6, 5.4, 3.0, 3.0, 1.8, 2.0, 4.8)


@dataclass(frozen=True)
class Fund:
    """A row of the funds block, as printed; ``rate`` as a fraction, None where a dash stands."""

    label: str
    initial: str
    budget: str
    executed: str
    weight: str = "—"
    rate: str | None = None
    score: str = "—"


@dataclass(frozen=True)
class Indicator:
    level1: str
    level2: str
    level3: str
    target: str
    actual: str
    weight: str
    score: str
    note: str = ""


@dataclass(frozen=True)
class Form:
    title: str
    year: int
    project: str
    department: str
    unit: str
    money_unit: str
    funds: Sequence[Fund]
    planned: str
    actual: str
    indicators: Sequence[Indicator]
    total: str
    weight: str = "100"
    goal_label: str = "预期目标"
    profile: str = "national-2020"


@dataclass(frozen=True)
class Cell:
    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    number: Decimal | None = None
    """What a workbook stores, where that is not the text."""
    format: str = "General"


def grid(form: Form) -> list[Cell]:
    """All cells of the printed form, from row 1 and column 1, in reading order."""
    cells = [
        Cell(form.title, 1, 1, columns=WIDTH),
        Cell(f"（{form.year}年度）", 2, 1, columns=WIDTH),
        *_row(3, ("项目名称", 1), (form.project, 8)),
        *_row(4, ("主管部门", 1), (form.department, 3), ("实施单位", 2), (form.unit, 3)),
    ]
    heads = ("", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")
    first = 5
    cells.append(Cell(f"项目资金（{form.money_unit}）", first, 1, rows=len(form.funds) + 1))
    cells += _row(first, *zip(heads, (2, 1, 1, 1, 1, 1, 1), strict=True), column=2)
    for row, fund in enumerate(form.funds, first + 1):
        cells.append(Cell(fund.label, row, 2, columns=2))
        cells += [
            _amount(fund.initial, row, 4, form.money_unit),
            _amount(fund.budget, row, 5, form.money_unit),
            _amount(fund.executed, row, 6, form.money_unit),
            _points(fund.weight, row, 7),
            _rate(fund.rate, row, 8),
            _points(fund.score, row, 9),
        ]
    goals = first + len(form.funds) + 1
    cells.append(Cell("年度总体目标", goals, 1, rows=2))
    cells += _row(goals, (form.goal_label, 4), ("实际完成情况", 4), column=2)
    cells += _row(goals + 1, (form.planned, 4), (form.actual, 4), column=2)
    cells += _indicator_cells(form.indicators, goals + 2)
    last = goals + 3 + len(form.indicators)
    cells.append(Cell("总分", last, 1, columns=6))
    cells += [_points(form.weight, last, 7), _points(form.total, last, 8), Cell("", last, 9)]
    return cells


def _row(row: int, *texts: tuple[str, int], column: int = 1) -> Iterator[Cell]:
    """Texts with the number of columns that each covers."""
    for text, columns in texts:
        yield Cell(text, row, column, columns=columns)
        column += columns


def _indicator_cells(indicators: Sequence[Indicator], first: int) -> Iterator[Cell]:
    heads = ("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分")
    yield Cell("绩效指标", first, 1, rows=len(indicators) + 1)
    yield from _row(first, *((head, 1) for head in heads), column=2)
    yield Cell("偏差原因分析及改进措施", first, 9)
    spans1 = _spans([(item.level1,) for item in indicators])
    spans2 = _spans([(item.level1, item.level2) for item in indicators])
    for i, item in enumerate(indicators):
        row = first + 1 + i
        if spans1[i]:
            yield Cell(item.level1, row, 2, rows=spans1[i])
        if spans2[i]:
            yield Cell(item.level2, row, 3, rows=spans2[i])
        yield Cell(item.level3, row, 4)
        yield Cell(item.target, row, 5)
        yield Cell(item.actual, row, 6)
        yield _points(item.weight, row, 7)
        yield _points(item.score, row, 8)
        yield Cell(item.note, row, 9)


def _spans(keys: Sequence[tuple[str, ...]]) -> list[int]:
    """How many rows the merged cell covers that begins at each row; 0 inside one."""
    spans = [0] * len(keys)
    start = 0
    for i, key in enumerate(keys):
        if key != keys[start]:
            start = i
        spans[start] += 1
    return spans


def _amount(text: str, row: int, column: int, money_unit: str) -> Cell:
    number = Decimal(text)
    style = "#,##0.00" if money_unit == "元" else "0.00"
    shown = f"{number:,.2f}" if money_unit == "元" else f"{number:.2f}"
    return Cell(shown, row, column, number=number, format=style)


def _points(text: str, row: int, column: int) -> Cell:
    if not text.replace(".", "", 1).isdecimal():
        return Cell(text, row, column)
    places = len(text.partition(".")[2])
    style = "0." + "0" * places if places else "General"
    return Cell(text, row, column, number=Decimal(text), format=style)


def _rate(rate: str | None, row: int, column: int) -> Cell:
    if rate is None:
        return Cell("—", row, column)
    number = Decimal(rate)
    return Cell(f"{number:.2%}", row, column, number=number, format="0.00%")


# ── the formats ─────────────────────────────────────────────────────────────────────────────────


def write_xlsx(path: Path, sheets: Iterable[tuple[str, Form]]) -> None:
    """One worksheet a form: merged cells, numbers as numbers, rates as fractions with a format."""
    book = Workbook()
    book.remove(book.active)
    line = Side(style="thin")
    for name, form in sheets:
        sheet = book.create_sheet(name)
        for column, width in enumerate(_WIDTHS_CM, 1):
            sheet.column_dimensions[get_column_letter(column)].width = width * 5
        for cell in grid(form):
            at = sheet.cell(cell.row, cell.column)
            at.value = (cell.text or None) if cell.number is None else cell.number
            at.number_format = cell.format
            at.alignment = Alignment("center", "center", wrap_text=True)
            at.font = Font("宋体", 16 if cell.row == 1 else 10, bold=cell.row == 1)
            if cell.row > 2:
                at.border = Border(line, line, line, line)
            if (cell.rows, cell.columns) != (1, 1):
                sheet.merge_cells(
                    start_row=cell.row,
                    end_row=cell.row + cell.rows - 1,
                    start_column=cell.column,
                    end_column=cell.column + cell.columns - 1,
                )
    packed = io.BytesIO()
    book.save(packed)
    path.write_bytes(steady(packed.getvalue()))


def write_docx(path: Path, form: Form) -> None:
    """Title and year as paragraphs, everything else as one table with merged cells."""
    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    cells = grid(form)
    for cell in cells[:2]:
        document.add_paragraph(cell.text).alignment = 1
    rows = max(cell.row + cell.rows - 1 for cell in cells) - 2
    table = document.add_table(rows, WIDTH, style="Table Grid")
    table.autofit = False
    for column, width in enumerate(_WIDTHS_CM):
        table.columns[column].width = Cm(width)
    for cell in cells[2:]:
        top = table.cell(cell.row - 3, cell.column - 1)
        if (cell.rows, cell.columns) != (1, 1):
            end = (cell.row - 4 + cell.rows, cell.column - 2 + cell.columns)
            top = top.merge(table.cell(*end))
        top.text = cell.text
    packed = io.BytesIO()
    document.save(packed)
    path.write_bytes(steady(packed.getvalue()))


def write_text(path: Path, form: Form) -> None:
    """Tab-separated, as a table pasted from a document: nine fields a row, merged cells once."""
    cells = grid(form)
    rows = [[""] * WIDTH for _ in range(max(cell.row for cell in cells))]
    for cell in cells:
        rows[cell.row - 1][cell.column - 1] = cell.text
    text = "".join("\t".join(row) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8", newline="\n")


def write_yaml(path: Path, form: Form) -> None:
    document = {"schema": "sheetlint-sheets/1", "files": [plain(path.name, form)]}
    text = yaml.safe_dump(document, allow_unicode=True, sort_keys=False, width=100)
    path.write_text(text, encoding="utf-8", newline="\n")


def plain(name: str, form: Form) -> dict[str, Any]:
    """The file's entry in the normalised document."""
    sources = ("total", "fiscal", "carryover", "other")
    return {
        "path": name,
        "format": "yaml",
        "sheets": [
            {
                "title": form.title,
                "year": form.year,
                "project": form.project,
                "department": form.department,
                "unit": form.unit,
                "money_unit": form.money_unit,
                "profile": form.profile,
                "funds": [
                    {
                        "source": source,
                        "label": fund.label.removeprefix("其中："),
                        "initial": fund.initial,
                        "budget": fund.budget,
                        "executed": fund.executed,
                        "weight": _or_none(fund.weight),
                        "rate": fund.rate,
                        "score": _or_none(fund.score),
                        "note": "",
                    }
                    for source, fund in zip(sources, form.funds, strict=True)
                ],
                "objectives": {"planned": form.planned, "actual": form.actual},
                "indicators": [vars(item) for item in form.indicators],
                "total": {"weight": form.weight, "score": form.total},
                "grade": None,
                "remarks": {},
            }
        ],
    }


def _or_none(text: str) -> str | None:
    return None if text == "—" else text


_STAMP = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")


def steady(package: bytes) -> bytes:
    """The same package without the time of writing: the same forms give the same file."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package)) as old,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _STAMP.sub(b"2024-01-01T00:00:00Z", data)
            new.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return result.getvalue()
