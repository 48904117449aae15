"""A file to look at, wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sheetlint.messages.text import Text
from sheetlint.sheet.lazy_pattern import LazyPattern

if TYPE_CHECKING:
    from sheetlint.readers.zip_archive import Entry

STDIN = "-"
"""The path that means the standard input."""

Problem = tuple[Text, Text]
"""Why something cannot be read, and what to do."""


class ArchiveMember(NamedTuple):
    """Where the bytes of a file stand in an archive."""

    archive: str | bytes
    """Path of the archive on the disk, or what came through the standard input."""
    outer: ArchiveMember | None
    """The archive inside of that one in which the file stands, if it does."""
    entry: Entry


class Source(NamedTuple):
    """A file to look at."""

    path: str
    """As the user wrote it, or below the folder that he wrote; ``-`` is the standard input."""
    walked: bool = False
    """Found in a folder or an archive rather than named."""
    member: ArchiveMember | None = None
    """Where it stands in a zip archive, whose path ``path`` begins with."""
    problem: Problem | None = None
    """Why it is not opened, where that is known beforehand."""
    expanded: bool = False
    """An archive whose files stand before it.  It speaks for itself where they all are silent."""
    data: bytes | None = None
    """What came through the standard input."""

    @property
    def archive(self) -> str | bytes | None:
        """The archive that it is, or stands in."""
        if self.member is not None:
            return self.member.archive
        return (self.data or self.path) if self.expanded else None


_ADDRESS = LazyPattern(r"[A-Za-z][A-Za-z0-9+.-]+://", only_if=("://",))


def is_address(path: str) -> bool:
    """``s3://bucket/folder``: it stands elsewhere than on this machine."""
    return _ADDRESS.match(path) is not None
