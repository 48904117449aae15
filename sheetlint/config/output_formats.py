"""The formats that a report can be written in: command line, configuration and output read this table.

A format is one row here and one module of the same name in ``sheetlint/report`` with a function
``render(report, lang)`` that returns text, or bytes where ``binary`` is set.
"""

import os
from typing import NamedTuple

from sheetlint.system.output_files import OutputKind


class OutputFormat(NamedTuple):
    """One format of the report, with what the program must know of its renderer."""

    name: str
    suffixes: tuple[str, ...] = ()
    """File name suffixes that choose this format, lower case, with the dot."""
    binary: bool = False
    """The renderer returns bytes, which cannot be printed on a terminal."""
    for_people: bool = False
    """Not printed with ``--quiet`` where the verdict is pass."""
    terminal: bool = False
    """``render(report, lang, width, colour=…, verbose=…, symbols=…)``: laid out for a terminal, with
    the files passed over where ``verbose`` is set."""
    streamed: bool = False
    """Printed file by file: the module has ``header_line``, ``file_line`` and ``summary_line``."""
    needs_rules_digest: bool = False
    """The report names the digest of the rules, which takes time to compute."""
    needs_sheets: bool = False
    """The report shows the sheets themselves, so they must be kept in memory."""
    mark: str = ""
    """Regular expression for the start of such a report, for documents that nobody edits by hand: one
    that is there already is replaced, whoever wrote it."""

    @property
    def kind(self) -> OutputKind:
        return OutputKind("report", self.mark)


_JSON_MARK = r'\{\s*"schema": "sheetlint-report/'
_LINES_MARK = r'\{"schema": "sheetlint-report-lines/'
_SARIF_MARK = (
    r'\{\s*"\$schema": "[^"]+",\s*"version": "[\d.]+",\s*"runs": \[\s*\{\s*"tool": \{\s*'
    r'"driver": \{\s*"name": "sheetlint"'
)
_JUNIT_MARK = r'<\?xml [^>]+>\s*<testsuites name="sheetlint"'
_CODE_QUALITY_MARK = (
    r'\[\s*(?:\]\s*\Z|\{\s*"description": "(?:[^"\\]|\\.)*",\s*"check_name": "[A-Z]{2}\d{3} [a-z])'
)
_PAGE_MARK = (
    r'<!DOCTYPE html>\s*<html[^>]*>\s*<head>\s*<meta charset="utf-8">\s*'
    r'<meta name="generator" content="sheetlint">'
)


_FORMATS = (
    OutputFormat("full", for_people=True, terminal=True),
    OutputFormat("concise", for_people=True),
    OutputFormat("json", (".json",), needs_rules_digest=True, mark=_JSON_MARK),
    OutputFormat(
        "jsonl",
        (".jsonl", ".ndjson"),
        streamed=True,
        needs_rules_digest=True,
        mark=_LINES_MARK,
    ),
    OutputFormat("sarif", (".sarif",), mark=_SARIF_MARK),
    OutputFormat("junit", (".xml",), mark=_JUNIT_MARK),
    OutputFormat("markdown", (".md", ".markdown")),
    OutputFormat("github"),
    OutputFormat("gitlab", mark=_CODE_QUALITY_MARK),
    OutputFormat("csv", (".csv",)),
    OutputFormat(
        "html",
        (".html", ".htm"),
        needs_rules_digest=True,
        needs_sheets=True,
        mark=_PAGE_MARK,
    ),
    OutputFormat("xlsx", (".xlsx",), binary=True),
)
OUTPUT_FORMATS = {output.name: output for output in _FORMATS}
DEFAULT_FORMAT = "full"
QUIET_FORMAT = "concise"
"""Printed with ``--quiet`` where no format is named."""


def format_of_path(path: str) -> OutputFormat | None:
    """The format that the suffix of a file name chooses; None where it chooses none."""
    suffix = os.path.splitext(path)[1].lower()
    return next((output for output in OUTPUT_FORMATS.values() if suffix in output.suffixes), None)
