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
from sheetlint.gate.executors import start_local_workers
from sheetlint.gate.pages_and_copies import (
    FileJob,
    OutputOptions,
    WrittenFiles,
    write_pages_and_copies,
)
from sheetlint.gate.run_results import RunResults
from sheetlint.gate.store import ResultStore
from sheetlint.gate.submissions import Submissions
from sheetlint.gate.tally import CHECKED, FileLine
from sheetlint.messages import gate as words
from sheetlint.messages.text import Text
from sheetlint.run.results import FAIL
from sheetlint.sandbox.local_processes import count_processors
from sheetlint.sandbox.worker_pool import LostItem, WorkerPool, split_work
from sheetlint.system.file_names import name_outputs

PAGES = "pages"
COPIES = "annotated"


class NotWritten(NamedTuple):
    """Something about a file that was not written."""

    path: str
    say: Text


class FileOutput(NamedTuple):
    """A file with what is to be written about it."""

    number: int
    job: FileJob
    key: str
    """Another one where anything would be written otherwise."""


def list_file_outputs(
    told: RunResults,
    submissions: Submissions,
    tops: Sequence[str],
    options: OutputOptions,
    annotate: bool,
) -> list[FileOutput]:
    """A page for every file that something was found in, a copy of every one that fails."""
    lines = [line for line in told.lines if line.status == CHECKED and line.sheets]
    places = name_outputs(tops, (line.path for line in lines))
    return [
        FileOutput(
            line.number,
            FileJob(
                submissions.sources[line.number],
                f"{PAGES}/{place}.html",
                f"{COPIES}/{place}" if annotate and line.verdict == FAIL else "",
            ),
            _key(submissions.key(line.number), line, options, annotate),
        )
        for line, place in zip(lines, places, strict=True)
        if line.findings
    ]


def _key(result: str, line: FileLine, options: OutputOptions, annotate: bool) -> str:
    parts = (result, line.waived, options.lang, str(annotate), os.path.abspath(options.out))
    return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


def write_file_outputs(
    todo: Sequence[FileOutput],
    submissions: Submissions,
    configuration: RunConfiguration,
    options: OutputOptions,
    store: ResultStore,
    jobs: int,
    tell: Callable[[int], None],
) -> dict[int, WrittenFiles]:
    """What is written about each file, by its number.  What an earlier run wrote stays.

    It is done on this machine, whoever checked: the folder is here.
    """
    handed: dict[int, WrittenFiles] = {}
    left: list[FileOutput] = []
    for want in todo:
        known = _known(store, want.key, options.out)
        if known is None:
            left.append(want)
        else:
            handed[want.number] = known
            tell(1)

    def jobs_of(portion: Sequence[FileOutput]) -> list[FileJob]:
        return [w.job._replace(report=submissions.kept(w.number) or "") for w in portion]

    jobs = jobs or count_processors()
    pool: WorkerPool[FileOutput, WrittenFiles] = WorkerPool(
        start_local_workers, partial(write_pages_and_copies, configuration, options), jobs, jobs_of
    )
    try:
        for want, result in pool.results(split_work(left, jobs, 16)):
            if isinstance(result, LostItem):
                reason = Text(result.reason, result.reason)
                result = WrittenFiles("", "", words.DIED.fill(reason=reason))
            elif result.problem is None or result.page:
                store.put(want.key, dumps(result))
            handed[want.number] = result
            tell(1)
    finally:
        store.flush()
    return handed


def _known(store: ResultStore, key: str, out: str) -> WrittenFiles | None:
    text = store.get(key)
    if text is None:
        return None
    page, copy, problem = loads(text)
    paths = [os.path.join(out, *path.split("/")) for path in (page, copy) if path]
    if not all(map(os.path.isfile, paths)):
        return None
    return WrittenFiles(page, copy, None if problem is None else Text(*problem))


def list_problems(told: RunResults, handed: Mapping[int, WrittenFiles]) -> list[NotWritten]:
    return [
        NotWritten(line.path, result.problem)
        for line in told.lines
        for result in [handed.get(line.number)]
        if result is not None and result.problem is not None
    ]


def delete_stale_files(out: str, folder: str, current: set[str]) -> None:
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
