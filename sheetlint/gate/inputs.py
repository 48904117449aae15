"""Reads the files that the sheets of a run are compared with: roster, final accounts, other sheets."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

from sheetlint.crosscheck.inputs import NO_INPUTS, Inputs
from sheetlint.crosscheck.sheet_summary import SheetSummary
from sheetlint.gate.conditions import RecordedInput
from sheetlint.intake.source import Source
from sheetlint.messages.text import Text
from sheetlint.run.crosscheck_inputs import (
    InputSheets,
    Opener,
    make_opener,
    read_accounts_summary,
    read_last_year,
    read_roster,
    read_targets,
)
from sheetlint.run.plan import Plan
from sheetlint.sandbox.pdf_process import PdfProcess


class InputPaths(NamedTuple):
    """Their paths; the fields have the names of the options."""

    roster: str | None = None
    last_year: str | None = None
    targets: str | None = None
    summary: str | None = None


class ReadInputs(NamedTuple):
    """The inputs as they were read, and their entries in the record."""

    inputs: Inputs = NO_INPUTS
    record: tuple[RecordedInput, ...] = ()
    problems: tuple[Text, ...] = ()
    """Why single files of a folder could not be read."""


def read_inputs(paths: InputPaths, plan: Plan) -> ReadInputs:
    """Read the inputs.  Raises BadInput for a file that cannot be used."""
    if not any(paths):
        return ReadInputs()
    problems: list[Text] = []
    with PdfProcess(plan.bounds) as pdf_process:
        inputs = _read_all(paths, make_opener(plan.bounds, pdf_process, plan.lexicon), problems)
    read = inputs._asdict()
    record = tuple(
        RecordedInput(kind, path, _digest(read[kind]))
        for kind, path in paths._asdict().items()
        if path
    )
    return ReadInputs(inputs, record, tuple(problems))


def _read_all(paths: InputPaths, opener: Opener, problems: list[Text]) -> Inputs:
    def sheets(read: InputSheets) -> tuple[SheetSummary, ...]:
        problems.extend(read.problems)
        return read.sheets

    return Inputs(
        read_roster(paths.roster, opener) if paths.roster else None,
        sheets(read_last_year([paths.last_year], opener)) if paths.last_year else None,
        sheets(read_targets([paths.targets], opener)) if paths.targets else None,
        read_accounts_summary(paths.summary, opener) if paths.summary else None,
    )


def _digest(value: Sequence[Any]) -> str:
    """Of what was read: the same content in another file is the same input."""
    return sha256(repr(value).encode(errors="surrogatepass")).hexdigest()


def drop_inputs(sources: Iterable[Source], record: Sequence[RecordedInput]) -> list[Source]:
    """The sources without the inputs that lie among the submissions."""
    inputs = [os.path.realpath(given.path) for given in record]
    return [
        source
        for source in sources
        if not any(_is_below(os.path.realpath(source.path), path) for path in inputs)
    ]


def _is_below(path: str, top: str) -> bool:
    return path == top or path.startswith(os.path.join(top, ""))
