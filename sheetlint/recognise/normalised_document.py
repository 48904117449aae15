"""The normalised document ``sheetlint-sheets/1``: sheets as plain data, written and read.

``extract`` prints it, and repositories of sheets keep it under version control.  Numbers are decimal
strings, rates fractions, absent is null.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sheetlint.messages.text import Text
from sheetlint.readers.normalised import BadDocument, MappingWithLines
from sheetlint.recognise.labels import (
    FIELD_LABELS,
    FUND_COLUMNS,
    INDICATOR_COLUMNS,
    fund_label,
    indicator_label,
)
from sheetlint.recognise.lexicon import default_lexicon
from sheetlint.recognise.values import figure_value, rate_value, text_value
from sheetlint.sheet.numbers.parse import format_percent, format_plain, parse_number
from sheetlint.sheet.sheet import FundRow, Indicator, Sheet, TotalRow
from sheetlint.sheet.value import UNREADABLE, Value
from sheetlint.sheet.where import Where

SCHEMA_NAME = "sheetlint-sheets/1"
SOURCES = ("total", "fiscal", "carryover", "other", "part")
_POINTS = ("weight", "score")
_MONEY = ("initial", "budget", "executed", "weight")

_TEXT = {"type": "string", "nullable": True}
_FIGURE = {"type": ["string", "number"], "nullable": True}
_SHEET = {
    "title": _TEXT,
    "year": {"type": ["integer", "string"], "nullable": True},
    "project": _TEXT,
    "department": _TEXT,
    "unit": _TEXT,
    "money_unit": _TEXT,
    "profile": _TEXT,
    "funds": {
        "type": "list",
        "schema": {
            "type": "dict",
            "schema": {
                "source": {"type": "string", "allowed": list(SOURCES), "required": True},
                "label": _TEXT,
                **dict.fromkeys((*_MONEY, "rate", "score"), _FIGURE),
                "note": _TEXT,
            },
        },
    },
    "objectives": {
        "type": "dict",
        "nullable": True,
        "schema": {"planned": _TEXT, "actual": _TEXT},
    },
    "indicators": {
        "type": "list",
        "schema": {
            "type": "dict",
            "schema": {
                **dict.fromkeys(("level1", "level2", "level3", "note"), _TEXT),
                **dict.fromkeys(("target", "actual", "weight", "score"), _FIGURE),
            },
        },
    },
    "total": {
        "type": "dict",
        "nullable": True,
        "schema": {"weight": _FIGURE, "score": _FIGURE},
    },
    "grade": _TEXT,
    "remarks": {
        "type": "dict",
        "nullable": True,
        "keysrules": {"type": "string"},
        "valuesrules": _TEXT,
    },
}
DOCUMENT_SCHEMA = {
    "schema": {"type": "string", "allowed": [SCHEMA_NAME], "required": True},
    "files": {
        "type": "list",
        "required": True,
        "schema": {
            "type": "dict",
            "schema": {
                "path": _TEXT,
                "format": _TEXT,
                "sheets": {
                    "type": "list",
                    "required": True,
                    "schema": {"type": "dict", "schema": _SHEET},
                },
            },
        },
    },
}


# ── writing ─────────────────────────────────────────────────────────────────────────────────────────


def dump_sheet(sheet: Sheet, profile: str) -> dict[str, Any]:
    """One sheet as plain data, its keys in the fixed order of the schema."""
    return {
        "title": _name(sheet.title),
        "year": None if sheet.year.number is None else int(sheet.year.number),
        "project": _name(sheet.project),
        "department": _name(sheet.department),
        "unit": _name(sheet.unit),
        "money_unit": _name(sheet.money_unit),
        "profile": profile,
        "funds": [
            {
                "source": row.source,
                "label": row.label,
                **{name: _figure(getattr(row, name)) for name in (*_MONEY, "rate", "score")},
                "note": row.note.text,
            }
            for row in sheet.funds
        ],
        "objectives": {"planned": _name(sheet.planned), "actual": _name(sheet.actual)},
        "indicators": [
            {
                **{
                    name: _name(getattr(row, name))
                    for name in ("level1", "level2", "level3", "target", "actual")
                },
                "weight": _figure(row.weight),
                "score": _figure(row.score),
                "note": row.note.text,
            }
            for row in sheet.indicators
        ],
        "total": {"weight": _figure(sheet.total.weight), "score": _figure(sheet.total.score)},
        "grade": _name(sheet.grade),
        "remarks": {label: value.text for label, value in sheet.remarks},
    }


def _name(value: Value) -> str | None:
    return value.text or None


def _figure(value: Value) -> str | None:
    if value.number is not None:
        return format_plain(value.number)
    return value.raw if value.state == UNREADABLE else None


# ── reading ──────────────────────────────────────────────────────────────────────────────────────────


def load_document(data: object) -> list[Sheet]:
    """The sheets of a normalised document.  Raises BadDocument with the key that is wrong."""
    from sheetlint.schema.errors import first_error

    if not isinstance(data, Mapping):
        raise _bad("文件的最外层应是键值表", "the outermost level must be a mapping")
    validator = _validator()
    if not validator.validate(data, normalize=False):
        raise _bad(*first_error(validator, DOCUMENT_SCHEMA))
    return [load_sheet(sheet) for file in data["files"] for sheet in file["sheets"]]


@cache
def _validator() -> Any:
    from cerberus import Validator

    return Validator(DOCUMENT_SCHEMA)


def load_sheet(data: Mapping[str, Any]) -> Sheet:
    """One sheet from its normalised form."""
    values: dict[str, Any] = {}
    objectives = data.get("objectives") or {}
    for name, holder in (
        *((n, data) for n in ("title", "project", "department", "unit", "money_unit", "grade")),
        ("planned", objectives),
        ("actual", objectives),
    ):
        values[name] = text_value(
            name, _str(holder, name), _where(FIELD_LABELS[name], holder, name)
        )
    total = data.get("total") or {}
    remarks = data.get("remarks") or {}
    return Sheet(
        **values,
        year=figure_value("year", _str(data, "year"), _where(FIELD_LABELS["year"], data, "year")),
        funds=tuple(_fund(row, i) for i, row in enumerate(data.get("funds") or ())),
        indicators=tuple(_indicator(row, i) for i, row in enumerate(data.get("indicators") or ())),
        total=TotalRow(
            *(
                figure_value(
                    f"total.{name}",
                    _str(total, name),
                    _where(FIELD_LABELS[f"total.{name}"], total, name),
                )
                for name in ("weight", "score")
            )
        ),
        remarks=tuple(
            (label, text_value(f"remarks.{label}", text or "", _where((label,), remarks, label)))
            for label, text in remarks.items()
        ),
        columns=_columns(data.get("indicators") or ()),
        fund_columns=_fund_columns(data.get("funds") or ()),
        family=default_lexicon().form_family(values["title"].text),
        profile=_str(data, "profile"),
    )


def _fund(row: Mapping[str, Any], index: int) -> FundRow:
    label = _str(row, "label")
    source = _str(row, "source")
    key = "total" if source == "total" else str(index)
    cells = {
        name: figure_value(
            f"funds.{key}.{name}", _str(row, name), _where(fund_label(label, name), row, name)
        )
        for name in (*_MONEY, "score")
    }
    printed = _str(row, "rate")
    number = parse_number(printed)
    if number is not None and not number.percent:
        printed = format_percent(number.value)
    where = _where(fund_label(label, "rate"), row, "rate")
    return FundRow(
        source,
        label,
        **cells,
        rate=rate_value(f"funds.{key}.rate", printed, where),
        note=text_value(
            f"funds.{key}.note", _str(row, "note"), _where(fund_label(label, "note"), row, "note")
        ),
    )


def _indicator(row: Mapping[str, Any], index: int) -> Indicator:
    level1, level2, level3 = (_str(row, name) for name in ("level1", "level2", "level3"))
    cells: dict[str, Any] = {}
    for name in INDICATOR_COLUMNS:
        where = _where(indicator_label(level1, level2, level3, name), row, name)
        make = figure_value if name in ("weight", "score") else text_value
        cells[name] = make(f"indicators.{index}.{name}", _str(row, name), where)
    return Indicator(**cells)


def _columns(rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Roles of the columns of the indicator table: those that some row has as a key.

    Weights or scores that are null in every row are those of a form without that column.
    """
    return tuple(
        name
        for name in INDICATOR_COLUMNS
        if any(name in row and (row[name] is not None or name not in _POINTS) for row in rows)
    )


def _fund_columns(rows: Sequence[Mapping[str, Any]]) -> tuple[str, ...]:
    """Roles of the columns of the funds block; only weight and score are missing in some forms."""
    given = {name for row in rows for name in _POINTS if row.get(name) is not None}
    return tuple(name for name in FUND_COLUMNS if name in given or name not in _POINTS)


def _str(holder: Mapping[str, Any], key: str) -> str:
    value = holder.get(key)
    return "" if value is None else str(value)


def _where(label: tuple[str, ...], holder: Mapping[str, Any], key: str) -> Where:
    line = holder.lines.get(key) if isinstance(holder, MappingWithLines) else None
    return Where(label, line=line)


def _bad(zh: str, en: str) -> BadDocument:
    return BadDocument(
        Text(f"不是合格的规范化自评表文档：{zh}", f"not a valid normalised document: {en}"),
        Text(
            f"按 sheetlint extract 打印的样式（{SCHEMA_NAME}）修改这一处",
            f"write it as sheetlint extract prints it ({SCHEMA_NAME})",
        ),
    )
