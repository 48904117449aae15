"""The record of what runs have written into a folder: a line of JSON for each file, with its digest.

A folder may come from somebody else, so a line counts only where the run could have written such a
name, and a recorded file is the tool's own only while its content has the recorded digest.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from json import loads
from stat import S_ISREG
from typing import TypeGuard

from sheetlint.intake.source import Source
from sheetlint.report.json import dump_json_line
from sheetlint.system.atomic_write import encode_text
from sheetlint.system.confined_folder import ConfinedFolder
from sheetlint.system.file_names import is_safe_name

RECORD = "outputs.jsonl"
LOCK = ".sheetlint.lock"
"""Held while a run uses the folder."""
SCHEMA = "sheetlint-outputs/1"
INDEX = "index.html"
LIST = "问题清单.xlsx"
REPORT = "report.json"
FINDINGS = "findings.jsonl"
VERDICTS = "verdicts.jsonl"
RUN = "run.json"
DOCUMENTS = (INDEX, LIST, REPORT, FINDINGS, VERDICTS, RUN)
PAGES = "pages"
COPIES = "annotated"
NOTICES = "notices"
FOLDERS = {PAGES: ".html", COPIES: "", NOTICES: ".docx"}
"""The folders with the suffix of their files; empty for any."""
_SHA256 = re.compile(r"[0-9a-f]{64}")
_BESIDE = re.compile(r"(?:index|问题清单) \((?:新|new)\d*\)\.(?:html|xlsx)")
"""Documents that were written beside one that somebody has edited."""
_MOST_BYTES = 1 << 28
_LONGEST_LINE = 1 << 15

Digests = dict[str, frozenset[str]]
"""Of each recorded path; several where a run was killed before it was through."""


def read_output_record(folder: ConfinedFolder) -> Digests | None:
    """What the record of a folder names; None where there is none.  Raises OSError."""
    present = folder.stat(RECORD)
    if present is None or not S_ISREG(present.st_mode):
        return None
    found: Digests = {}
    with os.fdopen(folder.open(RECORD), "rb") as file:
        if _parse(file.readline(_LONGEST_LINE)).get("schema") != SCHEMA:
            return None
        while file.tell() < _MOST_BYTES and (line := file.readline(_LONGEST_LINE)):
            entry = _parse(line)
            path, digest = entry.get("path"), entry.get("sha256")
            if _is_name(path) and _is_digest(digest):
                found[path] = found.get(path, frozenset()) | {digest}
    return found


def _parse(line: bytes) -> Mapping[str, object]:
    """Empty for a line that is no object, such as the last one of a run that was killed."""
    try:
        entry = loads(line)
    except (ValueError, RecursionError):
        return {}
    return entry if isinstance(entry, dict) else {}


def dump_output_record(digests: Mapping[str, Iterable[str]]) -> bytes:
    lines = [dump_json_line({"schema": SCHEMA})]
    lines += (record_line(path, one) for path in sorted(digests) for one in sorted(digests[path]))
    return encode_text("".join(lines))


def record_line(path: str, digest: str) -> str:
    """A line of the record."""
    return dump_json_line({"path": path, "sha256": digest})


def _is_digest(digest: object) -> TypeGuard[str]:
    return isinstance(digest, str) and _SHA256.fullmatch(digest) is not None


def _is_name(path: object) -> TypeGuard[str]:
    """Whether a run could have written a file of this name: below the folder, of a known kind."""
    if not isinstance(path, str):
        return False
    parts = path.split("/")
    if not all(map(is_safe_name, parts)):
        return False
    if len(parts) == 1:
        return path in DOCUMENTS or _BESIDE.fullmatch(path) is not None
    suffix = FOLDERS.get(parts[0])
    return suffix is not None and path.endswith(suffix)


def is_recorded(folder: ConfinedFolder, digests: Digests, path: str) -> bool:
    """Whether the file at the path is as a run has written it."""
    known = digests.get(path)
    try:
        return known is not None and folder.digest(path) in known
    except OSError:
        # What cannot be read is not known to be the tool's own.
        return False


def drop_recorded(
    sources: Iterable[Source], files: ConfinedFolder, recorded: Digests
) -> list[Source]:
    """The sources without the files of a folder that are as runs have written them."""
    within = os.path.join(files.path, "")

    def is_output(source: Source) -> bool:
        path = os.path.realpath(source.disk_path or "")
        if not path.startswith(within):
            return False
        below = path[len(within) :].replace(os.sep, "/")
        if below == LOCK:
            return True
        if source.problem is not None:
            return False
        return is_recorded(files, recorded, below) or (below == RECORD and bool(recorded))

    return [source for source in sources if not is_output(source)]
