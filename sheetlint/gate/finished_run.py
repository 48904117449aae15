"""A run that is done already: the same submissions, under the same conditions, and the folder of
results as it was left."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from hashlib import sha256
from json import dumps, loads
from typing import NamedTuple

from sheetlint.gate.store import ResultStore
from sheetlint.gate.tally import RunOutcome


class FinishedRun(NamedTuple):
    """What is known of runs that were finished; nothing where the results are not kept."""

    store: ResultStore
    key: str
    """Another one where anything would come out otherwise."""
    out: str
    names: tuple[str, ...]
    """Files and folders of the results, below ``out``."""

    def outcome(self) -> RunOutcome | None:
        """Of the run that has left the folder as it is."""
        text = self.store.get(self.key)
        if text is None:
            return None
        standing, outcome = loads(text)
        return RunOutcome(*outcome) if standing == self._standing() else None

    def remember(self, outcome: RunOutcome) -> None:
        self.store.put(self.key, dumps([self._standing(), outcome]))

    def _standing(self) -> str:
        """Of what is there, by names, sizes and times."""
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
            # What cannot be seen is not what was left.
            yield f"{name}?"
            continue
        yield f"{name}:{found.st_size}:{found.st_mtime_ns}"
