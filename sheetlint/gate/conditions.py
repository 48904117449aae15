"""The conditions of a run, recorded so that ``verify`` can repeat it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from json import loads
from typing import Any, NamedTuple

from sheetlint.config.run_configuration import RunConfiguration, from_record
from sheetlint.crosscheck.inputs import Inputs
from sheetlint.gate.digests import program_sha256
from sheetlint.gate.documents import summary_entry
from sheetlint.gate.tally import CHECKED, PASSED_OVER, UNREAD, Tally
from sheetlint.messages import gate as texts
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.text import Text
from sheetlint.profiles import Profiles
from sheetlint.rules.waivers import Waiver
from sheetlint.run.crosscheck import CrosscheckOutcome
from sheetlint.run.results import FileReport, ReportedFinding

SCHEMA = "sheetlint-run/1"


class BadRecord(Exception):
    """The file is no record of a run; ``text`` says which and why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class RecordedInput(NamedTuple):
    """A file that the sheets were compared with."""

    kind: str
    """The name of its option."""
    path: str
    sha256: str
    """Of the content that was read."""


class Conditions(NamedTuple):
    """Everything that determines the verdict besides the submissions."""

    version: str
    rules_sha256: str
    program_sha256: str
    """Of the engine's own files."""
    lang: str
    configuration: RunConfiguration
    inputs: tuple[RecordedInput, ...] = ()

    def to_record(self) -> dict[str, Any]:
        return {
            "schema": SCHEMA,
            "tool": {
                "name": "sheetlint",
                "version": self.version,
                "rules_sha256": self.rules_sha256,
                "program_sha256": self.program_sha256,
            },
            "date": str(self.configuration.waivers.today),
            "lang": self.lang,
            "configuration": {
                **self.configuration.to_record(),
                "inputs": [given._asdict() for given in self.inputs],
            },
        }


def conditions_of(entry: Mapping[str, Any]) -> Conditions:
    """The conditions in a record.  KeyError, TypeError or ValueError for anything else."""
    if entry["schema"] != SCHEMA:
        raise ValueError(entry["schema"])
    tool, inputs = entry["tool"], entry["configuration"]["inputs"]
    return Conditions(
        tool["version"],
        tool["rules_sha256"],
        tool["program_sha256"],
        entry["lang"],
        from_record(entry),
        tuple(map(_recorded_input, inputs)),
    )


def _recorded_input(entry: Mapping[str, Any]) -> RecordedInput:
    kind, path = entry["kind"], entry["path"]
    if kind not in Inputs._fields or not isinstance(path, str):
        raise ValueError(kind)
    return RecordedInput(kind, path, entry["sha256"])


def read_record(path: str) -> Mapping[str, Any]:
    """Read the record of a run.  Raises BadRecord."""
    try:
        with open(path, encoding="utf-8") as file:
            entry = loads(file.read())
        conditions_of(entry)
    except OSError as error:
        raise BadRecord(texts.NO_RECORD.fill(path=path, reason=os_error_text(error))) from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadRecord(texts.BAD_RECORD.fill(path=path)) from error
    record: Mapping[str, Any] = entry
    return record


class SkippedAndWaived:
    """Counts of the skipped checks and the applied waivers of a run."""

    def __init__(self) -> None:
        self.skipped: Counter[str] = Counter()
        self.waived: Counter[int] = Counter()
        self.in_baseline: set[str] = set()
        """Fingerprints of findings that the baseline covered."""

    def add(self, file: FileReport) -> None:
        for skip in file.skipped:
            self.skipped[skip.code] += 1
        self._count_waived(file.findings)

    def add_crosscheck(self, crosscheck: CrosscheckOutcome) -> None:
        for skip in crosscheck.skipped:
            self.skipped[skip.code] += 1
        self._count_waived(crosscheck.findings)

    def _count_waived(self, findings: Iterable[ReportedFinding]) -> None:
        for found in findings:
            if found.waived is None:
                continue
            if found.waived.position < 0:
                self.in_baseline.add(found.fingerprint)
            else:
                self.waived[found.waived.position] += 1


def _waiver(waiver: Waiver, covered: int) -> dict[str, Any]:
    return {
        "code": waiver.code or None,
        "fingerprint": waiver.fingerprint or None,
        "file": waiver.file or None,
        "reason": waiver.reason,
        "by": waiver.by,
        "until": waiver.until.isoformat(),
        "covered": covered,
    }


def make_record(
    conditions: Conditions, profiles: Profiles, tally: Tally, skipped_and_waived: SkippedAndWaived
) -> dict[str, Any]:
    """``run.json``: the conditions, and the count."""
    waivers = conditions.configuration.waivers
    return {
        **conditions.to_record(),
        "profiles": [
            {
                "name": name,
                "sheets": tally.profiles[name],
                "files": [
                    {"name": parent, "sha256": _file_sha256(profiles.path(parent))}
                    for parent in profiles.ancestry(name)
                ],
            }
            for name in sorted(tally.profiles)
        ],
        "waivers": [
            _waiver(w, skipped_and_waived.waived[n]) for n, w in enumerate(waivers.entries)
        ],
        "baseline": sorted(skipped_and_waived.in_baseline),
        "counts": {
            "found": tally.found,
            "checked": tally.files[CHECKED],
            "unread": tally.files[UNREAD],
            "passed_over": tally.files[PASSED_OVER],
            "failed": tally.failed_files,
        },
        "summary": summary_entry(tally),
        "skipped": dict(sorted(skipped_and_waived.skipped.items())),
    }


def current_conditions(
    configuration: RunConfiguration, rules_sha256: str, lang: str, inputs: Sequence[RecordedInput]
) -> Conditions:
    """The conditions of a run of this program."""
    from sheetlint import __version__

    return Conditions(
        __version__, rules_sha256, program_sha256(), lang, configuration, tuple(inputs)
    )


def _file_sha256(path: str) -> str:
    with open(os.fspath(path), "rb") as file:
        return sha256(file.read().replace(b"\r\n", b"\n")).hexdigest()
