"""Was a date kept?  Said only where every day that the two cells allow gives the same answer."""

from __future__ import annotations

from sheetlint.sheet.numbers.measure import DATE, GE, GT, Day, Measure
from sheetlint.sheet.sheet import Sheet

_FIRST, _LAST = 1990, 2100


def is_date_kept(target: Measure, actual: Measure, year: int | None) -> bool | None:
    """``2021年12月底前`` was kept by ``2021年12月`` and missed by ``2022年1月``.

    A year that one side leaves out is the sheet's; None where that is not known, or where the days
    overlap (``6月15日`` against ``6月``).
    """
    if target.kind != DATE or actual.kind != DATE or target.latest is None or actual.latest is None:
        return None
    if target.operator in (GE, GT):
        return None
    if target.latest[0] or actual.latest[0]:
        limit, last = _in(target.latest, year), _in(actual.latest, year)
        first = None if actual.earliest is None else _in(actual.earliest, year)
        if limit is None or last is None:
            return None
    else:
        limit, last, first = target.latest, actual.latest, actual.earliest
    if last <= limit:
        return True
    return False if first is not None and first > limit else None


def _in(day: Day, year: int | None) -> Day | None:
    if day[0]:
        return day
    return None if year is None else (year, *day[1:])


def sheet_year(sheet: Sheet) -> int | None:
    """The year that the sheet is about."""
    number = sheet.year.number
    return int(number) if number is not None and _FIRST <= number <= _LAST else None
