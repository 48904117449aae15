"""``sheetlint profiles``: the rules of places, one of them, a new one."""

from __future__ import annotations

import os
import re

import click

from sheetlint.cli import options as shared
from sheetlint.cli import status
from sheetlint.cli.bilingual import Argument, Group, command
from sheetlint.cli.configuration import Refused, Setup, load_setup
from sheetlint.cli.options import DisplayOptions, SettingsOptions
from sheetlint.cli.parameters import ProfileName
from sheetlint.cli.terminal import write_output
from sheetlint.messages import cli as words
from sheetlint.messages import new_profile as new_words
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.visible import visible
from sheetlint.profiles import BadProfile, Profiles

_NAME = re.compile(r"\w[\w-]{0,60}")
_FOLDER = "local-profiles"
"""Where a profile goes when the configuration names no folder: one of its own, for every file of
such a folder is a profile."""


@click.group(
    "profiles",
    cls=Group,
    text=words.PROFILES_HELP,
    summaries={"show": words.PROFILES_SHOW_SHORT, "new": words.PROFILES_NEW_SHORT},
    meta=words.SHOW_META,
    invoke_without_command=True,
)
@shared.settings
@shared.display
def profiles(settings: SettingsOptions, display: DisplayOptions) -> int | None:
    if click.get_current_context().invoked_subcommand is not None:
        return None
    from sheetlint.report.profiles import as_list

    setup = load_setup(settings)
    try:
        text = as_list(setup.profiles(), setup.lang, display.columns, display.colour)
    except BadProfile as error:
        raise Refused(error.text, setup.lang) from error
    write_output(text, display.colour)
    return status.OK


@command("show", words.PROFILES_SHOW_HELP)
@click.argument("name", cls=Argument, type=ProfileName(), meta=words.NAME_META)
@shared.settings
@shared.display
def show(name: str, settings: SettingsOptions, display: DisplayOptions) -> int:
    from sheetlint.report.profiles import as_page

    setup = load_setup(settings)
    available, registry = setup.profiles(), setup.registry()
    try:
        text = as_page(available, name, registry, setup.lang, display.columns, display.colour)
    except BadProfile as error:
        raise Refused(error.text, setup.lang) from error
    write_output(text, display.colour)
    return status.OK


@command("new", words.PROFILES_NEW_HELP)
@click.argument("name", cls=Argument, meta=words.NAME_META)
@shared.option(
    "--from", "parent", text=words.PROFILE_PARENT, meta=words.NAME_META, type=ProfileName()
)
@shared.output(words.PROFILE_FILE)
@shared.settings
def new(name: str, parent: str | None, output: str | None, settings: SettingsOptions) -> int:
    from sheetlint.forms.new_profile import ParentChoice, choose_parent, render

    setup = load_setup(settings)
    available = setup.profiles()
    path = output or os.path.join(next(iter(setup.settings.profiles), _FOLDER), f"{name}.toml")
    called = os.path.basename(path).removesuffix(".toml")
    _refuse_names(name, called, path, available, setup)
    start = ParentChoice(parent, new_words.AS_ASKED) if parent else choose_parent(name, available)
    try:
        text = render(called, available.load(start.name), setup.lang)
    except BadProfile as error:
        raise Refused(error.text, setup.lang) from error
    folder = os.path.dirname(path) or "."
    _write(path, folder, text, setup)
    messages = [new_words.WRITTEN.fill(path=path, parent=start.name, why=start.why)]
    if os.path.abspath(folder) not in map(os.path.abspath, setup.settings.profiles):
        messages.append(new_words.USE.fill(folder=folder, name=called))
    write_output("".join(f"{visible(message.in_(setup.lang))}\n" for message in messages))
    return status.OK


def _refuse_names(name: str, called: str, path: str, available: Profiles, setup: Setup) -> None:
    """Raises Refused for what cannot be the name or the file of a new profile."""
    for wanted in (name, called):
        if not _NAME.fullmatch(wanted):
            raise Refused(new_words.BAD_NAME.fill(name=wanted), setup.lang)
    if not path.endswith(".toml"):
        raise Refused(new_words.NO_TOML.fill(path=path), setup.lang)
    if os.path.lexists(path):
        raise Refused(new_words.EXISTS.fill(path=path), setup.lang)
    if called in available.names:
        raise Refused(new_words.TAKEN.fill(name=called), setup.lang)


def _write(path: str, folder: str, text: str, setup: Setup) -> None:
    try:
        os.makedirs(folder, exist_ok=True)
        # Nothing that is there already is written over, whoever made it in the meantime.
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except OSError as error:
        raise Refused(
            words.CANNOT_WRITE.fill(path=path, reason=os_error_text(error)), setup.lang
        ) from error


profiles.add_command(show)
profiles.add_command(new)
