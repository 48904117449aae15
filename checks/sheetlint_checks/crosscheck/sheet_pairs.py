"""Pairs sheets with those of another set (last year's, the approved ones) about the same project."""

from collections.abc import Callable, Iterator, Sequence

from sheetlint.crosscheck.names import name_key, without_years
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint_checks.crosscheck.abbreviations import expand_abbreviations
from sheetlint_checks.crosscheck.sheet_names import holder_key, subject_key


def pair_sheets(
    sheets: Sequence[SheetSummary], others: Sequence[SheetSummary]
) -> Iterator[tuple[SheetSummary, SheetSummary]]:
    """Pairs, by code, by name and unit, or by name alone where only one on either side has it."""
    tables = [_index_by(others, key_of) for key_of in (_code, _name_and_unit, _name)]
    names = _index_by(sheets, _name)
    for sheet in sheets:
        for key_of, table in zip((_code, _name_and_unit, _name), tables, strict=True):
            key = key_of(sheet)
            other = table.get(key) if key else None
            if other is not None and (key_of is not _name or names[key] is not None):
                yield sheet, other
                break


def _index_by(
    sheets: Sequence[SheetSummary], key_of: Callable[[SheetSummary], str]
) -> dict[str, SheetSummary | None]:
    """The sheets by key; None for a key that several have."""
    table: dict[str, SheetSummary | None] = {}
    for sheet in sheets:
        key = key_of(sheet)
        table[key] = None if key in table else sheet
    return table


def _code(sheet: SheetSummary) -> str:
    return sheet.code


def _name(sheet: SheetSummary) -> str:
    """The name without years: 2021年道路养护 and 2022年道路养护 are one project."""
    key = subject_key(sheet)
    return without_years(key) or key


def _name_and_unit(sheet: SheetSummary) -> str:
    name, unit = _name(sheet), expand_abbreviations(name_key(holder_key(sheet)))
    return f"{name}\0{unit}" if name and unit else ""
