"""Pages and annotated copies of all files: which are wanted, and the workers that write them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from hashlib import sha256
from json import dumps, loads
from typing import NamedTuple
from urllib.parse import quote

from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.gate.local_workers import start_local_workers
from sheetlint.gate.output_record import COPIES, INDEX, PAGES
from sheetlint.gate.pages_and_copies import FileJob, MadeFiles, make_pages_and_copies
from sheetlint.gate.results_folder import ResultsFolder
from sheetlint.gate.run_results import RunResults
from sheetlint.gate.store import ResultStore
from sheetlint.gate.submissions import Submissions
from sheetlint.gate.tally import CHECKED, FileLine
from sheetlint.gate.urgency import sort_by_urgency
from sheetlint.messages import gate as texts
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.text import Text
from sheetlint.report.page_links import PageLinks
from sheetlint.run.results import FAIL
from sheetlint.sandbox.local_processes import count_processors
from sheetlint.sandbox.worker_pool import LostItem, WorkerPool, split_work
from sheetlint.system.file_names import name_outputs


class NotWritten(NamedTuple):
    """A file whose page or copy was not written."""

    path: str
    message: Text


class WrittenFiles(NamedTuple):
    """Where the page and the copy of a file were written, and why one was not."""

    page: str
    copy: str
    problem: Text | None = None


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
    lang: str,
    annotate: bool,
) -> list[FileOutput]:
    """A page for every file with findings, a copy of every file that fails."""
    lines = [line for line in results.lines if line.status == CHECKED and line.sheets]
    names = name_outputs(tops, (line.path for line in lines))
    links = _link_pages(
        {
            line.number: f"{PAGES}/{name}.html"
            for line, name in zip(lines, names, strict=True)
            if line.findings
        },
        results.lines,
    )
    return [
        FileOutput(
            line.number,
            FileJob(
                submissions.sources[line.number],
                f"{PAGES}/{name}.html",
                f"{COPIES}/{name}" if annotate and line.verdict == FAIL else "",
                links[line.number],
            ),
            _key(submissions.result_key(line.number), line, lang, annotate, links[line.number]),
        )
        for line, name in zip(lines, names, strict=True)
        if line.findings
    ]


def _link_pages(pages: Mapping[int, str], lines: Sequence[FileLine]) -> dict[int, PageLinks]:
    """From each page to the overview and to the pages before and after it in the overview's list.

    ``pages`` by the number of the file.
    """
    order = [line.number for line in sort_by_urgency(lines) if line.number in pages]
    before, after = [None, *order], [*order[1:], None]
    return {
        number: PageLinks(
            _address(INDEX, pages[number]),
            "" if previous is None else _address(pages[previous], pages[number]),
            "" if following is None else _address(pages[following], pages[number]),
        )
        for number, previous, following in zip(order, before, after, strict=False)
    }


def _address(path: str, page: str) -> str:
    """The address of a path below the folder of results, as the page links to it."""
    return quote("../" * page.count("/") + path)


def _key(result: str, line: FileLine, lang: str, annotate: bool, links: PageLinks) -> str:
    parts = ("outputs", result, line.waived, lang, str(annotate), *links)
    return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


def write_file_outputs(
    outputs: Sequence[FileOutput],
    submissions: Submissions,
    configuration: RunConfiguration,
    folder: ResultsFolder,
    store: ResultStore,
    lang: str,
    jobs: int,
    advance: Callable[[int], None],
) -> dict[int, WrittenFiles]:
    """Write the page and the copy of each file; the result is by the number of the file.

    Files that an earlier run wrote with the same content stay.

    Local workers make them, also for a cluster, and this process writes them.
    """
    written_files: dict[int, WrittenFiles] = {}
    missing: list[FileOutput] = []
    for output in outputs:
        known = _find_written(store, output.key, folder)
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
    pool: WorkerPool[FileOutput, MadeFiles] = WorkerPool(
        start_local_workers,
        partial(make_pages_and_copies, configuration, lang),
        jobs,
        prepare_jobs,
    )
    try:
        for output, result in pool.results(split_work(missing, jobs, 16)):
            if isinstance(result, LostItem):
                reason = Text(result.reason, result.reason)
                result = MadeFiles((), texts.DIED.fill(reason=reason))
            written_files[output.number] = written = _write_made(result, folder)
            if written.problem is None:
                store.put(output.key, dumps([(m.path, _digest(m.data)) for m in result.made]))
            advance(1)
    finally:
        store.flush()
    return written_files


def _write_made(result: MadeFiles, folder: ResultsFolder) -> WrittenFiles:
    paths: list[str] = []
    problem = result.problem
    for made in result.made:
        try:
            paths.append(folder.write(made.path, made.data))
        except OSError as error:
            problem = texts.NOT_WRITTEN_TO.fill(path=made.path, reason=os_error_text(error))
    return _written(paths, problem)


def _written(paths: Sequence[str], problem: Text | None = None) -> WrittenFiles:
    by_folder = {path.split("/")[0]: path for path in paths}
    return WrittenFiles(by_folder.get(PAGES, ""), by_folder.get(COPIES, ""), problem)


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()


def _find_written(store: ResultStore, key: str, folder: ResultsFolder) -> WrittenFiles | None:
    text = store.get(key)
    if text is None:
        return None
    try:
        places = [folder.find_written(path, digest) for path, digest in loads(text)]
    except OSError:
        # Writing it will say what is wrong there.
        return None
    found = [place for place in places if place is not None]
    return _written(found) if len(found) == len(places) else None


def list_problems(
    results: RunResults, written_files: Mapping[int, WrittenFiles]
) -> list[NotWritten]:
    return [
        NotWritten(line.path, result.problem)
        for line in results.lines
        for result in [written_files.get(line.number)]
        if result is not None and result.problem is not None
    ]
