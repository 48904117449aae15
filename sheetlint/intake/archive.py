"""A zip archive of submissions, walked like a folder.

Nothing is written to disk and no name in an archive is ever used as a path: a member is found again
by its place in the archive.  What an archive claims of itself is held against what it is before
anything is unpacked.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from functools import lru_cache
from stat import S_ISLNK, S_ISREG
from typing import IO, NamedTuple

from sheetlint.intake.accepted_names import ZIP_SUFFIX, is_candidate, is_ignored, suffix_of
from sheetlint.intake.member_name import MemberName, read_member_name
from sheetlint.intake.source import ArchiveMember, Problem, Source
from sheetlint.messages import intake as words
from sheetlint.readers import zip_archive
from sheetlint.readers.limits import Limits
from sheetlint.readers.zip_archive import DEFLATED, LOCKED, STORED, Entry
from sheetlint.sandbox.bounds import Bounds
from sheetlint.sheet.tables import Unreadable
from sheetlint.system.byte_sizes import format_byte_size as bytes_shown

_FIRST, _EMPTY = b"PK\x03\x04", b"PK\x05\x06"
_MOST_MEMBERS = 10_000
_MOST_DIRECTORY = 4 << 20
_MOST_BYTES = 4 << 30
"""Of all files to look at; every county of a province sends less."""
_MOST_NESTED = 512 << 20
"""Of all archives inside an archive, which are unpacked to see what is in them."""
_UNIX = 3
_DOCUMENT = ("[content_types].xml", "mimetype")
"""In the root of an archive: it is one document of Office or LibreOffice."""
_LEFTOVER = "__macosx"
_LIMITS = Limits()


class ArchiveFile(NamedTuple):
    """A file of an archive that somebody may have handed in."""

    name: str
    member: ArchiveMember
    problem: Problem | None = None


def list_files(source: Source, bounds: Bounds) -> list[ArchiveFile] | None:
    """The files to look at, in the order of a walk; None for what is no archive of files.

    Raises ``Unreadable`` for an archive that is damaged, or does harm, as a whole.
    """
    archive = source.path if source.data is None else source.data
    try:
        if isinstance(archive, str) and not S_ISREG(os.stat(archive).st_mode):
            return None
        with _stream(archive) as file:
            return _Listing(archive, bounds).of(file, None)
    except (OSError, ValueError):
        # Opened as a file it says what is wrong.
        return None


def read_member(member: ArchiveMember) -> bytes:
    """The bytes of a file.  Raises ``Unreadable``, and ``OSError`` where the archive is gone."""
    if member.outer is not None:
        return zip_archive.content(io.BytesIO(_outer(member.outer)), member.entry)
    with _stream(member.archive) as file:
        return zip_archive.content(file, member.entry)


def _stream(archive: str | bytes) -> IO[bytes]:
    return io.BytesIO(archive) if isinstance(archive, bytes) else open(archive, "rb")


@lru_cache(maxsize=1)
def _outer(member: ArchiveMember) -> bytes:
    """An archive inside an archive, whose files are asked for one after the other."""
    return read_member(member)


class _Listing:
    """Lists one archive, with the archives in it, within bounds for all of them together."""

    def __init__(self, archive: str | bytes, bounds: Bounds) -> None:
        self._archive = archive
        self._size = bounds.limits.max_bytes
        self._members = 0
        self._bytes = 0
        self._nested = 0

    def of(self, file: IO[bytes], outer: ArchiveMember | None) -> list[ArchiveFile] | None:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        if file.read(4) not in (_FIRST, _EMPTY):
            return None
        start, length = zip_archive.directory(file)
        if length > _MOST_DIRECTORY:
            raise Unreadable(words.TOO_MANY_MEMBERS.fill(limit=_MOST_MEMBERS), words.SPLIT_ARCHIVE)
        entries = zip_archive.entries(file, start, length)
        if any(entry.name.lower() in _DOCUMENT for entry in entries):
            return None
        if outer is not None and outer.outer is not None:
            raise Unreadable(words.NESTED, words.UNPACK)
        self._count(entries, size)
        return list(self._members_of(entries, outer))

    def _count(self, entries: list[Entry], size: int) -> None:
        self._members += len(entries)
        if self._members > _MOST_MEMBERS:
            raise Unreadable(words.TOO_MANY_MEMBERS.fill(limit=_MOST_MEMBERS), words.SPLIT_ARCHIVE)
        if sum(entry.packed for entry in entries) > size:
            # They stand in the same place: a small archive that unpacks without end.
            raise Unreadable(words.BOMB, words.ASK_SENDER)

    def _members_of(
        self, entries: list[Entry], outer: ArchiveMember | None
    ) -> Iterator[ArchiveFile]:
        names = sorted(
            ((read_member_name(entry), entry) for entry in entries), key=lambda each: each[0].parts
        )
        seen: dict[str, tuple[int, int]] = {}
        for name, entry in names:
            if not _handed_in(name, entry):
                continue
            shown = "/".join(name.parts)
            same = (entry.checksum, entry.size)
            if seen.get(shown) == same:
                continue
            problem = self._problem(name, entry)
            if shown in seen:
                problem = (words.SAME_NAME, words.RENAME)
            seen.setdefault(shown, same)
            self._bytes += entry.size
            if self._bytes > _MOST_BYTES:
                raise Unreadable(words.BOMB, words.SPLIT_ARCHIVE)
            member = ArchiveMember(self._archive, outer, entry)
            if problem is None and suffix_of(shown) == ZIP_SUFFIX:
                yield from self._inside(shown, member)
            else:
                yield ArchiveFile(shown, member, problem)

    def _problem(self, name: MemberName, entry: Entry) -> Problem | None:
        if name.outside:
            return words.OUTSIDE, words.ASK_SENDER
        if entry.flags & LOCKED:
            return words.LOCKED_MEMBER, words.UNPACK_LOCKED
        if entry.method not in (STORED, DEFLATED):
            return words.UNUSUAL_METHOD, words.UNPACK
        if max(entry.size, entry.packed) > self._size:
            return words.TOO_LARGE.fill(limit=bytes_shown(self._size)), words.SPLIT_IT
        if entry.size > max(_LIMITS.ratio_from, entry.packed * _LIMITS.max_ratio):
            return words.BOMB, words.ASK_SENDER
        return None

    def _inside(self, shown: str, member: ArchiveMember) -> Iterator[ArchiveFile]:
        """The files of an archive in the archive, or what is wrong with it."""
        self._nested += member.entry.size
        if self._nested > _MOST_NESTED:
            raise Unreadable(words.BOMB, words.SPLIT_ARCHIVE)
        try:
            found = self.of(io.BytesIO(read_member(member)), member)
        except Unreadable as error:
            yield ArchiveFile(shown, member, (error.reason, error.hint))
            return
        if found is None:
            yield ArchiveFile(shown, member)
            return
        for each in found:
            yield each._replace(name=f"{shown}/{each.name}")


def _handed_in(name: MemberName, entry: Entry) -> bool:
    if name.folder or not name.parts or any(map(is_ignored, name.parts)):
        return False
    if name.parts[0].lower() == _LEFTOVER:
        return False
    if entry.system == _UNIX and S_ISLNK(entry.attributes >> 16):
        return False
    return is_candidate(name.parts[-1])
