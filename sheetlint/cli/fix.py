"""``sheetlint fix``: corrected copies."""

from __future__ import annotations

import sys
from typing import NamedTuple

from sheetlint.cli import options as shared
from sheetlint.cli import status
from sheetlint.cli.bilingual import command
from sheetlint.cli.configuration import (
    Setup,
    load_setup,
    prepare_plan,
    refuse_unknown_checks,
    selectors,
)
from sheetlint.cli.copies import CorrectedCopies, active_content_note
from sheetlint.cli.options import CopyOptions, DisplayOptions, RunOptions, SelectionOptions
from sheetlint.cli.outputs import open_outputs
from sheetlint.cli.terminal import write_error, write_output
from sheetlint.correct.corrected_copy import make_corrected_copy
from sheetlint.correct.file_fixes import FileFixes, find_file_fixes
from sheetlint.correct.verify_copy import find_problem
from sheetlint.intake.find_sources import find_sources, is_missing
from sheetlint.messages import cli
from sheetlint.messages import fix as texts
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.office.errors import Uneditable
from sheetlint.report.summary_texts import display_path
from sheetlint.rules.decide import Decision
from sheetlint.run.check_files import check_each
from sheetlint.run.plan import Plan
from sheetlint.run.profile_panels import ProfilePanels
from sheetlint.run.results import FAIL, FileReport
from sheetlint.sandbox.bounds import run_within
from sheetlint.sheet.tables import Unreadable
from sheetlint.system.output_files import OutputRefused


class _FixOptions(NamedTuple):
    """Which corrections are made, and how they are shown."""

    diff: bool
    unsafe: bool
    in_place: bool
    quiet: bool


_fixing = shared.option_group(
    _FixOptions,
    "fixing",
    shared.flag("--in-place", text=texts.IN_PLACE),
    shared.flag("--diff", text=texts.DIFF),
    shared.flag("--unsafe", text=texts.UNSAFE),
    shared.quiet(texts.QUIET),
)
_checked = shared.option_group(
    RunOptions,
    "options",
    shared.selection(texts.SELECT, texts.IGNORE),
    shared.profile,
    shared.settings,
    shared.waivers(),
    shared.bounds,
)


@command("fix", texts.FIX_HELP)
@shared.paths
@shared.copies
@_fixing
@_checked
@shared.display
def fix(
    paths: tuple[str, ...],
    copies: CopyOptions,
    fixing: _FixOptions,
    options: RunOptions,
    display: DisplayOptions,
) -> int:
    setup = load_setup(options.settings, quiet=fixing.quiet)
    # Causes are found with all checks; the selection limits which findings are corrected.
    wanted = Decision(selectors(options.selection.select), selectors(options.selection.ignore))
    of_all_checks = options._replace(selection=SelectionOptions())
    plan = prepare_plan(setup.run_configuration(of_all_checks), setup.lang)._replace(
        keep_content=True
    )
    refuse_unknown_checks(plan.registry, (*wanted.select, *wanted.ignore), setup.lang)
    sources = find_sources(paths, plan.bounds)
    outputs = open_outputs(setup, options, sources, force=copies.force)
    places = CorrectedCopies(copies, fixing.in_place, paths, sources, outputs)
    work = _Corrections(plan, wanted, fixing.unsafe, setup, places)
    for file in check_each(sources, plan):
        if not file.passed_over:
            work.add(file)
    if all(map(is_missing, sources)) or not work.any:
        write_error(visible(cli.NO_INPUT.fill(paths="、".join(paths)).in_(setup.lang)))
        return status.NO_INPUT
    if fixing.diff or not fixing.quiet:
        _show(work, places, fixing.diff, setup.lang, display)
    return work.status


class _Corrections:
    """Corrects one file after the other; what goes wrong with one is reported for that one."""

    def __init__(
        self,
        plan: Plan,
        wanted: Decision,
        unsafe: bool,
        setup: Setup,
        places: CorrectedCopies,
    ) -> None:
        self._plan, self._wanted, self._unsafe = plan, wanted, unsafe
        self._setup, self._places = setup, places
        self._panels = ProfilePanels(plan.registry, plan.decision)
        self.files: list[FileFixes] = []
        self.written: list[tuple[str, int]] = []
        """Paths, each with the number of corrected cells."""
        self.notes: list[Text] = []
        """What the copies have from their files besides the sheets."""
        self.any = False
        self._unwritten = self._failed = False
        """There are corrections that were not written; the tool itself failed."""

    @property
    def status(self) -> int:
        if self._failed:
            return status.FAILED
        return status.FINDINGS if self._unwritten else status.OK

    def add(self, file: FileReport) -> None:
        self.any = True
        self._failed = self._failed or file.crashed
        if not file.sheets:
            self._unwritten = self._unwritten or file.verdict == FAIL
            for item in file.findings:
                self._complain(file.path, item.message)
            return
        try:
            fixes = run_within(self._plan.bounds, lambda: self._corrections(file))
            self.files.append(fixes)
            if fixes.proposals and not self._written(fixes):
                self._unwritten = True
        except Unreadable as error:
            self._unwritten = True
            self._complain(file.path, error.reason)

    def _corrections(self, file: FileReport) -> FileFixes:
        return find_file_fixes(file, self._plan, self._panels, self._unsafe, self._wanted.runs)

    def _written(self, file: FileFixes) -> bool:
        """Whether the changes were written."""
        if not self._places.any:
            return False
        path = file.report.path
        try:
            data = run_within(self._plan.bounds, lambda: make_corrected_copy(file))
        except Uneditable as error:
            self._complain(path, error.text)
            return False
        chosen = self._plan, self._panels, self._unsafe, self._wanted.runs
        problem = run_within(self._plan.bounds, lambda: find_problem(data, file, *chosen))
        if problem is not None:
            self._failed = True
            self._complain(path, texts.OTHER_RESULT.fill(what=problem))
            return False
        try:
            self._write(file, data)
        except OutputRefused as error:
            self._failed = True
            self._complain(path, error.text)
            return False
        except OSError as error:
            self._failed = True
            self._complain(path, texts.CANNOT_WRITE.fill(reason=os_error_text(error)))
            return False
        return True

    def _write(self, file: FileFixes, data: bytes) -> None:
        """Raises OutputRefused and OSError."""
        read = file.report.content
        assert read is not None
        place = self._places.write(file.report.path, data, read.data)
        note = active_content_note(place, data, self._setup.lang)
        if note is not None and place != file.report.path:
            self.notes.append(note)
        self.written.append((place, len(file.proposals)))

    def _complain(self, path: str, text: Text) -> None:
        lang = self._setup.lang
        write_error(
            visible(texts.ABOUT.fill(path=display_path(path, lang), problem=text).in_(lang))
        )


def _show(
    work: _Corrections, places: CorrectedCopies, diff: bool, lang: str, display: DisplayOptions
) -> None:
    from sheetlint.report import corrections as page
    from sheetlint.report.symbols import choose_symbols

    for note in work.notes:
        write_error(visible(note.in_(lang)))
    ending = list(page.closing_texts(work.files, work.written, asked=places.any))
    if diff:
        write_output(page.render_diff(work.files, lang))
        for text in ending:
            write_error(visible(text.in_(lang)))
        return
    colour, symbols = display.colour, choose_symbols(sys.stdout.encoding)
    write_output(
        page.render_list(work.files, ending, lang, display.columns, colour=colour, symbols=symbols),
        colour,
    )
