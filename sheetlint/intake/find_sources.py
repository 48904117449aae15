"""Finds the files to check at the given paths.

A file is a source as it is; a folder is walked, and a zip archive like a folder.  A walk skips
Office's lock files, hidden files, links out of the folder, pipes and devices.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from stat import S_ISDIR, S_ISREG

from sheetlint.intake.accepted_names import (
    PACKED_SUFFIXES,
    ZIP_SUFFIX,
    drop_annotated_copies,
    is_candidate,
    is_ignored,
    suffix_of,
)
from sheetlint.intake.source import STDIN, Source, is_address
from sheetlint.sandbox.bounds import DEFAULT, Bounds, run_within
from sheetlint.sheet.tables import Unreadable


def find_sources(paths: Iterable[str], bounds: Bounds = DEFAULT) -> list[Source]:
    """The files in the order given, those of a folder sorted, each file once."""
    sources: dict[str, Source] = {}
    # The standard input can be read only once.
    for path in dict.fromkeys(paths):
        for source in _sources_at(path, bounds):
            sources.setdefault(_identity(source), source)
    return list(sources.values())


def _identity(source: Source) -> str:
    """The same text for two sources that are one file."""
    if source.member is None:
        named = source.path == STDIN or is_address(source.path)
        return source.path if named else os.path.realpath(source.path)
    archive = source.member.archive
    if isinstance(archive, bytes):
        return f"{source.path}\0{source.member.entry.offset}"
    inside = source.path.removeprefix(archive)
    return f"{os.path.realpath(archive)}{inside}\0{source.member.entry.offset}"


def is_missing(source: Source) -> bool:
    """Whether there is nothing at the path of the source."""
    if source.path == STDIN or source.member is not None or is_address(source.path):
        return False
    return not os.path.lexists(source.path)


def _sources_at(path: str, bounds: Bounds) -> Iterator[Source]:
    if path == STDIN:
        yield from _standard_input_sources(bounds)
    elif is_address(path):
        yield from _remote_sources(path, bounds)
    elif os.path.isdir(path):
        yield from _walk(path, bounds)
    else:
        yield from _with_archive_files(Source(path), bounds)


def _standard_input_sources(bounds: Bounds) -> Iterator[Source]:

    from sheetlint.intake.content import read_standard_input

    try:
        # The sender of the standard input may take any time.
        data = run_within(bounds._replace(seconds=0), lambda: read_standard_input(bounds))
    except Unreadable as error:
        yield Source(STDIN, problem=(error.reason, error.hint))
        return
    yield from _with_archive_files(Source(STDIN, data=data), bounds)


def _remote_sources(address: str, bounds: Bounds) -> Iterator[Source]:
    from sheetlint.intake.content import read_content
    from sheetlint.intake.remote import walk_address

    try:
        for path, in_folder in walk_address(address):
            source = Source(path, walked=in_folder)
            if _may_be_archive(source):
                # The directory of an archive is at its end, so the whole file is fetched.
                source = source._replace(
                    data=run_within(bounds, partial(read_content, source, bounds))
                )
            yield from _with_archive_files(source, bounds)
    except Unreadable as error:
        yield Source(address, problem=(error.reason, error.hint))


def _with_archive_files(source: Source, bounds: Bounds) -> Iterator[Source]:
    """The source itself; for an archive the files in it, then the archive."""
    if not _may_be_archive(source):
        yield source
        return
    from sheetlint.intake.archive import list_files

    try:
        files = run_within(bounds, lambda: list_files(source, bounds))
    except Unreadable as error:
        yield source._replace(problem=(error.reason, error.hint))
        return
    if files is None:
        yield source
        return
    for name, member, problem in files:
        yield Source(f"{source.path}/{name}", True, member, problem)
    yield source._replace(expanded=True)


def _may_be_archive(source: Source) -> bool:
    if source.data is not None:
        return source.data.startswith(b"PK")
    return suffix_of(source.path) in PACKED_SUFFIXES | {ZIP_SUFFIX}


def _walk(top: str, bounds: Bounds) -> Iterator[Source]:
    root = os.path.realpath(top)
    # No recursion: folders may be nested deeper than the interpreter allows calls.
    waiting = [top]
    while waiting:
        path = waiting.pop()
        try:
            mode = os.stat(path).st_mode
        except OSError:
            # A broken link is a missing submission; any other file has just been deleted.
            if is_candidate(path):
                yield Source(path, walked=True)
            continue
        # A link to a folder of the same tree would list its files twice, or without end.
        if path != top and os.path.islink(path) and (S_ISDIR(mode) or not _is_below(path, root)):
            continue
        if S_ISDIR(mode):
            try:
                waiting += reversed(_entries(path))
            except OSError:
                # A folder that cannot be listed becomes a source: reading it reports why.
                yield Source(path)
        elif S_ISREG(mode) and is_candidate(path):
            yield from _with_archive_files(Source(path, walked=True), bounds)


def _entries(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if not is_ignored(entry.name))
    return [os.path.join(folder, name) for name in drop_annotated_copies(names)]


def _is_below(path: str, root: str) -> bool:
    return os.path.realpath(path).startswith(os.path.join(root, ""))
