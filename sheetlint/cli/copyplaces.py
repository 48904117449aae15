"""Where the annotated copies of a run go."""

from __future__ import annotations

import os
from collections.abc import Sequence

from sheetlint.batch.files import Source
from sheetlint.batch.meant import COPY, STDIN
from sheetlint.cli.context import Refused
from sheetlint.gate.names import names
from sheetlint.locale import annotate as words
from sheetlint.model import Text
from sheetlint.report.counting import named


class NoPlace(Exception):
    """The copy of one file is not written; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Places:
    """One file that was named, below one folder, or beside each file."""

    def __init__(
        self,
        tops: Sequence[str],
        sources: Sequence[Source],
        file: str | None,
        folder: str | None,
        lang: str,
    ) -> None:
        """Raises ``Refused`` where one file or a folder is needed."""
        self._file, self._folder = file, folder
        files = [source for source in sources if not source.listed]
        if file and folder:
            raise Refused(words.ONE_PLACE, lang)
        if file and len(files) > 1:
            raise Refused(words.ONE_FILE.fill(count=len(files)), lang)
        for source in files:
            if not (file or folder) and (source.member is not None or source.path == STDIN):
                raise Refused(words.NEEDS_FOLDER.fill(path=named(source.path, lang)), lang)
        paths = [source.path for source in sources]
        self._names = dict(zip(paths, names(tops, paths), strict=True))
        self._sources = {os.path.realpath(path) for path in paths if path != STDIN}
        self._taken: set[str] = set()

    def of(self, path: str, suffix: str) -> str:
        """Where the copy of the file at ``path`` goes.  Raises ``NoPlace``."""
        place = self._place(path, suffix)
        real = os.path.realpath(place)
        if real in self._sources or real in self._taken:
            raise NoPlace(words.NOT_OVER_SOURCE.fill(path=place))
        self._taken.add(real)
        return place

    def _place(self, path: str, suffix: str) -> str:
        if self._file is not None:
            if os.path.splitext(self._file)[1].lower() != suffix.lower():
                raise NoPlace(words.OTHER_SUFFIX.fill(path=self._file, suffix=suffix))
            return self._file
        if self._folder is not None:
            path = os.path.join(self._folder, *self._names[path].split("/"))
        stem, own = os.path.splitext(path)
        # Else a.doc and a.xls would have the same copy.
        return f"{stem if own.lower() == suffix.lower() else path}{COPY}{suffix}"
