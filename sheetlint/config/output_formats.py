"""What a report can be written as, declared once: options, configuration and writing go by it.

Each has a module of its own name in ``sheetlint/report`` with a function ``render(report, lang)``;
that of ``full``, which is folded to a terminal, wants its width as well.
"""

from __future__ import annotations

import os
from typing import NamedTuple


class Output(NamedTuple):
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
    Output(FULL),
    Output(CONCISE),
    Output("json", (".json",), digest=True),
    Output(JSONL, (".jsonl", ".ndjson"), digest=True),
    Output("sarif", (".sarif",)),
    Output("junit", (".xml",)),
    Output("markdown", (".md", ".markdown")),
    Output("github"),
    Output("gitlab"),
    Output("csv", (".csv",)),
    Output("html", (".html", ".htm"), digest=True, keeps=True),
    Output("xlsx", (".xlsx",), binary=True),
)
OUTPUTS = {output.name: output for output in _ALL}
NAMES = tuple(OUTPUTS)


def meant(path: str) -> Output | None:
    """The kind that a file name means by its suffix."""
    suffix = os.path.splitext(path)[1].lower()
    return next((output for output in _ALL if suffix in output.suffixes), None)
