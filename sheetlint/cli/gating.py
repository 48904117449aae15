"""The run of ``sheetlint gate``, from its options to its exit status."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping
from typing import Any

from sheetlint.batch.files import Source, found, missing
from sheetlint.batch.meant import STDIN
from sheetlint.batch.rules import rules_sha256
from sheetlint.batch.run import Plan
from sheetlint.cli import status
from sheetlint.cli.context import Context, Refused, context
from sheetlint.cli.planning import planned
from sheetlint.cli.progress import shown
from sheetlint.cli.terminal import complain
from sheetlint.gate import conditions
from sheetlint.gate.checking import Submissions
from sheetlint.gate.place import RUN, Unusable, outside, prepared
from sheetlint.gate.recipe import Recipe
from sheetlint.gate.run import Gathered, gathered
from sheetlint.gate.store import Store
from sheetlint.gate.tally import CHECKED, PASSED_OVER, UNREAD, Tally
from sheetlint.gate.workshop import PROCESSES, Workshop, opened
from sheetlint.locale import cli
from sheetlint.locale import gate as words
from sheetlint.report.json import written
from sheetlint.report.visible import visible
from sheetlint.results import FAIL
from sheetlint.writing import write_text

_CACHE_BYTES = 1 << 30
_UNFINISHED = ".unfinished.sqlite"


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
    try:
        with opened(jobs, executor) as workshop:
            told = _checked(ctx, plan, recipe, sources, store, workshop, out, quiet)
    except Unusable as error:
        complain(visible(error.text.in_(ctx.lang)))
        return status.FAILED
    finally:
        _close(store, options, ctx.lang)
    if not quiet:
        _summary(told.tally, out, ctx.lang)
    if told.tally.crashed:
        return status.FAILED
    return status.FINDINGS if told.tally.verdict == FAIL else status.OK


def _checked(
    ctx: Context,
    plan: Plan,
    recipe: Recipe,
    sources: list[Source],
    store: Store,
    workshop: Workshop,
    out: str,
    quiet: bool,
) -> Gathered:
    submissions = Submissions(sources, recipe, plan, store)
    terms = conditions.now(
        recipe, rules_sha256(plan.registry), str(plan.waivers.today), ctx.lang, ()
    )
    _put(out, RUN, written(terms.entry()), ctx.lang)
    with shown(words.CHECKING, len(sources), ctx.lang, quiet) as tell:
        submissions.check(workshop, tell)
    if store.broken:
        complain(visible(words.STORE_BROKEN.fill(reason=store.broken).in_(ctx.lang)))
    try:
        told = gathered(submissions, plan, terms, out)
    except OSError as error:
        raise _unwritable(out, error, ctx.lang) from error
    entry = conditions.record(terms, plan.profiles, told.tally, told.seen, plan.waivers)
    _put(out, RUN, written(entry), ctx.lang)
    return told


def _put(out: str, name: str, text: str, lang: str) -> None:
    path = os.path.join(out, name)
    try:
        write_text(path, text)
    except OSError as error:
        raise _unwritable(path, error, lang) from error


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
