"""The options that commands share: each declared once, spelled alike everywhere.

A group of options reaches its command as one value.  ``@options.bounds`` above a command declares
``--max-seconds``, ``--max-memory`` and ``--max-size``, and calls it with ``bounds=BoundOptions(…)``.
"""

import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, NamedTuple

import click

from sheetlint.cli.bilingual import Argument, Option
from sheetlint.cli.parameters import PATH, Checks, ProfileName, Size
from sheetlint.cli.terminal import NARROWEST, use_colour, width
from sheetlint.messages import LANGUAGES
from sheetlint.messages import cli as words
from sheetlint.messages import notices as notice_words
from sheetlint.messages.text import Text
from sheetlint.rules.check import SEVERITIES

Run = Callable[..., Any]
Decorator = Callable[[Run], Run]

SEVEREST_FIRST = SEVERITIES[::-1]


def option(*names: str, text: Text, **attributes: Any) -> Decorator:
    """One option; without a name of its own it is called after the first that it is spelled."""
    return click.option(*names, cls=Option, text=text, **attributes)


def flag(*names: str, text: Text) -> Decorator:
    return option(*names, text=text, is_flag=True)


def path_option(*names: str, text: Text, meta: Text = words.FILE_META, **more: Any) -> Decorator:
    return option(*names, text=text, meta=meta, type=PATH, **more)


def choice(*names: str, text: Text, values: tuple[str, ...], **more: Any) -> Decorator:
    return option(*names, text=text, type=click.Choice(values), **more)


def option_group(kind: Any, name: str, *options: Decorator) -> Decorator:
    """Declares the options; the command gets their values as one ``kind`` (a NamedTuple),
    under this name.

    Fields without an option among them have their defaults.
    """

    def declare(run: Run) -> Run:
        @wraps(run)
        def packed(**values: Any) -> Any:
            given = {field: values.pop(field) for field in kind._fields if field in values}
            return run(**values, **{name: kind(**given)})

        declared: Run = packed
        for each in reversed(options):
            declared = each(declared)
        return declared

    return declare


# ── what is checked ─────────────────────────────────────────────────────────────────────────────


def paths(run: Run, *, required: bool = True) -> Run:
    """Files, folders or ``-``."""
    return click.argument(
        "paths", cls=Argument, nargs=-1, required=required, type=PATH, meta=words.PATHS
    )(run)


class SelectionOptions(NamedTuple):
    """Selectors as they were written: ``FD,AR001``."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def selection(select: Text = words.SELECT, ignore: Text = words.IGNORE) -> Decorator:
    """``--select`` and ``--ignore``, with what they mean to the command."""
    return option_group(
        SelectionOptions,
        "selection",
        option("--select", text=select, meta=words.CHECKS_META, type=Checks(), multiple=True),
        option("--ignore", text=ignore, meta=words.CHECKS_META, type=Checks(), multiple=True),
    )


class LevelOptions(NamedTuple):
    """Severities; None for those of the configuration."""

    fail_on: str | None = None
    show: str | None = None


def levels(show: Text = words.SHOW) -> Decorator:
    """``--fail-on`` and ``--show``, with what is shown by the command."""
    return option_group(
        LevelOptions,
        "level",
        choice("--fail-on", text=words.FAIL_ON, values=SEVEREST_FIRST),
        choice("--show", text=show, values=SEVEREST_FIRST),
    )


# ── how it is checked ───────────────────────────────────────────────────────────────────────────


def _or_of_program(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """``sheetlint --lang en rules`` is ``sheetlint rules --lang en``."""
    return value or ctx.find_root().params.get("lang")


class SettingsOptions(NamedTuple):
    """Which configuration file, and the language of the messages."""

    config: str | None = None
    lang: str | None = None


lang = choice("--lang", text=words.LANG, values=LANGUAGES, callback=_or_of_program)
settings = option_group(
    SettingsOptions, "settings", path_option("--config", text=words.CONFIG), lang
)
profile = option("--profile", text=words.PROFILE, meta=words.NAME_META, type=ProfileName())


class WaiverOptions(NamedTuple):
    """Which waivers count, and on which day (``YYYY-MM-DD``; None for today)."""

    no_waivers: bool = False
    baseline: str | None = None
    date: str | None = None


def waivers(date: Text = words.DATE) -> Decorator:
    """The options of waivers, with what the day is to the command."""
    return option_group(
        WaiverOptions,
        "waivers",
        flag("--no-waivers", text=words.NO_WAIVERS),
        path_option("--baseline", text=words.BASELINE),
        option("--date", text=date, meta=words.DATE_META),
    )


class BoundOptions(NamedTuple):
    """What one file may cost: seconds, bytes, bytes; None for what is configured."""

    max_seconds: int | None = None
    max_memory: int | None = None
    max_size: int | None = None


bounds = option_group(
    BoundOptions,
    "bounds",
    option(
        "--max-seconds", text=words.MAX_SECONDS, meta=words.SECONDS_META, type=click.IntRange(0)
    ),
    option("--max-memory", text=words.MAX_MEMORY, meta=words.SIZE_META, type=Size()),
    option("--max-size", text=words.MAX_SIZE, meta=words.SIZE_META, type=Size()),
)
only_sheets = flag("--only-sheets", text=words.ONLY_SHEETS)


class RunOptions(NamedTuple):
    """Everything that bears on what is found, as the command line has it."""

    selection: SelectionOptions = SelectionOptions()
    level: LevelOptions = LevelOptions()
    profile: str | None = None
    settings: SettingsOptions = SettingsOptions()
    waivers: WaiverOptions = WaiverOptions()
    bounds: BoundOptions = BoundOptions()
    require_plugins: bool = False
    """A plug-in that cannot be loaded ends the run."""


def run_options(*, show: Text = words.SHOW, date: Text = words.DATE) -> Decorator:
    """All options of a run of checks, as ``options``, with what some of them mean to the command."""
    return option_group(
        RunOptions,
        "options",
        selection(),
        levels(show),
        profile,
        settings,
        waivers(date),
        bounds,
        flag("--require-plugins", text=words.REQUIRE_PLUGINS),
    )


# ── how it is shown ─────────────────────────────────────────────────────────────────────────────


class DisplayOptions(NamedTuple):
    """How text for people is printed."""

    no_color: bool = False
    width: int | None = None

    @property
    def colour(self) -> bool:
        return use_colour(sys.stdout, os.environ, self.no_color)

    @property
    def columns(self) -> int:
        return width(sys.stdout, os.environ, self.width)


display = option_group(
    DisplayOptions,
    "display",
    flag("--no-color", text=words.NO_COLOR),
    option("--width", text=words.WIDTH, meta=words.NUMBER_META, type=click.IntRange(NARROWEST)),
)


def quiet(text: Text) -> Decorator:
    return flag("--quiet", "-q", text=text)


def verbose(text: Text) -> Decorator:
    return flag("--verbose", "-v", text=text)


def output(text: Text, meta: Text = words.FILE_META, **more: Any) -> Decorator:
    """``-o``: the file or the folder that the command writes to."""
    return path_option("--output", "-o", text=text, meta=meta, **more)


# ── the gate and its letters ────────────────────────────────────────────────────────────────────


class LetterheadOptions(NamedTuple):
    """What stands in a letter to a unit; None for what is configured."""

    bureau: str | None = None
    number: str | None = None
    contact: str | None = None
    deadline: str | None = None
    template: str | None = None
    """Path of a Word file."""


letterhead = option_group(
    LetterheadOptions,
    "letterhead",
    option("--bureau", text=notice_words.BUREAU, meta=notice_words.TEXT_META),
    option("--number", text=notice_words.NUMBER, meta=notice_words.TEXT_META),
    option("--contact", text=notice_words.CONTACT, meta=notice_words.TEXT_META),
    option("--deadline", text=notice_words.DEADLINE, meta=words.DATE_META),
    path_option("--template", text=notice_words.TEMPLATE),
)
