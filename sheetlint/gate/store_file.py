"""Opens the SQLite file of stored results, and replaces it where it is damaged.

The file may come from somebody else.  It is opened only where it is the user's own regular file and
has exactly the tables of this tool: no trigger, no view and nothing else that runs when it is read.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import suppress

from sheetlint.messages import gate as texts
from sheetlint.messages.text import Text
from sheetlint.system.cache_folder import (
    UntrustedPlace,
    cache_folder,
    create_private_file,
    make_cache_folder,
    require_own_file,
)

_VERSION = 2
"""Changed with the tables; a file of another version is replaced."""
_APPLICATION = 0x536C6E74
"""In the header of the file: tells it from the databases of other programs."""
_HEADER = b"SQLite format 3\0"
_APPLICATION_AT = 68
"""Where a database of SQLite has the number of its application, in four bytes."""
_TIMEOUT = 30.0
"""Seconds that a run waits for another run to write."""
_LONGEST = 1 << 28
"""Bytes of a stored result."""
_TABLES = (
    "CREATE TABLE results (key TEXT PRIMARY KEY, run INTEGER, sum TEXT, data BLOB)",
    "CREATE INDEX by_run ON results (run)",
)
_JOURNAL = "-journal"
_BESIDE = ("-wal", "-shm", _JOURNAL)


def open_store_file(path: str) -> sqlite3.Connection:
    """The file, made for the user alone where it was missing, begun anew where it is damaged.

    Raises UntrustedPlace for anything at the path that is no store of the user, OSError and
    sqlite3.Error.
    """
    if os.path.dirname(path) == cache_folder():
        make_cache_folder()
    else:
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
    for suffix in _BESIDE:
        require_own_file(path + suffix)
    if not require_own_file(path):
        if os.path.lexists(path + _JOURNAL):
            raise UntrustedPlace(texts.NO_STORE.fill(path=path + _JOURNAL))
        os.close(create_private_file(path))
    os.chmod(path, 0o600)
    is_own = _is_own(path)
    if os.path.lexists(path + _JOURNAL):
        # A store has none but while it is made; a forged one would have SQLite delete other files.
        return _begin_anew(path, is_own)
    try:
        return _connect(path)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        return _begin_anew(path, is_own)


def may_be_store(path: str) -> bool:
    """Whether a run may use the file at ``path``: one that is missing, empty or a store.

    What is no file, or cannot be opened, is left alone, and reported, when it is used.
    """
    if not os.path.isfile(path):
        return True
    try:
        with open(path, "rb") as file:
            head = file.read(_APPLICATION_AT + 4)
    except OSError:
        return True
    number = int.from_bytes(head[_APPLICATION_AT:], "big")
    return not head or (head.startswith(_HEADER) and number == _APPLICATION)


def replace_store_file(path: str) -> sqlite3.Connection:
    """The file begun anew, because it has turned out to be damaged."""
    return _begin_anew(path, _is_own(path))


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether SQLite cannot read the file, or it is of another version."""
    return not isinstance(error, sqlite3.OperationalError)


def delete_store_file(path: str) -> None:
    """Delete the file with what SQLite keeps beside it; nothing where there is none."""
    for suffix in ("", *_BESIDE):
        with suppress(FileNotFoundError):
            os.unlink(path + suffix)


def reason_of(error: OSError | sqlite3.Error) -> Text:
    """Why the file cannot be used."""
    return error.text if isinstance(error, UntrustedPlace) else Text(str(error), str(error))


def _begin_anew(path: str, is_own: bool) -> sqlite3.Connection:
    if not is_own:
        raise UntrustedPlace(texts.NO_STORE.fill(path=path))
    delete_store_file(path)
    os.close(create_private_file(path))
    return _connect(path)


def _is_own(path: str) -> bool:
    """Whether the file is this tool's, so that it may be replaced: nobody's own database is."""
    return os.path.dirname(path) == cache_folder() or may_be_store(path)


def _connect(path: str) -> sqlite3.Connection:
    file = sqlite3.connect(path, timeout=_TIMEOUT)
    try:
        file.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
        file.execute("PRAGMA trusted_schema = OFF")
        file.execute("PRAGMA cell_size_check = ON")
        version = file.execute("PRAGMA user_version").fetchone()[0]
        application = file.execute("PRAGMA application_id").fetchone()[0]
        tables = file.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        if not tables and version == 0 and application in (0, _APPLICATION):
            file.execute("PRAGMA auto_vacuum = INCREMENTAL")
            # In the file itself, where the mark is looked for, before anything is written beside it.
            file.execute(f"PRAGMA application_id = {_APPLICATION}")
        elif application != _APPLICATION:
            raise UntrustedPlace(texts.NO_STORE.fill(path=path))
        elif version != _VERSION:
            raise sqlite3.DatabaseError("version")
        elif {sql for (sql,) in tables} != set(_TABLES):
            raise UntrustedPlace(texts.NO_STORE.fill(path=path))
        # Written beside the file first: another run reads on meanwhile.
        file.execute("PRAGMA journal_mode = WAL")
        file.execute("PRAGMA synchronous = NORMAL")
        _make_tables(file)
    except BaseException:
        file.close()
        raise
    return file


def _make_tables(file: sqlite3.Connection) -> None:
    """In one transaction: another run may be making them at the same time."""
    with file:
        file.execute("BEGIN IMMEDIATE")
        if not file.execute("SELECT 1 FROM sqlite_master").fetchone():
            for sql in _TABLES:
                file.execute(sql)
        file.execute(f"PRAGMA user_version = {_VERSION}")
