"""Where the copies of files go."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sheetlint.batch.files import Source
from sheetlint.batch.meant import STDIN
from sheetlint.cli.context import Refused
from sheetlint.locale import fix as words
from sheetlint.model import Text

_NOT_UP = ("", ".", "..")
_SEPARATORS = re.compile(r"[\\/]+")


class Target(NamedTuple):
    """Where one copy goes, or why it goes nowhere."""

    path: str = ""
    problem: Text | None = None


class Targets:
    """Of one run: a file, a folder, or the files themselves; nothing where none was named."""

    def __init__(
        self, paths: Sequence[str], sources: Sequence[Source], options: Mapping[str, Any], lang: str
    ) -> None:
        self._paths, self._lang = paths, lang
        self._file: str | None = options["output"]
        self._folder: str | None = options["output_dir"]
        self._in_place: bool = options["in_place"]
        self._sources = {source.path: source for source in sources}
        self._taken: set[str] = set()
        if sum(map(bool, (self._file, self._folder, self._in_place))) > 1:
            raise Refused(words.ONE_WAY, lang)
        if self._file and len(sources) > 1:
            raise Refused(words.ONE_FILE.fill(count=len(sources)), lang)
        if self._file and self._is_source(self._file):
            raise Refused(words.NOT_OVER_SOURCE.fill(path=self._file), lang)

    @property
    def any(self) -> bool:
        return bool(self._file or self._folder or self._in_place)

    def of(self, path: str) -> Target:
        """For the file that the run calls by this path."""
        if self._in_place:
            source = self._sources[path]
            own = path != STDIN and source.member is None and os.path.isfile(path)
            return Target(path) if own else Target(problem=words.NOT_HERE)
        target = self._file or os.path.join(self._folder or "", self._below(path))
        if self._is_source(target):
            return Target(problem=words.NOT_OVER_SOURCE.fill(path=target))
        place = os.path.realpath(target)
        if place in self._taken:
            return Target(problem=words.TAKEN.fill(path=target))
        self._taken.add(place)
        return Target(target)

    def _below(self, path: str) -> str:
        """A file's name, after the folders that it stands in below what was named.

        Names in archives are other people's: none leads out of the folder.
        """
        top = next((p for p in self._paths if path.startswith(p.rstrip("/\\") + "/")), None)
        if path == STDIN:
            return "stdin"
        inside = os.path.basename(path) if top is None else path[len(top.rstrip("/\\")) :]
        parts = [part for part in _SEPARATORS.split(inside) if part not in _NOT_UP]
        return os.path.join(*(part.replace(":", "_") for part in parts))

    def _is_source(self, target: str) -> bool:
        return any(
            os.path.exists(source.path) and os.path.samefile(source.path, target)
            for source in self._sources.values()
            if os.path.exists(target) and source.path != STDIN
        )
