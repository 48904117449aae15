"""Finds the files to check at the given paths.

A file is a source as it is; a folder is walked, and a zip archive like a folder.  Every file below a
folder is a source; lock files, links out of the folder, pipes and devices are left out of the check
with the reason.  Folders of version control and the like are not walked.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

from sheetlint.intake.accepted_names import (
    PACKED_SUFFIXES,
    ZIP_SUFFIX,
    drop_annotated_copies,
    is_program_folder,
    suffix_of,
    why_no_submission,
)
from sheetlint.intake.source import STDIN, Problem, Source, is_address
from sheetlint.messages import intake as texts
from sheetlint.messages.text import Text
from sheetlint.sandbox.bounds import DEFAULT, Bounds, run_within
from sheetlint.sheet.tables import Unreadable


def find_sources(paths: Iterable[str], bounds: Bounds = DEFAULT) -> list[Source]:
    """The files in the order given, those of a folder sorted, each file once."""
    # The standard input can be read only once.
    return drop_repeated(
        source for path in dict.fromkeys(paths) for source in _sources_at(path, bounds)
    )


def drop_repeated(found: Iterable[Source]) -> list[Source]:
    """The sources in their order, each file once, under the path that it was found at first.

    A file that was named is never one that was only found, wherever it was found.
    """
    sources: dict[str, Source] = {}
    named: set[str] = set()
    for source in found:
        identity = _identity(source)
        earlier = sources.setdefault(identity, source)
        if not source.walked:
            named.add(os.path.abspath(source.path))
            sources[identity] = earlier._replace(walked=False)
    return [
        source
        for source in sources.values()
        if not (source.left_out and os.path.abspath(source.path) in named)
    ]


def _identity(source: Source) -> str:
    """The same text for two sources that are one file."""
    if source.left_out:
        # What a link leads to is another file.
        return f"{os.path.abspath(source.path)}\0"
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
            reason = why_no_submission(os.path.basename(path)) if in_folder else None
            if reason is not None:
                yield _left_out(path, (reason, texts.GIVE_FILE))
                continue
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
    for name, member, problem, left_out in files:
        yield Source(f"{source.path}/{name}", True, member, problem, left_out=left_out)
    yield source._replace(expanded=True)


def _may_be_archive(source: Source) -> bool:
    if source.data is not None:
        return source.data.startswith(b"PK")
    return suffix_of(source.path) in PACKED_SUFFIXES | {ZIP_SUFFIX}


class _Entry(NamedTuple):
    """A file or folder below the one that is walked."""

    path: str
    is_folder: bool
    """A folder itself: one that a link leads to is walked where it lies, or not at all."""
    is_link: bool = False
    no_submission: Text | None = None
    """Why it is none, where its name tells."""


def _walk(top: str, bounds: Bounds) -> Iterator[Source]:
    root = os.path.realpath(top)
    # No recursion: folders may be nested deeper than the interpreter allows calls.
    waiting = [_Entry(top, is_folder=True)]
    while waiting:
        entry = waiting.pop()
        if entry.is_folder:
            try:
                waiting += reversed(_entries(entry.path))
            except OSError:
                # A folder that cannot be listed becomes a source: reading it reports why.
                yield Source(entry.path)
        else:
            yield from _sources_of(entry, root, bounds)


def find_listed(folder: str, names: Iterable[str], bounds: Bounds) -> Iterator[Source]:
    """The files of these names below a folder, as a walk would find them."""
    root = os.path.realpath(folder)
    for name in names:
        path = os.path.join(folder, name) if folder != os.curdir else name
        is_link = os.path.islink(path)
        if any(map(is_program_folder, name.split("/")[:-1])) or (
            # A repository in the repository.
            not is_link and os.path.isdir(path)
        ):
            continue
        reason = why_no_submission(os.path.basename(name))
        yield from _sources_of(_Entry(path, False, is_link, reason), root, bounds)


def _sources_of(entry: _Entry, root: str, bounds: Bounds) -> Iterator[Source]:
    path = entry.path
    if entry.no_submission is not None:
        yield _left_out(path, (entry.no_submission, texts.GIVE_FILE))
        return
    try:
        mode = os.stat(path).st_mode
    except OSError:
        # A broken link is a missing submission; reading it reports so.
        yield Source(path, walked=True)
        return
    if entry.is_link and not _is_below(path, root):
        yield _left_out(path, (texts.LINK_OUT, texts.COPY_FILE))
    elif S_ISREG(mode):
        yield from _with_archive_files(Source(path, walked=True), bounds)
    elif not S_ISDIR(mode):
        from sheetlint.intake.content import why_special

        yield _left_out(path, why_special(mode))


def _left_out(path: str, problem: Problem) -> Source:
    return Source(path, walked=True, problem=problem, left_out=True)


def _entries(folder: str) -> list[_Entry]:
    """What a folder holds, sorted by name, without the folders of programs."""
    with os.scandir(folder) as found:
        entries = {
            entry.name: _Entry(
                os.path.join(folder, entry.name),
                entry.is_dir(follow_symlinks=False),
                entry.is_symlink(),
            )
            for entry in found
        }
    own = frozenset(drop_annotated_copies(entries))
    return [
        entry if entry.is_folder else entry._replace(no_submission=_why_none(name, name in own))
        for name, entry in sorted(entries.items())
        if not (entry.is_folder and is_program_folder(name))
    ]


def _why_none(name: str, original: bool) -> Text | None:
    return why_no_submission(name) if original else texts.ANNOTATED_COPY


def _is_below(path: str, root: str) -> bool:
    real = os.path.realpath(path)
    return real == root or real.startswith(os.path.join(root, ""))
