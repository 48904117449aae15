"""A file to check: on the disk, in an archive, on another machine, or the standard input."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sheetlint.messages.text import Text
from sheetlint.sheet.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from sheetlint.readers.zip_archive import ZipEntry

STDIN = "-"
"""The path that means the standard input."""

Problem = tuple[Text, Text]
"""Why something cannot be read, and what to do."""


class ArchiveMember(NamedTuple):
    """Where the bytes of a file are in an archive."""

    archive: str | bytes
    """Path of the archive on the disk, or its bytes where it came through the standard input."""
    outer: ArchiveMember | None
    """The archive inside that one that holds the file, if there is one."""
    entry: ZipEntry


class Source(NamedTuple):
    """A file to check."""

    path: str
    """As the user wrote it, or below the folder that was written; ``-`` is the standard input."""
    walked: bool = False
    """Found in a folder or an archive rather than named."""
    member: ArchiveMember | None = None
    """Where it is in a zip archive, whose path ``path`` begins with."""
    problem: Problem | None = None
    """Why it is not opened, where that is known beforehand."""
    expanded: bool = False
    """An archive whose files come before it as sources.  It is reported only where none of them is."""
    data: bytes | None = None
    """The bytes, where they came through the standard input or were fetched."""
    left_out: bool = False
    """No submission, as ``problem`` says; it is counted and never opened."""

    @property
    def archive(self) -> str | bytes | None:
        """The archive that it is, or is in."""
        if self.member is not None:
            return self.member.archive
        return (self.data or self.path) if self.expanded else None

    @property
    def disk_path(self) -> str | None:
        """Path of the file on this machine that holds the bytes; None where there is none."""
        if self.member is not None:
            return self.member.archive if isinstance(self.member.archive, str) else None
        elsewhere = self.data is not None or self.path == STDIN or is_address(self.path)
        return None if elsewhere else self.path


_ADDRESS = LazyPattern(r"[A-Za-z][A-Za-z0-9+.-]+://", only_if=("://",))


def is_address(path: str) -> bool:
    """Whether a path is an address on another machine, as ``s3://bucket/folder``."""
    return _ADDRESS.match(path) is not None
