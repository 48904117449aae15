"""Notices to units: what is returned for correction, as a letter of the bureau.

``letters`` makes values of the results of a run, ``template`` puts them into a Word file, which a
bureau may replace, and ``filenames`` names the files.  Nothing here reads a clock.
"""

from __future__ import annotations

from sheetlint.notices.file_names import Filenames
from sheetlint.notices.letters import Drafts, Letterhead, Notice, Problem, Project, notices
from sheetlint.notices.template import BadTemplate, Template, shipped

__all__ = (
    "BadTemplate",
    "Drafts",
    "Filenames",
    "Letterhead",
    "Notice",
    "Problem",
    "Project",
    "Template",
    "notices",
    "shipped",
)
