"""Which files the given paths mean.

A file is taken as it is; a folder is walked, and a zip archive like a folder.  What nobody meant to hand in is left out of a walk:
Office's lock files, hidden files, links that lead elsewhere, pipes and devices.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sheetlint.batch.archive import Member, Problem

STDIN = "-"
ARCHIVE = ".zip"

OFFICE = frozenset(
    (".xlsx", ".xlsm", ".xlsb", ".docx", ".xls", ".doc", ".et", ".wps", ".ods", ARCHIVE)
)
"""What a sheet is handed in as: one that cannot be read is news even when nobody named it."""
OTHER = frozenset((".txt", ".tsv", ".yaml", ".yml", ".json", ".pdf", ".html", ".htm", ".csv"))
"""What may be a sheet, and may as well be anything else."""
_SUFFIXES = OFFICE | OTHER


class Source(NamedTuple):
    """A file to look at."""

    path: str
    """As the user wrote it, or below the folder that he wrote; ``-`` is the standard input."""
    walked: bool = False
    """Found in a folder or an archive rather than named."""
    member: Member | None = None
    """Where it stands in a zip archive, whose path ``path`` begins with."""
    problem: Problem | None = None
    """Why it is not opened, where that is known beforehand."""
    members: int | None = None
    """Of an archive: how many sources just before this one stand in it."""


def found(paths: Iterable[str]) -> list[Source]:
    """The files in the order given, those of a folder sorted, each file once."""
    sources: list[Source] = []
    seen: set[str] = set()
    for path in paths:
        for source in _below(path):
            if (known := _known(source)) not in seen:
                seen.add(known)
                sources.append(source)
    return sources


def _known(source: Source) -> str:
    """By what a source is the same as another."""
    if source.path == STDIN:
        return STDIN
    if source.member is None:
        return os.path.realpath(source.path)
    inside = source.path.removeprefix(source.member.archive)
    return f"{os.path.realpath(source.member.archive)}{inside}\0{source.member.offset}"


def missing(source: Source) -> bool:
    """Nothing at all stands at the path."""
    if source.path == STDIN or source.member is not None:
        return False
    return not os.path.lexists(source.path)


def spoken_for(source: Source, told: Sequence[bool]) -> bool:
    """The source is an archive and something was said (``told``) of the files in it."""
    return bool(source.members) and any(told[-(source.members or 0) :])


def _below(path: str) -> Iterator[Source]:
    if path != STDIN and os.path.isdir(path):
        yield from _walk(path, os.path.realpath(path))
    else:
        yield from _opened(Source(path))


def _opened(source: Source) -> Iterator[Source]:
    """The source itself; for an archive the files in it, and then the archive."""
    if suffix(source.path) != ARCHIVE:
        yield source
        return
    from sheetlint.batch.archive import listed
    from sheetlint.tables import Unreadable

    try:
        files = listed(source.path)
    except Unreadable as error:
        yield source._replace(problem=(error.reason, error.hint))
        return
    if files is None:
        yield source
        return
    for name, member, problem in files:
        yield Source(f"{source.path}/{name}", True, member, problem)
    yield source._replace(members=len(files))


def _walk(folder: str, root: str) -> Iterator[Source]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not left_out(entry.name))
    except OSError:
        # A folder that may not be opened is handed on: opening it as a file says why.
        yield Source(folder)
        return
    for name in names:
        path = os.path.join(folder, name)
        try:
            mode = os.stat(path).st_mode
        except OSError:
            # A link to nothing is a submission that got lost; anything else was there just now.
            if wanted(name):
                yield Source(path, walked=True)
            continue
        if os.path.islink(path) and not _inside(path, root):
            continue
        if S_ISDIR(mode):
            # A link to a folder of the same tree would show its files twice, or for ever.
            if not os.path.islink(path):
                yield from _walk(path, root)
        elif S_ISREG(mode) and wanted(name):
            yield from _opened(Source(path, walked=True))


def left_out(name: str) -> bool:
    """A file or folder that nobody meant to hand in."""
    return name.startswith((".", "~$"))


def wanted(name: str) -> bool:
    """A file that may be a sheet by its name."""
    return suffix(name) in _SUFFIXES


def suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def _inside(path: str, root: str) -> bool:
    return os.path.realpath(path).startswith(os.path.join(root, ""))
