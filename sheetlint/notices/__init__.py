"""Notices to units: letters that list what is to be corrected in their returned sheets."""

from __future__ import annotations

from sheetlint.notices.file_names import NoticeFileNames
from sheetlint.notices.letters import (
    Letterhead,
    Notice,
    NoticeCollector,
    Problem,
    Project,
    build_notices,
)
from sheetlint.notices.standard_template import build_standard_template
from sheetlint.notices.template import BadTemplate, Template

__all__ = (
    "BadTemplate",
    "Letterhead",
    "Notice",
    "NoticeCollector",
    "NoticeFileNames",
    "Problem",
    "Project",
    "Template",
    "build_notices",
    "build_standard_template",
)
