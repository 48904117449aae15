"""The run of ``sheetlint verify``: the submissions again, under the recorded conditions."""

from __future__ import annotations

import os
from tempfile import TemporaryDirectory

from sheetlint.batch.files import found, missing
from sheetlint.batch.rules import rules_sha256
from sheetlint.cli import status
from sheetlint.cli.comparing import compared, submitted
from sheetlint.cli.context import Refused, context
from sheetlint.cli.progress import shown
from sheetlint.cli.terminal import complain, say
from sheetlint.gate import conditions
from sheetlint.gate.checking import Submissions
from sheetlint.gate.conditions import BadRecord
from sheetlint.gate.documents import Documents
from sheetlint.gate.place import REPORT, RUN, outside
from sheetlint.gate.run import gathered
from sheetlint.gate.store import Store
from sheetlint.gate.verifying import (
    Difference,
    profiles_differ,
    program_differs,
    read_report,
    reports_differ,
)
from sheetlint.gate.workshop import opened
from sheetlint.locale import cli
from sheetlint.locale import gate as words
from sheetlint.profiles import BadProfile
from sheetlint.registry import BadPlugin
from sheetlint.report.visible import visible


def verify(report: str, paths: tuple[str, ...], lang: str | None) -> int:
    ctx = context(lang)
    folder = os.path.dirname(os.path.abspath(report))
    try:
        then = read_report(report)
        record = conditions.read_record(os.path.join(folder, RUN))
        terms = conditions.conditions_of(record)
        plan = terms.recipe.plan()._replace(waivers=conditions.waivers_of(record))
    except (BadRecord, BadProfile, BadPlugin) as error:
        raise Refused(error.text, ctx.lang) from error
    against = compared({given.kind: given.path for given in terms.inputs}, plan, ctx.lang)
    sources = submitted(outside(found(paths, plan.bounds), folder), against.record)
    if all(missing(source) for source in sources):
        complain(visible(cli.NO_INPUT.fill(paths="、".join(paths)).in_(ctx.lang)))
        return status.NO_INPUT
    # Nothing is taken from what is kept: it is the same question that was answered then.
    submissions = Submissions(sources, terms.recipe, plan, Store(None))
    with opened(0) as workshop, shown(words.CHECKING, len(sources), ctx.lang, False) as tell:
        submissions.check(workshop, tell)
    now = conditions.now(
        terms.recipe, rules_sha256(plan.registry), terms.date, terms.lang, against.record
    )
    with TemporaryDirectory() as out:
        with Documents(out, terms.lang) as documents:
            told = gathered(submissions, plan, against.inputs, (documents.add,))
            documents.finish(now.version, now.rules_sha256, told.tally, told.across.findings)
        again = read_report(os.path.join(out, REPORT))
    entry = conditions.record(now, plan.profiles, told.tally, told.seen, plan.waivers)
    found_otherwise = list(reports_differ(then, again))
    if not found_otherwise:
        summary = again["summary"]
        say(words.SAME.fill(**summary).in_(ctx.lang) + "\n")
        return status.OK
    said = [*program_differs(terms, now), *profiles_differ(record, entry), *found_otherwise]
    say("".join(f"{visible(_line(difference, ctx.lang))}\n" for difference in said))
    say(words.DIFFERS.fill(count=len(found_otherwise)).in_(ctx.lang) + "\n")
    return status.FINDINGS


def _line(difference: Difference, lang: str) -> str:
    said = difference.say.in_(lang)
    return f"{difference.path}: {said}" if difference.path else said
