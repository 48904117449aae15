"""Several files with the sheet of one project: which is the newest, and by what it was recognised."""

from __future__ import annotations

import os
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from sheetlint.crosscheck.names import name_key
from sheetlint.gate.tally import FileLine, SheetLine
from sheetlint.intake.source import Source
from sheetlint.messages import bureau_page as texts
from sheetlint.messages.text import Text

_PLAIN = 1
"""The stage of a name without a mark, which most names are."""
_STAGES = (
    (0, re.compile("初稿|草稿|旧版|原稿|作废|draft|old", re.IGNORECASE)),
    (2, re.compile("修改|修订|修正|更正|改后|重报|再报|revised|new", re.IGNORECASE)),
    (3, re.compile("最终|终稿|定稿|final", re.IGNORECASE)),
)
"""Marks of a version in the names of files, from the first draft to the last."""
_NUMBER = re.compile(
    r"(?<![a-z])(?:v|version|ver)[ ._]?(\d{1,3})|第(\d{1,2})[版稿次]|(?:修改|最终|修订)[版稿]?(\d{1,2})(?!\d)"
    r"|\((\d{1,2})\)$",
    re.IGNORECASE,
)
_SECONDS_APART = 60
"""Files that were unpacked or copied together have dates that are seconds apart and say nothing."""


class SheetVersions(NamedTuple):
    """The files that hold a sheet of one project of one unit and year."""

    project: str
    unit: str
    year: int | None
    newest: FileLine | None
    """None where nothing tells which it is."""
    others: tuple[FileLine, ...]
    reason: Text
    """By what the newest was recognised, or why it was not."""


class _Mark(NamedTuple):
    """The mark of a version in a file's name."""

    stage: int
    number: int
    text: str


def find_versions(
    lines: Iterable[FileLine], sources: Sequence[Source], folder_of: Callable[[FileLine], str]
) -> list[SheetVersions]:
    """The projects of which several files hold a sheet, in the order of the files.

    A sheet that names no unit is that of its department, else of its folder.
    """
    groups: dict[tuple[str, str, int | None], dict[int, tuple[FileLine, SheetLine]]]
    groups = defaultdict(dict)
    for line in lines:
        for sheet in line.sheets:
            if sheet.project:
                unit = name_key(sheet.unit or sheet.department) or folder_of(line)
                groups[name_key(sheet.project), unit, sheet.year].setdefault(
                    line.number, (line, sheet)
                )
    return [_versions(list(found.values()), sources) for found in groups.values() if len(found) > 1]


def _versions(
    found: Sequence[tuple[FileLine, SheetLine]], sources: Sequence[Source]
) -> SheetVersions:
    lines = [line for line, _ in found]
    sheet = found[0][1]
    newest, reason = _pick(lines, sources)
    others = tuple(line for line in lines if line is not newest)
    unit = sheet.unit or sheet.department
    return SheetVersions(sheet.project, unit, sheet.year, newest, others, reason)


def _pick(lines: Sequence[FileLine], sources: Sequence[Source]) -> tuple[FileLine | None, Text]:
    if len({line.sha256 for line in lines}) == 1:
        return None, texts.SAME_CONTENT
    marks = [_read_mark(line.path) for line in lines]
    best = max(range(len(lines)), key=lambda index: marks[index][:2])
    if all(_is_later(marks[best], mark) for mark in marks if mark is not marks[best]):
        mark = marks[best].text
        return lines[best], texts.BY_NAME.fill(mark=mark) if mark else texts.OTHERS_OLDER
    dates = [_modified(sources[line.number]) for line in lines]
    known = [date for date in dates if date is not None]
    if len(known) == len(dates):
        latest, before = sorted(known, reverse=True)[:2]
        if latest - before >= _SECONDS_APART:
            day = datetime.fromtimestamp(latest).strftime("%Y-%m-%d %H:%M")
            return lines[dates.index(latest)], texts.BY_DATE.fill(date=day)
    return None, texts.UNDECIDED


def _read_mark(path: str) -> _Mark:
    stem = unicodedata.normalize("NFKC", os.path.splitext(os.path.basename(path))[0]).strip()
    stage, word = _PLAIN, ""
    for each, marks in _STAGES:
        if found := marks.search(stem):
            stage, word = each, found[0]
    numbers = list(_NUMBER.finditer(stem))
    if not numbers:
        return _Mark(stage, 0, word)
    last = numbers[-1]
    text = last[0] if word in last[0] else f"{word} {last[0]}"
    return _Mark(stage, int(next(group for group in last.groups() if group)), text)


def _is_later(one: _Mark, other: _Mark) -> bool:
    """Whether the marks leave no doubt: of ``修改`` and ``v3`` nobody knows which came later."""
    later = one.stage >= other.stage and one.number >= other.number
    return later and one[:2] != other[:2]


def _modified(source: Source) -> float | None:
    """When the file was changed, in seconds; None for one in an archive or elsewhere."""
    if source.member is not None or source.disk_path is None:
        return None
    try:
        return os.stat(source.disk_path).st_mtime
    except OSError:
        return None
