"""What the sheets of a run are held against: the options that name it, read before the run."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from sheetlint.across.facts import Facts
from sheetlint.across.inputs import NOTHING, Inputs
from sheetlint.batch.apart import Apart
from sheetlint.batch.files import Source
from sheetlint.batch.inputs import (
    BadInput,
    Opener,
    Read,
    last_year,
    opener,
    roster,
    summary,
    targets,
)
from sheetlint.batch.run import Plan
from sheetlint.cli.context import Refused
from sheetlint.cli.declared import PATH, Declared
from sheetlint.cli.terminal import complain
from sheetlint.gate.conditions import Input
from sheetlint.locale import cli
from sheetlint.locale import gate as words
from sheetlint.report.visible import visible

ROSTER, SUMMARY, LAST_YEAR, TARGETS = "roster", "summary", "last_year", "targets"
OPTIONS = (
    Declared(("--roster",), ROSTER, PATH, words.ROSTER, cli.FILE_META),
    Declared(("--summary",), SUMMARY, PATH, words.SUMMARY, cli.FILE_META),
    Declared(("--last-year",), LAST_YEAR, PATH, words.LAST_YEAR, words.OUT_META),
    Declared(("--targets",), TARGETS, PATH, words.TARGETS, words.OUT_META),
)


class Compared(NamedTuple):
    """What was read, and what is recorded of it."""

    inputs: Inputs = NOTHING
    record: tuple[Input, ...] = ()


def compared(options: Mapping[str, Any], plan: Plan, lang: str) -> Compared:
    """Read what the options name; Refused for what cannot be used.

    A file of a folder that cannot be read is said on the error stream, and the others count.
    """
    named = {name: options.get(name) for name in (ROSTER, LAST_YEAR, TARGETS, SUMMARY)}
    if not any(named.values()):
        return Compared()
    with Apart(plan.bounds) as apart:
        try:
            inputs = _read(named, opener(plan.bounds, apart, plan.lexicon), lang)
        except BadInput as error:
            raise Refused(error.text, lang) from error
    given = inputs._asdict()
    record = tuple(Input(kind, path, _digest(given[kind])) for kind, path in named.items() if path)
    return Compared(inputs, record)


def _read(named: Mapping[str, str | None], by: Opener, lang: str) -> Inputs:
    before, wanted = named[LAST_YEAR], named[TARGETS]
    said, listed = named[SUMMARY], named[ROSTER]
    return Inputs(
        roster(listed, by) if listed else None,
        _sheets(last_year([before], by), lang) if before else None,
        _sheets(targets([wanted], by), lang) if wanted else None,
        summary(said, by) if said else None,
    )


def _sheets(read: Read, lang: str) -> tuple[Facts, ...]:
    for problem in read.problems:
        complain(visible(problem.in_(lang)))
    return read.sheets


def _digest(value: Sequence[Any]) -> str:
    """Of what was read: the same words in another file are the same input."""
    return sha256(repr(value).encode(errors="surrogatepass")).hexdigest()


def submitted(sources: Iterable[Source], record: Sequence[Input]) -> list[Source]:
    """Without what the sheets are held against, where it lies among them."""
    inputs = [os.path.realpath(given.path) for given in record]
    return [
        source
        for source in sources
        if not any(_within(os.path.realpath(source.path), path) for path in inputs)
    ]


def _within(path: str, top: str) -> bool:
    return path == top or path.startswith(os.path.join(top, ""))
