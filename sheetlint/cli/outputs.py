"""The files that a command writes: refused before any work where that can be known, else reported."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sheetlint.cli.configuration import NotWritten, Refused, Setup
from sheetlint.cli.options import RunOptions
from sheetlint.cli.terminal import write_error
from sheetlint.intake.source import STDIN, Source
from sheetlint.messages import cli
from sheetlint.messages import outputs as texts
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.visible import visible
from sheetlint.system.atomic_write import is_stream
from sheetlint.system.byte_sizes import round_byte_size
from sheetlint.system.output_files import OutputFiles, OutputKind, OutputRefused

_STANDARD_INPUT = "/dev/stdin"
"""Leads to the file that the standard input is redirected from."""
Output = tuple[str, OutputKind]
"""A path and what is written there."""


class CommandOutputs(NamedTuple):
    """The writer of a command, with the language of its messages."""

    files: OutputFiles
    lang: str

    def refuse(self, outputs: Iterable[Output], within: str = "") -> None:
        """Raises Refused for the first output that cannot be written as things stand."""
        for path, kind in outputs:
            try:
                self.files.refuse(path, kind, within)
            except OutputRefused as error:
                raise Refused(error.text, self.lang) from error

    def write(self, path: str, data: bytes, kind: OutputKind, within: str = "") -> None:
        """As ``OutputFiles.write``.  Raises NotWritten."""
        try:
            self.files.write(path, data, kind, within)
        except OutputRefused as error:
            raise NotWritten(error.text, self.lang) from error
        except OSError as error:
            text = texts.CANNOT_WRITE.fill(path=path, reason=os_error_text(error))
            raise NotWritten(text, self.lang) from error

    def try_write(self, path: str, data: bytes, kind: OutputKind, within: str = "") -> bool:
        """As ``write``; what cannot be written is said on the error stream, and False returned."""
        try:
            self.write(path, data, kind, within)
        except NotWritten as error:
            write_error(cli.ERROR.in_(self.lang) + visible(error.text.in_(self.lang)))
            return False
        return True

    def announce(self, path: str, label: str, size: int) -> None:
        """Say on the error stream that a file of ``size`` bytes was written."""
        if not is_stream(path):
            text = texts.WROTE.fill(path=path, kind=label, size=round_byte_size(size))
            write_error(visible(text.in_(self.lang)))

    def drop_earlier(self, sources: Sequence[Source], outputs: Iterable[Output]) -> list[Source]:
        """The sources without what an earlier run wrote at the places of these outputs.

        Only files that were found in a folder: a file that was named is read.
        """
        earlier = [path for path, kind in outputs if self.files.is_own(path, kind)]
        return [s for s in sources if not (s.walked and _is_one_of(s.disk_path, earlier))]


def open_outputs(
    setup: Setup,
    options: RunOptions,
    sources: Sequence[Source] = (),
    *others: str | None,
    force: bool = False,
) -> CommandOutputs:
    """The writer of a command, which knows every file that the command reads.

    Those are the sources, what options and configuration name, and the ``others``.
    """
    settings = setup.settings
    named = [settings.path, *(path for path in others if path)]
    if not options.waivers.no_waivers:
        named.append(options.waivers.baseline or settings.baseline)
    for place in (*settings.checks, *settings.profiles):
        named += _files_at(place)
    if any(source.path == STDIN for source in sources):
        named.append(_STANDARD_INPUT)
    named += _paths_on_disk(source for source in sources if not source.walked)
    found = _paths_on_disk(source for source in sources if source.walked)
    return CommandOutputs(OutputFiles(filter(None, named), found, force), setup.lang)


def _paths_on_disk(sources: Iterable[Source]) -> list[str]:
    return list(dict.fromkeys(path for source in sources if (path := source.disk_path)))


def _files_at(place: str) -> list[str]:
    """The files of a folder, or the one that is named."""
    try:
        with os.scandir(place) as entries:
            return [entry.path for entry in entries]
    except NotADirectoryError:
        return [place]
    except OSError:
        # A folder that cannot be read is reported where it is used.
        return []


def _is_one_of(path: str | None, others: Sequence[str]) -> bool:
    return path is not None and any(
        os.path.basename(path) == os.path.basename(other) and os.path.samefile(path, other)
        for other in others
    )
