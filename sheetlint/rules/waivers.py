"""Findings that somebody has taken note of: waivers with a reason and an end, and a baseline.

A waiver is a person's word: what is waived, why, by whom, and until when.  A baseline is a list of
fingerprints, taken on the day a repository begins with the tool.  Both mark findings and hide none
of them from machines; what nobody needs any more is said.
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
    def what(self) -> str:
        """How the waiver is spoken of."""
        return " ".join(part for part in (self.code or self.fingerprint, self.file) if part)

    def covers(self, check: Check, fingerprint: str, path: str) -> bool:
        if self.file and not _names(self.file, path):
            return False
        if self.fingerprint:
            return self.fingerprint == fingerprint
        return matches(check, self.code)


class Waived(NamedTuple):
    """Why a finding does not count."""

    reason: Text
    by: str = ""
    until: str = ""
    """ISO date; empty for the baseline."""
    number: int = -1
    """Which waiver it was; -1 for the baseline."""


class Waivers(NamedTuple):
    """What is waived on a given day."""

    entries: tuple[Waiver, ...] = ()
    today: date | None = None
    """No waiver holds without it."""
    baseline: frozenset[str] = frozenset()

    @property
    def any(self) -> bool:
        return bool(self.entries or self.baseline)

    def of(self, check: Check, fingerprint: str, path: str) -> Waived | None:
        """The waiver of a finding: the first that covers it and has not expired, else the
        baseline's."""
        for number, waiver in enumerate(self.entries):
            if self._holds(waiver) and waiver.covers(check, fingerprint, path):
                reason = Text(waiver.reason, waiver.reason)
                return Waived(reason, waiver.by, waiver.until.isoformat(), number)
        return Waived(BASELINE) if fingerprint in self.baseline else None

    def idle(self, used: Iterable[Waived]) -> tuple[list[Waiver], list[Waiver]]:
        """Those that have expired, and those that hold and cover nothing."""
        numbers = {waived.number for waived in used}
        expired = [waiver for waiver in self.entries if not self._holds(waiver)]
        unused = [
            waiver
            for number, waiver in enumerate(self.entries)
            if self._holds(waiver) and number not in numbers
        ]
        return expired, unused

    def _holds(self, waiver: Waiver) -> bool:
        return self.today is not None and self.today <= waiver.until


def _names(pattern: str, path: str) -> bool:
    from fnmatch import fnmatchcase

    plain = path.replace("\\", "/")
    return fnmatchcase(plain, pattern) or fnmatchcase(plain, f"*/{pattern}")


class BadBaseline(Exception):
    """The file is no baseline; ``text`` says which and why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Known(NamedTuple):
    """One finding of a baseline, with what helps a person to recognise it."""

    fingerprint: str
    code: str
    where: str


def read_baseline(path: str) -> tuple[Known, ...]:
    """The entries of a baseline file.  BadBaseline says what is wrong with it."""
    import json

    try:
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
    except OSError as error:
        from sheetlint.messages.os_errors import why

        raise BadBaseline(_CANNOT_OPEN.fill(path=path, reason=why(error))) from error
    except ValueError as error:
        raise BadBaseline(
            Text(f"{path} 不是合格的 JSON：{error}", f"{path} is not valid JSON: {error}")
        ) from error
    entries = _entries(data)
    if entries is None:
        raise BadBaseline(
            Text(
                f"{path} 不是本工具的基线文件（应由 sheetlint baseline 生成）",
                f"{path} is no baseline of this tool (sheetlint baseline makes one)",
            )
        )
    return entries


def _entries(data: object) -> tuple[Known, ...] | None:
    if not isinstance(data, Mapping) or data.get("schema") != BASELINE_SCHEMA:
        return None
    listed = data.get("findings")
    if not isinstance(listed, list):
        return None
    known: list[Known] = []
    for item in listed:
        values = [item.get(key) for key in Known._fields] if isinstance(item, Mapping) else []
        texts = [value for value in values if isinstance(value, str)]
        if len(texts) != len(Known._fields):
            return None
        known.append(Known(*texts))
    return tuple(known)


def written_baseline(known: Sequence[Known]) -> str:
    """The same findings give the same bytes, whatever the order they were found in."""
    import json

    rows = [entry._asdict() for entry in sorted(set(known))]
    document = {"schema": BASELINE_SCHEMA, "findings": rows}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
