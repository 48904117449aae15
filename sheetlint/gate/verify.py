"""Compares the report of a recorded run with that of the same submissions checked again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from json import loads
from typing import Any, NamedTuple

from sheetlint.gate.conditions import BadRecord, Conditions
from sheetlint.messages import gate as texts
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.text import Text
from sheetlint.report.json import SCHEMA


class Difference(NamedTuple):
    """One difference between the recorded run and the new one."""

    path: str
    """Of the file; empty for the program."""
    message: Text


def read_report(path: str) -> Mapping[str, Any]:
    """Read the report of a run.  Raises BadRecord."""
    try:
        with open(path, encoding="utf-8") as file:
            report = loads(file.read())
        if report["schema"] != SCHEMA:
            raise ValueError(report["schema"])
        by_path(report)
    except OSError as error:
        raise BadRecord(texts.NO_RECORD.fill(path=path, reason=os_error_text(error))) from error
    except (ValueError, KeyError, TypeError) as error:
        raise BadRecord(texts.BAD_RECORD.fill(path=path)) from error
    checked: Mapping[str, Any] = report
    return checked


def by_path(report: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    return {file["path"]: file for file in report["files"]}


def compare_programs(then: Conditions, now: Conditions) -> Iterator[Difference]:
    """Differences of the tool and of the inputs, which may explain another verdict."""
    if then.version != now.version:
        message = texts.OTHER_VERSION.fill(then=then.version, now=now.version)
        yield Difference("", message)
    elif then.program_sha256 != now.program_sha256:
        yield Difference("", texts.OTHER_PROGRAM)
    for before in then.inputs:
        if before not in now.inputs:
            yield Difference("", texts.OTHER_INPUT.fill(path=before.path))
    if then.rules_sha256 != now.rules_sha256:
        yield Difference("", texts.OTHER_RULES)


def compare_profiles(then: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Difference]:
    """Profiles of the recorded run whose files have changed."""
    files = {file["name"]: file["sha256"] for row in now["profiles"] for file in row["files"]}
    seen: set[str] = set()
    for row in then["profiles"]:
        for file in row["files"]:
            name = file["name"]
            if name not in seen and files.get(name, file["sha256"]) != file["sha256"]:
                yield Difference("", texts.OTHER_PROFILE.fill(name=name))
            seen.add(name)


def compare_reports(then: Mapping[str, Any], now: Mapping[str, Any]) -> Iterator[Difference]:
    """The differences of the files, then of the findings across them."""
    before, after = by_path(then), by_path(now)
    for path, file in before.items():
        other = after.get(path)
        if other is None:
            yield Difference(path, texts.GONE)
        elif file["sha256"] != other["sha256"]:
            yield Difference(path, texts.CHANGED)
        elif file != other:
            yield Difference(path, _compare_findings(file, other))
    for path in after.keys() - before.keys():
        yield Difference(path, texts.ADDED)
    if then["batch"] != now["batch"]:
        yield Difference("", texts.ACROSS_DIFFERS)


def _compare_findings(before: Mapping[str, Any], after: Mapping[str, Any]) -> Text:
    was = {(f["code"], f["fingerprint"]) for f in before["findings"]}
    is_ = {(f["code"], f["fingerprint"]) for f in after["findings"]}
    gone, new = sorted(was - is_), sorted(is_ - was)
    if not gone and not new:
        return texts.OTHER_MESSAGES
    return texts.OTHER_FINDINGS.fill(gone=_codes(gone), new=_codes(new))


def _codes(found: list[tuple[str, str]]) -> str:
    return ", ".join(dict.fromkeys(code for code, _ in found)) or "0"
