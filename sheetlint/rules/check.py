"""What a check is, and what a finding holds.

A check is a pure function: sheet and profile in, findings out.  It does not read files or clocks,
and does not know whether it is selected or at what severity its findings are reported.
"""

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
"""From the mildest to the most severe."""

HIGH = "high"
"""The finding follows from arithmetic or from a clause."""
MEDIUM = "medium"
"""A pattern of words or figures that is usually wrong."""
LOW = "low"
"""Worth a look, and often harmless."""
CONFIDENCES = (HIGH, MEDIUM, LOW)

SAFE = "safe"
"""The value is calculated from other figures of the sheet."""
UNSAFE = "unsafe"
"""The value is likely right, and a person should look at it."""
FIXES = ("", SAFE, UNSAFE)

EACH_SHEET = "sheet"
EACH_INDICATOR = "indicator"
EACH_FILE = "file"
EACH_CRASH = "crash"
EACH_SKIP = "skip"
EACH_BATCH = "batch"
SCOPES = (EACH_FILE, EACH_SHEET, EACH_INDICATOR, EACH_BATCH, EACH_CRASH, EACH_SKIP)


class Fix(NamedTuple):
    """A value which, put at ``path``, would make the finding go away; ``text`` is how it would be
    printed.  The engine uses fixes to tell a cause from its consequences (``causes``)."""

    path: str
    text: str


class Finding(NamedTuple):
    """One thing that is wrong, with the evidence for it."""

    at: Value
    """The value that is wrong; it knows its cell."""
    message: Text
    """What is printed, and what it should be."""
    printed: str | None
    """The text of the cell; None where the finding is not about one cell."""
    expected: tuple[str, ...] = ()
    """The texts that would be right, the preferred one first."""
    formula: str = ""
    """The calculation with its figures: ``56961217 ÷ 57607470 = 98.878%``."""
    severity: str = ""
    """Set where it depends on the case (a score too high or too low); empty for the check's own."""
    hint: Text | None = None
    """What to do about it."""
    basis: Text | None = None
    """Set where this finding has another basis than the check."""
    fixes: tuple[Fix, ...] = ()
    """Possible causes, likeliest first."""
    absorbs: tuple[str, ...] = ()
    """Codes of checks whose finding at the same cell states the same fact: it becomes a consequence."""
    private: bool = False
    """The cell holds personal data: reports show ``printed`` and no other text of the cell."""
    places: tuple[Place, ...] = ()
    """The places in all sheets concerned, for a finding across sheets."""
    identity: tuple[str, ...] = ()
    """Names that identify a finding across sheets from run to run (the fingerprint is made of them);
    never names of files."""


class FileReading(NamedTuple):
    """What reading one file gave, for the checks of whole files."""

    at: Value
    unreadable: tuple[Text, Text] | None = None
    """Reason and remedy, where the file could not be read."""
    sheets: int = 0
    """How many sheets were recognised."""
    empty_forms: int = 0
    """How many sheets are blank forms."""
    hidden: tuple[ReadingNote, ...] = ()
    """Scored data that the file does not show."""
    note: Text | None = None
    """Why the file has nothing to read, where the reader knows: it is a scan."""
    listed: tuple[Value, ...] = ()
    """The projects of a list that stands before the sheets."""
    projects: tuple[Value, ...] = ()
    """The projects of the sheets, in their order."""


class Crash(NamedTuple):
    """A check that raised an exception."""

    code: str
    error: str
    """Type and message of the exception, as text."""
    at: Value


class Skip(NamedTuple):
    """A check that was not called, or not for every row."""

    code: str
    reason: Text


CheckFunction = Callable[..., Iterator[Finding]]
"""The function of a check."""
CodedFindings = Iterator[tuple[str, Finding]]
"""Findings, each with the code of the check that reports it."""


class SharedGenerator:
    """A generator that several checks have in common: each finding comes with the code of the check
    that reports it.  The engine runs it once a sheet for all of them (``shared_results``)."""

    def __init__(self, run: Callable[..., CodedFindings]) -> None:
        self.run = run

    def for_check(self, code: str) -> CheckFunction:
        """The function of one of the checks: the generator, filtered by the check's code."""

        def run_filtered(*arguments: Any) -> Iterator[Finding]:
            return (finding for other, finding in self.run(*arguments) if other == code)

        return run_filtered


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
    run: CheckFunction
    confidence: str = HIGH
    """How certain a finding is; its severity says how bad it is."""
    enabled: bool = True
    """False for a check that runs only where it is selected by code or name."""
    fix: str = ""
    """Whether ``sheetlint fix`` may write the first value that a finding proposes for its own cell,
    and whether that is safe.  Empty where fixes only serve to find causes."""
    shared: SharedGenerator | None = None
    """The generator that ``run`` filters, where several checks have one in common."""

    @property
    def family(self) -> str:
        """The two letters of the code: ``FD``."""
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
    enabled: bool = True,
    fix: str = "",
    module: str = "",
) -> Callable[[CheckFunction | SharedGenerator], Check]:
    """Make a check of a generator function.

    ``title`` is the English title; the Chinese one is the first line of the module's docstring,
    which is the check's manual.  ``needs`` lists what must be known before the check is called:
    a path (``funds.total.budget``) whose value is a number, ``~path`` for one that is filled in at
    all, ``indicators.*.score`` for every scored row, ``columns.note`` for a column of the table,
    ``funds`` for a funds block without a doubtful row, ``reading`` for a check of the reading
    itself, which is called even where the sheet as a whole is unreliable.
    With ``each="indicator"`` the function is called per row and the paths are those of a row.
    With ``each="batch"`` it is called once with all sheets (``crosscheck.batch.Batch``) and the
    profile, and the needs are the inputs that it compares them with (``roster``, ``summary`` …).
    ``parameters`` lists the keys of the profile that the check reads.  ``confidence`` is how certain
    its findings are.  With ``enabled=False`` the check runs only where it is selected by its code or
    name, or given a severity.  ``fix`` says whether ``sheetlint fix`` may write the values that its
    findings propose for their own cells.

    A check with a shared generator (``SharedGenerator``) has a module of its own as well, with its
    code and manual: ``module=__name__``.

    The declaration is validated when the check is registered (``declaration``).
    """

    def register(function: CheckFunction | SharedGenerator) -> Check:
        if isinstance(function, SharedGenerator):
            shared, run, home = function, function.for_check(code), module
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
            enabled,
            fix,
            shared,
        )

    return register


def finding(at: Value, message: Text, *, printed: str | None = None, **fields: Any) -> Finding:
    """A finding at ``at``; ``printed`` is the text of that cell unless it is given.

    ``fields`` are the other fields of ``Finding``.
    """
    return Finding(at, message, at.raw if printed is None else printed, **fields)


def cross_finding(
    message: Text,
    places: Iterable[Place],
    identity: Iterable[str] = (),
    *,
    printed: str | None = None,
    **fields: Any,
) -> Finding:
    """A finding across sheets, reported at the first of its places.

    ``identity`` are names that identify it from run to run, ``fields`` the other fields of
    ``Finding``.
    """
    ordered = tuple(sorted(set(places), key=lambda place: place.sort_key))
    at = Value("batch", where=ordered[0].where if ordered else Where())
    return Finding(at, message, printed, places=ordered, identity=tuple(identity), **fields)
