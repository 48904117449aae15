"""Results that are kept: one SQLite file, written as they come, shared by runs.

A result stands under a key made of everything that it depends on, with a checksum; what does not
agree with its checksum was never there.  SQLite because it is in the standard library, survives a
process that is killed at any moment, and lets a second run read and write beside the first.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterable
from contextlib import closing, suppress
from hashlib import sha256

_FORM = 1
"""Changed with the tables; a file of another form is begun anew."""
_PATIENCE = 30.0
"""Seconds that a run waits for another one's writing."""
_MANY = 200
"""Results that are written at once."""
_TABLES = """
CREATE TABLE IF NOT EXISTS results (key TEXT PRIMARY KEY, run INTEGER, sum TEXT, data BLOB);
CREATE INDEX IF NOT EXISTS by_run ON results (run);
"""


class ResultStore:
    """Texts by key.  What cannot be written to the file is kept in memory to the end of the run,
    and ``broken`` says why."""

    def __init__(self, path: str | None) -> None:
        self._path = path
        self._waiting: dict[str, bytes] = {}
        self._once: dict[str, bytes] = {}
        self._used: dict[str, None] = {}
        self._run = 1
        self.broken: str = ""
        self._file: sqlite3.Connection | None = None
        if path is not None:
            self._file = self._opened(path)

    def get(self, key: str) -> str | None:
        """The text, if it is there and whole."""
        data = self._data(key)
        return None if data is None else zlib.decompress(data).decode()

    def holds(self, key: str) -> bool:
        return self._data(key) is not None

    def _data(self, key: str) -> bytes | None:
        data = self._once.get(key) or self._waiting.get(key)
        return self._read(key) if data is None and self._file is not None else data

    def put(self, key: str, text: str) -> None:
        self._waiting[key] = zlib.compress(text.encode(), 1)
        if self._file is not None and len(self._waiting) >= _MANY:
            self.flush()

    def keep(self, key: str, text: str) -> None:
        """To the end of this run only: a result that nothing says will be the same again."""
        self._once[key] = zlib.compress(text.encode(), 1)

    def lasts(self, key: str) -> bool:
        """Whether the text is more than one for this run."""
        return key not in self._once

    def flush(self) -> None:
        """Write what waits; a run that is killed now does not do this work again."""
        if self._file is None:
            return
        rows = [
            (key, self._run, sha256(data).hexdigest(), data) for key, data in self._waiting.items()
        ]
        try:
            with self._file:
                self._file.executemany("REPLACE INTO results VALUES (?, ?, ?, ?)", rows)
                self._file.executemany(
                    "UPDATE results SET run = ? WHERE key = ?", [(self._run, k) for k in self._used]
                )
        except sqlite3.Error as error:
            self._give_up(error)
            return
        self._waiting.clear()
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
            self._give_up(error)
        else:
            self._file.close()
            self._file = None

    def remove(self) -> None:
        """The file was for one run, which is done."""
        self.close()
        if self._path is not None:
            _forget(self._path)

    def _read(self, key: str) -> bytes | None:
        assert self._file is not None
        try:
            row = self._file.execute(
                "SELECT sum, data FROM results WHERE key = ?", (key,)
            ).fetchone()
        except sqlite3.DatabaseError as error:
            self._begin_anew(error)
            return None
        if row is None or not isinstance(row[1], bytes) or sha256(row[1]).hexdigest() != row[0]:
            return None
        self._used[key] = None
        data: bytes = row[1]
        return data

    def _opened(self, path: str) -> sqlite3.Connection | None:
        try:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
            try:
                return self._connected(path)
            except sqlite3.DatabaseError as error:
                if not _is_damage(error):
                    raise
                # It is not believed, and nothing is lost but time.
                _forget(path)
                return self._connected(path)
        except (OSError, sqlite3.Error) as error:
            self.broken = str(error)
            return None

    def _connected(self, path: str) -> sqlite3.Connection:
        file = sqlite3.connect(path, timeout=_PATIENCE)
        try:
            form = file.execute("PRAGMA user_version").fetchone()[0]
            if form not in (0, _FORM):
                raise sqlite3.DatabaseError("form")
            if form == 0:
                file.execute("PRAGMA auto_vacuum = INCREMENTAL")
            # Written beside the file first: another run reads on meanwhile.
            file.execute("PRAGMA journal_mode = WAL")
            file.execute("PRAGMA synchronous = NORMAL")
            file.executescript(_TABLES)
            file.execute(f"PRAGMA user_version = {_FORM}")
            newest = file.execute("SELECT max(run) FROM results").fetchone()[0]
            self._run = (newest or 0) + 1
        except BaseException:
            file.close()
            raise
        return file

    def _begin_anew(self, error: sqlite3.DatabaseError) -> None:
        assert self._file is not None
        self._file.close()
        self._file = None
        if _is_damage(error) and self._path is not None:
            _forget(self._path)
            self._file = self._opened(self._path)
        else:
            self.broken = str(error)

    def _give_up(self, error: sqlite3.Error) -> None:
        """The disk is full, or another run never ends: this one does without."""
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
    """A file that SQLite cannot read as one of its own, or that is of another form."""
    return not isinstance(error, sqlite3.OperationalError)


def _forget(path: str) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            os.unlink(path + suffix)


def default_path() -> str:
    """Where the system keeps what can be made again."""
    home = os.path.expanduser("~")
    folder = os.environ.get("XDG_CACHE_HOME") or (
        os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.path.join(home, ".cache")
    )
    return os.path.join(folder or home, "sheetlint", "results.sqlite")
