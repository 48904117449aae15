"""``sheetlint notice``: writes a letter to each unit whose sheets are returned."""

from __future__ import annotations

import os
from functools import partial

from sheetlint.cli import options as shared
from sheetlint.cli import status
from sheetlint.cli.bilingual import command
from sheetlint.cli.configuration import Refused, Setup, load_setup, prepare_plan
from sheetlint.cli.letterhead import make_letterhead as letterhead_of
from sheetlint.cli.letterhead import read_template, template_path
from sheetlint.cli.options import LetterheadOptions, RunOptions
from sheetlint.cli.outputs import CommandOutputs, open_outputs
from sheetlint.cli.terminal import write_error, write_output
from sheetlint.config.checked_paths import CheckedPaths
from sheetlint.intake.find_sources import find_sources, is_missing
from sheetlint.messages import cli
from sheetlint.messages import notices as texts
from sheetlint.messages import outputs as output_texts
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.notices import (
    Notice,
    NoticeFileNames,
    Template,
    build_notices,
    build_standard_template,
)
from sheetlint.rules.check import INFO, WARNING
from sheetlint.run.check_files import check_files
from sheetlint.system.output_files import OutputKind, find_repeated

_SUFFIX = ".docx"
_LETTER = OutputKind("letter")
_TEMPLATE = OutputKind("template")


@command("notice", texts.NOTICE_HELP)
@partial(shared.paths, required=False)
@shared.output(texts.OUTPUT, texts.OUTPUT_META)
@shared.force
@shared.letterhead
@shared.path_option("--template-out", text=texts.TEMPLATE_OUT)
@shared.option("--infos", text=texts.SHOW, is_flag=True, hidden=True)
@shared.quiet(texts.QUIET)
@shared.run_options(show=texts.SHOW, date=texts.DATE)
def notice(
    paths: tuple[str, ...],
    output: str | None,
    force: bool,
    letterhead: LetterheadOptions,
    template_out: str | None,
    infos: bool,
    quiet: bool,
    options: RunOptions,
) -> int:
    setup = load_setup(options.settings, quiet=quiet, checked=CheckedPaths(paths))
    if not (paths or template_out) or (paths and output is None):
        raise Refused(texts.NEEDS_PATHS, setup.lang)
    plan = prepare_plan(setup.run_configuration(options), setup.lang)
    sources = find_sources(paths, plan.bounds)
    template_file = template_path(setup, letterhead)
    outputs = open_outputs(setup, options, sources, template_file, force=force)
    _refuse(output, template_out, outputs)
    if template_out is not None:
        _write_template(template_out, quiet, outputs)
    if not paths or output is None:
        return status.OK
    head = letterhead_of(setup, letterhead, options.waivers.date)
    template = Template(read_template(setup, letterhead) or build_standard_template(setup.lang))
    report = check_files(sources, plan)
    if all(map(is_missing, sources)) or not report.checked:
        write_error(visible(cli.NO_INPUT.fill(paths="、".join(paths)).in_(setup.lang)))
        return status.FAILED if report.crashed else status.NO_INPUT
    show = options.level.show or (INFO if infos else WARNING)
    letters = build_notices(report.files, plan.decision.fail_on, setup.lang, tops=paths, show=show)
    written = True
    for letter, place in zip(letters, _places(letters, output, setup), strict=True):
        data = template.fill(letter, head, setup.lang)
        if not outputs.try_write(place, data, _LETTER, "" if _is_file(output) else output):
            written = False
        elif not quiet:
            write_output(visible(_wrote(letter, place).in_(setup.lang)) + "\n")
    if report.crashed or not written:
        return status.FAILED
    if letters:
        return status.FINDINGS
    if not quiet:
        write_output(texts.NONE.in_(setup.lang) + "\n")
    return status.OK


def _refuse(output: str | None, template_out: str | None, outputs: CommandOutputs) -> None:
    """Raises Refused for files that cannot be written, as far as their names are known."""
    files = [(template_out, _TEMPLATE)] if template_out is not None else []
    if output is not None and _is_file(output):
        files.append((output, _LETTER))
    repeated = find_repeated([path for path, _ in files])
    if repeated is not None:
        raise Refused(output_texts.TWICE.fill(path=repeated), outputs.lang)
    outputs.refuse(files)


def _write_template(path: str, quiet: bool, outputs: CommandOutputs) -> None:
    data = build_standard_template(outputs.lang)
    outputs.write(path, data, _TEMPLATE)
    if not quiet:
        outputs.announce(path, _SUFFIX.removeprefix("."), len(data))


def _wrote(letter: Notice, place: str) -> Text:
    returned = len(letter.returned)
    passed = len(letter.projects) - returned
    said = texts.WROTE.fill(path=place, returned=returned, passed=passed)
    unread = texts.WROTE_UNREAD.fill(count=len(letter.unreadable))
    return Text(said.zh + unread.zh, said.en + unread.en) if letter.unreadable else said


def _is_file(output: str) -> bool:
    """Whether ``-o`` names a file rather than a folder for several."""
    return output.lower().endswith(_SUFFIX) and not os.path.isdir(output)


def _places(letters: list[Notice], output: str, setup: Setup) -> list[str]:
    """A path for each letter; Refused where one file is to hold several."""
    if _is_file(output):
        if len(letters) > 1:
            raise Refused(texts.SEVERAL_UNITS.fill(path=output, count=len(letters)), setup.lang)
        return [output] * len(letters)
    names = NoticeFileNames(setup.lang)
    return [os.path.join(output, names.name_for(letter.unit)) for letter in letters]
