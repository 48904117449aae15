"""What a report can be written as, declared once: options, configuration and writing go by it.

Each has a module of its own name in ``sheetlint/report`` with a function ``render(report, lang)``;
that of ``full``, which is folded to a terminal, wants its width as well.
"""

from __future__ import annotations

import os
from typing import NamedTuple


class OutputFormat(NamedTuple):
    """One kind of report."""

    name: str
    suffixes: tuple[str, ...] = ()
    """Of file names that mean this kind."""
    binary: bool = False
    """Bytes, which are no use on a terminal."""
    digest: bool = False
    """It names the set of rules, which is work to compute."""
    keeps: bool = False
    """It shows the sheets themselves and not only what was found in them."""


FULL = "full"
CONCISE = "concise"
JSONL = "jsonl"
_ALL = (
    OutputFormat(FULL),
    OutputFormat(CONCISE),
    OutputFormat("json", (".json",), digest=True),
    OutputFormat(JSONL, (".jsonl", ".ndjson"), digest=True),
    OutputFormat("sarif", (".sarif",)),
    OutputFormat("junit", (".xml",)),
    OutputFormat("markdown", (".md", ".markdown")),
    OutputFormat("github"),
    OutputFormat("gitlab"),
    OutputFormat("csv", (".csv",)),
    OutputFormat("html", (".html", ".htm"), digest=True, keeps=True),
    OutputFormat("xlsx", (".xlsx",), binary=True),
)
OUTPUT_FORMATS = {output.name: output for output in _ALL}
NAMES = tuple(OUTPUT_FORMATS)


def format_of_path(path: str) -> OutputFormat | None:
    """The kind that a file name means by its suffix."""
    suffix = os.path.splitext(path)[1].lower()
    return next((output for output in _ALL if suffix in output.suffixes), None)
