"""The notices of a run, one for each unit that has something returned."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from hashlib import sha256
from typing import NamedTuple

from sheetlint.gate.local_workers import start_local_workers
from sheetlint.gate.store import ResultStore
from sheetlint.messages import gate as texts
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.text import Text
from sheetlint.notices import Letterhead, Notice, NoticeFileNames, Template, build_standard_template
from sheetlint.sandbox.local_processes import count_processors
from sheetlint.sandbox.worker_pool import LostItem, WorkerPool, split_work
from sheetlint.system.atomic_write import write_file

NOTICES = "notices"
_FEW = 16
"""So many letters are written here in the time that a process takes to start."""


class LetterDesign(NamedTuple):
    """The letterhead and the template of the letters."""

    head: Letterhead
    template: bytes
    """A Word file; empty for the shipped one."""


class LetterOptions(NamedTuple):
    """Design, place and language of the letters of a run."""

    design: LetterDesign
    out: str
    lang: str

    def full_path(self, path: str) -> str:
        return os.path.join(self.out, *path.split("/"))

    def key(self, draft: Draft) -> str:
        """Differs where the letter would be written differently."""
        path = os.path.abspath(self.full_path(draft.path))
        head, template = self.design
        parts = (repr(draft.notice), repr(head), sha256(template).hexdigest(), path, self.lang)
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
    """Write the letters.  One that an earlier run has written with the same content stays."""
    names = NoticeFileNames(options.lang)
    drafts = [Draft(f"{NOTICES}/{names.name_for(notice.unit)}", notice) for notice in notices]
    keys = {draft.path: options.key(draft) for draft in drafts}
    problems: dict[str, Text | None] = {}
    missing: list[Draft] = []
    for draft in drafts:
        if store.get(keys[draft.path]) is None or not os.path.isfile(options.full_path(draft.path)):
            missing.append(draft)
    for draft, result in _write_all(
        missing, partial(write_drafts, options), jobs or count_processors()
    ):
        if isinstance(result, LostItem):
            problems[draft.path] = texts.DIED.fill(reason=Text(result.reason, result.reason))
        else:
            problems[draft.path] = result
        if problems[draft.path] is None:
            store.put(keys[draft.path], "")
    return [Letter(d.path, d.notice.unit, problems.get(d.path)) for d in drafts]


def _write_all(
    drafts: Sequence[Draft],
    work: Callable[[Sequence[Draft]], Sequence[Text | None]],
    jobs: int,
) -> Iterable[tuple[Draft, Text | LostItem | None]]:
    if len(drafts) <= _FEW:
        return zip(drafts, work(drafts), strict=True)
    pool: WorkerPool[Draft, Text | None] = WorkerPool(start_local_workers, work, jobs)
    return pool.results(split_work(drafts, jobs, _FEW))


def write_drafts(options: LetterOptions, drafts: Sequence[Draft]) -> list[Text | None]:
    """Write each letter.  Returns why one could not be written, None where it was."""
    design, lang = options.design, options.lang
    template = _template(design.template, lang)
    problems: list[Text | None] = []
    for draft in drafts:
        path = options.full_path(draft.path)
        try:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            write_file(path, template.fill(draft.notice, design.head, lang))
        except OSError as error:
            problems.append(os_error_text(error))
        else:
            problems.append(None)
    return problems


@lru_cache(maxsize=1)
def _template(data: bytes, lang: str) -> Template:
    """The template, opened once in each process."""
    return Template(data or build_standard_template(lang))
