"""Where a finding stands, as people say it and as other programs address it."""

from __future__ import annotations

import os

from sheetlint.locale import report as words
from sheetlint.model import Where


def place(where: Where, lang: str, lettered: bool) -> str:
    """In the file's own terms first, then in words."""
    return "  ".join(part for part in (spot(where, lang, lettered), where.words) if part)


def spot(where: Where, lang: str, lettered: bool) -> str:
    """``自评表1!G8``, ``表1 第 8 行第 7 列``, ``第 12 行``, or nothing."""
    if where.cell is not None and lettered:
        return where.cell
    if where.row is not None and where.table is not None:
        text = words.ROW if where.column is None else words.ROW_AND_COLUMN
        spoken = text.fill(table=where.table, row=where.row, column=where.column)
        return spoken.in_(lang)
    if where.line is not None:
        return words.LINE.fill(line=where.line).in_(lang)
    if where.page is not None:
        return words.PAGE.fill(page=where.page).in_(lang)
    return ""


def in_repository(path: str) -> str:
    """A path as code hosts write those of a repository: forward slashes, no ``./`` in front."""
    if os.sep != "/":
        path = path.replace(os.sep, "/")
    while path.startswith("./"):
        path = path[2:].lstrip("/")
    return path
