"""The run of ``sheetlint gate``, from its options to its exit status."""

from __future__ import annotations

import datetime
import os
from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from sheetlint.batch.files import Source, found, missing
from sheetlint.batch.meant import STDIN
from sheetlint.batch.rules import rules_sha256
from sheetlint.batch.run import Plan
from sheetlint.batch.tracked import NoRepository, tracked
from sheetlint.cli import status
from sheetlint.cli.comparing import Compared, compared, submitted
from sheetlint.cli.context import Context, Refused, context
from sheetlint.cli.delivering import Delivery, Order, ordered
from sheetlint.cli.planning import planned
from sheetlint.cli.progress import shown
from sheetlint.cli.terminal import complain
from sheetlint.extras import needed
from sheetlint.gate import conditions
from sheetlint.gate.checking import Submissions
from sheetlint.gate.crew import Unfit
from sheetlint.gate.place import Unusable, outside, prepared
from sheetlint.gate.recipe import Recipe
from sheetlint.gate.run import gathered
from sheetlint.gate.store import Store
from sheetlint.gate.tally import Outcome
from sheetlint.gate.workshop import PROCESSES, opened
from sheetlint.locale import cli
from sheetlint.locale import gate as words
from sheetlint.report.visible import visible
from sheetlint.results import FAIL

if TYPE_CHECKING:
    from sheetlint.cli.gatefolder import Folder
    from sheetlint.gate.letters import Stationery

_CACHE_BYTES = 1 << 30
_UNFINISHED = ".unfinished.sqlite"


def gate(paths: tuple[str, ...], out: str | None, quiet: bool, **options: Any) -> int:
    ctx = context(options["lang"], options["config"])
    if STDIN in paths:
        raise Refused(words.NO_STDIN, ctx.lang)
    order = _ordered(options, out, ctx)
    jobs, executor = _jobs(options["jobs"], ctx.lang), _executor(options["executor"], ctx.lang)
    plan = planned(ctx, options, only_sheets=options["only_sheets"])
    plan = plan._replace(waivers=plan.waivers._replace(today=_day(options, plan)))
    against = compared(options, plan, ctx.lang)
    sources = submitted(_sources(paths, out, plan, ctx, options["tracked"]), against.record)
    if not sources or all(missing(source) for source in sources):
        complain(visible(cli.NO_INPUT.fill(paths="、".join(paths)).in_(ctx.lang)))
        return status.NO_INPUT
    store = _store(options, out)
    folder = None if out is None else _folder(out, ctx, options, store, jobs, quiet)
    run = _Run(ctx, plan, _recipe(ctx, plan, options), quiet, store, paths, against)
    try:
        outcome, done = _checked(run, sources, jobs, executor, folder, order)
    except Unusable as error:
        complain(visible(error.text.in_(ctx.lang)))
        return status.FAILED
    except Unfit as error:
        complain(visible(words.NO_WORKERS.fill(reason=error).in_(ctx.lang)))
        return status.FAILED
    finally:
        _close(store, options, ctx.lang)
    if not quiet:
        _summary(outcome, out, ctx.lang)
    if outcome.crashed or not done:
        return status.FAILED
    return status.FINDINGS if outcome.verdict == FAIL else status.OK


class _Run(NamedTuple):
    """What its steps share."""

    ctx: Context
    plan: Plan
    recipe: Recipe
    quiet: bool
    store: Store
    paths: tuple[str, ...]
    against: Compared


def _checked(
    run: _Run,
    sources: list[Source],
    jobs: int,
    executor: str,
    folder: Folder | None,
    order: Order | None,
) -> tuple[Outcome, bool]:
    """What the run comes to, and whether all of it could be written."""
    plan, lang = run.plan, run.ctx.lang
    submissions = Submissions(sources, run.recipe, plan, run.store)
    terms = conditions.now(
        run.recipe, rules_sha256(plan.registry), str(plan.waivers.today), lang, run.against.record
    )
    with (
        opened(jobs, executor) as workshop,
        shown(words.CHECKING, len(sources), lang, run.quiet) as tell,
    ):
        submissions.check(workshop, tell)
    if run.store.broken:
        complain(visible(words.STORE_BROKEN.fill(reason=run.store.broken).in_(lang)))
    if folder is None:
        told, done = gathered(submissions, plan, run.against.inputs, whole=True), True
    else:
        finished = folder.finished(submissions, plan, terms, run.paths)
        known = finished.outcome() if order is None else None
        if known is not None:
            return known, True
        begun = folder.begin(terms)
        filled = folder.gather(submissions, plan, run.against.inputs, terms, order is not None)
        told = filled.told
        done = folder.fill(filled, submissions, run.recipe, plan, terms, run.paths) and begun
        if done:
            finished.remember(told.tally.outcome)
    if order is not None:
        report = told.report(terms, plan)
        delivery = Delivery(order, lang, False, False, None)
        # What is printed file by file is printed when they are all there.
        deque(delivery.followed(report.files, report.rules_sha256), maxlen=0)
        delivery.finish(report, False)
    return told.tally.outcome, done


def _ordered(options: Mapping[str, Any], out: str | None, ctx: Context) -> Order | None:
    """The reports that are wanted besides the folder, or instead of it."""
    kind, also = options["format_"], options["also"]
    if kind is None and not also:
        if out is None:
            raise Refused(words.NOWHERE, ctx.lang)
        return None
    order = ordered(kind, also, False, ctx)
    if order.keeps:
        raise Refused(words.KEEPS, ctx.lang)
    return order if kind is not None else order._replace(printed=None)


def _sources(
    paths: tuple[str, ...], out: str | None, plan: Plan, ctx: Context, only_tracked: bool
) -> list[Source]:
    try:
        if out is not None:
            prepared(out)
        sources = tracked(paths, plan.bounds) if only_tracked else found(paths, plan.bounds)
    except (Unusable, NoRepository) as error:
        raise Refused(error.text, ctx.lang) from error
    return sources if out is None else outside(sources, out)


def _folder(
    out: str, ctx: Context, options: Mapping[str, Any], store: Store, jobs: int, quiet: bool
) -> Folder:
    """Everything that fills it is looked for before any work is done.  Raises Missing."""
    with needed("gate"):
        for library in ("docx", "jinja2", "lxml", "xlsxwriter"):
            __import__(library)
    from sheetlint.cli.gatefolder import Folder

    letters = _stationery(ctx, options)
    return Folder(out, ctx.lang, quiet, not options["no_annotate"], letters, store, jobs)


def _stationery(ctx: Context, options: Mapping[str, Any]) -> Stationery:
    from sheetlint.cli.noticing import letterhead, own_template
    from sheetlint.gate.letters import Stationery

    data = own_template(options["template"] or ctx.settings.notice.template, ctx)
    return Stationery(letterhead(ctx, dict(options)), data)


def _recipe(ctx: Context, plan: Plan, options: Mapping[str, Any]) -> Recipe:
    settings = ctx.settings
    return Recipe(
        settings.checks,
        settings.profiles,
        settings.lexicon,
        plan.decision,
        options["profile"] or settings.profile or None,
        plan.only_sheets,
        plan.bounds,
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


def _store(options: Mapping[str, Any], out: str | None) -> Store:
    """Without a cache the results are kept until the run is done: it may be interrupted."""
    if options["no_cache"]:
        return Store(None if out is None else os.path.join(out, _UNFINISHED))
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


def _summary(outcome: Outcome, out: str | None, lang: str) -> None:
    """On the error stream: nothing was asked for on the other one."""
    counts = words.COUNTS.fill(
        found=outcome.found,
        checked=outcome.checked,
        unread=outcome.unread,
        over=outcome.passed_over,
    )
    said = words.OUTCOME.fill(
        sheets=outcome.sheets,
        passed=outcome.sheets - outcome.failed_sheets,
        failed=outcome.failed_sheets,
        errors=outcome.errors,
        warnings=outcome.warnings,
        infos=outcome.infos,
    )
    place = () if out is None else (words.LEFT.fill(out=out),)
    for text in (counts, said, *place):
        complain(visible(text.in_(lang)))
