"""``sheetlint profiles``: lists the profiles, shows one, writes a new one."""

from __future__ import annotations

import os
import re

import click

from sheetlint.cli import options as shared
from sheetlint.cli import status
from sheetlint.cli.bilingual import Argument, Group, command
from sheetlint.cli.configuration import Refused, Setup, load_setup
from sheetlint.cli.options import DisplayOptions, RunOptions, SettingsOptions
from sheetlint.cli.outputs import open_outputs
from sheetlint.cli.parameters import ProfileName
from sheetlint.cli.terminal import write_output
from sheetlint.messages import cli as texts
from sheetlint.messages import new_profile as new_texts
from sheetlint.messages.visible import visible
from sheetlint.profiles import BadProfile, Profiles
from sheetlint.system.atomic_write import encode_text
from sheetlint.system.output_files import OutputKind

_NAME = re.compile(r"\w[\w-]{0,60}")
_PROFILE = OutputKind("profile")
_FOLDER = "local-profiles"
"""Where a profile goes when the configuration names no folder: one of its own, for every file of
such a folder is a profile."""


@click.group(
    "profiles",
    cls=Group,
    text=texts.PROFILES_HELP,
    summaries={"show": texts.PROFILES_SHOW_SHORT, "new": texts.PROFILES_NEW_SHORT},
    meta=texts.SHOW_META,
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
        text = as_list(setup.load_profiles(), setup.lang, display.columns, display.colour)
    except BadProfile as error:
        raise Refused(error.text, setup.lang) from error
    write_output(text, display.colour)
    return status.OK


@command("show", texts.PROFILES_SHOW_HELP)
@click.argument("name", cls=Argument, type=ProfileName(), meta=texts.NAME_META)
@shared.settings
@shared.display
def show(name: str, settings: SettingsOptions, display: DisplayOptions) -> int:
    from sheetlint.report.profiles import as_page

    setup = load_setup(settings)
    available, registry = setup.load_profiles(), setup.load_registry()
    try:
        text = as_page(available, name, registry, setup.lang, display.columns, display.colour)
    except BadProfile as error:
        raise Refused(error.text, setup.lang) from error
    write_output(text, display.colour)
    return status.OK


@command("new", texts.PROFILES_NEW_HELP)
@click.argument("name", cls=Argument, meta=texts.NAME_META)
@shared.option(
    "--from", "parent", text=texts.PROFILE_PARENT, meta=texts.NAME_META, type=ProfileName()
)
@shared.output(texts.PROFILE_FILE)
@shared.settings
def new(name: str, parent: str | None, output: str | None, settings: SettingsOptions) -> int:
    from sheetlint.forms.new_profile import ParentChoice, choose_parent, render

    setup = load_setup(settings)
    available = setup.load_profiles()
    path = output or os.path.join(next(iter(setup.settings.profiles), _FOLDER), f"{name}.toml")
    profile_name = os.path.basename(path).removesuffix(".toml")
    _refuse_names(name, profile_name, path, available, setup)
    start = ParentChoice(parent, new_texts.AS_ASKED) if parent else choose_parent(name, available)
    try:
        text = render(profile_name, available.load(start.name), setup.lang)
    except BadProfile as error:
        raise Refused(error.text, setup.lang) from error
    folder = os.path.dirname(path) or "."
    open_outputs(setup, RunOptions()).write(path, encode_text(text), _PROFILE, folder)
    messages = [new_texts.WRITTEN.fill(path=path, parent=start.name, why=start.why)]
    if os.path.abspath(folder) not in map(os.path.abspath, setup.settings.profiles):
        messages.append(new_texts.USE.fill(folder=folder, name=profile_name))
    write_output("".join(f"{visible(message.in_(setup.lang))}\n" for message in messages))
    return status.OK


def _refuse_names(
    name: str, profile_name: str, path: str, available: Profiles, setup: Setup
) -> None:
    """Raises Refused for what cannot be the name or the file of a new profile."""
    for wanted in (name, profile_name):
        if not _NAME.fullmatch(wanted):
            raise Refused(new_texts.BAD_NAME.fill(name=wanted), setup.lang)
    if not path.endswith(".toml"):
        raise Refused(new_texts.NO_TOML.fill(path=path), setup.lang)
    if os.path.lexists(path):
        raise Refused(new_texts.EXISTS.fill(path=path), setup.lang)
    if profile_name in available.names:
        raise Refused(new_texts.TAKEN.fill(name=profile_name), setup.lang)


profiles.add_command(show)
profiles.add_command(new)
