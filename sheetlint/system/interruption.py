"""Ends a run that is interrupted, by Ctrl-C or by ``SIGTERM``, the way an exception ends it.

What was opened is closed on the way: child processes are ended and half-written files removed.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Interrupted(BaseException):
    """The run was interrupted; no ``except Exception`` on the way takes it for its own."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number
        """Of the signal."""

    @property
    def status(self) -> int:
        """The exit status, as shells have it: 130 for Ctrl-C, 143 for ``SIGTERM``."""
        return 128 + self.number


def catch_signals() -> None:
    """Have both signals raise Interrupted in the main thread from now on.

    A signal that the process was started to ignore stays ignored (``nohup``, a job in the background).
    """
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _interrupt)


def find_interruption(error: BaseException) -> Interrupted | None:
    """The interruption behind an error: the interpreter itself, in the making of a class, puts an
    exception of its own in place of any other."""
    cause: BaseException | None = error
    while cause is not None and not isinstance(cause, Interrupted):
        cause = cause.__cause__ or cause.__context__
    return cause


def leave_signals_to_parent() -> None:
    """In a child process: Ctrl-C reaches every process of the terminal, and the parent process decides
    what it means; ``SIGTERM`` ends the process at once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)


@contextmanager
def delay_signals() -> Iterator[None]:
    """Within the block both signals wait for its end: what it does is done whole, or not at all."""
    if threading.current_thread() is not threading.main_thread() or _delay:
        # Signals are raised in the main thread only, where the outer block keeps them.
        yield
        return
    _delay.append([])
    try:
        yield
    finally:
        waiting = _delay.pop()
        if waiting:
            raise Interrupted(waiting[0])


_delay: list[list[int]] = []
"""The signals that came during a delay; empty outside of one."""


def _interrupt(number: int, frame: object) -> None:
    if _delay:
        _delay[-1].append(number)
    else:
        raise Interrupted(number)
