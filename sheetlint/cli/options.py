"""The options that commands share, each declared once.

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
from sheetlint.cli.terminal import MIN_WIDTH, use_colour, width
from sheetlint.messages import LANGUAGES
from sheetlint.messages import cli as texts
from sheetlint.messages import copies as copy_texts
from sheetlint.messages import notices as notice_texts
from sheetlint.messages import outputs as output_texts
from sheetlint.messages.text import Text
from sheetlint.rules.check import SEVERITIES

Run = Callable[..., Any]
Decorator = Callable[[Run], Run]

SEVEREST_FIRST = SEVERITIES[::-1]


def option(*names: str, text: Text, **attributes: Any) -> Decorator:
    """One option; its parameter is named after its first spelling."""
    return click.option(*names, cls=Option, text=text, **attributes)


def flag(*names: str, text: Text) -> Decorator:
    return option(*names, text=text, is_flag=True)


def path_option(*names: str, text: Text, meta: Text = texts.FILE_META, **more: Any) -> Decorator:
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
        def call_with_group(**values: Any) -> Any:
            group = {field: values.pop(field) for field in kind._fields if field in values}
            return run(**values, **{name: kind(**group)})

        declared: Run = call_with_group
        for decorate in reversed(options):
            declared = decorate(declared)
        return declared

    return declare


# ── what is checked ─────────────────────────────────────────────────────────────────────────────


def paths(run: Run, *, required: bool = True) -> Run:
    """Files, folders or ``-``."""
    return click.argument(
        "paths", cls=Argument, nargs=-1, required=required, type=PATH, meta=texts.PATHS
    )(run)


class SelectionOptions(NamedTuple):
    """Selectors as they were typed: ``FD,AR001``."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


def selection(select: Text = texts.SELECT, ignore: Text = texts.IGNORE) -> Decorator:
    """``--select`` and ``--ignore``, with help texts of the command."""
    return option_group(
        SelectionOptions,
        "selection",
        option("--select", text=select, meta=texts.CHECKS_META, type=Checks(), multiple=True),
        option("--ignore", text=ignore, meta=texts.CHECKS_META, type=Checks(), multiple=True),
    )


class LevelOptions(NamedTuple):
    """Severities; None for those of the configuration."""

    fail_on: str | None = None
    show: str | None = None


def levels(show: Text = texts.SHOW) -> Decorator:
    """``--fail-on`` and ``--show``, with a help text of the command."""
    return option_group(
        LevelOptions,
        "level",
        choice("--fail-on", text=texts.FAIL_ON, values=SEVEREST_FIRST),
        choice("--show", text=show, values=SEVEREST_FIRST),
    )


# ── how it is checked ───────────────────────────────────────────────────────────────────────────


def _or_program_option(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """``sheetlint --lang en rules`` is ``sheetlint rules --lang en``."""
    return value or ctx.find_root().params.get("lang")


class SettingsOptions(NamedTuple):
    """Which configuration file, and the language of the messages."""

    config: str | None = None
    lang: str | None = None
    isolated: bool = False
    """No configuration file counts."""


lang = choice("--lang", text=texts.LANG, values=LANGUAGES, callback=_or_program_option)
settings = option_group(
    SettingsOptions,
    "settings",
    path_option("--config", text=texts.CONFIG),
    flag("--isolated", text=texts.ISOLATED),
    lang,
)
trusted_settings = option_group(
    SettingsOptions, "settings", path_option("--config", text=texts.TRUSTED_CONFIG), lang
)
"""For a command that takes no configuration but a named one."""
profile = option("--profile", text=texts.PROFILE, meta=texts.NAME_META, type=ProfileName())


class WaiverOptions(NamedTuple):
    """Which waivers count, and on which day (``YYYY-MM-DD``; None for today)."""

    no_waivers: bool = False
    baseline: str | None = None
    date: str | None = None


def waivers(date: Text = texts.DATE) -> Decorator:
    """The options of waivers, with a help text of the command."""
    return option_group(
        WaiverOptions,
        "waivers",
        flag("--no-waivers", text=texts.NO_WAIVERS),
        path_option("--baseline", text=texts.BASELINE),
        option("--date", text=date, meta=texts.DATE_META),
    )


class BoundOptions(NamedTuple):
    """Bounds of one file: seconds, bytes, bytes; None for the configured ones."""

    max_seconds: int | None = None
    max_memory: int | None = None
    max_size: int | None = None


bounds = option_group(
    BoundOptions,
    "bounds",
    option(
        "--max-seconds", text=texts.MAX_SECONDS, meta=texts.SECONDS_META, type=click.IntRange(0)
    ),
    option("--max-memory", text=texts.MAX_MEMORY, meta=texts.SIZE_META, type=Size()),
    option("--max-size", text=texts.MAX_SIZE, meta=texts.SIZE_META, type=Size()),
)
only_sheets = flag("--only-sheets", text=texts.ONLY_SHEETS)


class RunOptions(NamedTuple):
    """All options that influence the findings, as they were typed."""

    selection: SelectionOptions = SelectionOptions()
    level: LevelOptions = LevelOptions()
    profile: str | None = None
    settings: SettingsOptions = SettingsOptions()
    waivers: WaiverOptions = WaiverOptions()
    bounds: BoundOptions = BoundOptions()
    require_plugins: bool = False
    """A plug-in that cannot be loaded ends the run."""


def run_options(*, show: Text = texts.SHOW, date: Text = texts.DATE) -> Decorator:
    """All options of a run of checks, as ``options``, with help texts of the command."""
    return option_group(
        RunOptions,
        "options",
        selection(),
        levels(show),
        profile,
        settings,
        waivers(date),
        bounds,
        flag("--require-plugins", text=texts.REQUIRE_PLUGINS),
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
    flag("--no-color", text=texts.NO_COLOR),
    option("--width", text=texts.WIDTH, meta=texts.NUMBER_META, type=click.IntRange(MIN_WIDTH)),
)


def quiet(text: Text) -> Decorator:
    return flag("--quiet", "-q", text=text)


def verbose(text: Text) -> Decorator:
    return flag("--verbose", "-v", text=text)


def output(text: Text, meta: Text = texts.FILE_META, **more: Any) -> Decorator:
    """``-o``: the file or the folder that the command writes to."""
    return path_option("--output", "-o", text=text, meta=meta, **more)


force = flag("--force", text=output_texts.FORCE)


# ── where copies are written ────────────────────────────────────────────────────────────────────


class CopyOptions(NamedTuple):
    """``-o`` as it was given, its older spelling for folders, and ``--force``."""

    output: str | None = None
    output_dir: str | None = None
    force: bool = False
    """Files of others are overwritten."""


copies = option_group(
    CopyOptions,
    "copies",
    output(copy_texts.OUTPUT, copy_texts.OUTPUT_META),
    path_option("--output-dir", text=copy_texts.OUTPUT, meta=copy_texts.FOLDER_META, hidden=True),
    force,
)


# ── the gate and its letters ────────────────────────────────────────────────────────────────────


class LetterheadOptions(NamedTuple):
    """The letterhead; None for what is configured."""

    bureau: str | None = None
    number: str | None = None
    contact: str | None = None
    deadline: str | None = None
    template: str | None = None
    """Path of a Word file."""


letterhead = option_group(
    LetterheadOptions,
    "letterhead",
    option("--bureau", text=notice_texts.BUREAU, meta=notice_texts.TEXT_META),
    option("--number", text=notice_texts.NUMBER, meta=notice_texts.TEXT_META),
    option("--contact", text=notice_texts.CONTACT, meta=notice_texts.TEXT_META),
    option("--deadline", text=notice_texts.DEADLINE, meta=texts.DATE_META),
    path_option("--template", text=notice_texts.TEMPLATE),
)
