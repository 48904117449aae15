"""``sheetlint annotate``: copies with the findings as comments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sheetlint.annotate.annotated_copy import annotate_file
from sheetlint.cli import options as shared
from sheetlint.cli import status
from sheetlint.cli.bilingual import command
from sheetlint.cli.configuration import load_setup, prepare_plan, report_idle_waivers
from sheetlint.cli.copies import AnnotatedCopies, active_content_note
from sheetlint.cli.options import CopyOptions, RunOptions
from sheetlint.cli.outputs import open_outputs
from sheetlint.cli.terminal import write_error, write_output
from sheetlint.intake.accepted_names import original_of_copy
from sheetlint.intake.find_sources import find_sources, is_missing
from sheetlint.intake.source import Source
from sheetlint.messages import annotate as texts
from sheetlint.messages import cli
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.report.summary_texts import display_path
from sheetlint.report.summary_texts import findings_summary as counted
from sheetlint.rules.decide import reaches
from sheetlint.run.check_files import check_each, make_report
from sheetlint.run.plan import Plan
from sheetlint.run.results import FAIL, FileReport
from sheetlint.sandbox.bounds import run_within
from sheetlint.sheet.tables import Unreadable
from sheetlint.system.extras import MissingExtra
from sheetlint.system.output_files import OutputRefused


class _Annotation(NamedTuple):
    """What every copy is written with."""

    plan: Plan
    places: AnnotatedCopies
    all_: bool
    quiet: bool
    lang: str

    def inform(self, text: Text) -> None:
        if not self.quiet:
            write_output(visible(text.in_(self.lang)) + "\n")

    def complain(self, text: Text) -> None:
        write_error(visible(text.in_(self.lang)))


@command("annotate", texts.ANNOTATE_HELP)
@shared.paths
@shared.copies
@shared.flag("--all", "all_", text=texts.ALL)
@shared.quiet(texts.QUIET)
@shared.run_options(show=texts.SHOW)
def annotate(
    paths: tuple[str, ...], copies: CopyOptions, all_: bool, quiet: bool, options: RunOptions
) -> int:
    setup = load_setup(options.settings, quiet=quiet)
    plan = prepare_plan(setup.run_configuration(options), setup.lang)._replace(keep_content=True)
    sources = [
        s for s in find_sources(paths, plan.bounds) if not (s.walked and original_of_copy(s.path))
    ]
    outputs = open_outputs(setup, options, sources, force=copies.force)
    places = AnnotatedCopies(copies, paths, sources, outputs)
    annotation = _Annotation(plan, places, all_, quiet, setup.lang)
    files: list[FileReport] = []
    worst = status.OK
    for file in check_each(sources, plan):
        worst = max(worst, _write_copy(file, annotation))
        files.append(_without_content(file))
    return max(worst, _exit_status(files, paths, sources, annotation))


def _without_content(file: FileReport) -> FileReport:
    """The report without the content of the file: there may be thousands of files."""
    sheets = tuple(sheet._replace(sheet=None) for sheet in file.sheets)
    return file._replace(content=None, sheets=sheets)


def _exit_status(
    files: Sequence[FileReport],
    paths: Sequence[str],
    sources: Sequence[Source],
    annotation: _Annotation,
) -> int:
    """The exit status of the checks, apart from the writing."""
    report = make_report(files, annotation.plan)
    report_idle_waivers(report, annotation.plan.waivers, annotation.lang)
    if report.crashed:
        return status.FAILED
    if not report.checked or all(map(is_missing, sources)):
        over = report.passed_over
        text = cli.ONLY_OTHERS if over else cli.NO_INPUT
        annotation.complain(text.fill(paths="、".join(paths), count=len(over)))
        return status.NO_INPUT
    return status.FINDINGS if report.verdict == FAIL else status.OK


def _write_copy(file: FileReport, annotation: _Annotation) -> int:
    """The exit status that the writing of one copy asks for; raises nothing but MissingExtra."""
    path = display_path(file.path, annotation.lang)
    if file.passed_over:
        return status.OK
    if not file.sheets:
        for item in file.findings:
            annotation.complain(texts.NOT_READ.fill(path=path, message=item.message))
        return status.OK
    shown = file._replace(
        findings=tuple(
            item
            for item in file.findings
            if item.waived is None and reaches(item.severity, annotation.plan.decision.show)
        )
    )
    if not shown.findings and not annotation.all_:
        annotation.inform(texts.NOTHING.fill(path=path))
        return status.OK
    try:
        text = run_within(annotation.plan.bounds, lambda: _write(shown, path, annotation))
    except MissingExtra:
        raise
    except OutputRefused as error:
        return _not_written(path, error.text, status.FAILED, annotation)
    except Unreadable as error:
        return _not_written(path, error.reason, status.FINDINGS, annotation)
    except OSError as error:
        return _not_written(path, os_error_text(error), status.FAILED, annotation)
    except Exception as error:
        # A bug in the tool must not cost the user the copies of the other files.
        reason = f"{type(error).__name__}: {error}"
        return _not_written(path, Text(reason, reason), status.FAILED, annotation)
    annotation.inform(text)
    return status.OK


def _write(file: FileReport, path: str, annotation: _Annotation) -> Text:
    """Write one copy.  Returns a text about its path and findings."""
    lang = annotation.lang
    made = annotate_file(file, lang)
    counts = counted(file.findings, lang)
    if made.drawn_because is not None:
        counts += texts.DRAWN.fill(reason=made.drawn_because).in_(lang)
    place, written = annotation.places.write(file.path, made.suffix, made.data)
    note = active_content_note(place, made.data, lang)
    if note is not None and not annotation.quiet:
        annotation.complain(note)
    text = texts.WRITTEN if written else texts.ALREADY
    return text.fill(path=path, copy=place, counts=counts)


def _not_written(path: str, reason: Text, exit_status: int, annotation: _Annotation) -> int:
    annotation.complain(texts.NOT_ANNOTATED.fill(path=path, reason=reason))
    return exit_status
