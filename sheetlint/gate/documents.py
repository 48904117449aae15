"""The machine-readable documents of a run, written file by file: none is ever whole in memory."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from io import TextIOWrapper
from types import TracebackType
from typing import Any, Protocol

from sheetlint.gate.output_record import FINDINGS, REPORT, VERDICTS
from sheetlint.gate.tally import PASSED_OVER, FileLine, Tally
from sheetlint.report.json import (
    SCHEMA,
    dump_json,
    dump_json_line,
    dump_nested_json,
    file_entry,
    finding_entry,
)
from sheetlint.rules.check import ERROR, INFO, WARNING
from sheetlint.run.results import FileReport, ReportedFinding
from sheetlint.system.confined_folder import Draft

FINDINGS_SCHEMA = "sheetlint-findings/1"
VERDICTS_SCHEMA = "sheetlint-verdicts/1"


class DraftFolder(Protocol):
    """Where documents are written to before they get their names."""

    def create_draft(self) -> Draft: ...

    def put_in_place(self, draft: str, path: str) -> None: ...

    def delete_draft(self, draft: str) -> None: ...


class _DraftText:
    """A text that gets its name when it is complete, and is deleted where it never is."""

    def __init__(self, folder: DraftFolder) -> None:
        self._folder = folder
        self._name, file = folder.create_draft()
        self.file = TextIOWrapper(file, encoding="utf-8", newline="\n")

    def put_in_place(self, path: str) -> None:
        # Closing writes the rest, for which the disk may have no room.
        self.file.close()
        self._folder.put_in_place(self._name, path)

    def delete(self) -> None:
        """Delete it, unless it has its name by now."""
        with suppress(OSError):
            self.file.close()
        self._folder.delete_draft(self._name)


class JsonLinesFile:
    """A file of JSON lines, which gets its name when it is complete."""

    def __init__(self, folder: DraftFolder, path: str) -> None:
        self._path = path
        self._draft = _DraftText(folder)

    def __enter__(self) -> JsonLinesFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._draft.put_in_place(self._path)
        finally:
            self._draft.delete()

    def line(self, data: object) -> None:
        """One line of JSON."""
        self._draft.file.write(dump_json_line(data))


class ReportDocument:
    """``report.json``: the bytes that ``check --format json`` prints, with the findings across
    sheets in ``batch``.  The counts come first and are known last, so the entries of the files are
    written to a second file meanwhile."""

    def __init__(self, folder: DraftFolder, path: str, lang: str) -> None:
        self._folder = folder
        self._path = path
        self._lang = lang
        self._files = _DraftText(folder)
        self._first = True

    def __enter__(self) -> ReportDocument:
        return self

    def __exit__(self, *_: object) -> None:
        self._files.delete()

    def add(self, entry: dict[str, Any]) -> None:
        """Add the entry of a file."""
        self._files.file.write("\n    " if self._first else ",\n    ")
        self._files.file.write(dump_nested_json(entry, 4))
        self._first = False

    def finish(
        self, version: str, rules_sha256: str, tally: Tally, batch: Sequence[ReportedFinding]
    ) -> None:
        head = {
            "schema": SCHEMA,
            "tool": {"name": "sheetlint", "version": version, "rules_sha256": rules_sha256},
            "summary": summary_entry(tally),
        }
        tail = {"batch": [finding_entry(found, self._lang) for found in batch]}
        whole = _DraftText(self._folder)
        try:
            whole.file.write(dump_json(head).removesuffix("\n}\n"))
            whole.file.write(',\n  "files": [')
            self._files.file.seek(0)
            shutil.copyfileobj(self._files.file, whole.file)
            whole.file.write("],\n" if self._first else "\n  ],\n")
            whole.file.write(dump_json(tail).removeprefix("{\n"))
            whole.put_in_place(self._path)
        finally:
            whole.delete()


class RunDocuments:
    """``report.json``, ``findings.jsonl`` and ``verdicts.jsonl`` in one folder.  Raises OSError."""

    def __init__(self, folder: DraftFolder, lang: str) -> None:
        self._lang = lang
        self._stack = ExitStack()
        try:
            enter = self._stack.enter_context
            self._report = enter(ReportDocument(folder, REPORT, lang))
            self._findings = enter(JsonLinesFile(folder, FINDINGS))
            self._verdicts = enter(JsonLinesFile(folder, VERDICTS))
            self._findings.line({"schema": FINDINGS_SCHEMA})
            self._verdicts.line({"schema": VERDICTS_SCHEMA})
        except BaseException:
            self._stack.close()
            raise

    def __enter__(self) -> RunDocuments:
        return self

    def __exit__(self, *error: Any) -> None:
        self._stack.__exit__(*error)

    def add(self, row: FileLine, file: FileReport) -> None:
        self._verdicts.line(verdict_entry(row, file.reason and file.reason.in_(self._lang)))
        if file.passed_over:
            return
        entry = file_entry(file, self._lang)
        self._report.add(entry)
        for found in entry["findings"]:
            self._findings.line(finding_line(file.path, found))

    def finish(
        self, version: str, rules_sha256: str, tally: Tally, batch: Sequence[ReportedFinding]
    ) -> None:
        """Complete the documents after the last file."""
        for found in batch:
            self._findings.line(finding_line(None, finding_entry(found, self._lang)))
        self._report.finish(version, rules_sha256, tally, batch)


def summary_entry(tally: Tally) -> dict[str, Any]:
    return {
        "files": tally.found - tally.files[PASSED_OVER],
        "sheets": tally.sheets,
        "errors": tally.findings[ERROR],
        "warnings": tally.findings[WARNING],
        "infos": tally.findings[INFO],
        "skipped": tally.skipped,
        "verdict": tally.verdict,
    }


def verdict_entry(line: FileLine, reason: str | None) -> dict[str, Any]:
    """``reason`` is why the file was passed over."""
    return {
        "path": line.path,
        "sha256": line.sha256,
        "format": line.format,
        "status": line.status,
        "verdict": line.verdict or None,
        "reason": reason,
        "errors": line.errors,
        "warnings": line.warnings,
        "infos": line.infos,
        "sheets": [
            {
                "department": sheet.department,
                "unit": sheet.unit,
                "project": sheet.project,
                "year": sheet.year,
                "total": None if sheet.total is None else f"{sheet.total:f}",
                "profile": sheet.profile,
                "verdict": sheet.verdict,
            }
            for sheet in line.sheets
        ],
    }


def finding_line(path: str | None, entry: dict[str, Any]) -> dict[str, Any]:
    """A finding with the file that it is in; None for one across files."""
    return {"path": path, **entry}
