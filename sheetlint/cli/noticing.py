"""The run of ``sheetlint notice``: check, make a letter of it for each unit, write the letters."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable
from typing import Any

from sheetlint.cli import status
from sheetlint.cli.context import Context, Refused, context
from sheetlint.cli.planning import planned
from sheetlint.cli.terminal import complain, say
from sheetlint.handback.notices import (
    BadTemplate,
    Filenames,
    Letterhead,
    Notice,
    Template,
    notices,
    shipped,
)
from sheetlint.locale import cli as cli_words
from sheetlint.locale import notices as words
from sheetlint.locale.system import why
from sheetlint.report.visible import visible
from sheetlint.writing import write

_SUFFIX = ".docx"


def notice(
    paths: tuple[str, ...],
    output: str | None,
    template: str | None,
    template_out: str | None,
    infos: bool,
    **rest: Any,
) -> int:
    from sheetlint.batch.files import found, missing
    from sheetlint.batch.run import run

    ctx = context(rest["lang"], rest["config"])
    if template_out is not None:
        _put(template_out, shipped(ctx.lang), ctx)
        if not paths:
            return status.OK
    if not paths or output is None:
        raise Refused(words.NEEDS_PATHS, ctx.lang)
    head = letterhead(ctx, rest)
    own = own_template(template or ctx.settings.notice.template, ctx)
    made = Template(own or shipped(ctx.lang))
    plan = planned(ctx, rest)
    sources = found(paths, plan.bounds)
    report = run(sources, plan)
    if all(missing(source) for source in sources) or not report.checked:
        complain(visible(cli_words.NO_INPUT.fill(paths="、".join(paths)).in_(ctx.lang)))
        return status.FAILED if report.crashed else status.NO_INPUT
    letters = notices(report.files, plan.decision.fail_on, ctx.lang, infos=infos)
    places = _places(letters, output, ctx)
    _spare(places, (file.path for file in report.files), ctx)
    for letter, place in zip(letters, places, strict=True):
        _put(place, made.letter(letter, head, ctx.lang), ctx)
        returned = len(letter.returned)
        passed = len(letter.projects) - returned
        text = words.WROTE.fill(path=place, returned=returned, passed=passed)
        say(visible(text.in_(ctx.lang)) + "\n")
    if report.crashed:
        return status.FAILED
    if not letters:
        say(words.NONE.in_(ctx.lang) + "\n")
        return status.OK
    return status.FINDINGS


def letterhead(ctx: Context, options: dict[str, Any]) -> Letterhead:
    """From the options, then the configuration."""
    settings, lang = ctx.settings.notice, ctx.lang
    return Letterhead(
        _day(options["date"], lang) or datetime.date.today(),
        options["bureau"] or settings.bureau,
        options["number"] or settings.number,
        _day(options["deadline"], lang) or settings.deadline,
        options["contact"] or settings.contact,
    )


def _day(text: str | None, lang: str) -> datetime.date | None:
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise Refused(cli_words.BAD_DATE.fill(date=text), lang) from error


def own_template(path: str, ctx: Context) -> bytes:
    """The user's own, which can be used, or nothing; Refused for one that cannot."""
    if not path:
        return b""
    try:
        with open(path, "rb") as file:
            data = file.read()
        Template(data)
    except OSError as error:
        raise Refused(words.NO_TEMPLATE.fill(path=path, reason=why(error)), ctx.lang) from error
    except BadTemplate as error:
        raise Refused(words.BAD_TEMPLATE.fill(path=path, problem=error.text), ctx.lang) from error
    return data


def _places(letters: list[Notice], output: str, ctx: Context) -> list[str]:
    """A path for each letter; Refused where one file is to hold several."""
    if output.lower().endswith(_SUFFIX) and not os.path.isdir(output):
        if len(letters) > 1:
            raise Refused(words.SEVERAL_UNITS.fill(path=output, count=len(letters)), ctx.lang)
        return [output] * len(letters)
    if letters:
        try:
            os.makedirs(output, exist_ok=True)
        except OSError as error:
            raise _unwritten(output, error, ctx) from error
    names = Filenames(ctx.lang)
    return [os.path.join(output, names.of(letter.unit)) for letter in letters]


def _spare(places: Iterable[str], sources: Iterable[str], ctx: Context) -> None:
    """What was checked is never written over."""
    checked = {os.path.realpath(source) for source in sources}
    for place in places:
        if os.path.realpath(place) in checked:
            raise Refused(words.OVER_SOURCE.fill(path=place), ctx.lang)


def _put(path: str, data: bytes, ctx: Context) -> None:
    try:
        write(path, data)
    except OSError as error:
        raise _unwritten(path, error, ctx) from error


def _unwritten(path: str, error: OSError, ctx: Context) -> Refused:
    return Refused(cli_words.CANNOT_WRITE.fill(path=path, reason=why(error)), ctx.lang)
