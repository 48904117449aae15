"""The sheet of another set (last year's, the approved one) that is about the same project."""

from collections.abc import Callable, Iterator, Sequence

from sheetlint.crosscheck.names import name_key, without_years
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint_checks.crosscheck.abbreviations import expand_abbreviations
from sheetlint_checks.crosscheck.sheet_names import holder_key, subject_key


def pair_sheets(
    sheets: Sequence[SheetSummary], others: Sequence[SheetSummary]
) -> Iterator[tuple[SheetSummary, SheetSummary]]:
    """Pairs, by code, by name and unit, or by name alone where only one on either side has it."""
    tables = [_unique(others, of) for of in (_code, _full, _name)]
    alone = _unique(sheets, _name)
    for sheet in sheets:
        for of, table in zip((_code, _full, _name), tables, strict=True):
            key = of(sheet)
            other = table.get(key) if key else None
            if other is not None and (of is not _name or alone[key] is not None):
                yield sheet, other
                break


def _unique(
    sheets: Sequence[SheetSummary], of: Callable[[SheetSummary], str]
) -> dict[str, SheetSummary | None]:
    """By key; None where several have the same."""
    table: dict[str, SheetSummary | None] = {}
    for sheet in sheets:
        key = of(sheet)
        table[key] = None if key in table else sheet
    return table


def _code(sheet: SheetSummary) -> str:
    return sheet.code


def _name(sheet: SheetSummary) -> str:
    """Without its years: 2021年道路养护 is 2022年道路养护 of the year before."""
    key = subject_key(sheet)
    return without_years(key) or key


def _full(sheet: SheetSummary) -> str:
    name, unit = _name(sheet), expand_abbreviations(name_key(holder_key(sheet)))
    return f"{name}\0{unit}" if name and unit else ""
