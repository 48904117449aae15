"""What is checked, where it decides which configuration may be honoured.

A folder of submissions is written by whoever hands something in, so a configuration found in it is not
the user's.  The tracked files of a repository are checked by its maintainers' configuration, which lies
at its top.
"""

from __future__ import annotations

import os
from typing import NamedTuple


class CheckedPaths(NamedTuple):
    """Files and folders that a command checks, as they were typed."""

    paths: tuple[str, ...] = ()
    tracked: bool = False
    """Only what git tracks is checked."""

    def contain(self, config: str) -> bool:
        """Whether a configuration file is among what is checked and not at the top of a repository
        whose tracked files are checked."""
        folder = os.path.realpath(os.path.dirname(config))
        place = os.path.normcase(os.path.join(folder, os.path.basename(config)))
        holding = [path for path in self.paths if _is_at_or_below(place, path)]
        return bool(holding) and not (self.tracked and _is_top(folder, holding))


NO_CHECKED_PATHS = CheckedPaths()
"""For commands that honour the configuration of the working folder whatever they check."""


def _is_at_or_below(place: str, path: str) -> bool:
    top = os.path.normcase(os.path.realpath(path))
    return place == top or place.startswith(os.path.join(top, ""))


def _is_top(folder: str, paths: list[str]) -> bool:
    """Whether each of the paths lies in the repository whose top is the folder."""
    from sheetlint.intake.git_files import repository_top

    tops = [repository_top(path) for path in paths]
    return all(top is not None and os.path.samefile(top, folder) for top in tops)
