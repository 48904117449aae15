"""Findings that do not count: waivers, with a reason and an end, and a baseline.

A waiver says what is waived, why, by whom, and until when.  A baseline is a list of fingerprints,
recorded on the day a repository begins to use the tool.  Both mark findings; machine-readable
reports keep them.  Waivers that are expired or unused are reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sheetlint.messages.text import Text
from sheetlint.rules.check import Check
from sheetlint.rules.registry import matches

if TYPE_CHECKING:
    from datetime import date

_CANNOT_OPEN = Text("打不开基线文件 {path}：{reason}", "cannot open the baseline {path}: {reason}")
BASELINE_SCHEMA = "sheetlint-baseline/1"
BASELINE = Text("基线：已登记的旧问题", "baseline: known before")


class Waiver(NamedTuple):
    """One entry of ``[[waivers]]``: a code (or name, or prefix) or a fingerprint, in some files."""

    reason: str
    by: str
    until: date
    """The last day on which it holds."""
    code: str = ""
    fingerprint: str = ""
    file: str = ""
    """A pattern (``2022/*.xlsx``) for the path as given, or for its end; empty for every file."""

    @property
    def label(self) -> str:
        """How messages name the waiver: its code or fingerprint, and its file."""
        return " ".join(part for part in (self.code or self.fingerprint, self.file) if part)

    def covers(self, check: Check, fingerprint: str, path: str) -> bool:
        """Whether it waives a finding of the check in the file, expired or not."""
        if self.file and not _matches_path(self.file, path):
            return False
        if self.fingerprint:
            return self.fingerprint == fingerprint
        return matches(check, self.code)


class AppliedWaiver(NamedTuple):
    """Why a finding does not count."""

    reason: Text
    by: str = ""
    until: str = ""
    """ISO date; empty for the baseline."""
    position: int = -1
    """The position of the waiver in the configuration; -1 for the baseline."""


class Waivers(NamedTuple):
    """The waivers and the baseline of a run."""

    entries: tuple[Waiver, ...] = ()
    today: date | None = None
    """The date of the run; without it no waiver is valid."""
    baseline: frozenset[str] = frozenset()

    @property
    def any(self) -> bool:
        return bool(self.entries or self.baseline)

    def find(self, check: Check, fingerprint: str, path: str) -> AppliedWaiver | None:
        """Why a finding is waived: by the first waiver that covers it and has not expired, else by
        the baseline; None where it counts."""
        for position, waiver in enumerate(self.entries):
            if self._is_valid(waiver) and waiver.covers(check, fingerprint, path):
                reason = Text(waiver.reason, waiver.reason)
                return AppliedWaiver(reason, waiver.by, waiver.until.isoformat(), position)
        return AppliedWaiver(BASELINE) if fingerprint in self.baseline else None

    def expired_and_unused(
        self, used: Iterable[AppliedWaiver]
    ) -> tuple[list[Waiver], list[Waiver]]:
        """The waivers that have expired, and the valid ones that no finding used."""
        used_positions = {waived.position for waived in used}
        expired = [waiver for waiver in self.entries if not self._is_valid(waiver)]
        unused = [
            waiver
            for position, waiver in enumerate(self.entries)
            if self._is_valid(waiver) and position not in used_positions
        ]
        return expired, unused

    def _is_valid(self, waiver: Waiver) -> bool:
        return self.today is not None and self.today <= waiver.until


def _matches_path(pattern: str, path: str) -> bool:
    from fnmatch import fnmatchcase

    plain = path.replace("\\", "/")
    return fnmatchcase(plain, pattern) or fnmatchcase(plain, f"*/{pattern}")


class BadBaseline(Exception):
    """A file that is no baseline; ``text`` names it and the reason."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class BaselineEntry(NamedTuple):
    """One finding of a baseline, with its code and place for people who read the file."""

    fingerprint: str
    code: str
    where: str


def read_baseline(path: str) -> tuple[BaselineEntry, ...]:
    """The entries of a baseline file; BadBaseline where it is none."""
    import json

    try:
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
    except OSError as error:
        from sheetlint.messages.os_errors import os_error_text

        raise BadBaseline(_CANNOT_OPEN.fill(path=path, reason=os_error_text(error))) from error
    except ValueError as error:
        raise BadBaseline(
            Text(f"{path} 不是合格的 JSON：{error}", f"{path} is not valid JSON: {error}")
        ) from error
    entries = _parse_entries(data)
    if entries is None:
        raise BadBaseline(
            Text(
                f"{path} 不是本工具的基线文件（应由 sheetlint baseline 生成）",
                f"{path} is no baseline of this tool (sheetlint baseline makes one)",
            )
        )
    return entries


def _parse_entries(data: object) -> tuple[BaselineEntry, ...] | None:
    if not isinstance(data, Mapping) or data.get("schema") != BASELINE_SCHEMA:
        return None
    listed = data.get("findings")
    if not isinstance(listed, list):
        return None
    entries: list[BaselineEntry] = []
    for item in listed:
        values = (
            [item.get(key) for key in BaselineEntry._fields] if isinstance(item, Mapping) else []
        )
        texts = [value for value in values if isinstance(value, str)]
        if len(texts) != len(BaselineEntry._fields):
            return None
        entries.append(BaselineEntry(*texts))
    return tuple(entries)


def format_baseline(entries: Sequence[BaselineEntry]) -> str:
    """The text of a baseline file; the same findings give the same bytes in any order."""
    import json

    rows = [entry._asdict() for entry in sorted(set(entries))]
    document = {"schema": BASELINE_SCHEMA, "findings": rows}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
