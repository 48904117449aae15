"""Opens a file again that was checked before, for its sheets, tables and bytes; no check runs."""

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
    """The report ``file`` with the content that a plan with ``keep_content`` keeps.

    None where the file has changed since it was checked.
    """

    def prepare(sheet: Sheet) -> Sheet:
        return prepare_sheet(sheet, plan.profile or plan.profiles.choose(sheet))

    def open_again() -> FileReport | None:
        data = read_content(source, plan.bounds)
        if sha256(data).hexdigest() != file.sha256:
            return None
        opened = open_file(source, data, plan.bounds, pdf_process, plan.lexicon)
        if len(opened.sheets) != len(file.sheets):
            return None
        sheets = [
            known._replace(sheet=prepare(sheet), summary=None)
            for known, sheet in zip(file.sheets, opened.sheets, strict=True)
        ]
        return file._replace(sheets=tuple(sheets), content=FileContent(data, opened.document))

    try:
        found = run_within(plan.bounds, open_again)
    except Unreadable:
        return None
    return None if found is None else waive(found, plan.waivers, plan.decision)
