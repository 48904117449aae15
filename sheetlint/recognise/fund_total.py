"""The total row of the funds, where its name is not known: by its amounts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from typing import Any

from sheetlint.recognise.labels import FUND_COLUMNS, FUND_TOTAL_ROW, fund_label
from sheetlint.sheet.sheet import FundRow


def find_total(rows: Sequence[FundRow], unknown: Collection[int]) -> int | None:
    """The index of the row that the others are the parts of, among those whose name is ``unknown``;
    None where no single row is."""
    found = [at for at in unknown if len(rows) == 1 or _is_sum(rows, at)]
    return found[0] if len(found) == 1 else None


def _is_sum(rows: Sequence[FundRow], at: int) -> bool:
    """Whether the amounts of a row are the sums of those of the others, and money among them."""
    others = [row for index, row in enumerate(rows) if index != at]
    sums = []
    for role in ("budget", "executed"):
        total = getattr(rows[at], role).number
        parts = [n for row in others if (n := getattr(row, role).number) is not None]
        if total is None or not parts:
            continue
        if total != sum(parts, Decimal(0)):
            return False
        sums.append(total)
    return any(sums)


def confirm_sources(rows: Sequence[FundRow], judged: Collection[int]) -> list[FundRow]:
    """The rows, those whose source was ``judged`` by their name with it only where the sources then
    make the total: money of 单位自筹 may lie within another row, and is else only a part."""
    kept = list(rows)
    total = next((at for at, row in enumerate(rows) if row.source == "total"), None)
    if total is None or not judged:
        return kept
    sources = [row for at, row in enumerate(rows) if row.source != "part" and at != total]
    if not _is_sum([rows[total], *sources], 0):
        for at in judged:
            if kept[at].budget.number or kept[at].executed.number:
                kept[at] = kept[at]._replace(source="part")
    return kept


def as_total(row: FundRow) -> FundRow:
    """The row as the total row, its fields under the paths and labels of that."""
    values: dict[str, Any] = {}
    for role in FUND_COLUMNS:
        value = getattr(row, role)
        where = value.where._replace(label=fund_label(row.label or FUND_TOTAL_ROW, role))
        values[role] = value._replace(path=f"funds.total.{role}", where=where)
    return row._replace(source="total", label=row.label or FUND_TOTAL_ROW, **values)
