"""Which files the given paths mean.

A file is taken as it is; a folder is walked.  What nobody meant to hand in is left out of a walk:
Office's lock files, hidden files, links that lead elsewhere, pipes and devices.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from stat import S_ISDIR, S_ISREG
from typing import NamedTuple

STDIN = "-"

OFFICE = frozenset((".xlsx", ".xlsm", ".docx", ".xls", ".doc", ".et", ".wps", ".ods"))
"""What a sheet is handed in as: one that cannot be read is news even when nobody named it."""
OTHER = frozenset((".txt", ".tsv", ".yaml", ".yml", ".json", ".pdf", ".html", ".csv"))
"""What may be a sheet, and may as well be anything else."""
_SUFFIXES = OFFICE | OTHER


class Source(NamedTuple):
    """A file to look at."""

    path: str
    """As the user wrote it, or below the folder that he wrote; ``-`` is the standard input."""
    walked: bool = False
    """Found in a folder rather than named."""


def found(paths: Iterable[str]) -> list[Source]:
    """The files in the order given, those of a folder sorted, each file once."""
    sources: list[Source] = []
    seen: set[str] = set()
    for path in paths:
        for source in _below(path):
            real = STDIN if source.path == STDIN else os.path.realpath(source.path)
            if real not in seen:
                seen.add(real)
                sources.append(source)
    return sources


def missing(source: Source) -> bool:
    """Nothing at all stands at the path."""
    return source.path != STDIN and not os.path.lexists(source.path)


def _below(path: str) -> Iterator[Source]:
    if path != STDIN and os.path.isdir(path):
        yield from _walk(path, os.path.realpath(path))
    else:
        yield Source(path)


def _walk(folder: str, root: str) -> Iterator[Source]:
    try:
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not _left_out(entry.name))
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
            if _wanted(name):
                yield Source(path, walked=True)
            continue
        if os.path.islink(path) and not _inside(path, root):
            continue
        if S_ISDIR(mode):
            # A link to a folder of the same tree would show its files twice, or for ever.
            if not os.path.islink(path):
                yield from _walk(path, root)
        elif S_ISREG(mode) and _wanted(name):
            yield Source(path, walked=True)


def _left_out(name: str) -> bool:
    return name.startswith((".", "~$"))


def _wanted(name: str) -> bool:
    return suffix(name) in _SUFFIXES


def suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()


def _inside(path: str, root: str) -> bool:
    return os.path.realpath(path).startswith(os.path.join(root, ""))
