"""Recognises a run that was finished before: the same submissions and conditions, and an unchanged
folder of results."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from json import dumps, loads
from typing import NamedTuple

from sheetlint.gate.store import ResultStore
from sheetlint.gate.tally import RunOutcome


class FinishedRun(NamedTuple):
    """Looks up and records the outcome of a finished run in the store."""

    store: ResultStore
    key: str
    """Differs where any result would differ."""
    out: str
    names: tuple[str, ...]
    """Files and folders of the results, below ``out``."""

    def outcome(self) -> RunOutcome | None:
        """The outcome of the finished run; None where there is none or the folder has changed."""
        text = self.store.get(self.key)
        if text is None:
            return None
        folder_digest, outcome = loads(text)
        return RunOutcome(*outcome) if folder_digest == self._folder_digest() else None

    def remember(self, outcome: RunOutcome) -> None:
        self.store.put(self.key, dumps([self._folder_digest(), outcome]))

    def _folder_digest(self) -> str:
        """A digest of the names, sizes and times of the files in the folder."""
        return sha256(
            "\0".join(_entries(self.out, self.names)).encode(errors="surrogatepass")
        ).hexdigest()


def _entries(folder: str, names: Iterable[str]) -> Iterator[str]:
    for name in sorted(names):
        path = os.path.join(folder, name)
        try:
            if os.path.isdir(path):
                yield f"{name}/"
                yield from _entries(path, os.listdir(path))
                continue
            found = os.stat(path)
        except OSError:
            # A file that cannot be examined counts as changed.
            yield f"{name}?"
            continue
        yield f"{name}:{found.st_size}:{found.st_mtime_ns}"
