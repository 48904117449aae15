"""The names of sheets in messages, and the keys by which sheets are compared."""

from __future__ import annotations

from collections.abc import Sequence

from sheetlint.crosscheck.names import name_key
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.messages.text import Text
from sheetlint.sheet.sheet import DEPARTMENT, PROJECT

_NAMED = 3
"""This many are named; of more the message gives the number."""
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
    """Equal for sheets of one project; a form about a whole department has the department's key."""
    key = name_key(sheet.project)
    return key or (name_key(sheet.unit) if sheet.family != PROJECT else "")


def subject_key(sheet: SheetSummary) -> str:
    """Equal for sheets of one unit about the same project; empty where a sheet does not name it.

    A unit has many transfer payments, and not every form of theirs names its own.
    """
    return project_key(sheet) if sheet.project or sheet.family == DEPARTMENT else ""


def holder_key(sheet: SheetSummary) -> str:
    """Equal for sheets of one unit."""
    return name_key(sheet.unit) or name_key(sheet.department)
