"""Recognises a run that was finished before: the same submissions and conditions, and an unchanged
folder of results."""

from __future__ import annotations

from json import dumps, loads
from typing import NamedTuple

from sheetlint.gate.kept_files import KeptFiles
from sheetlint.gate.results_folder import ResultsFolder
from sheetlint.gate.store import ResultStore
from sheetlint.gate.tally import RunOutcome


class FinishedRun(NamedTuple):
    """Looks up and records the outcome of a finished run in the store."""

    store: ResultStore
    key: str
    """Differs where any result would differ."""
    folder: ResultsFolder

    def find(self) -> tuple[RunOutcome, KeptFiles] | None:
        """The outcome of the finished run; None where there is none or the folder has changed."""
        text = self.store.get(self.key)
        if text is None:
            return None
        folder_digest, outcome, kept = loads(text)
        if folder_digest != self.folder.digest():
            return None
        return RunOutcome(*outcome), KeptFiles(*kept)

    def remember(self, outcome: RunOutcome, kept: KeptFiles) -> None:
        self.store.put(self.key, dumps([self.folder.digest(), outcome, kept]))
