"""A zip archive of submissions, walked like a folder.

Nothing is written to disk and no name in an archive is ever used as a path: a member is found again
by its offset in the archive.  The sizes that an archive declares are compared with its real size
before anything is unpacked.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from functools import lru_cache
from stat import S_ISLNK, S_ISREG
from typing import IO, NamedTuple

from sheetlint.intake.accepted_names import (
    ZIP_SUFFIX,
    is_program_folder,
    suffix_of,
    why_no_submission,
)
from sheetlint.intake.member_name import MemberName, read_member_name
from sheetlint.intake.source import ArchiveMember, Problem, Source
from sheetlint.messages import intake as texts
from sheetlint.messages.text import Text
from sheetlint.readers import zip_archive
from sheetlint.readers.limits import Limits
from sheetlint.readers.zip_archive import DEFLATED, LOCKED, STORED, ZipEntry
from sheetlint.sandbox.bounds import Bounds
from sheetlint.sheet.tables import Unreadable
from sheetlint.system.byte_sizes import format_byte_size as bytes_shown

_FIRST, _EMPTY = b"PK\x03\x04", b"PK\x05\x06"
_MAX_MEMBERS = 10_000
_MAX_DIRECTORY_BYTES = 4 << 20
_MAX_BYTES = 4 << 30
"""Of all files in an archive; every county of a province sends less."""
_MAX_NESTED_BYTES = 512 << 20
"""Of all archives inside an archive, which are unpacked to see what is in them."""
_CREATED_ON_UNIX = 3
_DOCUMENT = ("[content_types].xml", "mimetype")
"""In the root of an archive: it is one document of Office or LibreOffice."""
_LIMITS = Limits()


class ArchiveFile(NamedTuple):
    """A file of an archive."""

    name: str
    member: ArchiveMember
    problem: Problem | None = None
    left_out: bool = False
    """No submission, as ``problem`` says."""


def list_files(source: Source, bounds: Bounds) -> list[ArchiveFile] | None:
    """The files in the archive, sorted; None where the source is no archive of files.

    Raises Unreadable for an archive that is damaged or malicious as a whole.
    """
    archive = source.path if source.data is None else source.data
    try:
        if isinstance(archive, str) and not S_ISREG(os.stat(archive).st_mode):
            return None
        with _open(archive) as file:
            return _Listing(archive, bounds).list_archive(file, None)
    except (OSError, ValueError):
        # Reading it as a file reports what is wrong.
        return None


def read_member(member: ArchiveMember) -> bytes:
    """The bytes of a file.  Raises ``Unreadable``, and ``OSError`` where the archive is gone."""
    if member.outer is not None:
        return zip_archive.read_entry(io.BytesIO(_read_outer(member.outer)), member.entry)
    with _open(member.archive) as file:
        return zip_archive.read_entry(file, member.entry)


def _open(archive: str | bytes) -> IO[bytes]:
    return io.BytesIO(archive) if isinstance(archive, bytes) else open(archive, "rb")


@lru_cache(maxsize=1)
def _read_outer(member: ArchiveMember) -> bytes:
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

    def list_archive(
        self, file: IO[bytes], outer: ArchiveMember | None
    ) -> list[ArchiveFile] | None:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
        if file.read(4) not in (_FIRST, _EMPTY):
            return None
        start, length = zip_archive.find_directory(file)
        if length > _MAX_DIRECTORY_BYTES:
            raise Unreadable(texts.TOO_MANY_MEMBERS.fill(limit=_MAX_MEMBERS), texts.SPLIT_ARCHIVE)
        entries = zip_archive.read_directory(file, start, length)
        if any(entry.name.lower() in _DOCUMENT for entry in entries):
            return None
        if outer is not None and outer.outer is not None:
            raise Unreadable(texts.NESTED, texts.UNPACK)
        self._count(entries, size)
        return list(self._members_of(entries, outer))

    def _count(self, entries: list[ZipEntry], size: int) -> None:
        self._members += len(entries)
        if self._members > _MAX_MEMBERS:
            raise Unreadable(texts.TOO_MANY_MEMBERS.fill(limit=_MAX_MEMBERS), texts.SPLIT_ARCHIVE)
        if sum(entry.packed for entry in entries) > size:
            # They stand in the same place: a small archive that unpacks without end.
            raise Unreadable(texts.BOMB, texts.ASK_SENDER)

    def _members_of(
        self, entries: list[ZipEntry], outer: ArchiveMember | None
    ) -> Iterator[ArchiveFile]:
        names = sorted(
            ((read_member_name(entry), entry) for entry in entries), key=lambda item: item[0].parts
        )
        seen: dict[str, tuple[int, int]] = {}
        for name, entry in names:
            if name.folder or not name.parts or any(map(is_program_folder, name.parts[:-1])):
                continue
            shown = "/".join(name.parts)
            identity = (entry.checksum, entry.size)
            if seen.get(shown) == identity:
                continue
            reason = _why_left_out(name, entry)
            if reason is not None:
                seen.setdefault(shown, identity)
                member = ArchiveMember(self._archive, outer, entry)
                yield ArchiveFile(shown, member, (reason, texts.UNPACK), True)
                continue
            problem = self._find_problem(name, entry)
            if shown in seen:
                problem = (texts.SAME_NAME, texts.RENAME)
            seen.setdefault(shown, identity)
            self._bytes += entry.size if problem is None else 0
            if self._bytes > _MAX_BYTES:
                raise Unreadable(texts.BOMB, texts.SPLIT_ARCHIVE)
            member = ArchiveMember(self._archive, outer, entry)
            if problem is None and suffix_of(shown) == ZIP_SUFFIX:
                yield from self._list_nested(shown, member)
            else:
                yield ArchiveFile(shown, member, problem)

    def _find_problem(self, name: MemberName, entry: ZipEntry) -> Problem | None:
        if name.outside:
            return texts.OUTSIDE, texts.ASK_SENDER
        if entry.flags & LOCKED:
            return texts.LOCKED_MEMBER, texts.UNPACK_LOCKED
        if entry.method not in (STORED, DEFLATED):
            return texts.UNUSUAL_METHOD, texts.UNPACK
        if max(entry.size, entry.packed) > self._size:
            return texts.TOO_LARGE.fill(limit=bytes_shown(self._size)), texts.SPLIT_IT
        if entry.size > max(_LIMITS.ratio_from, entry.packed * _LIMITS.max_ratio):
            return texts.BOMB, texts.ASK_SENDER
        return None

    def _list_nested(self, shown: str, member: ArchiveMember) -> Iterator[ArchiveFile]:
        """The files of an archive in the archive, or what is wrong with it."""
        self._nested += member.entry.size
        if self._nested > _MAX_NESTED_BYTES:
            raise Unreadable(texts.BOMB, texts.SPLIT_ARCHIVE)
        try:
            found = self.list_archive(io.BytesIO(read_member(member)), member)
        except Unreadable as error:
            yield ArchiveFile(shown, member, (error.reason, error.hint))
            return
        if found is None:
            yield ArchiveFile(shown, member)
            return
        for file in found:
            yield file._replace(name=f"{shown}/{file.name}")


def _why_left_out(name: MemberName, entry: ZipEntry) -> Text | None:
    if entry.system == _CREATED_ON_UNIX and S_ISLNK(entry.attributes >> 16):
        return texts.LINK_IN_ARCHIVE
    return why_no_submission(name.parts[-1])
