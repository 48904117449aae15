"""The folder of results: its documents by name, and whether a run may write into it."""

from __future__ import annotations

import os
from collections.abc import Iterable

from sheetlint.intake.accepted_names import is_ignored
from sheetlint.intake.source import Source
from sheetlint.messages import gate as texts
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.text import Text

INDEX = "index.html"
LIST = "问题清单.xlsx"
REPORT = "report.json"
FINDINGS = "findings.jsonl"
VERDICTS = "verdicts.jsonl"
RUN = "run.json"
"""Written first and last; marks a folder as this tool's."""


class Unusable(Exception):
    """The folder or the cluster cannot be used; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def prepare_folder(out: str) -> None:
    """Make the folder.  Raises Unusable where it holds other files or cannot be written."""
    try:
        os.makedirs(out, exist_ok=True)
        present = [name for name in os.listdir(out) if not is_ignored(name)]
        if present and not _is_own(out):
            raise Unusable(texts.NOT_OURS.fill(out=out))
        probe = os.path.join(out, f".sheetlint-{os.getpid()}.tmp")
        with open(probe, "xb"):
            pass
        os.unlink(probe)
    except OSError as error:
        raise Unusable(texts.NO_PLACE.fill(out=out, reason=os_error_text(error))) from error


def _is_own(out: str) -> bool:
    try:
        with open(os.path.join(out, RUN), encoding="utf-8") as file:
            return '"sheetlint-run/' in file.read(200)
    except (OSError, UnicodeDecodeError):
        return False


def drop_earlier_output(sources: Iterable[Source], out: str) -> list[Source]:
    """The sources without the results of an earlier run that lie among the submissions."""
    within = os.path.join(os.path.realpath(out), "")
    return [
        source
        for source in sources
        if source.problem is not None or not os.path.realpath(_file(source)).startswith(within)
    ]


def _file(source: Source) -> str:
    if source.member is not None and isinstance(source.member.archive, str):
        return source.member.archive
    return source.path
