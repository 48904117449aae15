"""Writes the report of a run in every format and to every file that was asked for."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any, NamedTuple

from sheetlint import __version__
from sheetlint.cli.configuration import Refused, Setup
from sheetlint.cli.options import DisplayOptions
from sheetlint.cli.outputs import CommandOutputs, Output
from sheetlint.cli.terminal import CannotPrint, write_output
from sheetlint.config.output_formats import (
    DEFAULT_FORMAT,
    OUTPUT_FORMATS,
    QUIET_FORMAT,
    OutputFormat,
    format_of_path,
)
from sheetlint.messages import cli as texts
from sheetlint.run.results import FileReport, Report
from sheetlint.system.atomic_write import encode_text
from sheetlint.system.output_files import find_repeated

_BYTE_ORDER_MARK = "\ufeff"
"""At the start of a text: marks it as UTF-8."""


class RequestedReports(NamedTuple):
    """Which reports a run writes."""

    printed: str | None
    """The format for the standard output; None where a file takes its place."""
    files: tuple[tuple[str, str], ...]
    """Formats and paths."""

    @property
    def outputs(self) -> list[Output]:
        """The files, each with what is written there."""
        return [(path, OUTPUT_FORMATS[name].kind) for name, path in self.files]

    @property
    def needs_sheets(self) -> bool:
        return any(output.needs_sheets for output in self._formats())

    @property
    def needs_rules_digest(self) -> bool:
        return any(output.needs_rules_digest for output in self._formats())

    @property
    def lists_passed_over(self) -> bool:
        """Whether the printed report itself lists the files passed over with ``--verbose``."""
        return self.printed is not None and OUTPUT_FORMATS[self.printed].terminal

    def _formats(self) -> list[OutputFormat]:
        names = [name for name, _ in self.files]
        return [
            OUTPUT_FORMATS[n] for n in (names if self.printed is None else [self.printed, *names])
        ]


def parse_requested(
    kind: str | None, outputs: Sequence[str], quiet: bool, setup: Setup
) -> RequestedReports:
    """From ``--format`` and ``--output``.

    ``KIND=FILE`` is one report more.  A plain ``FILE`` takes what would have been printed, in the
    kind that its suffix means where no other was asked for.  Raises Refused.
    """
    standard = kind or (QUIET_FORMAT if quiet else setup.settings.format or DEFAULT_FORMAT)
    files: list[tuple[str, str]] = []
    redirected = False
    for text in outputs:
        named, given, path = text.partition("=")
        if given and named.isascii() and named.isalnum():
            if named not in OUTPUT_FORMATS or not path:
                raise Refused(
                    texts.NO_SUCH_OUTPUT.fill(wrong=text, kinds="、".join(OUTPUT_FORMATS)),
                    setup.lang,
                )
            files.append((named, path))
        else:
            by_name = None if kind else format_of_path(text)
            files.append((by_name.name if by_name else standard, text))
            redirected = True
    if find_repeated([path for _, path in files]) is not None:
        raise Refused(texts.SAME_OUTPUT_TWICE, setup.lang)
    if not redirected and OUTPUT_FORMATS[standard].binary:
        raise Refused(texts.BINARY_OUTPUT.fill(kind=standard), setup.lang)
    return RequestedReports(None if redirected else standard, tuple(files))


class ReportWriter(NamedTuple):
    """Writes the reports that were asked for."""

    requested: RequestedReports
    lang: str
    verbose: bool
    display: DisplayOptions
    outputs: CommandOutputs
    quiet: bool = False
    """Do not say which files were written."""

    def print_along(self, files: Iterable[FileReport], rules_sha256: str) -> Iterator[FileReport]:
        """Pass the files on as they come, and print each where the format is written file by file.

        Where the reader of the output has closed it and no file is written, the rest is not checked.
        """
        name = self.requested.printed
        if name is None or not OUTPUT_FORMATS[name].streamed:
            yield from files
            return
        renderer = _renderer(name)
        head = renderer.header_line(__version__, rules_sha256)
        for file in files:
            read = True
            if not file.passed_over:
                read = write_output(head + renderer.file_line(file, self.lang))
                head = ""
            yield file
            if not read and not self.requested.files:
                return

    def finish(self, report: Report, quiet: bool) -> bool:
        """Write every report; False where one could not be written, which is said.

        CannotPrint is raised when the files are written.  ``quiet`` leaves out what would be printed
        for people.
        """
        failure: CannotPrint | None = None
        try:
            self._print(report, quiet)
        except CannotPrint as error:
            failure = error
        written = [self._write(report, kind, path) for kind, path in self.requested.files]
        if failure is not None:
            raise failure
        return all(written)

    def _print(self, report: Report, quiet: bool) -> None:
        kind = self.requested.printed
        if kind is None or (quiet and OUTPUT_FORMATS[kind].for_people):
            return
        if OUTPUT_FORMATS[kind].streamed and report.checked:
            # The files have been printed already.
            write_output(_renderer(kind).summary_line(report, self.lang))
            return
        colour = self.display.colour
        encoding = sys.stdout.encoding or ""
        text = self._render(report, kind, colour, encoding)
        assert isinstance(text, str)
        write_output(
            text if encoding.lower().startswith("utf") else text.removeprefix(_BYTE_ORDER_MARK),
            colour,
        )

    def _write(self, report: Report, kind: str, path: str) -> bool:
        content = self._render(report, kind, False, "utf-8")
        data = encode_text(content) if isinstance(content, str) else content
        written = self.outputs.try_write(path, data, OUTPUT_FORMATS[kind].kind)
        if written and not self.quiet:
            self.outputs.announce(path, kind, len(data))
        return written

    def _render(self, report: Report, kind: str, colour: bool, encoding: str) -> str | bytes:
        content: str | bytes
        if not OUTPUT_FORMATS[kind].terminal:
            content = _renderer(kind).render(report, self.lang)
            return content
        from sheetlint.report.symbols import choose_symbols

        content = _renderer(kind).render(
            report,
            self.lang,
            self.display.columns,
            colour=colour,
            verbose=self.verbose,
            symbols=choose_symbols(encoding),
        )
        return content


def _renderer(name: str) -> Any:
    """The module of a format, imported when it is used: a start does without the others."""
    return import_module(f"sheetlint.report.{name}")
