"""Changes of a sheet field by field; rows are matched by name, whatever their place and file format."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from sheetlint.sheet.numbers.measure import DATE, LE, LT, Measure, common_scale, parse_measure
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.value import Value
from sheetlint.sheet.where import Where

FIGURE = "figure"
TEXT = "text"
REWRITTEN = "rewritten"
"""The same figure or text in another way of writing (``9.90``, ``9.9``)."""
ROW_ADDED = "row-added"
ROW_REMOVED = "row-gone"
_TARGET, _WEIGHT = "target", "weight"
_MEASURED = (_TARGET, "actual")
_SIGNS = str.maketrans({"≥": ">=", "≤": "<=", "≧": ">=", "≦": "<="})
_Rows = dict[tuple[str, str, int], dict[str, Value]]


class Change(NamedTuple):
    """One field before and after; for a row added or removed, its name."""

    kind: str
    where: Where
    """In the new sheet, or in the old one where the new one has it no more."""
    before: str
    after: str
    measured: bool = False
    """A target or what was reached: it may have been moved to fit."""
    lowered: bool = False
    """A target that is easier to reach than before."""
    weight: bool = False
    """The weight of an indicator."""


def compare_sheets(before: Sheet, after: Sheet) -> Iterator[Change]:
    """Lowered targets first, then changed weights, then the rest in the order of the new sheet;
    removed rows come last."""
    return iter(
        sorted(_changes(before, after), key=lambda each: (not each.lowered, not each.weight))
    )


def _changes(before: Sheet, after: Sheet) -> Iterator[Change]:
    old, new = _rows(before), _rows(after)
    partners = {key: key for key in new if key in old}
    # A row that was renamed in its place is the same row.
    alone = [key for key in old if key not in new]
    for number, key in enumerate(new):
        match = list(old)[number] if number < len(old) else None
        if key not in old and match in alone and match[0] == key[0]:
            partners[key] = match
            alone.remove(match)
    for key, row in new.items():
        if key in partners:
            there = old[partners[key]]
            for field, value in row.items():
                yield from _compare_field(there.get(field, Value(value.path)), value, key[0], field)
            for field, value in there.items():
                if field not in row:
                    yield from _compare_field(value, Value(value.path), key[0], field)
        else:
            yield Change(ROW_ADDED, _first(row), "", key[1])
    for key in alone:
        yield Change(ROW_REMOVED, _first(old[key]), key[1], "")


def _rows(sheet: Sheet) -> _Rows:
    """The fields by what names their row, and not by where it stands."""
    rows: _Rows = {}

    def row(kind: str, name: str) -> dict[str, Value]:
        number = 0
        while (kind, name, number) in rows:
            number += 1
        return rows.setdefault((kind, name, number), {})

    head: dict[str, Value] = row("head", "")
    funds = {value.path for fund in sheet.funds for value in fund[2:]}
    indicators = {value.path for each in sheet.indicators for value in each[:8]}
    more = {value.path for each in sheet.indicators for _, value in each.extra}
    for value in sheet.values():
        if value.path not in funds | indicators | more:
            head[value.path] = value
    for fund in sheet.funds:
        row("funds", _plain(fund.label)).update(
            (name, value) for name, value in fund._asdict().items() if isinstance(value, Value)
        )
    for each in sheet.indicators:
        fields = {n: v for n, v in each._asdict().items() if isinstance(v, Value)}
        row("indicators", _plain(each.level3.text)).update({**fields, **dict(each.extra)})
    return rows


def _first(row: dict[str, Value]) -> Where:
    where = next(iter(row.values())).where
    return where._replace(label=where.label[:-1])


def _compare_field(before: Value, after: Value, kind: str, field: str) -> Iterator[Change]:
    if before.text == after.text and before.number == after.number:
        return
    where = after.where if after.where.label else before.where
    if before.number is not None and after.number is not None:
        how = REWRITTEN if before.number == after.number else FIGURE
    elif _plain(before.text) == _plain(after.text) or not (before.filled or after.filled):
        # A dash and an empty cell both mean no value.
        how = REWRITTEN
    else:
        how = FIGURE if before.known or after.known else TEXT
    of_indicator = how != REWRITTEN and kind == "indicators"
    yield Change(
        how,
        where,
        before.text or before.raw,
        after.text or after.raw,
        measured=of_indicator and field in _MEASURED,
        lowered=of_indicator and field == _TARGET and _is_lowered(before.text, after.text),
        weight=of_indicator and field == _WEIGHT,
    )


def _is_lowered(before: str, after: str) -> bool:
    """Whether a target is easier to reach: less of what is to be reached, a higher limit, a later
    date.  False where the two cannot be compared."""
    old, new = parse_measure(before), parse_measure(after)
    if old.kind == new.kind == DATE and old.latest is not None and new.latest is not None:
        return new.latest > old.latest
    scaled = common_scale(old, new)
    if scaled is None or _is_limit(old) != _is_limit(new):
        return False
    return scaled[1] > scaled[0] if _is_limit(old) else scaled[1] < scaled[0]


def _is_limit(target: Measure) -> bool:
    return target.operator in (LE, LT)


def _plain(text: str) -> str:
    """The text without differences of typing: character widths, blanks, ≥ for >=."""
    return "".join(unicodedata.normalize("NFKC", text).translate(_SIGNS).split()).casefold()
