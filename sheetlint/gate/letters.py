"""The notices of a run, one for each unit that has something returned."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from hashlib import sha256
from typing import NamedTuple

from sheetlint.gate.executors import start_local_workers
from sheetlint.gate.store import ResultStore
from sheetlint.messages import gate as words
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.text import Text
from sheetlint.notices import Letterhead, Notice, NoticeFileNames, Template, build_standard_template
from sheetlint.sandbox.local_processes import count_processors
from sheetlint.sandbox.worker_pool import LostItem, WorkerPool, split_work
from sheetlint.system.atomic_write import write_file

NOTICES = "notices"
_FEW = 16
"""So many letters are written before a process is ready to write any."""


class LetterDesign(NamedTuple):
    """What the letters are written on."""

    head: Letterhead
    template: bytes
    """A Word file; empty for the shipped one."""


class LetterOptions(NamedTuple):
    """How the letters of a run are written."""

    stationery: LetterDesign
    out: str
    lang: str

    def place(self, path: str) -> str:
        return os.path.join(self.out, *path.split("/"))

    def key(self, draft: Draft) -> str:
        """Another one where anything would be written otherwise."""
        place = os.path.abspath(self.place(draft.path))
        head, template = self.stationery
        parts = (repr(draft.notice), repr(head), sha256(template).hexdigest(), place, self.lang)
        return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


class Draft(NamedTuple):
    """A letter that is to be written; ``path`` is below the folder of results."""

    path: str
    notice: Notice


class Letter(NamedTuple):
    """A letter of the run; ``problem`` says why it could not be written."""

    path: str
    unit: str
    problem: Text | None = None


def write_letters(
    notices: Iterable[Notice], options: LetterOptions, store: ResultStore, jobs: int
) -> list[Letter]:
    """Write them.  One that an earlier run has written in the same words stays."""
    names = NoticeFileNames(options.lang)
    drafts = [Draft(f"{NOTICES}/{names.name_for(notice.unit)}", notice) for notice in notices]
    keys = {draft.path: options.key(draft) for draft in drafts}
    problems: dict[str, Text | None] = {}
    left: list[Draft] = []
    for draft in drafts:
        if store.get(keys[draft.path]) is None or not os.path.isfile(options.place(draft.path)):
            left.append(draft)
    for draft, result in _all_written(
        left, partial(write_drafts, options), jobs or count_processors()
    ):
        if isinstance(result, LostItem):
            problems[draft.path] = words.DIED.fill(reason=Text(result.reason, result.reason))
        else:
            problems[draft.path] = result
        if problems[draft.path] is None:
            store.put(keys[draft.path], "")
    return [Letter(d.path, d.notice.unit, problems.get(d.path)) for d in drafts]


def _all_written(
    drafts: Sequence[Draft],
    work: Callable[[Sequence[Draft]], Sequence[Text | None]],
    jobs: int,
) -> Iterable[tuple[Draft, Text | LostItem | None]]:
    if len(drafts) <= _FEW:
        return zip(drafts, work(drafts), strict=True)
    pool: WorkerPool[Draft, Text | None] = WorkerPool(start_local_workers, work, jobs)
    return pool.results(split_work(drafts, jobs, _FEW))


def write_drafts(options: LetterOptions, drafts: Sequence[Draft]) -> list[Text | None]:
    """Write each; why one could not be written."""
    stationery, lang = options.stationery, options.lang
    template = _template(stationery.template, lang)
    problems: list[Text | None] = []
    for draft in drafts:
        place = options.place(draft.path)
        try:
            os.makedirs(os.path.dirname(place), exist_ok=True)
            write_file(place, template.fill(draft.notice, stationery.head, lang))
        except OSError as error:
            problems.append(os_error_text(error))
        else:
            problems.append(None)
    return problems


@lru_cache(maxsize=1)
def _template(data: bytes, lang: str) -> Template:
    """Opened once a process."""
    return Template(data or build_standard_template(lang))
