"""The progress of a long run on the error stream: a bar at a terminal, plain lines elsewhere."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sheetlint.cli.terminal import write_error
from sheetlint.messages import gate as texts
from sheetlint.messages.text import Text

if TYPE_CHECKING:
    from rich.progress import Progress

    from sheetlint.gate.folder_writer import Advance

_INTERVAL = 10.0
"""Seconds between two plain lines."""


@contextmanager
def show_progress(what: Text, total: int, lang: str, quiet: bool) -> Iterator[Advance]:
    """Yields a function that is called with how many more of ``total`` are done."""
    if quiet or not total:
        yield lambda count: None
    elif sys.stderr.isatty() and os.environ.get("TERM") != "dumb":
        with _bar(lang) as bar:
            task = bar.add_task(what.in_(lang), total=total)
            yield lambda count: bar.advance(task, count)
    else:
        lines = _Lines(what, total, lang)
        yield lines.advance
        lines.end()


def _bar(lang: str) -> Progress:
    from rich import progress, text
    from rich.console import Console

    class Rate(progress.ProgressColumn):
        def render(self, task: progress.Task) -> text.Text:
            speed = task.finished_speed or task.speed or 0
            return text.Text(texts.RATE.fill(rate=f"{speed:.0f}").in_(lang))

    return progress.Progress(
        progress.TextColumn("{task.description}"),
        progress.BarColumn(),
        progress.MofNCompleteColumn(),
        Rate(),
        progress.TimeRemainingColumn(),
        console=Console(stderr=True),
        transient=True,
    )


class _Lines:
    def __init__(self, what: Text, total: int, lang: str) -> None:
        self._what, self._total, self._lang = what, total, lang
        self._done = 0
        self._begun = self._last_line = time.monotonic()

    def advance(self, count: int) -> None:
        self._done += count
        now = time.monotonic()
        if now - self._last_line >= _INTERVAL and self._done < self._total:
            self._last_line = now
            rate = self._done / (now - self._begun)
            left = int((self._total - self._done) / rate) if rate else 0
            self._print(texts.SO_FAR.fill(rate=f"{rate:.0f}", left=left))

    def end(self) -> None:
        self._print(texts.ALL_DONE)

    def _print(self, how: Text) -> None:
        line = texts.PROGRESS.fill(what=self._what, done=self._done, total=self._total, how=how)
        write_error(line.in_(self._lang))
