"""Whether a date was kept, where all days that the two cells allow give the same answer."""

from __future__ import annotations

from sheetlint.sheet.numbers.measure import DATE, GE, GT, Day, Measure
from sheetlint.sheet.sheet import Sheet

_MIN_YEAR, _MAX_YEAR = 1990, 2100


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
        limit, last = _with_year(target.latest, year), _with_year(actual.latest, year)
        first = None if actual.earliest is None else _with_year(actual.earliest, year)
        if limit is None or last is None:
            return None
    else:
        limit, last, first = target.latest, actual.latest, actual.earliest
    if last <= limit:
        return True
    return False if first is not None and first > limit else None


def _with_year(day: Day, year: int | None) -> Day | None:
    if day[0]:
        return day
    return None if year is None else (year, *day[1:])


def sheet_year(sheet: Sheet) -> int | None:
    """The year of the sheet; None where it is not a plausible year."""
    number = sheet.year.number
    return int(number) if number is not None and _MIN_YEAR <= number <= _MAX_YEAR else None
