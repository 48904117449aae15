"""Sheets written down as fragments: the blocks of the form that differ from a clean sheet.

A block is lines of cells between ``|``.  ``↓`` is a cell that the one above it is merged over, ``←``
one that the cell to its left is merged over, and ``⏎`` a line break inside a cell.  The same
fragment is made into lines of text and into the cells of a worksheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sheetlint.recognise import RecognisedDocument, recognise
from sheetlint.recognise.normalised_document import dump_sheet
from sheetlint.sheet.tables import Cell, Document, Row, Table
from sheetlint.testing import build_sheet

BLOCKS = ("before", "head", "funds", "goals", "table", "foot")
CLEAN = {
    "head": """
        项目支出绩效自评表
        （2022 年度）
        项目名称 | 残疾人康复服务项目
        主管部门 | 临港县民政局 | | | 实施单位 | 临港县康复中心
    """,
    "funds": """
        项目资金（元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |
        | 年度资金总额 | 0.00 | 57607470.00 | 56961217.00 | 10 | 98.88% | 9.89 | 尾款下年支付
        | 其中：当年财政拨款 | 0.00 | 57607470.00 | 56961217.00 | — | — | — |
        | 上年结转资金 | 0 | 0 | 0 | — | — | — |
        | 其他资金 | 0 | 0 | 0 | — | — | — |
    """,
    "goals": """
        年度总体目标 | 预期目标 | | | | 实际完成情况 | | |
        | 为残疾人提供康复训练，改善生活质量。 | | | | 2022年为残疾人提供康复训练1530人次，参训者生活质量明显改善。 | | |
    """,
    "table": """
        绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
        | 产出指标 | 数量指标 | 康复训练人次 | ≥1500人次 | 1530人次 | 20 | 20 |
        | | 质量指标 | 服务合格率 | ≥95% | 98% | 15 | 15 |
        | | 时效指标 | 按时完成率 | ≥98% | 99% | 15 | 15 |
        | 效益指标 | 社会效益指标 | 惠及家庭户数 | ≥300户 | 320户 | 30 | 30 |
        | 满意度指标 | 服务对象满意度指标 | 服务对象满意度 | ≥90% | 95% | 10 | 10 |
    """,
    "foot": "总分 | | | | | | 100 | 99.89 |",
}  # fmt: skip
_FUND = ("source", "label", "initial", "budget", "executed", "weight", "rate", "score", "note")
_ROW = ("level1", "level2", "level3", "target", "actual", "weight", "score", "note")
_HEAD = ("title", "year", "project", "department", "unit", "money_unit", "grade")

Line = list[str]


def lines_of(fragments: Mapping[str, Any]) -> list[list[Line]]:
    """The sheet block by block, a cell a text."""
    if "whole" in fragments:
        return [_block(fragments["whole"])]
    return [_block(fragments.get(name, CLEAN.get(name, ""))) for name in BLOCKS]


def _block(text: str) -> list[Line]:
    lines = [line.strip() for line in text.strip().splitlines()]
    return [[cell.strip().replace("⏎", "\n") for cell in line.split("|")] for line in lines]


def as_text(fragments: Mapping[str, Any], *, ragged: bool = False) -> Document:
    """Fields between tabs.  ``ragged``: what is empty at the end of a line is lost."""
    rows: list[Row] = []
    for block in lines_of(fragments):
        width = max((len(line) for line in block), default=0)
        for line in block:
            texts = ["" if cell in "↓←" else cell for cell in line]
            texts += [""] * (width - len(texts))
            while ragged and texts and not texts[-1]:
                texts.pop()
            cells = tuple(Cell(text, column) for column, text in enumerate(texts))
            rows.append(Row(cells, len(rows) + 1))
    return Document("text", (Table("", tuple(rows)),))


def as_worksheet(fragments: Mapping[str, Any]) -> Document:
    """Cells with spans; covered and empty ones are left out."""
    grid = [line for block in lines_of(fragments) for line in block]
    rows: list[Row] = []
    for number, line in enumerate(grid):
        cells = [
            Cell(text, column, _run(line[column + 1 :], "←"), _run_down(grid, number, column))
            for column, text in enumerate(line)
            if text and text not in "↓←"
        ]
        rows.append(Row(tuple(cells), number + 1, "自评表"))
    return Document("xlsx", (Table("自评表", tuple(rows)),))


def _run(cells: Line, mark: str) -> int:
    return 1 + next((i for i, text in enumerate(cells) if text != mark), len(cells))


def _run_down(grid: list[Line], number: int, column: int) -> int:
    return _run([line[column] if column < len(line) else "" for line in grid[number + 1 :]], "↓")


FORMS = {
    "text": as_text,
    "ragged": lambda fragments: as_text(fragments, ragged=True),
    "worksheet": as_worksheet,
}


def read_as(form: str, fragments: Mapping[str, Any]) -> RecognisedDocument:
    return recognise(FORMS[form](fragments))


def as_case(document: Mapping[str, Any]) -> dict[str, Any]:
    """A dumped sheet in the form of a case: a line for each row."""
    case = {name: document[name] for name in _HEAD}
    case |= {f"goal {name}": text for name, text in document["objectives"].items()}
    case["funds"] = [_line(row, _FUND) for row in document["funds"]]
    case["rows"] = [_line(row, _ROW) for row in document["indicators"]]
    case["total"] = _line(document["total"], ("weight", "score"))
    case["remarks"] = document["remarks"]
    return case


def _line(row: Mapping[str, Any], fields: tuple[str, ...]) -> str:
    return " | ".join("" if row[name] is None else str(row[name]) for name in fields).rstrip(" |")


WANTED = as_case(dump_sheet(build_sheet({}), "p"))
"""The clean sheet in the form of a case."""
