"""Bounds of time and memory for the work on one file.

Readers and checks bound their input by counting (``readers.limits``), which gives the same result
on every machine.  The bounds here are the second line of defence: for a user's check that never
ends, and for unforeseen cases.

**Time.**  A timer of the system sends a signal; its handler raises in the middle of the work, with
an exception that no ``except Exception`` on the way takes for its own.  Signals are handled in the
main thread only: in any other one, and where there is no such timer (Windows), a thread watches the
clock and has the interpreter raise the exception.

Code in C that does not return to the interpreter is not interrupted.  The XML parser returns for
every tag, and ``zlib`` soon, as it is given so much at a time.  A regular expression looks for
signals while it searches, but lets no other thread run: it is interrupted by the timer of the
system and not by the thread.  PDFium may never return; it has a process of its own (``pdf_process``).

**Memory.**  The address space may grow by so much from where it stands when the file's turn comes;
then Python raises ``MemoryError`` by itself.  That is known where there is ``/proc`` (Linux);
elsewhere only the bounds in bytes hold.

The work is a function and not the block of a ``with``: a timer may ring in the very moment in which
the block is left, and then its exception would leave the context manager, too.  Here it is caught
around everything, the switching off included.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

from sheetlint.messages import intake as texts
from sheetlint.messages.text import Text
from sheetlint.readers.limits import Limits
from sheetlint.sheet.tables import Unreadable
from sheetlint.system.byte_sizes import format_byte_size

if sys.platform != "win32":
    import resource

T = TypeVar("T")

_REPEAT = 1
"""Seconds until the timer fires again: a destructor may have swallowed the exception."""


class Bounds(NamedTuple):
    """Time and memory that one file may take, and its size; 0 means no bound."""

    seconds: float = 20
    """A sheet takes milliseconds, a PDF of many pages a second."""
    memory: int = 1 << 30
    """Bytes.  Every other bound is reached far below it."""
    size: int = Limits().max_bytes
    """Bytes of the file."""

    @property
    def patience(self) -> float:
        """Seconds for timers, some of which accept no more than eleven days."""
        return min(self.seconds, 1_000_000)

    @property
    def limits(self) -> Limits:
        """The limits of the readers."""
        return Limits(max_bytes=self.size or sys.maxsize)


DEFAULT = Bounds()


class Stopped(Unreadable):
    """The work on a file was stopped before its end; what is in the file is not known."""


class _TimeUp(BaseException):
    """Raised by the timer."""


def run_within(bounds: Bounds, work: Callable[[], T]) -> T:
    """The result of ``work``.  Raises Stopped where it takes more time or memory than it may."""
    before = _limit_memory(bounds.memory)
    try:
        return _run_timed(bounds.patience, work)
    except _TimeUp as error:
        raise time_exceeded(bounds, error) from None
    except MemoryError as error:
        raise _memory_exceeded(bounds, error) from None
    finally:
        _restore_memory_limit(before)


def time_exceeded(bounds: Bounds, error: BaseException | None = None) -> Stopped:
    reason = texts.TOO_SLOW.fill(seconds=f"{bounds.seconds:g}", at=_running_check(error))
    return Stopped(reason, texts.MORE_SECONDS)


def _memory_exceeded(bounds: Bounds, error: MemoryError) -> Stopped:
    if not bounds.memory:
        return Stopped(texts.NO_MEMORY.fill(at=_running_check(error)), texts.SPLIT_IT)
    reason = texts.TOO_MUCH.fill(limit=format_byte_size(bounds.memory), at=_running_check(error))
    return Stopped(reason, texts.MORE_MEMORY)


def _running_check(error: BaseException | None) -> Text:
    """The code of the check that was running, which the engine has noted."""
    notes = getattr(error, "__notes__", ())
    return texts.STOPPED_AT.fill(code=notes[0]) if notes else Text("", "")


def _run_timed(seconds: float, work: Callable[[], T]) -> T:
    if not seconds:
        return work()
    timer = _choose_timer()
    timer.start(seconds)
    try:
        try:
            return work()
        finally:
            timer.stop()
    except _TimeUp:
        # It may have fired while it was being stopped.
        timer.stop()
        raise


def _choose_timer() -> "_SignalTimer | _ThreadTimer":
    is_main = threading.current_thread() is threading.main_thread()
    return _SignalTimer() if is_main and hasattr(signal, "setitimer") else _ThreadTimer()


def _raise_time_up(number: int, frame: object) -> None:
    raise _TimeUp


class _SignalTimer:
    """The timer of the operating system.  A timer that was running before goes on afterwards."""

    def start(self, seconds: float) -> None:
        self._handler: Any = signal.signal(signal.SIGALRM, _raise_time_up)
        self._timer = signal.setitimer(signal.ITIMER_REAL, seconds, _REPEAT)

    def stop(self) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self._handler or signal.SIG_DFL)
        if self._timer[0]:
            signal.setitimer(signal.ITIMER_REAL, *self._timer)


class _ThreadTimer:
    """A thread that waits and has the interpreter raise the exception in the thread at work."""

    def start(self, seconds: float) -> None:
        self._at_work = threading.get_ident()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._wait, args=(seconds,), daemon=True)
        self._thread.start()

    def _wait(self, seconds: float) -> None:
        while not self._over.wait(seconds):
            _raise_in_thread(self._at_work, _TimeUp)
            seconds = _REPEAT

    def stop(self) -> None:
        self._over.set()
        # It must not fire during the next file.
        self._thread.join()
        _raise_in_thread(self._at_work, None)


def _raise_in_thread(thread: int, error: type[BaseException] | None) -> None:
    """``error`` is raised in the thread as soon as the interpreter goes on there; None takes back
    what has not been raised yet."""
    import ctypes

    raised = None if error is None else ctypes.py_object(error)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)


def _limit_memory(memory: int) -> tuple[int, int] | None:
    """Lower the limit of the address space.  Returns the former limit; None where none was set."""
    if sys.platform == "win32" or not memory:
        return None
    used = _address_space_in_use()
    if used is None:
        return None
    before = resource.getrlimit(resource.RLIMIT_AS)
    highest = before[1]
    wanted = min(used + memory, sys.maxsize)
    if highest != resource.RLIM_INFINITY:
        wanted = min(wanted, highest)
    resource.setrlimit(resource.RLIMIT_AS, (wanted, highest))
    return before


def release_memory_bound() -> None:
    """Lift the bound of a file in a process that was forked during the work on that file."""
    if sys.platform != "win32":
        highest = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (highest, highest))


def _restore_memory_limit(before: tuple[int, int] | None) -> None:
    if sys.platform != "win32" and before is not None:
        resource.setrlimit(resource.RLIMIT_AS, before)


def _address_space_in_use() -> int | None:
    """Bytes of the address space of this process."""
    try:
        file = os.open("/proc/self/statm", os.O_RDONLY)
    except OSError:
        return None
    try:
        pages = int(os.read(file, 32).split()[0])
    finally:
        os.close(file)
    return pages * os.sysconf("SC_PAGE_SIZE")
