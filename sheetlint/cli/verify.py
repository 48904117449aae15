"""``sheetlint verify``: checks the submissions again, under the recorded conditions."""

from __future__ import annotations

import os
from contextlib import closing
from tempfile import TemporaryDirectory

import click

from sheetlint.cli import options as shared
from sheetlint.cli import status
from sheetlint.cli.bilingual import Argument, command
from sheetlint.cli.configuration import Refused, Setup, load_setup
from sheetlint.cli.options import SettingsOptions
from sheetlint.cli.parameters import PATH
from sheetlint.cli.progress import show_progress
from sheetlint.cli.terminal import write_error, write_output
from sheetlint.gate import conditions
from sheetlint.gate.conditions import BadRecord, Conditions
from sheetlint.gate.documents import RunDocuments
from sheetlint.gate.executors import open_workers
from sheetlint.gate.inputs import InputPaths, drop_inputs, read_inputs
from sheetlint.gate.output_record import REPORT, RUN, drop_recorded, read_output_record
from sheetlint.gate.run_results import collect_results
from sheetlint.gate.store import ResultStore
from sheetlint.gate.submissions import Submissions
from sheetlint.gate.verify import (
    Difference,
    compare_profiles,
    compare_programs,
    compare_reports,
    read_report,
)
from sheetlint.intake.find_sources import find_sources, is_missing
from sheetlint.intake.source import Source
from sheetlint.messages import cli
from sheetlint.messages import gate as texts
from sheetlint.messages.visible import visible
from sheetlint.profiles import BadProfile
from sheetlint.rules.registry import BadPlugin
from sheetlint.run.crosscheck_inputs import BadInput
from sheetlint.run.plan import load_plan
from sheetlint.run.rules_digest import rules_sha256
from sheetlint.system.confined_folder import ConfinedFolder


@command("verify", texts.VERIFY_HELP)
@click.argument("results", cls=Argument, type=PATH, meta=texts.RESULTS_META)
@shared.paths
@shared.quiet(texts.VERIFY_QUIET)
@shared.trusted_settings
def verify(results: str, paths: tuple[str, ...], quiet: bool, settings: SettingsOptions) -> int:
    setup = load_setup(settings._replace(isolated=settings.config is None), quiet=quiet)
    lang = setup.lang
    folder, report = _folder_and_report(results)
    try:
        then = read_report(report)
        record = conditions.read_record(os.path.join(folder, RUN))
        terms = _with_trusted_code(conditions.conditions_of(record), setup)
        plan = load_plan(terms.configuration, keep_summaries=True)
        read = read_inputs(InputPaths(**{given.kind: given.path for given in terms.inputs}), plan)
    except (BadRecord, BadProfile, BadPlugin, BadInput) as error:
        raise Refused(error.text, lang) from error
    for problem in read.problems:
        write_error(visible(problem.in_(lang)))
    sources = drop_inputs(_drop_outputs(find_sources(paths, plan.bounds), folder), read.record)
    if all(map(is_missing, sources)):
        write_error(visible(cli.NO_INPUT.fill(paths="、".join(paths)).in_(lang)))
        return status.NO_INPUT
    # No stored result is used: every file is checked again.
    submissions = Submissions(sources, plan, ResultStore(None))
    with (
        open_workers(0) as workers,
        show_progress(texts.CHECKING, len(sources), lang, quiet) as advance,
    ):
        submissions.check(workers, advance)
    now = conditions.current_conditions(
        terms.configuration, rules_sha256(plan.registry), terms.lang, read.record
    )
    with TemporaryDirectory() as out:
        with closing(ConfinedFolder(out)) as place, RunDocuments(place, terms.lang) as documents:
            results_again = collect_results(submissions, plan, read.inputs, (documents.add,))
            documents.finish(
                now.version,
                now.rules_sha256,
                results_again.tally,
                results_again.crosscheck.findings,
            )
        again = read_report(os.path.join(out, REPORT))
    different = list(compare_reports(then, again))
    if not different:
        if not quiet:
            write_output(texts.SAME.fill(**again["summary"]).in_(lang) + "\n")
        return status.OK
    entry = conditions.make_record(
        now, plan.profiles, results_again.tally, results_again.skipped_and_waived
    )
    causes = [*compare_programs(terms, now), *compare_profiles(record, entry)]
    write_output(
        "".join(f"{visible(_line(difference, lang))}\n" for difference in (*causes, *different))
    )
    write_output(texts.DIFFERS.fill(count=len(different)).in_(lang) + "\n")
    return status.FINDINGS


def _with_trusted_code(terms: Conditions, setup: Setup) -> Conditions:
    """The recorded conditions, with the user's own local checks and profiles instead of the recorded
    paths: a record may come from anybody, and nothing that it names is run.

    Raises Refused where the record has some and the user's configuration none.
    """
    recorded, settings = terms.configuration, setup.settings
    for named, own in ((recorded.checks, settings.checks), (recorded.profiles, settings.profiles)):
        if named and not own:
            raise Refused(texts.RECORD_NAMES_CODE.fill(paths=", ".join(named)), setup.lang)
    return terms._replace(
        configuration=recorded._replace(
            checks=settings.checks if recorded.checks else (),
            profiles=settings.profiles if recorded.profiles else (),
        )
    )


def _folder_and_report(results: str) -> tuple[str, str]:
    """The folder that ``gate`` wrote and its report, of which either may be named."""
    if os.path.isdir(results):
        return os.path.abspath(results), os.path.join(results, REPORT)
    return os.path.dirname(os.path.abspath(results)), results


def _drop_outputs(sources: list[Source], results: str) -> list[Source]:
    """The sources without what the recorded run and those before it have written."""
    try:
        with closing(ConfinedFolder(results)) as folder:
            return drop_recorded(sources, folder, read_output_record(folder) or {})
    except OSError:
        # Without a record that can be read, everything there counts as a submission.
        return sources


def _line(difference: Difference, lang: str) -> str:
    text = difference.message.in_(lang)
    return f"{difference.path}: {text}" if difference.path else text
