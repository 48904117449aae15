"""Where the copies of checked files are written: one file, a folder, or a place by the file itself."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from sheetlint.cli.configuration import Refused
from sheetlint.cli.options import CopyOptions
from sheetlint.cli.outputs import CommandOutputs
from sheetlint.intake.accepted_names import (
    COPY_MARK,
    PACKED_SUFFIXES,
    READABLE_SUFFIXES,
    is_candidate,
    suffix_of,
)
from sheetlint.intake.source import STDIN, Source
from sheetlint.messages import copies as texts
from sheetlint.messages.text import Text
from sheetlint.report.summary_texts import display_path
from sheetlint.system.atomic_write import write_file
from sheetlint.system.file_names import name_outputs
from sheetlint.system.output_files import OutputKind, OutputRefused

COPY = OutputKind("copy")


class Destination(NamedTuple):
    """One file or one folder; neither where nothing was asked for."""

    file: str | None = None
    folder: str | None = None

    @property
    def made(self) -> str:
        """The folder that is made where it is missing; empty where copies stand beside their files."""
        if self.file is not None:
            return os.path.dirname(self.file) or os.curdir
        return self.folder or ""


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
    # A picture or a notice beside the only sheet of a folder makes no second copy.
    count = sum(
        not source.expanded and (not source.walked or is_candidate(source.path))
        for source in sources
    )
    several = count > 1 or any(source.walked for source in sources)
    if several and suffix_of(path) not in READABLE_SUFFIXES | PACKED_SUFFIXES:
        return Destination(folder=path)
    if count > 1:
        raise Refused(texts.ONE_FILE.fill(count=count), lang)
    return Destination(file=path)


class AnnotatedCopies:
    """Writes annotated copies: where ``-o`` says, or beside each file."""

    def __init__(
        self,
        options: CopyOptions,
        tops: Sequence[str],
        sources: Sequence[Source],
        outputs: CommandOutputs,
    ) -> None:
        """Raises Refused for a place that cannot be written, and where a copy cannot be written
        beside its file and no folder is named."""
        lang, self._files = outputs.lang, outputs.files
        self._destination = find_destination(options, sources, lang)
        if self._destination.file is not None:
            outputs.refuse([(self._destination.file, COPY)], self._destination.made)
        if not any(self._destination):
            for source in sources:
                if not source.expanded and (source.member is not None or source.path == STDIN):
                    raise Refused(
                        texts.NEEDS_FOLDER.fill(path=display_path(source.path, lang)), lang
                    )
        paths = [source.path for source in sources]
        self._names = dict(zip(paths, name_outputs(tops, paths), strict=True))

    def write(self, path: str, suffix: str, data: bytes) -> tuple[str, bool]:
        """Write the copy of the file at ``path``, which has this suffix.

        Returns its path, and False where it was there already.  Raises OutputRefused and OSError.
        """
        place = self._copy_path(path, suffix)
        return place, self._files.write(place, data, COPY, self._destination.made)

    def _copy_path(self, path: str, suffix: str) -> str:
        if self._destination.file is not None:
            if not has_suffix(self._destination.file, suffix):
                raise OutputRefused(
                    texts.OTHER_SUFFIX.fill(path=self._destination.file, suffix=suffix)
                )
            return self._destination.file
        if self._destination.folder is not None:
            path = os.path.join(self._destination.folder, *self._names[path].split("/"))
        stem, own = os.path.splitext(path)
        # Otherwise a.doc and a.xls would have copies of one name.
        return f"{stem if own.lower() == suffix.lower() else path}{COPY_MARK}{suffix}"


class CorrectedCopies:
    """Writes corrected copies: where ``-o`` says, or in the place of the files themselves."""

    def __init__(
        self,
        options: CopyOptions,
        in_place: bool,
        tops: Sequence[str],
        sources: Sequence[Source],
        outputs: CommandOutputs,
    ) -> None:
        """Raises Refused for places that contradict each other, do not suffice or cannot be
        written."""
        lang, self._files = outputs.lang, outputs.files
        self._destination = find_destination(options, sources, lang)
        self._in_place = in_place
        if any(self._destination) and in_place:
            raise Refused(texts.ONE_WAY, lang)
        files = [source.path for source in sources if not source.expanded]
        self._names = dict(zip(files, name_outputs(tops, files), strict=True))
        self._on_disk = {
            source.path
            for source in sources
            if source.disk_path == source.path and os.path.isfile(source.path)
        }
        if self._destination.file is not None:
            if self._files.is_input(self._destination.file, COPY):
                raise Refused(texts.IS_SOURCE.fill(path=self._destination.file), lang)
            outputs.refuse([(self._destination.file, COPY)], self._destination.made)

    @property
    def any(self) -> bool:
        """Whether anything is written at all."""
        return any(self._destination) or self._in_place

    def write(self, path: str, data: bytes, original: bytes) -> str:
        """Write the corrected copy of the file at ``path``, which was ``original``; return where.

        Raises OutputRefused and OSError.
        """
        if self._in_place:
            self._write_in_place(path, data, original)
            return path
        place = self._destination.file or os.path.join(
            self._destination.folder or "", *self._copy_name(path).split("/")
        )
        suffix = os.path.splitext(path)[1]
        if suffix and not has_suffix(place, suffix):
            raise OutputRefused(texts.OTHER_SUFFIX.fill(path=place, suffix=suffix))
        if self._files.is_input(place, COPY):
            raise OutputRefused(texts.IS_SOURCE.fill(path=place))
        self._files.write(place, data, COPY, self._destination.made)
        return place

    def _write_in_place(self, path: str, data: bytes, original: bytes) -> None:
        if path not in self._on_disk:
            raise OutputRefused(texts.NOT_HERE)
        with open(path, "rb") as file:
            if file.read() != original:
                raise OutputRefused(texts.CHANGED_SINCE)
        # A link that was named for its file stays one.
        write_file(os.path.realpath(path), data)

    def _copy_name(self, path: str) -> str:
        """The name of the copy, which always ends in the suffix of the file."""
        name, suffix = self._names[path], os.path.splitext(path)[1]
        return name if name.endswith(suffix) else name + suffix


def active_content_note(place: str, data: bytes, lang: str) -> Text | None:
    """A sentence about macros and links that a copy has from its file; None where it has none."""
    from sheetlint.office.active_content import find_active_content

    kinds = find_active_content(data)
    if not kinds:
        return None
    what = texts.AND.in_(lang).join(kind.in_(lang) for kind in kinds)
    return texts.ACTIVE_CONTENT.fill(path=place, what=what)


def has_suffix(path: str, suffix: str) -> bool:
    return os.path.splitext(path)[1].lower() == suffix.lower()
