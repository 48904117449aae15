"""The files that git tracks, for a repository of sheets."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable

from sheetlint.intake.find_sources import drop_repeated, find_listed
from sheetlint.intake.source import Source
from sheetlint.messages import intake as texts
from sheetlint.messages.text import Text
from sheetlint.sandbox.bounds import DEFAULT, Bounds

_TIMEOUT = 60
"""Seconds that git may take."""


class NoRepository(Exception):
    """The folder is in no repository; ``text`` says which and why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def find_tracked(folders: Iterable[str], bounds: Bounds = DEFAULT) -> list[Source]:
    """The tracked files below the folders, each once, as a walk would find them."""
    return drop_repeated(
        source
        for folder in folders
        for source in find_listed(folder, _list_tracked(folder), bounds)
    )


def repository_top(path: str) -> str | None:
    """The top folder of the repository that a file or folder is in; None where it is in none."""
    folder = path if os.path.isdir(path) else os.path.dirname(path) or os.curdir
    try:
        done = _git(folder, "rev-parse", "--show-toplevel")
    except NoRepository:
        return None
    return None if done.returncode else os.fsdecode(done.stdout).removesuffix("\n")


def _list_tracked(folder: str) -> list[str]:
    done = _git(folder, "ls-files", "-z", "--cached")
    if done.returncode:
        reason = os.fsdecode(done.stderr).strip()
        raise NoRepository(texts.NOT_TRACKED.fill(folder=folder, reason=reason))
    return sorted(name for name in os.fsdecode(done.stdout).split("\0") if name)


def _git(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run git in a folder.  Raises NoRepository where there is no git or it does not end."""
    # A repository may name a program that watches its files: nothing that it names is run.
    command = ("git", "-c", "core.fsmonitor=false", "-C", folder, *arguments)
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=_TIMEOUT)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoRepository(texts.NO_GIT.fill(reason=error)) from error
