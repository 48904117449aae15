"""From a sheet to its summary."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from hashlib import blake2b

from sheetlint.crosscheck.names import name_key, project_code
from sheetlint.crosscheck.packing import PackedContent, PackedRow, pack
from sheetlint.crosscheck.sheet_summary import PLACED, SheetSummary
from sheetlint.crosscheck.text_sketch import encode_sketch
from sheetlint.recognise.lexicon import default_lexicon, label_key
from sheetlint.sheet.sheet import Indicator, Sheet
from sheetlint.sheet.value import Value
from sheetlint.sheet.where import Where

_BYTES = 8
"""Length of a digest: among a hundred thousand tables two are equal by chance once in a billion."""


def summarise(
    sheet: Sheet, path: str, position: int, file_sha256: str, profile: str = ""
) -> SheetSummary:
    """The summary of a sheet.  Figures that were not read with certainty are None."""
    sure = sheet.unreliable_reason is None
    fund = sheet.fund_total if sure and sheet.funds_sure else None
    rows = [row for row in sheet.indicators if row.target.filled or row.actual.filled]
    notes = [note.text for note in _notes(sheet) if _has_content(note)]
    return SheetSummary(
        path=path,
        position=position,
        sha256=file_sha256,
        title=sheet.title.text,
        year=None if sheet.year.number is None else int(sheet.year.number),
        project=sheet.project.text,
        department=sheet.department.text,
        unit=sheet.unit.text,
        code=_code_of(sheet),
        family=sheet.family,
        profile=profile,
        money_unit=sheet.money_unit.text,
        budget=fund.budget.number if fund else None,
        executed=fund.executed.number if fund else None,
        budget_ulp=fund.budget.ulp if fund else Decimal(1),
        rate=fund.rate.number if fund else None,
        total=sheet.total.score.number if sure else None,
        grade=sheet.grade.text,
        texts=tuple(map(encode_sketch, (sheet.planned.text, sheet.actual.text, "".join(notes)))),
        scored=len(rows),
        table=_digest(_joined_keys(row.level3, row.target, row.actual) for row in rows),
        results=_digest(_joined_keys(row.level3, row.actual) for row in rows),
        notes=_digest(notes),
        packed=pack(PackedContent(tuple(_places(sheet)), tuple(map(_row, rows)))),
    )


def _places(sheet: Sheet) -> Iterable[Where]:
    for field in PLACED:
        value = sheet.get(field)
        yield Where() if value is None else value.where


def _row(row: Indicator) -> PackedRow:
    return PackedRow(row.level3.text, row.target.text, row.weight.raw, row.target.where)


def _notes(sheet: Sheet) -> Iterable[Value]:
    yield from (fund.note for fund in sheet.funds)
    yield from (row.note for row in sheet.indicators)
    yield from (value for _, value in sheet.remarks)


def _has_content(note: Value) -> bool:
    return note.filled and note.text not in default_lexicon().null_figures


def _joined_keys(*cells: Value) -> str:
    return "\0".join(name_key(cell.text) for cell in cells)


def _digest(lines: Iterable[str]) -> str:
    """The digest of the lines; empty where there are none."""
    text = "\1".join(lines)
    return blake2b(text.encode(errors="replace"), digest_size=_BYTES).hexdigest() if text else ""


def _code_of(sheet: Sheet) -> str:
    """The code of the project, from a field of its own or from its name."""
    columns = default_lexicon().list_columns
    labelled = (
        value.text for label, value in sheet.details if columns.get(label_key(label)) == "code"
    )
    return next(labelled, "") or project_code(sheet.project.text)
