"""What a check is, and what it may say.

A check is a pure function: sheet and profile in, findings out.  It does not read files or clocks,
does not know whether it is selected and does not decide what its findings cost in the end.
"""

# Annotations are values here, as in ``model``, so that a start need not compile them.

import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from sheetlint.messages.text import Text
from sheetlint.sheet.place import Place
from sheetlint.sheet.sheet import ReadingNote
from sheetlint.sheet.value import Value
from sheetlint.sheet.where import Where

ERROR = "error"
WARNING = "warning"
INFO = "info"
SEVERITIES = (INFO, WARNING, ERROR)
"""From mild to severe."""

HIGH = "high"
"""Arithmetic or a clause: it stands up whoever looks."""
MEDIUM = "medium"
"""A habit of words or figures that is wrong as a rule."""
LOW = "low"
"""Worth a look, often harmless."""
CONFIDENCES = (HIGH, MEDIUM, LOW)

SAFE = "safe"
"""Arithmetic dictates it: a figure that others on the sheet make up is calculated again."""
UNSAFE = "unsafe"
"""Likely right, for a person to look at."""
FIXES = ("", SAFE, UNSAFE)

EACH_SHEET = "sheet"
EACH_INDICATOR = "indicator"
EACH_FILE = "file"
EACH_CRASH = "crash"
EACH_SKIP = "skip"
EACH_BATCH = "batch"
SCOPES = (EACH_FILE, EACH_SHEET, EACH_INDICATOR, EACH_BATCH, EACH_CRASH, EACH_SKIP)


class Fix(NamedTuple):
    """A value which, put at ``path``, would make the finding go away: ``text`` as one would print
    it.  The engine uses it to tell a cause from its consequences."""

    path: str
    text: str


class Finding(NamedTuple):
    """One thing that is wrong, and everything a reader needs to see that it is."""

    at: Value
    say: Text
    printed: str | None
    expected: tuple[str, ...] = ()
    formula: str = ""
    severity: str = ""
    """Set where the case at hand decides it (a score too high or too low), else the check's own."""
    hint: Text | None = None
    basis: Text | None = None
    """Set where the case at hand has another basis than the check."""
    fixes: tuple[Fix, ...] = ()
    """Possible causes, likeliest first."""
    along: tuple[str, ...] = ()
    """Codes of checks whose finding at the same cell is the same fact seen from another side."""
    private: bool = False
    """The cell holds personal data: reports show ``printed`` and nothing else of it."""
    places: tuple[Place, ...] = ()
    """Of every sheet concerned, where a finding is one across sheets."""
    about: tuple[str, ...] = ()
    """What such a finding is known by from run to run, in names and not in files."""


class FileReading(NamedTuple):
    """What became of one file, for the checks of the family RD that speak of files."""

    at: Value
    unreadable: tuple[Text, Text] | None = None
    """Reason and way out, where the file could not be read."""
    sheets: int = 0
    empty_forms: int = 0
    """Sheets recognised that hold nothing but the form."""
    hidden: tuple[ReadingNote, ...] = ()
    """Scored data that the file does not show."""
    note: Text | None = None
    """Why the reader found nothing to read, where it knows: the file is a scan."""
    listed: tuple[Value, ...] = ()
    """Projects of a list that stands before the sheets."""
    projects: tuple[Value, ...] = ()
    """Of the sheets, in their order."""


class Crash(NamedTuple):
    """A check that raised."""

    code: str
    error: str
    """Type and message of the exception, as text."""
    at: Value


class Skip(NamedTuple):
    """A check that could not be called, or not for every row."""

    code: str
    reason: Text


Run = Callable[..., Iterator[Finding]]
"""The function of a check."""
ByCode = Iterator[tuple[str, Finding]]
"""Findings, each with the code of the check that reports it."""


class Shared:
    """A generator that several checks have in common: each finding comes with the code of the check
    that reports it.  The engine runs it once for all of them; called by a check alone, it is
    filtered."""

    def __init__(self, run: Callable[..., ByCode]) -> None:
        self.run = run

    def of(self, code: str) -> Run:
        """The function of one of the checks."""

        def own(*arguments: Any) -> Iterator[Finding]:
            return (found for by, found in self.run(*arguments) if by == code)

        return own


class Check(NamedTuple):
    """A registered check with its metadata."""

    code: str
    name: str
    title: Text
    severity: str
    scope: str
    needs: tuple[str, ...]
    basis: Text
    since: str
    parameters: tuple[str, ...]
    module: str
    run: Run
    confidence: str = HIGH
    """How sure a finding is, apart from how bad it would be."""
    on: bool = True
    """False for a check that runs only where somebody names it."""
    fix: str = ""
    """Whether ``sheetlint fix`` may write the first value that a finding proposes for its own cell,
    and how sure that is.  Empty where the values only serve to find causes."""
    shared: Shared | None = None
    """The generator that ``run`` is a part of, where several checks have one in common."""

    @property
    def family(self) -> str:
        return self.code[:2]

    @property
    def manual(self) -> str:
        """The module's docstring."""
        return sys.modules[self.module].__doc__ or ""


def check(
    code: str,
    name: str,
    *,
    title: str,
    severity: str,
    basis: Text,
    each: str = EACH_SHEET,
    needs: str = "",
    parameters: str = "",
    since: str = "0.1",
    confidence: str = HIGH,
    on: bool = True,
    fix: str = "",
    module: str = "",
) -> Callable[[Run | Shared], Check]:
    """Make a check of a generator function.

    ``title`` is the English title; the Chinese one is the first line of the module's docstring,
    which is the check's manual.  ``needs`` lists what must be known before the check is called:
    a path (``funds.total.budget``) whose value is a number, ``~path`` for one that is filled in at
    all, ``indicators.*.score`` for every scored row, ``columns.note`` for a column of the table,
    ``funds`` for a funds block without a doubtful row, ``reading`` for nothing at all: the check
    speaks of the reading itself and is called even where nothing in the sheet is to be trusted.
    With ``each="indicator"`` the function is called per row and the paths are those of a row.
    With ``each="batch"`` it is called once with all sheets (``across.batch.Batch``) and the profile,
    and the needs are the inputs that it compares them with (``roster``, ``summary`` …).
    ``parameters`` lists the keys of the profile that the check reads.  ``confidence`` is how sure
    its findings are, beside how severe.  With ``on=False`` the check runs only where it is selected
    by its code or name, or given a severity.  ``fix`` is how sure the values are that its findings
    propose for their own cells, where they are meant to be written there at all.

    A check that has its generator in common with others (``Shared``) is made in a module of its own
    all the same, ``module=__name__``, with its own code and manual.

    What is written here is validated when the check is registered (``declaration``).
    """

    def register(function: Run | Shared) -> Check:
        if isinstance(function, Shared):
            shared, run, home = function, function.of(code), module
        else:
            shared, run, home = None, function, module or function.__module__
        if not home:
            raise ValueError(f"{code}: a check made of a shared generator needs module=__name__")
        chinese = (sys.modules[home].__doc__ or name).strip().split("\n", 1)[0]
        return Check(
            code,
            name,
            Text(chinese, title),
            severity,
            each,
            tuple(needs.split()),
            basis,
            since,
            tuple(parameters.split()),
            home,
            run,
            confidence,
            on,
            fix,
            shared,
        )

    return register


def finding(at: Value, say: Text, *, printed: str | None = None, **rest: Any) -> Finding:
    """A finding at ``at``; ``printed`` is what stands there unless said otherwise."""
    return Finding(at, say, at.raw if printed is None else printed, **rest)


def across(say: Text, places: Iterable[Place], about: Iterable[str] = (), **rest: Any) -> Finding:
    """A finding across sheets, at the first of its places."""
    listed = tuple(sorted(set(places), key=lambda place: place.sort_key))
    at = Value("batch", where=listed[0].where if listed else Where())
    return Finding(at, say, rest.pop("printed", None), places=listed, about=tuple(about), **rest)
