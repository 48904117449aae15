"""A file that was checked before, with its sheets, tables and bytes again, and without the checks."""

from __future__ import annotations

from hashlib import sha256

from sheetlint.intake.content import read_content
from sheetlint.intake.source import Source
from sheetlint.run.examine import prepare_sheet
from sheetlint.run.open_file import open_file
from sheetlint.run.plan import Plan
from sheetlint.run.results import FileContent, FileReport
from sheetlint.run.waive import waive
from sheetlint.sandbox.bounds import run_within
from sheetlint.sandbox.pdf_process import PdfProcess
from sheetlint.sheet.sheet import Sheet
from sheetlint.sheet.tables import Unreadable


def reopen_file(
    source: Source, file: FileReport, plan: Plan, pdf_process: PdfProcess
) -> FileReport | None:
    """``file`` as ``check_source`` gives it under a plan that keeps everything.

    None where the file is not the one that was checked any more.
    """

    def ready(sheet: Sheet) -> Sheet:
        return prepare_sheet(sheet, plan.profile or plan.profiles.choose(sheet))

    def work() -> FileReport | None:
        data = read_content(source, plan.bounds)
        if sha256(data).hexdigest() != file.sha256:
            return None
        there = open_file(source, data, plan.bounds, pdf_process, plan.lexicon)
        if len(there.sheets) != len(file.sheets):
            return None
        sheets = [
            known._replace(sheet=ready(sheet), summary=None)
            for known, sheet in zip(file.sheets, there.sheets, strict=True)
        ]
        return file._replace(sheets=tuple(sheets), content=FileContent(data, there.document))

    try:
        found = run_within(plan.bounds, work)
    except Unreadable:
        return None
    return None if found is None else waive(found, plan.waivers, plan.decision)
