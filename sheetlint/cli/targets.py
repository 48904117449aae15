"""Where corrected copies go: one file, below a folder, or in the place of the files themselves."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sheetlint.batch.files import Source
from sheetlint.batch.meant import STDIN
from sheetlint.cli.context import Refused
from sheetlint.gate.names import names
from sheetlint.locale import fix as words
from sheetlint.model import Text


class Target(NamedTuple):
    """Where one copy goes, or why it goes nowhere."""

    path: str = ""
    problem: Text | None = None


class Targets:
    """Of one run; nothing is written where no place was named."""

    def __init__(
        self, tops: Sequence[str], sources: Sequence[Source], options: Mapping[str, Any], lang: str
    ) -> None:
        """Raises ``Refused`` for places that contradict each other or do not suffice."""
        self._file: str | None = options["output"]
        self._folder: str | None = options["output_dir"]
        self._in_place: bool = options["in_place"]
        self._force: bool = options["force"]
        if sum(map(bool, (self._file, self._folder, self._in_place))) > 1:
            raise Refused(words.ONE_WAY, lang)
        files = [source.path for source in sources if not source.listed]
        if self._file and len(files) > 1:
            raise Refused(words.ONE_FILE.fill(count=len(files)), lang)
        self._own = {
            source.path
            for source in sources
            if source.path != STDIN and source.member is None and os.path.isfile(source.path)
        }
        self._sources = {os.path.realpath(path) for path in self._own}
        self._names = dict(zip(files, names(tops, files), strict=True))
        if self._file and os.path.realpath(self._file) in self._sources:
            raise Refused(words.NOT_OVER_SOURCE.fill(path=self._file), lang)

    @property
    def any(self) -> bool:
        return bool(self._file or self._folder or self._in_place)

    def of(self, path: str, data: bytes) -> Target:
        """For the corrected copy of the file that the run calls by this path."""
        if self._in_place:
            return Target(path) if path in self._own else Target(problem=words.NOT_HERE)
        target = self._file or os.path.join(self._folder or "", *self._name(path).split("/"))
        suffix = os.path.splitext(path)[1]
        if suffix and suffix.lower() != os.path.splitext(target)[1].lower():
            return Target(problem=words.OTHER_SUFFIX.fill(suffix=suffix, target=target))
        if os.path.realpath(target) in self._sources:
            return Target(problem=words.NOT_OVER_SOURCE.fill(path=target))
        if os.path.lexists(target) and not self._force and not _holds(target, data):
            return Target(problem=words.NOT_OVER_COPY.fill(path=target))
        return Target(target)

    def _name(self, path: str) -> str:
        """As the file is called, its suffix always at the end."""
        name, suffix = self._names[path], os.path.splitext(path)[1]
        return name if name.endswith(suffix) else name + suffix


def _holds(target: str, data: bytes) -> bool:
    """The same copy was written there before."""
    if not os.path.isfile(target) or os.path.getsize(target) != len(data):
        return False
    with open(target, "rb") as stream:
        return stream.read() == data
