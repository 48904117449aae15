"""``sheetlint profiles new``: a file that begins a profile for another place."""

from __future__ import annotations

import os
import re

from sheetlint.cli import status
from sheetlint.cli.context import Context, Refused, context
from sheetlint.cli.terminal import say
from sheetlint.locale import cli as words
from sheetlint.locale import newprofile as new_words
from sheetlint.locale.system import why
from sheetlint.profiles import BadProfile
from sheetlint.report.visible import visible

_NAME = re.compile(r"\w[\w-]{0,60}")
_FOLDER = "local-profiles"
"""Where a profile goes when the configuration names no folder: one of its own, for every file of
such a folder is a profile."""


def new(
    name: str, parent: str | None, output: str | None, config: str | None, lang: str | None
) -> int:
    from sheetlint.report.newprofile import Nearest, nearest, render

    ctx = context(lang, config)
    profiles = ctx.profiles()
    path = output or os.path.join(next(iter(ctx.settings.profiles), _FOLDER), f"{name}.toml")
    called = os.path.basename(path).removesuffix(".toml")
    for wanted in (name, called):
        if not _NAME.fullmatch(wanted):
            raise Refused(new_words.BAD_NAME.fill(name=wanted), ctx.lang)
    if not path.endswith(".toml"):
        raise Refused(new_words.NO_TOML.fill(path=path), ctx.lang)
    if os.path.lexists(path):
        raise Refused(new_words.EXISTS.fill(path=path), ctx.lang)
    if called in profiles.names:
        raise Refused(new_words.TAKEN.fill(name=called), ctx.lang)
    start = Nearest(parent, new_words.AS_ASKED) if parent else nearest(name, profiles)
    try:
        text = render(called, profiles.load(start.name), ctx.lang)
    except BadProfile as error:
        raise Refused(error.text, ctx.lang) from error
    folder = os.path.dirname(path) or "."
    _write(path, folder, text, ctx)
    told = [new_words.WRITTEN.fill(path=path, parent=start.name, why=start.why)]
    if os.path.abspath(folder) not in map(os.path.abspath, ctx.settings.profiles):
        told.append(new_words.USE.fill(folder=folder, name=called))
    say("".join(f"{visible(text.in_(ctx.lang))}\n" for text in told))
    return status.OK


def _write(path: str, folder: str, text: str, ctx: Context) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
        # Nothing that is there already is written over, whoever made it in the meantime.
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise Refused(words.CANNOT_WRITE.fill(path=path, reason=why(error)), ctx.lang) from error
