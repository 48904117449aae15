"""``sheetlint verify``: the submissions again, under the recorded conditions."""

from __future__ import annotations

import os
from tempfile import TemporaryDirectory

import click

from sheetlint.cli import options as shared
from sheetlint.cli import status
from sheetlint.cli.bilingual import Argument, command
from sheetlint.cli.configuration import Refused, configured
from sheetlint.cli.options import SettingsOptions
from sheetlint.cli.parameters import PATH
from sheetlint.cli.progress import shown
from sheetlint.cli.terminal import complain, say
from sheetlint.gate import conditions
from sheetlint.gate.check import Submissions
from sheetlint.gate.conditions import BadRecord
from sheetlint.gate.documents import Documents
from sheetlint.gate.executors import opened
from sheetlint.gate.folder_check import REPORT, RUN, outside
from sheetlint.gate.gather import gathered
from sheetlint.gate.inputs import InputPaths, read_inputs, without_inputs
from sheetlint.gate.store import Store
from sheetlint.gate.verify import (
    Difference,
    profiles_differ,
    program_differs,
    read_report,
    reports_differ,
)
from sheetlint.intake.find_sources import find_sources, is_missing
from sheetlint.messages import cli
from sheetlint.messages import gate as words
from sheetlint.messages.visible import visible
from sheetlint.profiles import BadProfile
from sheetlint.rules.registry import BadPlugin
from sheetlint.run.crosscheck_inputs import BadInput
from sheetlint.run.plan import load_plan
from sheetlint.run.rules_digest import rules_sha256


@command("verify", words.VERIFY_HELP)
@click.argument("results", cls=Argument, type=PATH, meta=words.RESULTS_META)
@shared.paths
@shared.quiet(words.VERIFY_QUIET)
@shared.lang
def verify(results: str, paths: tuple[str, ...], quiet: bool, lang: str | None) -> int:
    lang = configured(SettingsOptions(lang=lang)).lang
    folder, report = _folder_and_report(results)
    try:
        then = read_report(report)
        record = conditions.read_record(os.path.join(folder, RUN))
        terms = conditions.conditions_of(record)
        plan = load_plan(terms.configuration, keep_summaries=True)
        read = read_inputs(InputPaths(**{given.kind: given.path for given in terms.inputs}), plan)
    except (BadRecord, BadProfile, BadPlugin, BadInput) as error:
        raise Refused(error.text, lang) from error
    for problem in read.problems:
        complain(visible(problem.in_(lang)))
    sources = without_inputs(outside(find_sources(paths, plan.bounds), folder), read.record)
    if all(map(is_missing, sources)):
        complain(visible(cli.NO_INPUT.fill(paths="、".join(paths)).in_(lang)))
        return status.NO_INPUT
    # Nothing is taken from what is kept: it is the same question that was answered then.
    submissions = Submissions(sources, plan, Store(None))
    with opened(0) as workshop, shown(words.CHECKING, len(sources), lang, quiet) as advance:
        submissions.check(workshop, advance)
    now = conditions.now(terms.configuration, rules_sha256(plan.registry), terms.lang, read.record)
    with TemporaryDirectory() as out:
        with Documents(out, terms.lang) as documents:
            again_gathered = gathered(submissions, plan, read.inputs, (documents.add,))
            documents.finish(
                now.version,
                now.rules_sha256,
                again_gathered.tally,
                again_gathered.across.findings,
            )
        again = read_report(os.path.join(out, REPORT))
    different = list(reports_differ(then, again))
    if not different:
        if not quiet:
            say(words.SAME.fill(**again["summary"]).in_(lang) + "\n")
        return status.OK
    entry = conditions.record(now, plan.profiles, again_gathered.tally, again_gathered.seen)
    causes = [*program_differs(terms, now), *profiles_differ(record, entry)]
    say("".join(f"{visible(_line(each, lang))}\n" for each in (*causes, *different)))
    say(words.DIFFERS.fill(count=len(different)).in_(lang) + "\n")
    return status.FINDINGS


def _folder_and_report(results: str) -> tuple[str, str]:
    """The folder that ``gate`` wrote and its report, of which either may be named."""
    if os.path.isdir(results):
        return os.path.abspath(results), os.path.join(results, REPORT)
    return os.path.dirname(os.path.abspath(results)), results


def _line(difference: Difference, lang: str) -> str:
    text = difference.say.in_(lang)
    return f"{difference.path}: {text}" if difference.path else text
