"""Pages and annotated copies of all files: which are wanted, and the workers that write them."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from hashlib import sha256
from json import dumps, loads
from typing import NamedTuple

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.gate.local_workers import start_local_workers
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
from sheetlint.messages import gate as texts
from sheetlint.messages.text import Text
from sheetlint.run.results import FAIL
from sheetlint.sandbox.local_processes import count_processors
from sheetlint.sandbox.worker_pool import LostItem, WorkerPool, split_work
from sheetlint.system.file_names import name_outputs

PAGES = "pages"
COPIES = "annotated"


class NotWritten(NamedTuple):
    """A file whose page or copy was not written."""

    path: str
    message: Text


class FileOutput(NamedTuple):
    """A file whose page and copy are to be written."""

    number: int
    job: FileJob
    key: str
    """Differs where the outputs would be written differently."""


def list_file_outputs(
    results: RunResults,
    submissions: Submissions,
    tops: Sequence[str],
    options: OutputOptions,
    annotate: bool,
) -> list[FileOutput]:
    """A page for every file with findings, a copy of every file that fails."""
    lines = [line for line in results.lines if line.status == CHECKED and line.sheets]
    names = name_outputs(tops, (line.path for line in lines))
    return [
        FileOutput(
            line.number,
            FileJob(
                submissions.sources[line.number],
                f"{PAGES}/{name}.html",
                f"{COPIES}/{name}" if annotate and line.verdict == FAIL else "",
            ),
            _key(submissions.result_key(line.number), line, options, annotate),
        )
        for line, name in zip(lines, names, strict=True)
        if line.findings
    ]


def _key(result: str, line: FileLine, options: OutputOptions, annotate: bool) -> str:
    parts = (result, line.waived, options.lang, str(annotate), os.path.abspath(options.out))
    return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


def write_file_outputs(
    outputs: Sequence[FileOutput],
    submissions: Submissions,
    configuration: RunConfiguration,
    options: OutputOptions,
    store: ResultStore,
    jobs: int,
    advance: Callable[[int], None],
) -> dict[int, WrittenFiles]:
    """Write the page and the copy of each file; the result is by the number of the file.

    Files that an earlier run wrote with the same content stay.

    Local workers write them, also for a cluster: the folder is on this machine.
    """
    written_files: dict[int, WrittenFiles] = {}
    missing: list[FileOutput] = []
    for output in outputs:
        known = _find_written(store, output.key, options.out)
        if known is None:
            missing.append(output)
        else:
            written_files[output.number] = known
            advance(1)

    def prepare_jobs(portion: Sequence[FileOutput]) -> list[FileJob]:
        return [
            output.job._replace(report=submissions.stored_report(output.number) or "")
            for output in portion
        ]

    jobs = jobs or count_processors()
    pool: WorkerPool[FileOutput, WrittenFiles] = WorkerPool(
        start_local_workers,
        partial(write_pages_and_copies, configuration, options),
        jobs,
        prepare_jobs,
    )
    try:
        for output, result in pool.results(split_work(missing, jobs, 16)):
            if isinstance(result, LostItem):
                reason = Text(result.reason, result.reason)
                result = WrittenFiles("", "", texts.DIED.fill(reason=reason))
            elif result.problem is None or result.page:
                store.put(output.key, dumps(result))
            written_files[output.number] = result
            advance(1)
    finally:
        store.flush()
    return written_files


def _find_written(store: ResultStore, key: str, out: str) -> WrittenFiles | None:
    text = store.get(key)
    if text is None:
        return None
    page, copy, problem = loads(text)
    paths = [os.path.join(out, *path.split("/")) for path in (page, copy) if path]
    if not all(map(os.path.isfile, paths)):
        return None
    return WrittenFiles(page, copy, None if problem is None else Text(*problem))


def list_problems(
    results: RunResults, written_files: Mapping[int, WrittenFiles]
) -> list[NotWritten]:
    return [
        NotWritten(line.path, result.problem)
        for line in results.lines
        for result in [written_files.get(line.number)]
        if result is not None and result.problem is not None
    ]


def delete_stale_files(out: str, folder: str, current: set[str]) -> None:
    """Delete the files of an earlier run that this run has not written.

    A file that cannot be deleted stays: it is out of date, and no page links to it.
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
