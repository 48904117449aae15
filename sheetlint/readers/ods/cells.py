"""Cells of a spreadsheet: stored value and displayed text, from attributes and paragraphs."""

from __future__ import annotations

from sheetlint.readers.ods.formulas import convert_formula
from sheetlint.sheet.tables import Cell

_ENDS = " \u00a0\t\r\n"
_NUMBERS = ("float", "percentage", "currency")
_VALUES = ("office:string-value", "office:date-value", "office:time-value")
_PLAIN = 15
"""Digits of a number that is stored as it is written."""


def make_cell(attributes: dict[str, str], text: str | None) -> Cell | None:
    """The cell in column 0, without spans; None where it shows nothing and computes nothing.

    ``text`` is what stands in the file as displayed, and None where nothing stands there: then
    LibreOffice shows the value, and so do we.
    """
    kind = attributes.get("office:value-type", "")
    stored = _parse_value(attributes.get("office:value", "")) if kind in _NUMBERS else None
    # An empty paragraph is the result "", as LibreOffice writes it; without one there is no result.
    computed = text is not None or kind == "string"
    if text is None:
        text = _format_value(attributes, kind, stored)
    text = text.strip(_ENDS)
    formula = attributes.get("table:formula")
    if formula is not None:
        return Cell(text, 0, 1, 1, stored, convert_formula(formula), computed or bool(text))
    return Cell(text, 0, 1, 1, stored) if text or stored is not None else None


def _parse_value(written: str) -> str | None:
    if written.isascii() and written.isdigit() and len(written) <= _PLAIN and written[0] != "0":
        return written
    from sheetlint.readers.number_format import NotANumber, format_plain, parse_stored

    try:
        return format_plain(parse_stored(written))
    except NotANumber:
        return None


def _format_value(attributes: dict[str, str], kind: str, stored: str | None) -> str:
    if stored is not None:
        from sheetlint.readers.number_format import format_number, parse_stored

        return format_number(parse_stored(stored), "0.00%" if kind == "percentage" else "General")
    if kind == "boolean":
        return attributes.get("office:boolean-value", "").upper()
    return next((attributes[name] for name in _VALUES if name in attributes), "")
