"""The files that a command writes where the user says: an output never costs an input."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from hashlib import sha256
from stat import S_ISREG
from typing import NamedTuple

from sheetlint.messages import outputs as texts
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.text import Text
from sheetlint.system.atomic_write import is_stream, write_file
from sheetlint.system.written_files import WrittenFiles

_HEAD = 1024
"""Bytes at the start of a file among which its mark stands."""


class OutputRefused(Exception):
    """A file is not written; ``text`` says why and what would be right."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class OutputKind(NamedTuple):
    """What is written: a file of this tool is replaced only by one of the same kind."""

    name: str
    mark: str = ""
    """Regular expression for the start of such files.  Only for documents that nobody edits by hand:
    one that matches may be replaced, whoever wrote it."""


class OutputFiles:
    """Writes files: never over an input, and over files that this tool did not write only by force.

    ``inputs`` are the files that the run reads.  ``found`` are those among them that nobody named,
    such as the files of a folder: what this tool itself wrote there before is no input.
    """

    def __init__(
        self, inputs: Iterable[str] = (), found: Iterable[str] = (), force: bool = False
    ) -> None:
        self._inputs, self._found, self._force = tuple(inputs), tuple(found), force
        self._record = WrittenFiles()
        self._written: set[str] = set()

    def refuse(self, path: str, kind: OutputKind, within: str = "") -> None:
        """Raises OutputRefused for a path that cannot be written as things stand.

        ``within`` is a folder below which missing folders are made, and no folder may be a link.
        """
        self._refuse_place(path, kind, within)
        self._refuse_foreign(path, kind)

    def write(self, path: str, data: bytes, kind: OutputKind, within: str = "") -> bool:
        """Write a file; False where it had this content already.

        Raises OutputRefused, also for a second writing of one file, and OSError.
        """
        self._refuse_place(path, kind, within)
        if is_stream(path):
            write_file(path, data)
            return True
        place = _place(path)
        if place in self._written:
            raise OutputRefused(texts.TWICE.fill(path=path))
        self._written.add(place)
        if _has_content(path, data):
            return False
        self._refuse_foreign(path, kind)
        if within:
            os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        write_file(path, data)
        self._record.add(place, _digest(kind, data))
        return True

    def is_input(self, path: str, kind: OutputKind) -> bool:
        """Whether the run reads this file, under whatever name."""
        if _is_among(path, self._input_names, self._input_files):
            return True
        return _is_among(path, self._found_names, self._found_files) and not self.is_own(path, kind)

    def is_own(self, path: str, kind: OutputKind) -> bool:
        """Whether the file is as this tool last wrote it, or bears the mark of such documents."""
        if is_stream(path):
            # To read from it would wait for somebody to write.
            return False
        recorded = self._record.content_digest(_place(path))
        try:
            with open(path, "rb") as file:
                head = file.read(_HEAD)
                if kind.mark and re.match(kind.mark, head.decode("utf-8", "replace")):
                    return True
                return recorded is not None and _digest(kind, head + file.read()) == recorded
        except OSError:
            return False

    def _refuse_place(self, path: str, kind: OutputKind, within: str) -> None:
        if self.is_input(path, kind):
            raise OutputRefused(texts.IS_INPUT.fill(path=path))
        if is_stream(path):
            return
        for part in (path, *_folders_below(path, within)):
            if os.path.islink(part):
                raise OutputRefused(texts.IS_LINK.fill(path=part))
        problem = _find_obstacle(path, within)
        if problem is not None:
            reason = os_error_text(OSError(problem, os.strerror(problem)))
            raise OutputRefused(texts.CANNOT_WRITE.fill(path=path, reason=reason))

    def _refuse_foreign(self, path: str, kind: OutputKind) -> None:
        if self._force or is_stream(path) or not _has_bytes(path):
            return
        if not self.is_own(path, kind):
            raise OutputRefused(texts.FOREIGN.fill(path=path))

    @cached_property
    def _input_names(self) -> frozenset[str]:
        return frozenset(map(os.path.abspath, self._inputs))

    @cached_property
    def _input_files(self) -> frozenset[tuple[int, int]]:
        return _identities(self._inputs)

    @cached_property
    def _found_names(self) -> frozenset[str]:
        return frozenset(map(os.path.abspath, self._found))

    @cached_property
    def _found_files(self) -> frozenset[tuple[int, int]]:
        return _identities(self._found)


def find_repeated(paths: Sequence[str]) -> str | None:
    """The first path that is the same file as one before it; None where all differ."""
    seen: set[object] = set()
    for path in paths:
        # Some systems take names that differ in their case for one.
        keys = {_place(path).casefold(), _identity(path)} - {None}
        if seen & keys:
            return path
        seen |= keys
    return None


def _has_bytes(path: str) -> bool:
    """Whether there is a file with a content that could be lost: not one that was made to be filled,
    as ``mktemp`` and CI servers do."""
    try:
        return os.stat(path).st_size > 0
    except OSError:
        return False


def _has_content(path: str, data: bytes) -> bool:
    """Whether the file at ``path`` has these bytes already."""
    if not os.path.isfile(path) or os.path.getsize(path) != len(data):
        return False
    with open(path, "rb") as stream:
        return stream.read() == data


def _digest(kind: OutputKind, data: bytes) -> str:
    return sha256(kind.name.encode() + b"\0" + data).hexdigest()


def _place(path: str) -> str:
    """The same text for all spellings of a path; a link at its end is not followed."""
    folder, name = os.path.split(path)
    return os.path.normcase(os.path.join(os.path.realpath(folder), name))


def _identity(path: str) -> tuple[int, int] | None:
    """Device and number of a regular file; None for anything else."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return (status.st_dev, status.st_ino) if S_ISREG(status.st_mode) else None


def _identities(paths: Iterable[str]) -> frozenset[tuple[int, int]]:
    return frozenset(found for found in map(_identity, paths) if found is not None)


def _is_among(path: str, names: frozenset[str], files: frozenset[tuple[int, int]]) -> bool:
    return os.path.abspath(path) in names or _identity(path) in files


def _folders_below(path: str, within: str) -> list[str]:
    """The folders of ``path`` that stand between it and ``within``."""
    found: list[str] = []
    if within:
        top, folder = os.path.abspath(within), os.path.dirname(os.path.abspath(path))
        while len(folder) > len(top):
            found.append(folder)
            folder = os.path.dirname(folder)
    return found


def _find_obstacle(path: str, within: str) -> int | None:
    """The number of the error that a writing would end with; None where none is known."""
    try:
        os.lstat(path)
    except FileNotFoundError:
        pass
    except OSError as error:
        # The name is too long, or a part of the path is a file.
        return error.errno
    if os.path.isdir(path):
        return errno.EISDIR
    if os.path.isfile(path) and not os.access(path, os.W_OK):
        return errno.EACCES
    folder = os.path.dirname(path) or "."
    if not os.path.isdir(folder):
        return None if within else errno.ENOENT
    return None if os.access(folder, os.W_OK) else errno.EACCES
