"""The notices of a run, one for each unit that has something returned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from hashlib import sha256
from typing import NamedTuple

from sheetlint.gate.digests import program_sha256
from sheetlint.gate.local_workers import start_local_workers
from sheetlint.gate.output_record import NOTICES
from sheetlint.gate.results_folder import ResultsFolder
from sheetlint.gate.store import ResultStore
from sheetlint.messages import gate as texts
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.text import Text
from sheetlint.notices import Letterhead, Notice, NoticeFileNames, Template, build_standard_template
from sheetlint.sandbox.local_processes import count_processors
from sheetlint.sandbox.worker_pool import LostItem, WorkerPool, split_work

_FEW = 16
"""So many letters are written here in the time that a process takes to start."""


class LetterDesign(NamedTuple):
    """The letterhead and the template of the letters."""

    head: Letterhead
    template: bytes
    """A Word file; empty for the shipped one."""


class LetterOptions(NamedTuple):
    """Design and language of the letters of a run."""

    design: LetterDesign
    lang: str

    def key(self, notice: Notice) -> str:
        """Differs where the letter would be written differently."""
        head, template = self.design
        design = (repr(head), sha256(template).hexdigest(), self.lang, program_sha256())
        parts = ("letter", repr(notice), *design)
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
    notices: Iterable[Notice],
    options: LetterOptions,
    folder: ResultsFolder,
    store: ResultStore,
    jobs: int,
) -> list[Letter]:
    """Write the letters.  One that an earlier run has written with the same content stays."""
    names = NoticeFileNames(options.lang)
    drafts = [Draft(f"{NOTICES}/{names.name_for(notice.unit)}", notice) for notice in notices]
    keys = {draft.path: options.key(draft.notice) for draft in drafts}
    letters: dict[str, Letter] = {}
    missing: list[Draft] = []
    for draft in drafts:
        path = _find_written(store, keys[draft.path], draft, folder)
        if path is None:
            missing.append(draft)
        else:
            letters[draft.path] = Letter(path, draft.notice.unit)
    for draft, result in _make_all(missing, partial(make_letters, options), jobs):
        if isinstance(result, LostItem):
            problem = texts.DIED.fill(reason=Text(result.reason, result.reason))
            letters[draft.path] = Letter(draft.path, draft.notice.unit, problem)
            continue
        letters[draft.path] = letter = _write(draft, result, folder)
        if letter.problem is None:
            store.put(keys[draft.path], sha256(result).hexdigest())
    return [letters[draft.path] for draft in drafts]


def _find_written(store: ResultStore, key: str, draft: Draft, folder: ResultsFolder) -> str | None:
    """Where an earlier run has written the letter."""
    digest = store.get(key)
    try:
        return None if digest is None else folder.find_written(draft.path, digest)
    except OSError:
        # Writing it will say what is wrong there.
        return None


def _write(draft: Draft, data: bytes, folder: ResultsFolder) -> Letter:
    try:
        return Letter(folder.write(draft.path, data), draft.notice.unit)
    except OSError as error:
        return Letter(draft.path, draft.notice.unit, os_error_text(error))


def _make_all(
    drafts: Sequence[Draft], work: Callable[[Sequence[Draft]], Sequence[bytes]], jobs: int
) -> Iterable[tuple[Draft, bytes | LostItem]]:
    if len(drafts) <= _FEW:
        return zip(drafts, work(drafts), strict=True)
    jobs = jobs or count_processors()
    pool: WorkerPool[Draft, bytes] = WorkerPool(start_local_workers, work, jobs)
    return pool.results(split_work(drafts, jobs, _FEW))


def make_letters(options: LetterOptions, drafts: Sequence[Draft]) -> list[bytes]:
    """The Word file of each letter.  Only the process of the run writes into its folder."""
    design, lang = options.design, options.lang
    template = _template(design.template, lang)
    return [template.fill(draft.notice, design.head, lang) for draft in drafts]


@lru_cache(maxsize=1)
def _template(data: bytes, lang: str) -> Template:
    """The template, opened once in each process."""
    return Template(data or build_standard_template(lang))
