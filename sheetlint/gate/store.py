"""The store of results: one SQLite file, written as results come, shared by runs.

A result has a key made of everything that it depends on, and a checksum; a result that does not
match its checksum counts as missing.  SQLite because it is in the standard library, survives a
process that is killed at any moment, and lets a second run read and write beside the first.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import closing, suppress
from hashlib import sha256

from sheetlint.system.cache_folder import cache_folder

_VERSION = 1
"""Changed with the tables; a file of another version is replaced."""
_APPLICATION = 0x536C6E74
"""In the header of the file: tells it from the databases of other programs."""
_HEADER = b"SQLite format 3\0"
_APPLICATION_AT = 68
"""Where a database of SQLite has the number of its application, in four bytes."""
_TIMEOUT = 30.0
"""Seconds that a run waits for another run to write."""
_BATCH = 200
"""Results that are written together."""
_TABLES = """
CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, run INTEGER, sum TEXT, data BLOB);
CREATE INDEX IF NOT EXISTS by_run ON results (run);
"""


class ResultStore:
    """Texts by key.  What cannot be written to the file is kept in memory to the end of the run,
    and ``broken`` says why."""

    def __init__(self, path: str | None) -> None:
        self._path = path
        self._unwritten: dict[str, bytes] = {}
        self._of_this_run: dict[str, bytes] = {}
        self._used: dict[str, None] = {}
        self._run = 1
        self.broken: str = ""
        self._file: sqlite3.Connection | None = None
        if path is not None:
            self._file = self._open(path)

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
            (key, self._run, sha256(data).hexdigest(), data)
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
            _delete_database(self._path)

    def _read(self, key: str) -> bytes | None:
        assert self._file is not None
        try:
            row = self._file.execute(
                "SELECT sum, data FROM results WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.DatabaseError as error:
            self._replace_file(error)
            return None
        if row is None or not isinstance(row[1], bytes) or sha256(row[1]).hexdigest() != row[0]:
            return None
        self._used[key] = None
        data: bytes = row[1]
        return data

    def _open(self, path: str) -> sqlite3.Connection | None:
        try:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            try:
                return self._connect(path)
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    raise
                # A damaged file is deleted; that costs only time.
                _delete_database(path)
                return self._connect(path)
        except (OSError, sqlite3.Error) as error:
            self.broken = str(error)
            return None

    def _connect(self, path: str) -> sqlite3.Connection:
        file = sqlite3.connect(path, timeout=_TIMEOUT)
        try:
            version = file.execute("PRAGMA user_version").fetchone()[0]
            if version not in (0, _VERSION):
                raise sqlite3.DatabaseError("version")
            if version == 0:
                file.execute("PRAGMA auto_vacuum = INCREMENTAL")
                file.execute(f"PRAGMA application_id = {_APPLICATION}")
            # Written beside the file first: another run reads on meanwhile.
            file.execute("PRAGMA journal_mode = WAL")
            file.execute("PRAGMA synchronous = NORMAL")
            file.executescript(_TABLES)
            file.execute(f"PRAGMA user_version = {_VERSION}")
            newest = file.execute("SELECT max(run) FROM results").fetchone()[0]
            self._run = (newest or 0) + 1
        except BaseException:
            file.close()
            raise
        return file

    def _replace_file(self, error: sqlite3.DatabaseError) -> None:
        assert self._file is not None
        self._file.close()
        self._file = None
        if _is_damage(error) and self._path is not None:
            _delete_database(self._path)
            self._file = self._open(self._path)
        else:
            self.broken = str(error)

    def _go_without_file(self, error: sqlite3.Error) -> None:
        """The disk is full or the file stays locked: this run goes on without the file."""
        self.broken = str(error)
        if self._file is not None:
            with suppress(sqlite3.Error):
                self._file.close()
            self._file = None

    def _trim(self, bound: int) -> None:
        assert self._file is not None
        file = self._file
        with closing(file.execute("SELECT run, sum(length(data)) FROM results GROUP BY run")) as c:
            sizes: Iterable[tuple[int, int]] = c.fetchall()
        total = sum(size for _, size in sizes)
        for run, size in sorted(sizes):
            if total <= bound or run == self._run:
                break
            with file:
                file.execute("DELETE FROM results WHERE run = ?", (run,))
            total -= size
        file.execute("PRAGMA incremental_vacuum").fetchall()


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether SQLite cannot read the file, or it is of another version."""
    return not isinstance(error, sqlite3.OperationalError)


def _delete_database(path: str) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            os.unlink(path + suffix)


def may_be_store(path: str) -> bool:
    """Whether a run may use the file at ``path``: one that is missing, empty or a store.

    A file of somebody else's would be taken for a damaged store and begun anew.  What cannot be
    opened is left alone, and reported, when it is used.
    """
    try:
        with open(path, "rb") as file:
            head = file.read(_APPLICATION_AT + 4)
    except OSError:
        return True
    number = int.from_bytes(head[_APPLICATION_AT:], "big")
    return not head or (head.startswith(_HEADER) and number == _APPLICATION)


def default_path() -> str:
    """The file in the cache folder of the user."""
    return os.path.join(cache_folder(), "results.sqlite")
