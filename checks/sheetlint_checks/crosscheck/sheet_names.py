"""Sheets, as a sentence names them and as they are told apart."""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.crosscheck.names import name_key
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.messages.text import Text
from sheetlint.sheet.sheet import DEPARTMENT, PROJECT

_NAMED = 3
"""So many are called by their names; of more the number says enough."""
_PROJECTS = Text("{names}等 {count} 个项目", "{names} and others, {count} projects in all")
_OTHERS = Text("{names}等 {count} 个", "{names} and others, {count} in all")


def quote_sheet_names(sheets: Sequence[SheetSummary]) -> Text:
    """``“甲”、“乙”、“丙”等 39 个项目``."""
    return quote_names(list(dict.fromkeys(sheet.display_name for sheet in sheets)), _PROJECTS)


def quote_names(names: Sequence[str], others: Text = _OTHERS) -> Text:
    shown = [f"“{name}”" for name in names[:_NAMED]]
    quoted = Text("、".join(shown), ", ".join(shown))
    if len(names) <= _NAMED:
        return quoted
    return others.fill(names=quoted, count=len(names))


def project_key(sheet: SheetSummary) -> str:
    """By what a project is the same as another one.  A form that is about a whole department is
    about the department."""
    key = name_key(sheet.project)
    return key or (name_key(sheet.unit) if sheet.family != PROJECT else "")


def subject_key(sheet: SheetSummary) -> str:
    """By what a sheet of a unit is surely about the same as another one of it; empty where it does
    not say.  A unit has many transfer payments, and not every form of theirs names its own."""
    return project_key(sheet) if sheet.project or sheet.family == DEPARTMENT else ""


def holder_key(sheet: SheetSummary) -> str:
    """By what the unit of a sheet is the same as another one."""
    return name_key(sheet.unit) or name_key(sheet.department)
