"""What lies in each folder of submissions: most bureaus have one for each department or unit."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sheetlint.gate.tally import PASSED_OVER, FileLine
from sheetlint.gate.urgency import file_state
from sheetlint.intake.accepted_names import is_ignored, is_program_folder
from sheetlint.system.file_names import split_below


class SubmittedFolders(NamedTuple):
    """The folders and files of a run, and the first-level folders in them."""

    tops: Sequence[str]
    """As they were named."""
    names: Sequence[str] = ()
    """Of all first-level folders, empty ones included."""


class SubmissionFolder(NamedTuple):
    """What was found below a first-level folder."""

    name: str
    """Empty for the files that lie in none."""
    files: int
    sheets: int
    states: Counter[str]
    """Files by state, of those that were not passed over."""


def find_folders(tops: Sequence[str], out: str) -> SubmittedFolders:
    """The first-level folders on the disk, without the folder of results ``out``."""
    names: dict[str, None] = {}
    own = os.path.realpath(out)
    for top in filter(os.path.isdir, tops):
        if len(tops) > 1:
            names[os.path.basename(os.path.normpath(top))] = None
            continue
        with os.scandir(top) as entries:
            found = sorted(
                entry.name
                for entry in entries
                if entry.is_dir()
                and not is_ignored(entry.name)
                and not is_program_folder(entry.name)
                and os.path.realpath(entry.path) != own
            )
        names.update(dict.fromkeys(found))
    return SubmittedFolders(tops, tuple(names))


def folder_of(path: str, tops: Sequence[str]) -> str:
    """The first-level folder or archive that a file lies in; empty for a file that lies in none."""
    parts = split_below(tops, path)
    return parts[0] if len(parts) > 1 else ""


def list_folders(lines: Iterable[FileLine], given: SubmittedFolders) -> list[SubmissionFolder]:
    """The first-level folders by name, those without a sheet first; none where there are no
    folders."""
    found = {name: SubmissionFolder(name, 0, 0, Counter()) for name in given.names}
    for line in lines:
        name = folder_of(line.path, given.tops)
        row = found.get(name) or SubmissionFolder(name, 0, 0, Counter())
        if line.status != PASSED_OVER:
            row.states[file_state(line)] += 1
        found[name] = row._replace(files=row.files + 1, sheets=row.sheets + len(line.sheets))
    if not any(found):
        return []
    return sorted(found.values(), key=lambda row: (row.sheets > 0, not row.name, row.name))
