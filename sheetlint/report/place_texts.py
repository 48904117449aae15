"""The place of a finding as text for people, and the path as code hosts write it."""

from __future__ import annotations

import os

from sheetlint.messages import machine_reports
from sheetlint.messages import report as messages
from sheetlint.readers.formats import find_format_by_suffix, has_cell_addresses
from sheetlint.report.summary_texts import display_path
from sheetlint.run.results import FileReport, ReportedFinding
from sheetlint.sheet.place import Place
from sheetlint.sheet.where import Where

MAX_PLACES = 8
"""Most places listed of a finding across sheets; of the others the number is printed."""


def place_text(where: Where, lang: str, has_addresses: bool) -> str:
    """The address in the file, then the labels of the field."""
    return "  ".join(
        part for part in (address_text(where, lang, has_addresses), where.label_text) if part
    )


def address_text(where: Where, lang: str, has_addresses: bool) -> str:
    """``自评表1!G8``, ``表1 第 8 行第 7 列``, ``第 12 行``, or nothing."""
    if where.cell is not None and has_addresses:
        return where.cell
    if where.row is not None and where.table is not None:
        text = messages.ROW if where.column is None else messages.ROW_AND_COLUMN
        address = text.fill(table=where.table, row=where.row, column=where.column)
        return address.in_(lang)
    if where.line is not None:
        return messages.LINE.fill(line=where.line).in_(lang)
    if where.page is not None:
        return messages.PAGE.fill(page=where.page).in_(lang)
    return ""


def batch_place_text(there: Place, lang: str, dot: str) -> str:
    """The file, which of its sheets, and the place in it."""
    parts = [display_path(there.path, lang)]
    if there.sheet:
        parts.append(messages.SHEET_NUMBER.fill(number=there.sheet + 1).in_(lang))
    if there.sheet is not None or there.where.cell is not None:
        parts.append(place_text(there.where, lang, _has_cell_addresses(there.path)))
    return f"  {dot}  ".join(part for part in parts if part)


def _has_cell_addresses(path: str) -> bool:
    """By the suffix: only the path of the file is known here."""
    form = find_format_by_suffix(path)
    return form is not None and form.has_cell_addresses


def message_at_place(found: ReportedFinding, file: FileReport, lang: str) -> str:
    """The message with its place behind it, for programs that show nothing else of the place."""
    message = found.message.in_(lang)
    if found.sheet is None:
        return message
    where = place_text(found.where, lang, has_cell_addresses(file.format))
    return machine_reports.AT_PLACE.fill(message=message, place=where).in_(lang)


def repository_path(path: str) -> str:
    """A path as code hosts write those of a repository: forward slashes, no ``./`` in front."""
    if os.sep != "/":
        path = path.replace(os.sep, "/")
    while path.startswith("./"):
        path = path[2:].lstrip("/")
    return path
