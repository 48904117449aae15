"""Where the copies of checked files are written: one file, a folder, or a place by the file itself."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from sheetlint.cli import options as shared
from sheetlint.cli.configuration import Refused
from sheetlint.intake.accepted_names import COPY_MARK, PACKED_SUFFIXES, READABLE_SUFFIXES, suffix_of
from sheetlint.intake.source import STDIN, Source
from sheetlint.messages import copies as words
from sheetlint.messages.text import Text
from sheetlint.report.summary_texts import display_path
from sheetlint.system.file_names import name_outputs


class CopyRefused(Exception):
    """The copy of one file is not written; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class CopyOptions(NamedTuple):
    """``-o`` as it was given, its older spelling for folders, and ``--force``."""

    output: str | None = None
    output_dir: str | None = None
    force: bool = False
    """Copies that are there are overwritten."""


copies = shared.option_group(
    CopyOptions,
    "copies",
    shared.output(words.OUTPUT, words.OUTPUT_META),
    shared.path_option("--output-dir", text=words.OUTPUT, meta=words.FOLDER_META, hidden=True),
    shared.flag("--force", text=words.FORCE),
)


class Destination(NamedTuple):
    """One file or one folder; neither where nothing was asked for."""

    file: str | None = None
    folder: str | None = None


def find_destination(options: CopyOptions, sources: Sequence[Source], lang: str) -> Destination:
    """What ``-o`` means for the files of a run.

    A folder: one that exists, a path that ends in a separator, or any path without the suffix of a
    file where several files are copied, or those of a folder or an archive.  Raises Refused for a file that would hold several copies.
    """
    path = options.output
    if path and options.output_dir:
        raise Refused(words.ONE_OUTPUT, lang)
    if options.output_dir or not path:
        return Destination(folder=options.output_dir)
    if path.endswith(("/", os.sep)) or os.path.isdir(path):
        return Destination(folder=path)
    count = sum(not source.expanded for source in sources)
    several = count > 1 or any(source.walked for source in sources)
    if several and suffix_of(path) not in READABLE_SUFFIXES | PACKED_SUFFIXES:
        return Destination(folder=path)
    if count > 1:
        raise Refused(words.ONE_FILE.fill(count=count), lang)
    return Destination(file=path)


class AnnotatedCopies:
    """The places of annotated copies: where ``-o`` says, or beside each file."""

    def __init__(
        self, options: CopyOptions, tops: Sequence[str], sources: Sequence[Source], lang: str
    ) -> None:
        """Raises Refused where a file has no place beside it and no folder is named."""
        self._to = find_destination(options, sources, lang)
        if not any(self._to):
            for source in sources:
                if not source.expanded and (source.member is not None or source.path == STDIN):
                    raise Refused(
                        words.NEEDS_FOLDER.fill(path=display_path(source.path, lang)), lang
                    )
        paths = [source.path for source in sources]
        self._names = dict(zip(paths, name_outputs(tops, paths), strict=True))
        self._sources = {os.path.realpath(path) for path in paths if path != STDIN}
        self._used: set[str] = set()

    def of(self, path: str, suffix: str) -> str:
        """Where the copy of the file at ``path`` is written; the copy has this suffix.

        Raises NoPlace.
        """
        place = self._place(path, suffix)
        real = os.path.realpath(place)
        if real in self._sources or real in self._used:
            raise CopyRefused(words.NOT_OVER_SOURCE.fill(path=place))
        self._used.add(real)
        return place

    def _place(self, path: str, suffix: str) -> str:
        if self._to.file is not None:
            if not has_suffix(self._to.file, suffix):
                raise CopyRefused(words.OTHER_SUFFIX.fill(path=self._to.file, suffix=suffix))
            return self._to.file
        if self._to.folder is not None:
            path = os.path.join(self._to.folder, *self._names[path].split("/"))
        stem, own = os.path.splitext(path)
        # Else a.doc and a.xls would have the same copy.
        return f"{stem if own.lower() == suffix.lower() else path}{COPY_MARK}{suffix}"


class CorrectedCopies:
    """The places of corrected copies: where ``-o`` says, or the files themselves."""

    def __init__(
        self,
        options: CopyOptions,
        in_place: bool,
        tops: Sequence[str],
        sources: Sequence[Source],
        lang: str,
    ) -> None:
        """Raises Refused for places that contradict each other or do not suffice."""
        self._to = find_destination(options, sources, lang)
        self._in_place, self._force = in_place, options.force
        if any(self._to) and in_place:
            raise Refused(words.ONE_WAY, lang)
        files = [source.path for source in sources if not source.expanded]
        self._own = {
            source.path
            for source in sources
            if source.path != STDIN and source.member is None and os.path.isfile(source.path)
        }
        self._sources = {os.path.realpath(path) for path in self._own}
        self._names = dict(zip(files, name_outputs(tops, files), strict=True))
        if self._to.file and os.path.realpath(self._to.file) in self._sources:
            raise Refused(words.IS_SOURCE.fill(path=self._to.file), lang)

    @property
    def any(self) -> bool:
        """Something is written at all."""
        return any(self._to) or self._in_place

    def of(self, path: str, data: bytes) -> str:
        """Where the corrected copy of the file at ``path`` is written.  Raises NoPlace."""
        if self._in_place:
            if path not in self._own:
                raise CopyRefused(words.NOT_HERE)
            return path
        place = self._to.file or os.path.join(self._to.folder or "", *self._name(path).split("/"))
        suffix = os.path.splitext(path)[1]
        if suffix and not has_suffix(place, suffix):
            raise CopyRefused(words.OTHER_SUFFIX.fill(path=place, suffix=suffix))
        if os.path.realpath(place) in self._sources:
            raise CopyRefused(words.IS_SOURCE.fill(path=place))
        if os.path.lexists(place) and not self._force and not has_same_content(place, data):
            raise CopyRefused(words.NOT_OVER_COPY.fill(path=place))
        return place

    def _name(self, path: str) -> str:
        """As the file is called, its suffix always at the end."""
        name, suffix = self._names[path], os.path.splitext(path)[1]
        return name if name.endswith(suffix) else name + suffix


def has_suffix(path: str, suffix: str) -> bool:
    return os.path.splitext(path)[1].lower() == suffix.lower()


def has_same_content(path: str, data: bytes) -> bool:
    """The same copy was written there before."""
    if not os.path.isfile(path) or os.path.getsize(path) != len(data):
        return False
    with open(path, "rb") as stream:
        return stream.read() == data
