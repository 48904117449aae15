"""What is checked, where it decides which configuration may be honoured.

A folder of submissions is written by whoever hands something in, so a configuration found in it is not
the user's.  The tracked files of a repository are checked by its maintainers' configuration, which lies
at its top.
"""

from __future__ import annotations

import os
from typing import NamedTuple

from sheetlint.intake.accepted_names import ZIP_SUFFIX


class CheckedPaths(NamedTuple):
    """Files and folders that a command checks, as they were typed."""

    paths: tuple[str, ...] = ()
    tracked: bool = False
    """Only what git tracks is checked."""

    def contain(self, config: str) -> bool:
        """Whether a configuration file is among what is checked and not at the top of a repository
        whose tracked files are checked."""
        folder = os.path.realpath(os.path.dirname(config))
        holding = [path for path in self.paths if _is_at_or_below(folder, _submissions(path))]
        return bool(holding) and not (self.tracked and _is_top(folder, holding))


NO_CHECKED_PATHS = CheckedPaths()
"""For commands that honour the configuration of the working folder whatever they check."""


def _submissions(path: str) -> str:
    """The folder of submissions that a path names.  Single sheets lie among others (``*.xlsx``); an
    archive is one by itself, and lies in a folder of the user's."""
    if os.path.isdir(path) or path.lower().endswith(ZIP_SUFFIX):
        return path
    return os.path.dirname(path) or os.curdir


def _is_at_or_below(folder: str, path: str) -> bool:
    place, top = (os.path.normcase(os.path.realpath(each)) for each in (folder, path))
    return place == top or place.startswith(os.path.join(top, ""))


def _is_top(folder: str, paths: list[str]) -> bool:
    """Whether each of the paths lies in the repository whose top is the folder."""
    from sheetlint.intake.git_files import repository_top

    tops = [repository_top(path) for path in paths]
    return all(top is not None and os.path.samefile(top, folder) for top in tops)
