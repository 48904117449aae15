"""The formats that a report can be written in: command line, configuration and output read this table.

A format is one row here and one module of the same name in ``sheetlint/report`` with a function
``render(report, lang)`` that returns text, or bytes where ``binary`` is set.
"""

import os
from typing import NamedTuple


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


_FORMATS = (
    OutputFormat("full", for_people=True, terminal=True),
    OutputFormat("concise", for_people=True),
    OutputFormat("json", (".json",), needs_rules_digest=True),
    OutputFormat("jsonl", (".jsonl", ".ndjson"), streamed=True, needs_rules_digest=True),
    OutputFormat("sarif", (".sarif",)),
    OutputFormat("junit", (".xml",)),
    OutputFormat("markdown", (".md", ".markdown")),
    OutputFormat("github"),
    OutputFormat("gitlab"),
    OutputFormat("csv", (".csv",)),
    OutputFormat("html", (".html", ".htm"), needs_rules_digest=True, needs_sheets=True),
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
