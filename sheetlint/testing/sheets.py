"""Builds a sheet from a case: the clean sheet with the changes that the case lists."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sheetlint.messages.text import Text
from sheetlint.recognise.labels import FIELD_LABELS
from sheetlint.recognise.normalised_document import load_sheet
from sheetlint.recognise.values import figure_value, substitute, text_value
from sheetlint.sheet.sheet import Indicator, LevelPoints, ReadingNote, Sheet
from sheetlint.sheet.value import PRESENT, Value
from sheetlint.sheet.where import Where

_ROW = ("level1", "level2", "level3", "target", "actual", "weight", "score", "note")
_FUND = ("source", "label", "initial", "budget", "executed", "weight", "rate", "score", "note")

CLEAN_SHEET: Mapping[str, Any] = {
    "title": "项目支出绩效自评表",
    "year": 2022,
    "project": "残疾人康复服务项目",
    "department": "临港县民政局",
    "unit": "临港县康复中心",
    "money_unit": "元",
    "funds": [
        "total | 年度资金总额 | 0.00 | 57607470.00 | 56961217.00 | 10 | 98.88% | 9.89 | 尾款下年支付",
        "fiscal | 其中：当年财政拨款 | 0.00 | 57607470.00 | 56961217.00 | — | — | — |",
        "carryover | 上年结转资金 | 0 | 0 | 0 | — | — | — |",
        "other | 其他资金 | 0 | 0 | 0 | — | — | — |",
    ],
    "objectives": {
        "planned": "为残疾人提供康复训练，改善生活质量。",
        "actual": "2022年为残疾人提供康复训练1530人次，参训者生活质量明显改善。",
    },
    "rows": [
        "产出指标 | 数量指标 | 康复训练人次 | ≥1500人次 | 1530人次 | 20 | 20 |",
        "产出指标 | 质量指标 | 服务合格率 | ≥95% | 98% | 15 | 15 |",
        "产出指标 | 时效指标 | 按时完成率 | ≥98% | 99% | 15 | 15 |",
        "效益指标 | 社会效益指标 | 惠及家庭户数 | ≥300户 | 320户 | 30 | 30 |",
        "满意度指标 | 服务对象满意度指标 | 服务对象满意度 | ≥90% | 95% | 10 | 10 |",
    ],
    "total": {"weight": "100", "score": "99.89"},
    "grade": None,
    "remarks": {},
}
"""A sheet in which nothing is wrong under the national profile."""


def build_sheet(data: Mapping[str, Any]) -> Sheet:
    """The clean sheet with the blocks and cells of the case; ValueError for a path that it lacks."""
    base = {**CLEAN_SHEET, **{k: v for k, v in data.items() if k in CLEAN_SHEET}}
    document = {key: value for key, value in base.items() if key != "rows"}
    document["funds"] = [split_cells(line, _FUND) for line in base["funds"]]
    document["indicators"] = [split_cells(line, _ROW) for line in base["rows"]]
    sheet = load_sheet(document)
    for path, text in dict(data.get("set", {})).items():
        changed = substitute(sheet, path, "" if text is None else str(text))
        if changed is None:
            raise ValueError(f"the clean sheet has no {path}")
        sheet = changed
    if "columns" in data:
        sheet = sheet._replace(columns=tuple(data["columns"]))
    if "fund_columns" in data:
        sheet = sheet._replace(fund_columns=tuple(data["fund_columns"]))
    return _add_reading_results(sheet, data)


def _add_reading_results(sheet: Sheet, data: Mapping[str, Any]) -> Sheet:
    """Adds what only a reader finds in a sheet: repairs, doubts, residues, formulas without values."""

    def at(text: str) -> Value:
        return Value("reading", text, PRESENT, text, where=Where(("表格",)))

    def named(path: str, text: str) -> Value:
        label = tuple(path.split(".")[1:]) or FIELD_LABELS.get(path, (path,))
        return text_value(path, text, Where(label))

    rows = list(sheet.indicators)
    for index, cells in dict(data.get("extra", {})).items():
        extra = [(r, named(f"indicators.{index}.{r}", str(t))) for r, t in cells.items()]
        rows[index] = rows[index]._replace(extra=tuple(extra))
    headline = str(data.get("headline", ""))
    return sheet._replace(
        indicators=tuple(rows),
        headline=figure_value("headline", headline, Where(FIELD_LABELS["headline"])),
        level_points=tuple(_level_points(data, rows)),
        misplaced_names=tuple(
            (int(index), named("reading", str(text)))
            for index, text in dict(data.get("misplaced", {})).items()
        ),
        details=tuple(
            (label, named(f"details.{label}", str(text)))
            for label, text in dict(data.get("details", {})).items()
        ),
        headings=tuple(data.get("heads", ())),
        family=str(data.get("family", sheet.family)),
        repairs=tuple(ReadingNote(Text(t, t), at(t)) for t in data.get("repairs", ())),
        doubts=tuple(ReadingNote(Text(t, t), at(t)) for t in data.get("doubts", ())),
        residues=tuple(at(t) for t in data.get("residues", ())),
        uncomputed=tuple(at(t) for t in data.get("uncomputed", ())),
        funds_sure=bool(data.get("funds_sure", True)),
        levels_sure=bool(data.get("levels_sure", True)),
        unreliable_reason=Text(data["unread"], data["unread"]) if "unread" in data else None,
    )


def _level_points(data: Mapping[str, Any], rows: Sequence[Indicator]) -> Iterator[LevelPoints]:
    """The points printed for a level, in its name or in a row of subtotals."""

    def of(level: str, points: object, *name: str, field: str | None = None) -> LevelPoints:
        path = ".".join(("level_points", level, *name))
        where = Where(("绩效指标", level, *name, "分值"))
        members = (i for i, row in enumerate(rows) if level in (row.level1.text, row.level2.text))
        return LevelPoints(figure_value(path, str(points), where), tuple(members), field)

    for level, points in dict(data.get("level_points", {})).items():
        yield of(level, points)
    for level, sums in dict(data.get("subtotals", {})).items():
        for field, points in sums.items():
            yield of(level, points, "小计", field=field)


def split_cells(line: str, names: tuple[str, ...]) -> dict[str, str | None]:
    """The cells of a line ``a | b | c`` by name; ValueError where there are too many."""
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) > len(names):
        raise ValueError(f"too many cells: {line}")
    return {name: cells[i] if i < len(cells) else "" for i, name in enumerate(names)}
