"""The folder of results: pages, copies, the bureau's page; and nothing of an earlier run."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from hashlib import sha256
from json import dumps, loads
from typing import NamedTuple

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.gate.check import Submissions
from sheetlint.gate.file_names import names
from sheetlint.gate.gather import Gathered
from sheetlint.gate.pages_and_copies import Handed, Job, OutputOptions, hand_back
from sheetlint.gate.store import Store
from sheetlint.gate.tally import CHECKED, Line
from sheetlint.messages import gate as words
from sheetlint.messages.text import Text
from sheetlint.run.results import FAIL
from sheetlint.sandbox.local_processes import count_processors, start_processes
from sheetlint.sandbox.worker_pool import LostItem, WorkerPool, split_work

PAGES = "pages"
COPIES = "annotated"


class NotWritten(NamedTuple):
    """Something about a file that was not written."""

    path: str
    say: Text


class FileOutput(NamedTuple):
    """A file with what is to be written about it."""

    number: int
    job: Job
    key: str
    """Another one where anything would be written otherwise."""


def wanted(
    told: Gathered,
    submissions: Submissions,
    tops: Sequence[str],
    options: OutputOptions,
    annotate: bool,
) -> list[FileOutput]:
    """A page for every file that something was found in, a copy of every one that fails."""
    lines = [line for line in told.lines if line.status == CHECKED and line.sheets]
    places = names(tops, (line.path for line in lines))
    return [
        FileOutput(
            line.number,
            Job(
                submissions.sources[line.number],
                f"{PAGES}/{place}.html",
                _copy(place, line) if annotate and line.verdict == FAIL else "",
            ),
            _key(submissions.key(line.number), line, options, annotate),
        )
        for line, place in zip(lines, places, strict=True)
        if line.findings
    ]


def _copy(place: str, line: Line) -> str:
    """Without the suffix that the copy will have, and with the one that it will not."""
    stem, suffix = os.path.splitext(place)
    same = suffix.lower().removeprefix(".") == line.format or line.format in ("xlsx", "docx")
    return f"{COPIES}/{stem if same else place}"


def _key(result: str, line: Line, options: OutputOptions, annotate: bool) -> str:
    parts = (result, line.waived, options.lang, str(annotate), os.path.abspath(options.out))
    return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


def hand_all_back(
    todo: Sequence[FileOutput],
    submissions: Submissions,
    configuration: RunConfiguration,
    options: OutputOptions,
    store: Store,
    jobs: int,
    tell: Callable[[int], None],
) -> dict[int, Handed]:
    """What is written about each file, by its number.  What an earlier run wrote stays.

    It is done on this machine, whoever checked: the folder is here.
    """
    handed: dict[int, Handed] = {}
    left: list[FileOutput] = []
    for want in todo:
        known = _known(store, want.key, options.out)
        if known is None:
            left.append(want)
        else:
            handed[want.number] = known
            tell(1)

    def jobs_of(portion: Sequence[FileOutput]) -> list[Job]:
        return [w.job._replace(report=submissions.kept(w.number) or "") for w in portion]

    jobs = jobs or count_processors()
    pool: WorkerPool[FileOutput, Handed] = WorkerPool(
        start_processes, partial(hand_back, configuration, options), jobs, jobs_of
    )
    try:
        for want, result in pool.results(split_work(left, jobs, 16)):
            if isinstance(result, LostItem):
                reason = Text(result.reason, result.reason)
                result = Handed("", "", words.DIED.fill(reason=reason))
            elif result.problem is None or result.page:
                store.put(want.key, dumps(result))
            handed[want.number] = result
            tell(1)
    finally:
        store.flush()
    return handed


def _known(store: Store, key: str, out: str) -> Handed | None:
    text = store.get(key)
    if text is None:
        return None
    page, copy, problem = loads(text)
    paths = [os.path.join(out, *path.split("/")) for path in (page, copy) if path]
    if not all(map(os.path.isfile, paths)):
        return None
    return Handed(page, copy, None if problem is None else Text(*problem))


def problems(told: Gathered, handed: Mapping[int, Handed]) -> list[NotWritten]:
    return [
        NotWritten(line.path, result.problem)
        for line in told.lines
        for result in [handed.get(line.number)]
        if result is not None and result.problem is not None
    ]


def tidy(out: str, folder: str, current: set[str]) -> None:
    """Take away what an earlier run has left in a folder of this tool's and this one has not.

    What cannot be taken away stays: it is out of date, and nothing leads to it.
    """
    top = os.path.join(out, folder)
    for at, folders, files in os.walk(top, topdown=False):
        for name in files:
            path = os.path.join(at, name)
            if os.path.relpath(path, out).replace(os.sep, "/") not in current:
                with suppress(OSError):
                    os.unlink(path)
        for name in folders:
            with suppress(OSError):
                os.rmdir(os.path.join(at, name))
