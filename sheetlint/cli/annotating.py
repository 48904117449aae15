"""The run of ``sheetlint annotate``: checked, marked, written, file by file."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, NamedTuple

from sheetlint.batch.bounds import within
from sheetlint.batch.files import Source, found, missing
from sheetlint.batch.meant import copied
from sheetlint.batch.run import Plan, each, gathered
from sheetlint.cli import status
from sheetlint.cli.context import Context, context
from sheetlint.cli.copyplaces import NoPlace, Places
from sheetlint.cli.planning import planned
from sheetlint.cli.terminal import complain, say
from sheetlint.decide import reaches
from sheetlint.extras import Missing
from sheetlint.handback.annotated import annotated
from sheetlint.locale import annotate as words
from sheetlint.locale import cli
from sheetlint.locale.system import why
from sheetlint.model import Text
from sheetlint.report.counting import found as counted
from sheetlint.report.counting import named
from sheetlint.report.visible import visible
from sheetlint.results import FAIL, FileReport
from sheetlint.tables import Unreadable
from sheetlint.writing import write


class _Run(NamedTuple):
    """What was asked for."""

    ctx: Context
    plan: Plan
    places: Places
    force: bool
    all_: bool


def annotate(
    paths: tuple[str, ...],
    output: str | None,
    output_dir: str | None,
    force: bool,
    all_: bool,
    **options: Any,
) -> int:
    ctx = context(options["lang"], options["config"])
    plan = planned(ctx, options)._replace(keep=True)
    sources = [s for s in found(paths, plan.bounds) if not (s.walked and copied(s.path))]
    run = _Run(ctx, plan, Places(paths, sources, output, output_dir, ctx.lang), force, all_)
    files: list[FileReport] = []
    worst = status.OK
    for file in each(sources, plan):
        worst = max(worst, _handed_back(file, run))
        files.append(_without_content(file))
    return max(worst, _ending(files, paths, sources, run))


def _without_content(file: FileReport) -> FileReport:
    """What was read is needed no longer, and there may be thousands of files."""
    sheets = tuple(sheet._replace(sheet=None) for sheet in file.sheets)
    return file._replace(kept=None, sheets=sheets)


def _ending(
    files: Sequence[FileReport], paths: Sequence[str], sources: Sequence[Source], run: _Run
) -> int:
    report = gathered(files, run.plan)
    if run.plan.waivers.any:
        from sheetlint.cli.waiving import say_idle

        say_idle(report, run.plan.waivers, run.ctx.lang)
    if report.crashed:
        return status.FAILED
    if not report.checked or all(map(missing, sources)):
        over = report.passed_over
        said = (cli.ONLY_OTHERS if over else cli.NO_INPUT).fill(
            paths="、".join(paths), count=len(over)
        )
        complain(visible(said.in_(run.ctx.lang)))
        return status.NO_INPUT
    return status.FINDINGS if report.verdict == FAIL else status.OK


def _handed_back(file: FileReport, run: _Run) -> int:
    """The exit status that the writing of one copy asks for; nothing is raised but ``Missing``."""
    lang = run.ctx.lang
    path = named(file.path, lang)
    if file.passed_over:
        return status.OK
    if not file.sheets:
        for item in file.findings:
            complain(visible(words.NOT_READ.fill(path=path, message=item.message).in_(lang)))
        return status.OK
    shown = file._replace(
        findings=tuple(
            item
            for item in file.findings
            if item.waived is None and reaches(item.severity, run.plan.decision.show)
        )
    )
    if not shown.findings and not run.all_:
        say(visible(words.NOTHING.fill(path=path).in_(lang)) + "\n")
        return status.OK
    try:
        said = within(run.plan.bounds, lambda: _copied(shown, path, run))
    except Missing:
        raise
    except NoPlace as error:
        return _refused(path, error.text, status.USAGE, lang)
    except Unreadable as error:
        return _refused(path, error.reason, status.FINDINGS, lang)
    except OSError as error:
        return _refused(path, why(error), status.USAGE, lang)
    except Exception as error:
        # A bug in the tool must not cost the user the copies of the other files.
        reason = f"{type(error).__name__}: {error}"
        return _refused(path, Text(reason, reason), status.FAILED, lang)
    say(visible(said.in_(lang)) + "\n")
    return status.OK


def _copied(file: FileReport, path: str, run: _Run) -> Text:
    made = annotated(file, run.ctx.lang)
    place = run.places.of(file.path, made.suffix)
    said = counted(file.findings, run.ctx.lang)
    if made.instead is not None:
        said += words.DRAWN.fill(reason=made.instead).in_(run.ctx.lang)
    if _same(place, made.data):
        return words.ALREADY.fill(path=path, copy=place, counts=said)
    if os.path.lexists(place) and not run.force:
        raise NoPlace(words.NOT_OVER_COPY.fill(path=place))
    os.makedirs(os.path.dirname(place) or ".", exist_ok=True)
    write(place, made.data)
    return words.WRITTEN.fill(path=path, copy=place, counts=said)


def _same(place: str, data: bytes) -> bool:
    if not os.path.isfile(place) or os.path.getsize(place) != len(data):
        return False
    with open(place, "rb") as stream:
        return stream.read() == data


def _refused(path: str, reason: Text, exit_status: int, lang: str) -> int:
    complain(visible(words.NOT_ANNOTATED.fill(path=path, reason=reason).in_(lang)))
    return exit_status
