"""``sheetlint gate``: checks thousands of submissions into a folder of results."""

from __future__ import annotations

import datetime
import os
from collections import deque
from contextlib import AbstractContextManager, nullcontext
from secrets import token_bytes
from typing import NamedTuple

from sheetlint.cli import gate_reports, status
from sheetlint.cli import options as shared
from sheetlint.cli.bilingual import command
from sheetlint.cli.configuration import Refused, Setup, load_setup, prepare_plan
from sheetlint.cli.gate_reports import ReportOptions
from sheetlint.cli.letterhead import make_letterhead as letterhead_of
from sheetlint.cli.letterhead import read_template, template_path
from sheetlint.cli.options import LetterheadOptions, RunOptions
from sheetlint.cli.outputs import open_outputs
from sheetlint.cli.parameters import Executor, Jobs, Size
from sheetlint.cli.progress import show_progress
from sheetlint.cli.report_writer import ReportWriter
from sheetlint.cli.terminal import write_error
from sheetlint.config.checked_paths import CheckedPaths
from sheetlint.gate import conditions
from sheetlint.gate.executors import PROCESSES, open_workers
from sheetlint.gate.folder_writer import Advance, FolderWriter
from sheetlint.gate.inputs import InputPaths, ReadInputs, drop_inputs, read_inputs
from sheetlint.gate.kept_files import KeptFiles
from sheetlint.gate.letters import LetterDesign
from sheetlint.gate.results_folder import ResultsFolder, Unusable
from sheetlint.gate.run_results import collect_results
from sheetlint.gate.store import ResultStore, default_path
from sheetlint.gate.store_file import may_be_store
from sheetlint.gate.store_key import user_key
from sheetlint.gate.submission_folders import find_folders
from sheetlint.gate.submissions import Submissions
from sheetlint.gate.tally import RunOutcome
from sheetlint.intake.find_sources import find_sources, is_missing
from sheetlint.intake.git_files import NoRepository, find_tracked
from sheetlint.intake.source import STDIN, Source
from sheetlint.messages import cli
from sheetlint.messages import gate as texts
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.run.crosscheck_inputs import BadInput
from sheetlint.run.plan import Plan
from sheetlint.run.results import FAIL
from sheetlint.run.rules_digest import rules_sha256
from sheetlint.sandbox.worker_pool import NoWorkers
from sheetlint.system.extras import requires_extra

_CACHE_BYTES = 1 << 30
_UNFINISHED = ".unfinished.sqlite"


class _WorkOptions(NamedTuple):
    """Which workers check which files, and where results are stored."""

    jobs: int
    executor: str
    tracked: bool
    only_sheets: bool
    no_cache: bool
    cache: str | None
    cache_size: int | None
    quiet: bool


_work = shared.option_group(
    _WorkOptions,
    "work",
    shared.option(
        "--jobs", "-j", text=texts.JOBS, meta=texts.JOBS_META, type=Jobs(), default="auto"
    ),
    shared.option(
        "--executor",
        text=texts.EXECUTOR,
        meta=texts.EXECUTOR_META,
        type=Executor(),
        default=PROCESSES,
    ),
    shared.flag("--tracked", text=texts.TRACKED),
    shared.only_sheets,
    shared.flag("--no-cache", text=texts.NO_CACHE),
    shared.path_option("--cache", text=texts.CACHE),
    shared.option("--cache-size", text=texts.CACHE_SIZE, meta=cli.SIZE_META, type=Size()),
    shared.quiet(texts.QUIET),
)
_inputs = shared.option_group(
    InputPaths,
    "inputs",
    shared.path_option("--roster", text=texts.ROSTER),
    shared.path_option("--summary", text=texts.SUMMARY),
    shared.path_option("--last-year", text=texts.LAST_YEAR, meta=texts.OUT_META),
    shared.path_option("--targets", text=texts.TARGETS, meta=texts.OUT_META),
)


class _Run(NamedTuple):
    """What the steps of a run share."""

    setup: Setup
    plan: Plan
    work: _WorkOptions
    store: ResultStore
    paths: tuple[str, ...]
    read: ReadInputs
    writer: ReportWriter | None
    """Of the reports that are written besides the folder, or instead of it."""

    def progress(self, what: Text, total: int) -> AbstractContextManager[Advance]:
        return show_progress(what, total, self.setup.lang, self.work.quiet)

    def warn(self, text: Text) -> None:
        write_error(visible(text.in_(self.setup.lang)))

    def warn_of_kept(self, out: str, kept: KeptFiles) -> None:
        text = kept.text(out)
        if text is not None:
            self.warn(text)


@command("gate", texts.GATE_HELP)
@shared.paths
@gate_reports.reports
@_work
@shared.run_options()
@_inputs
@shared.letterhead
def gate(
    paths: tuple[str, ...],
    reports: ReportOptions,
    work: _WorkOptions,
    options: RunOptions,
    inputs: InputPaths,
    letterhead: LetterheadOptions,
) -> int:
    setup = load_setup(
        options.settings, quiet=work.quiet, checked=CheckedPaths(paths, work.tracked)
    )
    if STDIN in paths:
        raise Refused(texts.NO_STDIN, setup.lang)
    if work.cache is not None and not may_be_store(work.cache):
        raise Refused(texts.NOT_A_STORE.fill(path=work.cache), setup.lang)
    wanted = gate_reports.requested_reports(reports, setup)
    configuration = setup.run_configuration(options, only_sheets=work.only_sheets)
    day = setup.parse_date(options.waivers.date) or datetime.date.today()
    # Named in the record, so that the run can be done again.
    configuration = configuration._replace(waivers=configuration.waivers._replace(today=day))
    plan = prepare_plan(configuration, setup.lang)
    with _open_folder(reports.output, setup.lang) as folder:
        try:
            read = read_inputs(inputs, plan)
            sources = drop_inputs(_find_sources(paths, work, plan, folder), read.record)
        except (BadInput, NoRepository) as error:
            raise Refused(error.text, setup.lang) from error
        writer = None
        if wanted is not None:
            # What lies in the folders of the inputs is read as well.
            read_files = [*sources, *find_sources(filter(None, inputs), plan.bounds)]
            template = template_path(setup, letterhead)
            outputs = open_outputs(setup, options, read_files, template, force=reports.force)
            writer = gate_reports.make_writer(wanted, outputs, work.quiet)
            sources = outputs.drop_earlier(sources, wanted.outputs)
        for problem in read.problems:
            write_error(visible(problem.in_(setup.lang)))
        if all(map(is_missing, sources)):
            write_error(visible(cli.NO_INPUT.fill(paths="、".join(paths)).in_(setup.lang)))
            return status.NO_INPUT
        store = _store(work, folder)
        run = _Run(setup, plan, work, store, paths, read, writer)
        try:
            outcome, done = _check(
                run, sources, _folder_writer(run, reports, folder, letterhead, day)
            )
        except Unusable as error:
            run.warn(error.text)
            return status.FAILED
        except NoWorkers as error:
            run.warn(texts.NO_WORKERS.fill(reason=error))
            return status.FAILED
        finally:
            _close(store, work)
    if not work.quiet:
        for text in gate_reports.summary_texts(outcome, reports.output):
            run.warn(text)
    if outcome.crashed or not done:
        return status.FAILED
    return status.FINDINGS if outcome.verdict == FAIL else status.OK


def _open_folder(out: str | None, lang: str) -> AbstractContextManager[ResultsFolder | None]:
    try:
        return nullcontext() if out is None else ResultsFolder(out, lang)
    except Unusable as error:
        raise Refused(error.text, lang) from error


def _find_sources(
    paths: tuple[str, ...], work: _WorkOptions, plan: Plan, folder: ResultsFolder | None
) -> list[Source]:
    """The submissions, without what earlier runs have written."""
    find = find_tracked if work.tracked else find_sources
    sources = find(paths, plan.bounds)
    return sources if folder is None else folder.drop_outputs(sources)


def _folder_writer(
    run: _Run,
    reports: ReportOptions,
    folder: ResultsFolder | None,
    options: LetterheadOptions,
    day: datetime.date,
) -> FolderWriter | None:
    """The writer of the folder.  Raises MissingExtra before any work is done."""
    if reports.output is None or folder is None:
        return None
    with requires_extra("gate"):
        for library in ("docx", "jinja2", "lxml", "xlsxwriter"):
            __import__(library)
    head = letterhead_of(run.setup, options, day.isoformat())
    design = LetterDesign(head, read_template(run.setup, options))
    annotate, jobs = not reports.no_annotate, run.work.jobs
    lang = run.setup.lang
    return FolderWriter(
        reports.output, run.paths, folder, lang, annotate, design, run.store, jobs, run
    )


def _check(
    run: _Run, sources: list[Source], folder: FolderWriter | None
) -> tuple[RunOutcome, bool]:
    """The outcome of the run, and whether all of it could be written."""
    plan, inputs, writer = run.plan, run.read.inputs, run.writer
    submissions = Submissions(sources, plan, run.store)
    terms = conditions.current_conditions(
        plan.configuration,
        rules_sha256(plan.registry),
        run.setup.lang,
        run.read.record,
    )
    with (
        open_workers(run.work.jobs, run.work.executor) as workers,
        run.progress(texts.CHECKING, len(sources)) as advance,
    ):
        submissions.check(workers, advance)
    if run.store.broken:
        run.warn(texts.STORE_BROKEN.fill(reason=run.store.broken))
    if folder is None:
        results, done = collect_results(submissions, plan, inputs, keep_files=True), True
    else:
        given = find_folders(() if run.work.tracked else run.paths, folder.out)._replace(
            tops=run.paths
        )
        finished = folder.finished_run(submissions, plan, terms, given)
        known = finished.find() if writer is None else None
        if known is not None:
            outcome, kept = known
            run.warn_of_kept(folder.out, kept)
            return outcome, True
        begun = folder.begin(terms)
        collected = folder.collect(submissions, plan, inputs, terms, writer is not None)
        results = collected.results
        done = folder.write_remaining(collected, submissions, plan, terms, given) and begun
        kept = folder.folder.kept_files()
        run.warn_of_kept(folder.out, kept)
        if done:
            finished.remember(results.tally.outcome, kept)
    if writer is not None:
        report = results.report(terms, plan)
        # Formats that print file by file are printed when all files are known.
        deque(writer.print_along(report.files, report.rules_sha256), maxlen=0)
        done = writer.finish(report, False) and done
    return results.tally.outcome, done


def _store(work: _WorkOptions, folder: ResultsFolder | None) -> ResultStore:
    """The store of results; without a cache it lasts until the run is finished."""
    if work.no_cache:
        if folder is None:
            return ResultStore(None)
        try:
            key = user_key()
        except OSError:
            # This run needs none of the user; one that is interrupted starts afresh.
            key = token_bytes(32)
        return ResultStore(os.path.join(folder.path, _UNFINISHED), key)
    return ResultStore(work.cache or default_path())


def _close(store: ResultStore, work: _WorkOptions) -> None:
    if work.no_cache:
        store.remove()
    else:
        store.close(_CACHE_BYTES if work.cache_size is None else work.cache_size)
