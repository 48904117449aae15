"""The store of results: one SQLite file, written as results come, shared by runs.

A result has a key made of everything that it depends on, and the signature of the user; one that does
not match counts as missing.  SQLite because it is in the standard library, survives a
process that is killed at any moment, and lets a second run read and write beside the first.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import closing, suppress
from hmac import compare_digest

from sheetlint.gate.store_file import (
    delete_store_file,
    is_damage,
    open_store_file,
    reason_of,
    replace_store_file,
)
from sheetlint.gate.store_key import sign, user_key
from sheetlint.messages.text import Text
from sheetlint.system.cache_folder import cache_folder

_BATCH = 200
"""Results that are written together."""
_LAST_RUN = 1 << 40
"""No run has a higher number; a forged file may say anything."""


class ResultStore:
    """Texts by key.  What cannot be written to the file is kept in memory to the end of the run,
    and ``broken`` says why."""

    def __init__(self, path: str | None, key: bytes = b"") -> None:
        """``key`` signs the results; the user's own where none is given."""
        self._path = path
        self._key = key
        self._unwritten: dict[str, bytes] = {}
        self._of_this_run: dict[str, bytes] = {}
        self._used: dict[str, None] = {}
        self._run = 1
        self.broken: Text | None = None
        self._file: sqlite3.Connection | None = None
        if path is not None:
            self._open(path)

    def get(self, key: str) -> str | None:
        """The text; None where it is missing or damaged."""
        data = self._data(key)
        return None if data is None else zlib.decompress(data).decode()

    def holds(self, key: str) -> bool:
        return self._data(key) is not None

    def _data(self, key: str) -> bytes | None:
        data = self._of_this_run.get(key) or self._unwritten.get(key)
        return self._read(key) if data is None and self._file is not None else data

    def put(self, key: str, text: str) -> None:
        self._unwritten[key] = zlib.compress(text.encode(), 1)
        if self._file is not None and len(self._unwritten) >= _BATCH:
            self.flush()

    def put_for_this_run(self, key: str, text: str) -> None:
        """Store until the end of this run only: the result may differ the next time."""
        self._of_this_run[key] = zlib.compress(text.encode(), 1)

    def is_lasting(self, key: str) -> bool:
        """Whether the text is stored for later runs as well."""
        return key not in self._of_this_run

    def flush(self) -> None:
        """Write the results to the file, so that a run that is killed need not do them again."""
        if self._file is None:
            return
        rows = [
            (key, self._run, sign(self._key, key, data), data)
            for key, data in self._unwritten.items()
        ]
        try:
            with self._file:
                self._file.executemany("REPLACE INTO results VALUES (?, ?, ?, ?)", rows)
                self._file.executemany(
                    "UPDATE results SET run = ? WHERE key = ?", [(self._run, k) for k in self._used]
                )
        except sqlite3.Error as error:
            self._go_without_file(error)
            return
        self._unwritten.clear()
        self._used.clear()

    def close(self, bound: int = 0) -> None:
        """``bound`` is how many bytes the file may keep, 0 for no bound; what has not been used
        for longest goes first, and nothing of this run goes."""
        self.flush()
        if self._file is None:
            return
        try:
            if bound:
                self._trim(bound)
        except sqlite3.Error as error:
            self._go_without_file(error)
        else:
            self._file.close()
            self._file = None

    def remove(self) -> None:
        """Delete the file, which was for one run."""
        self.close()
        if self._path is not None:
            delete_store_file(self._path)

    def _read(self, key: str) -> bytes | None:
        assert self._file is not None
        try:
            row = self._file.execute(
                "SELECT sum, data FROM results WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.DatabaseError as error:
            self._replace_file(error)
            return None
        if row is None or not isinstance(row[1], bytes) or not isinstance(row[0], str):
            return None
        data: bytes = row[1]
        if not compare_digest(row[0].encode(), sign(self._key, key, data).encode()):
            return None
        self._used[key] = None
        return data

    def _open(self, path: str) -> None:
        try:
            self._key = self._key or user_key()
            self._file = open_store_file(path)
            self._run = self._next_run(self._file)
        except (OSError, sqlite3.Error) as error:
            self._go_without_file(error)

    def _next_run(self, file: sqlite3.Connection) -> int:
        try:
            newest = file.execute("SELECT max(CAST(run AS INTEGER)) FROM results").fetchone()[0]
        except sqlite3.DatabaseError as error:
            self._replace_file(error)
            return 1
        return min(newest or 0, _LAST_RUN) + 1

    def _replace_file(self, error: sqlite3.DatabaseError) -> None:
        assert self._file is not None
        self._file.close()
        self._file = None
        if not is_damage(error) or self._path is None:
            self.broken = reason_of(error)
            return
        try:
            self._file = replace_store_file(self._path)
        except (OSError, sqlite3.Error) as failure:
            self._go_without_file(failure)

    def _go_without_file(self, error: OSError | sqlite3.Error) -> None:
        """The file is not to be trusted, the disk is full, a lock stays: this run goes on without it."""
        self.broken = reason_of(error)
        if self._file is not None:
            with suppress(sqlite3.Error):
                self._file.close()
            self._file = None

    def _trim(self, bound: int) -> None:
        assert self._file is not None
        file = self._file
        query = "SELECT CAST(run AS INTEGER) AS r, total(length(data)) FROM results GROUP BY r"
        with closing(file.execute(query)) as found:
            sizes: Iterable[tuple[int, float]] = [(run or 0, size) for run, size in found]
        total = sum(size for _, size in sizes)
        for run, size in sorted(sizes):
            if total <= bound or run == self._run:
                break
            with file:
                file.execute(
                    "DELETE FROM results WHERE coalesce(CAST(run AS INTEGER), 0) = ?", (run,)
                )
            total -= size
        file.execute("PRAGMA incremental_vacuum").fetchall()


def default_path() -> str:
    """The file in the cache folder of the user."""
    return os.path.join(cache_folder(), "results.sqlite")
