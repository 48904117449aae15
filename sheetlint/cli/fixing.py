"""The run of ``sheetlint fix``, from its options to its exit status."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import Any

from sheetlint.batch.bounds import within
from sheetlint.batch.files import found, missing
from sheetlint.batch.panels import Panels
from sheetlint.batch.run import Plan, each
from sheetlint.cli import status
from sheetlint.cli.context import Context, context, known, selectors
from sheetlint.cli.planning import planned
from sheetlint.cli.targets import Targets
from sheetlint.cli.terminal import coloured, complain, say, width
from sheetlint.decide import Decision
from sheetlint.handback.corrected import corrected
from sheetlint.handback.corrections import FileFixes, corrections
from sheetlint.handback.readback import wrong
from sheetlint.handback.uneditable import Uneditable
from sheetlint.locale import cli
from sheetlint.locale import fix as words
from sheetlint.locale.system import why
from sheetlint.model import Text
from sheetlint.report.counting import named
from sheetlint.report.visible import visible
from sheetlint.results import FAIL, FileReport
from sheetlint.tables import Unreadable


def fix(paths: tuple[str, ...], **options: Any) -> int:
    ctx = context(options["lang"], options["config"])
    # What is the cause of what, only all the checks together can tell: what is selected is what
    # may be put right.
    wanted = Decision(selectors(options["select"]), selectors(options["ignore"]))
    plan = planned(ctx, {**options, "select": (), "ignore": ()})._replace(keep=True)
    known(plan.registry, (*wanted.select, *wanted.ignore), ctx.lang)
    sources = found(paths, plan.bounds)
    targets = Targets(paths, sources, options, ctx.lang)
    work = _Work(plan, wanted, options["unsafe"], ctx, targets)
    for file in each(sources, plan):
        if not file.passed_over:
            work.take(file)
    if all(missing(source) for source in sources) or not work.any:
        complain(visible(cli.NO_INPUT.fill(paths="、".join(paths)).in_(ctx.lang)))
        return status.NO_INPUT
    _show(work, targets, options, ctx)
    return work.status


class _Work:
    """One file after the other: what goes wrong with one costs only itself."""

    def __init__(
        self, plan: Plan, wanted: Decision, unsafe: bool, ctx: Context, targets: Targets
    ) -> None:
        self._plan, self._wanted, self._unsafe = plan, wanted, unsafe
        self._ctx, self._targets = ctx, targets
        self._panels = Panels(plan.registry, plan.decision)
        self.files: list[FileFixes] = []
        self.written: list[tuple[str, int]] = []
        """Paths, each with how many cells were put right."""
        self.any = False
        self._left = self._failed = False
        """There are changes that were not written; the tool itself failed."""

    @property
    def status(self) -> int:
        if self._failed:
            return status.FAILED
        return status.FINDINGS if self._left else status.OK

    def take(self, file: FileReport) -> None:
        self.any = True
        self._failed = self._failed or file.crashed
        if not file.sheets:
            self._left = self._left or file.verdict == FAIL
            for item in file.findings:
                self._complain(file.path, item.message)
            return
        try:
            fixes = within(self._plan.bounds, lambda: self._corrections(file))
            self.files.append(fixes)
            if fixes.proposals and not self._hand_out(fixes):
                self._left = True
        except Unreadable as error:
            self._left = True
            self._complain(file.path, error.reason)

    def _corrections(self, file: FileReport) -> FileFixes:
        return corrections(file, self._plan, self._panels, self._unsafe, self._wanted.runs)

    def _hand_out(self, file: FileFixes) -> bool:
        """Whether the changes were written."""
        if not self._targets.any:
            return False
        path = file.file.path
        try:
            data = within(self._plan.bounds, lambda: corrected(file))
        except Uneditable as error:
            self._complain(path, error.text)
            return False
        problem = wrong(data, file, self._plan, self._panels, self._unsafe, self._wanted.runs)
        if problem is not None:
            self._failed = True
            self._complain(path, words.NOT_AS_MEANT.fill(what=problem))
            return False
        try:
            return self._write(file, data)
        except OSError as error:
            self._complain(path, words.CANNOT_WRITE.fill(reason=why(error)))
            return False

    def _write(self, file: FileFixes, data: bytes) -> bool:
        from sheetlint.writing import write

        path = file.file.path
        target = self._targets.of(path, data)
        problem = target.problem
        if target.path == path and not _unchanged(file):
            problem = words.CHANGED_SINCE
        if problem is not None:
            self._complain(path, problem)
            return False
        os.makedirs(os.path.dirname(target.path) or ".", exist_ok=True)
        write(target.path, data)
        self.written.append((target.path, len(file.proposals)))
        return True

    def _complain(self, path: str, text: Text) -> None:
        lang = self._ctx.lang
        complain(visible(words.ABOUT.fill(path=named(path, lang), problem=text).in_(lang)))


def _unchanged(file: FileFixes) -> bool:
    """Nobody has saved the file since it was read."""
    kept = file.file.kept
    assert kept is not None
    with open(file.file.path, "rb") as stream:
        return stream.read() == kept.data


def _show(work: _Work, targets: Targets, options: Mapping[str, Any], ctx: Context) -> None:
    from sheetlint.report import corrections as page
    from sheetlint.report.signs import signs_for

    ending = list(page.ending(work.files, work.written, asked=targets.any))
    if options["diff"]:
        say(page.diff(work.files, ctx.lang))
        for text in ending:
            complain(visible(text.in_(ctx.lang)))
        return
    colour = coloured(sys.stdout, os.environ, options["no_color"])
    columns = width(sys.stdout, os.environ, options["width"])
    signs = signs_for(sys.stdout.encoding)
    say(page.listed(work.files, ending, ctx.lang, columns, colour=colour, signs=signs), colour)
