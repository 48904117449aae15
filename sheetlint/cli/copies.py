"""Where the copies of checked files are written: one file, a folder, or a place by the file itself."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from sheetlint.cli.configuration import Refused
from sheetlint.cli.options import CopyOptions
from sheetlint.intake.accepted_names import COPY_MARK, PACKED_SUFFIXES, READABLE_SUFFIXES, suffix_of
from sheetlint.intake.source import STDIN, Source
from sheetlint.messages import copies as texts
from sheetlint.messages.text import Text
from sheetlint.report.summary_texts import display_path
from sheetlint.system.file_names import name_outputs


class CopyRefused(Exception):
    """The copy of one file is not written; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Destination(NamedTuple):
    """One file or one folder; neither where nothing was asked for."""

    file: str | None = None
    folder: str | None = None


def find_destination(options: CopyOptions, sources: Sequence[Source], lang: str) -> Destination:
    """The destination that ``-o`` names for the files of a run.

    A folder: one that exists, a path that ends in a separator, or any path without the suffix of a
    file where several files are copied, or those of a folder or an archive.  Raises Refused for a
    file that would hold several copies.
    """
    path = options.output
    if path and options.output_dir:
        raise Refused(texts.ONE_OUTPUT, lang)
    if options.output_dir or not path:
        return Destination(folder=options.output_dir)
    if path.endswith(("/", os.sep)) or os.path.isdir(path):
        return Destination(folder=path)
    count = sum(not source.expanded for source in sources)
    several = count > 1 or any(source.walked for source in sources)
    if several and suffix_of(path) not in READABLE_SUFFIXES | PACKED_SUFFIXES:
        return Destination(folder=path)
    if count > 1:
        raise Refused(texts.ONE_FILE.fill(count=count), lang)
    return Destination(file=path)


class AnnotatedCopies:
    """The places of annotated copies: where ``-o`` says, or beside each file."""

    def __init__(
        self, options: CopyOptions, tops: Sequence[str], sources: Sequence[Source], lang: str
    ) -> None:
        """Raises Refused where a copy cannot be written beside its file and no folder is named."""
        self._destination = find_destination(options, sources, lang)
        if not any(self._destination):
            for source in sources:
                if not source.expanded and (source.member is not None or source.path == STDIN):
                    raise Refused(
                        texts.NEEDS_FOLDER.fill(path=display_path(source.path, lang)), lang
                    )
        paths = [source.path for source in sources]
        self._names = dict(zip(paths, name_outputs(tops, paths), strict=True))
        self._sources = {os.path.realpath(path) for path in paths if path != STDIN}
        self._used: set[str] = set()

    def path_for(self, path: str, suffix: str) -> str:
        """Where the copy of the file at ``path`` is written; the copy has this suffix.

        Raises NoPlace.
        """
        place = self._copy_path(path, suffix)
        real = os.path.realpath(place)
        if real in self._sources or real in self._used:
            raise CopyRefused(texts.NOT_OVER_SOURCE.fill(path=place))
        self._used.add(real)
        return place

    def _copy_path(self, path: str, suffix: str) -> str:
        if self._destination.file is not None:
            if not has_suffix(self._destination.file, suffix):
                raise CopyRefused(
                    texts.OTHER_SUFFIX.fill(path=self._destination.file, suffix=suffix)
                )
            return self._destination.file
        if self._destination.folder is not None:
            path = os.path.join(self._destination.folder, *self._names[path].split("/"))
        stem, own = os.path.splitext(path)
        # Otherwise a.doc and a.xls would have copies of one name.
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
        self._destination = find_destination(options, sources, lang)
        self._in_place, self._force = in_place, options.force
        if any(self._destination) and in_place:
            raise Refused(texts.ONE_WAY, lang)
        files = [source.path for source in sources if not source.expanded]
        self._on_disk = {
            source.path
            for source in sources
            if source.path != STDIN and source.member is None and os.path.isfile(source.path)
        }
        self._sources = {os.path.realpath(path) for path in self._on_disk}
        self._names = dict(zip(files, name_outputs(tops, files), strict=True))
        if self._destination.file and os.path.realpath(self._destination.file) in self._sources:
            raise Refused(texts.IS_SOURCE.fill(path=self._destination.file), lang)

    @property
    def any(self) -> bool:
        """Whether anything is written at all."""
        return any(self._destination) or self._in_place

    def path_for(self, path: str, data: bytes) -> str:
        """Where the corrected copy of the file at ``path`` is written.  Raises NoPlace."""
        if self._in_place:
            if path not in self._on_disk:
                raise CopyRefused(texts.NOT_HERE)
            return path
        place = self._destination.file or os.path.join(
            self._destination.folder or "", *self._copy_name(path).split("/")
        )
        suffix = os.path.splitext(path)[1]
        if suffix and not has_suffix(place, suffix):
            raise CopyRefused(texts.OTHER_SUFFIX.fill(path=place, suffix=suffix))
        if os.path.realpath(place) in self._sources:
            raise CopyRefused(texts.IS_SOURCE.fill(path=place))
        if os.path.lexists(place) and not self._force and not has_same_content(place, data):
            raise CopyRefused(texts.NOT_OVER_COPY.fill(path=place))
        return place

    def _copy_name(self, path: str) -> str:
        """The name of the copy, which always ends in the suffix of the file."""
        name, suffix = self._names[path], os.path.splitext(path)[1]
        return name if name.endswith(suffix) else name + suffix


def has_suffix(path: str, suffix: str) -> bool:
    return os.path.splitext(path)[1].lower() == suffix.lower()


def has_same_content(path: str, data: bytes) -> bool:
    """Whether the file at ``path`` has these bytes already."""
    if not os.path.isfile(path) or os.path.getsize(path) != len(data):
        return False
    with open(path, "rb") as stream:
        return stream.read() == data
