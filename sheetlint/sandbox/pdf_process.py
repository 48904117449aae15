"""PDF files are read in a process of their own.

What PDFium does with a file cannot be interrupted from inside, and a file made to do harm may end
the process that it is read in.  So it is another one: it may be killed and it may die, and both
cost that one file a finding.  It is started for the first PDF of a run and kept for the others.
"""

from __future__ import annotations

import signal
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from sheetlint.messages import intake as words
from sheetlint.readers.limits import Limits
from sheetlint.sandbox.bounds import (
    Bounds,
    Stopped,
    release_memory_bound,
    run_within,
    time_exceeded,
)
from sheetlint.sheet.tables import Document, Unreadable

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")


class Failed(Exception):
    """The reader has a bug; the text says what was raised there."""


class PdfProcess:
    """Reads files elsewhere, one after the other.  To be closed at the end, as by ``with``."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._process: BaseProcess | None = None
        self._there: Connection[Any, Any] | None = None

    def __enter__(self) -> PdfProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, data: bytes, name: str) -> Document:
        """As ``readers.read`` does.  Raises like ``call``."""
        from sheetlint.recognise.lexicon import default_lexicon

        # What is needed next is loaded while the other process is at work.
        return self.call(_read, data, name, self._bounds.limits, meanwhile=default_lexicon)

    def call(
        self,
        work: Callable[..., T],
        *arguments: object,
        meanwhile: Callable[[], object] | None = None,
    ) -> T:
        """The result of a function of some module, called there.

        Raises ``Unreadable`` as the function does, and ``Stopped`` where the other process had to
        be killed, or died, over this file.
        """
        there = self._there or self._started()
        try:
            there.send((work, arguments))
            if meanwhile is not None:
                meanwhile()
            # Where there is no clock, in another thread than the main one, this is the bound.
            if not there.poll(self._bounds.patience or None):
                raise time_exceeded(self._bounds)
            answer = there.recv()
        except (EOFError, OSError):
            self.close()
            raise Stopped(words.DIED, words.ORIGINAL_OF_PDF) from None
        except BaseException:
            # It is still at work on this file.
            self.close()
            raise
        if isinstance(answer, Exception):
            raise answer
        result: T = answer
        return result

    def close(self) -> None:
        if self._process is None or self._there is None:
            return
        self._there.close()
        self._process.kill()
        self._process.join()
        self._process = self._there = None

    def _started(self) -> Connection[Any, Any]:
        import multiprocessing

        # Forked it has everything loaded that it needs.
        context = (
            multiprocessing.get_context("fork")
            if "fork" in multiprocessing.get_all_start_methods()
            else multiprocessing.get_context("spawn")
        )
        here, there = context.Pipe()
        self._there = here
        self._process = context.Process(
            target=_serve, args=(there, here, self._bounds), name="sheetlint-pdf", daemon=True
        )
        self._process.start()
        # From now on the end of the one process is the end of the connection for the other.
        there.close()
        return here


def _serve(there: Connection[Any, Any], here: Connection[Any, Any], bounds: Bounds) -> None:
    """Answer until nobody asks any more."""
    here.close()
    # Ctrl-C reaches every process of the terminal; the one that was started decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    release_memory_bound()
    with suppress(EOFError, OSError):
        while True:
            work, arguments = there.recv()
            _outlive(bounds.patience)
            answer = _answer(work, arguments, bounds)
            _outlive(0)
            there.send(answer)


def _read(data: bytes, name: str, limits: Limits) -> Document:
    from sheetlint.readers import read

    return read(data, name, limits)


def _answer(work: Callable[..., T], arguments: tuple[Any, ...], bounds: Bounds) -> T | Exception:
    try:
        # The clock is with the one who waits.
        return run_within(bounds._replace(seconds=0), lambda: work(*arguments))
    except Unreadable as error:
        return error
    except Exception as error:
        return Failed(f"{type(error).__name__}: {error}")


def _outlive(seconds: float) -> None:
    """Let the system end this process when the time is up and nobody is left to do it."""
    if hasattr(signal, "alarm"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.alarm(int(seconds) + 1 if seconds else 0)
