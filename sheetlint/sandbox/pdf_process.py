"""Reads PDF files in a child process.

PDFium cannot be interrupted from inside, and a malicious file may end the process that reads it.
The child process may be killed or die twice; either costs that one file a finding.  It is started
for the first PDF of a run and kept for the others.
"""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from sheetlint.messages import intake as texts
from sheetlint.readers.limits import Limits
from sheetlint.sandbox.bounds import (
    Bounds,
    Stopped,
    release_memory_bound,
    run_within,
    time_exceeded,
)
from sheetlint.sheet.tables import Document, Unreadable
from sheetlint.system.interruption import leave_signals_to_parent

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")


class Failed(Exception):
    """The reader has a bug; the text names the exception raised in the child process."""


class PdfProcess:
    """A child process that reads files, one after the other.  Close it at the end, as by ``with``."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._process: BaseProcess | None = None
        self._connection: Connection[Any, Any] | None = None

    def __enter__(self) -> PdfProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, data: bytes, name: str) -> Document:
        """As ``readers.read`` does.  Raises like ``call``."""
        from sheetlint.recognise.lexicon import default_lexicon

        # The vocabulary is needed next; it is loaded while the child process works.
        return self.call(_read, data, name, self._bounds.limits, meanwhile=default_lexicon)

    def call(
        self,
        work: Callable[..., T],
        *arguments: object,
        meanwhile: Callable[[], object] | None = None,
    ) -> T:
        """The result of a module's function, called in the child process.

        Raises Unreadable as the function does, and Stopped where the child process was killed, or
        died during the call and again when it was repeated.
        """
        try:
            answer = self._ask(work, arguments, meanwhile)
        except (EOFError, OSError):
            # Somebody else may have ended it, a system without memory: once is no proof.
            try:
                answer = self._ask(work, arguments, None)
            except (EOFError, OSError):
                raise Stopped(texts.DIED, texts.ORIGINAL_OF_PDF) from None
        if isinstance(answer, Exception):
            raise answer
        result: T = answer
        return result

    def _ask(
        self,
        work: Callable[..., T],
        arguments: tuple[object, ...],
        meanwhile: Callable[[], object] | None,
    ) -> Any:
        """What the child process answers.  Raises EOFError or OSError where it died."""
        connection = self._connection or self._start()
        try:
            connection.send((work, arguments))
            if meanwhile is not None:
                meanwhile()
            # Outside the main thread nothing interrupts the wait: this is the bound of time.
            if not connection.poll(self._bounds.patience or None):
                raise time_exceeded(self._bounds)
            return connection.recv()
        except BaseException:
            # The child process is gone, or still at work on this file.
            self.close()
            raise

    def close(self) -> None:
        if self._process is None or self._connection is None:
            return
        self._connection.close()
        self._process.kill()
        self._process.join()
        self._process = self._connection = None

    def _start(self) -> Connection[Any, Any]:
        import multiprocessing

        # A forked process has all modules loaded.
        context = (
            multiprocessing.get_context("fork")
            if "fork" in multiprocessing.get_all_start_methods()
            else multiprocessing.get_context("spawn")
        )
        parent_end, child_end = context.Pipe()
        self._connection = parent_end
        self._process = context.Process(
            target=_serve,
            args=(child_end, parent_end, self._bounds),
            name="sheetlint-pdf",
            daemon=True,
        )
        self._process.start()
        # With this end closed here, the end of either process closes the connection for the other.
        child_end.close()
        return parent_end


def _serve(
    child_end: Connection[Any, Any], parent_end: Connection[Any, Any], bounds: Bounds
) -> None:
    """Answer calls until the connection is closed."""
    parent_end.close()
    leave_signals_to_parent()
    release_memory_bound()
    with suppress(EOFError, OSError):
        while True:
            work, arguments = child_end.recv()
            _set_alarm(bounds.patience)
            answer = _answer(work, arguments, bounds)
            _set_alarm(0)
            child_end.send(answer)


def _read(data: bytes, name: str, limits: Limits) -> Document:
    from sheetlint.readers import read

    return read(data, name, limits)


def _answer(work: Callable[..., T], arguments: tuple[Any, ...], bounds: Bounds) -> T | Exception:
    try:
        # The parent process watches the time.
        return run_within(bounds._replace(seconds=0), lambda: work(*arguments))
    except Unreadable as error:
        return error
    except Exception as error:
        return Failed(f"{type(error).__name__}: {error}")


def _set_alarm(seconds: float) -> None:
    """Have the system end this process when the time is up, in case the parent process is gone."""
    if hasattr(signal, "alarm"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(int(seconds) + 1 if seconds else 0)
