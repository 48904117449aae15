"""The run of ``sheetlint gate``, from its options to its exit status."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from sheetlint.batch.files import Source, found, missing
from sheetlint.batch.meant import STDIN
from sheetlint.batch.rules import rules_sha256
from sheetlint.batch.run import Plan
from sheetlint.cli import status
from sheetlint.cli.context import Context, Refused, context
from sheetlint.cli.planning import planned
from sheetlint.cli.progress import shown
from sheetlint.cli.terminal import complain
from sheetlint.gate import conditions, leaving
from sheetlint.gate.bureau import Left, bureau
from sheetlint.gate.checking import Submissions
from sheetlint.gate.crew import Unfit
from sheetlint.gate.handing import Manner
from sheetlint.gate.place import INDEX, REPORT, RUN, Unusable, outside, prepared
from sheetlint.gate.recipe import Recipe
from sheetlint.gate.run import Gathered, gathered
from sheetlint.gate.store import Store
from sheetlint.gate.tally import CHECKED, PASSED_OVER, UNREAD, Tally
from sheetlint.gate.workshop import PROCESSES, opened
from sheetlint.locale import cli
from sheetlint.locale import gate as words
from sheetlint.report.html.bureau import render
from sheetlint.report.json import written
from sheetlint.report.visible import visible
from sheetlint.results import FAIL
from sheetlint.writing import write_text

_CACHE_BYTES = 1 << 30
_UNFINISHED = ".unfinished.sqlite"
_DOCUMENTS = (REPORT, "findings.jsonl", "verdicts.jsonl", RUN)


def gate(paths: tuple[str, ...], out: str, quiet: bool, **options: Any) -> int:
    ctx = context(options["lang"], options["config"])
    if STDIN in paths:
        raise Refused(words.NO_STDIN, ctx.lang)
    jobs, executor = _jobs(options["jobs"], ctx.lang), _executor(options["executor"], ctx.lang)
    plan = planned(ctx, options)
    plan = plan._replace(waivers=plan.waivers._replace(today=_day(options, plan)))
    recipe = _recipe(ctx, plan, options["profile"])
    try:
        prepared(out)
    except Unusable as error:
        raise Refused(error.text, ctx.lang) from error
    sources = outside(found(paths, plan.bounds), out)
    if not sources or all(missing(source) for source in sources):
        complain(visible(cli.NO_INPUT.fill(paths="、".join(paths)).in_(ctx.lang)))
        return status.NO_INPUT
    store = _store(options, out)
    run = _Run(ctx, plan, recipe, out, quiet, store, jobs)
    try:
        told = _checked(run, sources, executor, paths, not options["no_annotate"])
    except Unusable as error:
        complain(visible(error.text.in_(ctx.lang)))
        return status.FAILED
    except Unfit as error:
        complain(visible(words.NO_WORKERS.fill(reason=error).in_(ctx.lang)))
        return status.FAILED
    finally:
        _close(store, options, ctx.lang)
    if not quiet:
        _summary(told.tally, out, ctx.lang)
    if told.tally.crashed:
        return status.FAILED
    return status.FINDINGS if told.tally.verdict == FAIL else status.OK


class _Run(NamedTuple):
    """What its steps share."""

    ctx: Context
    plan: Plan
    recipe: Recipe
    out: str
    quiet: bool
    store: Store
    jobs: int


def _checked(
    run: _Run, sources: list[Source], executor: str, paths: tuple[str, ...], annotate: bool
) -> Gathered:
    """Every step of the run; the record is written when everything else has been."""
    plan, lang = run.plan, run.ctx.lang
    submissions = Submissions(sources, run.recipe, plan, run.store)
    terms = conditions.now(
        run.recipe, rules_sha256(plan.registry), str(plan.waivers.today), lang, ()
    )
    _put(run, RUN, written(terms.entry()))
    with (
        opened(run.jobs, executor) as workshop,
        shown(words.CHECKING, len(sources), lang, run.quiet) as tell,
    ):
        submissions.check(workshop, tell)
    if run.store.broken:
        complain(visible(words.STORE_BROKEN.fill(reason=run.store.broken).in_(lang)))
    try:
        told = gathered(submissions, plan, terms, run.out)
    except OSError as error:
        raise _unwritable(run.out, error, lang) from error
    manner = Manner(run.out, lang, plan.waivers)
    todo = leaving.wanted(told, submissions, paths, manner, annotate)
    with shown(words.HANDING, len(todo), lang, run.quiet) as tell:
        handed = leaving.hand_all_back(todo, run.recipe, manner, run.store, run.jobs, tell)
    for problem in leaving.problems(told, handed):
        complain(visible(f"{problem.path}: {problem.say.in_(lang)}"))
    for folder in (leaving.PAGES, leaving.COPIES):
        current = {path for done in handed.values() for path in (done.page, done.copy)}
        leaving.tidy(run.out, folder, current)
    record = conditions.record(terms, plan.profiles, told.tally, told.seen, plan.waivers)
    left = Left(handed, (), tuple((name, name) for name in _DOCUMENTS))
    _put(run, INDEX, render(bureau(told, left, record), lang))
    _put(run, RUN, written(record))
    return told


def _put(run: _Run, name: str, text: str) -> None:
    path = os.path.join(run.out, name)
    try:
        write_text(path, text)
    except OSError as error:
        raise _unwritable(path, error, run.ctx.lang) from error


def _unwritable(path: str, error: OSError, lang: str) -> Refused:
    reason = error.strerror or type(error).__name__
    return Refused(cli.CANNOT_WRITE.fill(path=error.filename or path, reason=reason), lang)


def _recipe(ctx: Context, plan: Plan, profile: str | None) -> Recipe:
    settings = ctx.settings
    return Recipe(
        settings.checks,
        settings.profiles,
        settings.lexicon,
        plan.decision,
        profile or settings.profile or None,
        bounds=plan.bounds,
    )


def _day(options: Mapping[str, Any], plan: Plan) -> datetime.date:
    """Named in the record, so that the run can be done again."""
    if plan.waivers.today is not None:
        return plan.waivers.today
    said = options["date"]
    return datetime.date.fromisoformat(said) if said else datetime.date.today()


def _jobs(said: str, lang: str) -> int:
    if said == "auto":
        return 0
    if not said.isascii() or not said.isdigit() or not 0 < int(said) < 10_000:
        raise Refused(words.BAD_JOBS.fill(wrong=said), lang)
    return int(said)


def _executor(said: str | None, lang: str) -> str:
    if said is None or said == PROCESSES or said.startswith("dask://"):
        return said or PROCESSES
    raise Refused(words.BAD_EXECUTOR.fill(wrong=said), lang)


def _store(options: Mapping[str, Any], out: str) -> Store:
    """Without a cache the results are kept until the run is done: it may be interrupted."""
    if options["no_cache"]:
        return Store(os.path.join(out, _UNFINISHED))
    return Store(options["cache"] or _cache_path())


def _close(store: Store, options: Mapping[str, Any], lang: str) -> None:
    if options["no_cache"]:
        store.remove()
        return
    size = options["cache_size"]
    store.close(_CACHE_BYTES if size is None else size)


def _cache_path() -> str:
    """Where the system keeps what can be made again."""
    home = os.path.expanduser("~")
    folder = os.environ.get("XDG_CACHE_HOME") or (
        os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.path.join(home, ".cache")
    )
    return os.path.join(folder or home, "sheetlint", "results.sqlite")


def _summary(tally: Tally, out: str, lang: str) -> None:
    """On the error stream: nothing was asked for on the other one."""
    counts = words.COUNTS.fill(
        found=tally.found,
        checked=tally.files[CHECKED],
        unread=tally.files[UNREAD],
        over=tally.files[PASSED_OVER],
    )
    outcome = words.OUTCOME.fill(
        sheets=tally.sheets,
        passed=tally.sheets - tally.failed_sheets,
        failed=tally.failed_sheets,
        errors=tally.findings["error"],
        warnings=tally.findings["warning"],
        infos=tally.findings["info"],
    )
    for text in (counts, outcome, words.LEFT.fill(out=out)):
        complain(visible(text.in_(lang)))
