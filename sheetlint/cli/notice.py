"""``sheetlint notice``: writes a letter to each unit whose sheets are returned."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial

from sheetlint.cli import options as shared
from sheetlint.cli import status
from sheetlint.cli.bilingual import command
from sheetlint.cli.configuration import Refused, Setup, load_setup, prepare_plan
from sheetlint.cli.letterhead import make_letterhead as letterhead_of
from sheetlint.cli.letterhead import read_template
from sheetlint.cli.options import LetterheadOptions, RunOptions
from sheetlint.cli.terminal import write_error, write_output
from sheetlint.config.checked_paths import CheckedPaths
from sheetlint.intake.find_sources import find_sources, is_missing
from sheetlint.messages import cli
from sheetlint.messages import notices as texts
from sheetlint.messages.os_errors import os_error_text
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
from sheetlint.system.atomic_write import write_file

_SUFFIX = ".docx"


@command("notice", texts.NOTICE_HELP)
@partial(shared.paths, required=False)
@shared.output(texts.OUTPUT, texts.OUTPUT_META)
@shared.letterhead
@shared.path_option("--template-out", text=texts.TEMPLATE_OUT)
@shared.option("--infos", text=texts.SHOW, is_flag=True, hidden=True)
@shared.quiet(texts.QUIET)
@shared.run_options(show=texts.SHOW, date=texts.DATE)
def notice(
    paths: tuple[str, ...],
    output: str | None,
    letterhead: LetterheadOptions,
    template_out: str | None,
    infos: bool,
    quiet: bool,
    options: RunOptions,
) -> int:
    setup = load_setup(options.settings, quiet=quiet, checked=CheckedPaths(paths))
    if template_out is not None:
        _write(template_out, build_standard_template(setup.lang), setup)
        if not paths:
            return status.OK
    if not paths or output is None:
        raise Refused(texts.NEEDS_PATHS, setup.lang)
    head = letterhead_of(setup, letterhead, options.waivers.date)
    template = Template(read_template(setup, letterhead) or build_standard_template(setup.lang))
    plan = prepare_plan(setup.run_configuration(options), setup.lang)
    sources = find_sources(paths, plan.bounds)
    report = check_files(sources, plan)
    if all(map(is_missing, sources)) or not report.checked:
        write_error(visible(cli.NO_INPUT.fill(paths="、".join(paths)).in_(setup.lang)))
        return status.FAILED if report.crashed else status.NO_INPUT
    show = options.level.show or (INFO if infos else WARNING)
    letters = build_notices(report.files, plan.decision.fail_on, setup.lang, show=show)
    places = _places(letters, output, setup)
    _refuse_sources(places, (file.path for file in report.files), setup)
    for letter, place in zip(letters, places, strict=True):
        _write(place, template.fill(letter, head, setup.lang), setup)
        returned = len(letter.returned)
        passed = len(letter.projects) - returned
        text = texts.WROTE.fill(path=place, returned=returned, passed=passed)
        if not quiet:
            write_output(visible(text.in_(setup.lang)) + "\n")
    if report.crashed:
        return status.FAILED
    if letters:
        return status.FINDINGS
    if not quiet:
        write_output(texts.NONE.in_(setup.lang) + "\n")
    return status.OK


def _places(letters: list[Notice], output: str, setup: Setup) -> list[str]:
    """A path for each letter; Refused where one file is to hold several."""
    if output.lower().endswith(_SUFFIX) and not os.path.isdir(output):
        if len(letters) > 1:
            raise Refused(texts.SEVERAL_UNITS.fill(path=output, count=len(letters)), setup.lang)
        return [output] * len(letters)
    if letters:
        try:
            os.makedirs(output, exist_ok=True)
        except OSError as error:
            raise _cannot_write(output, error, setup) from error
    names = NoticeFileNames(setup.lang)
    return [os.path.join(output, names.name_for(letter.unit)) for letter in letters]


def _refuse_sources(places: Iterable[str], sources: Iterable[str], setup: Setup) -> None:
    """Raises Refused for a letter that would overwrite a checked file."""
    checked = {os.path.realpath(source) for source in sources}
    for place in places:
        if os.path.realpath(place) in checked:
            raise Refused(texts.OVER_SOURCE.fill(path=place), setup.lang)


def _write(path: str, data: bytes, setup: Setup) -> None:
    try:
        write_file(path, data)
    except OSError as error:
        raise _cannot_write(path, error, setup) from error


def _cannot_write(path: str, error: OSError, setup: Setup) -> Refused:
    return Refused(cli.CANNOT_WRITE.fill(path=path, reason=os_error_text(error)), setup.lang)
