"""``sheetlint new``: an empty form by the rules of a place."""

from __future__ import annotations

import os
from importlib import import_module

import click

from sheetlint.cli import options as shared
from sheetlint.cli import status
from sheetlint.cli.bilingual import command
from sheetlint.cli.configuration import Refused, chosen_profile, load_setup
from sheetlint.cli.options import Decorator, RunOptions, SettingsOptions
from sheetlint.cli.outputs import open_outputs
from sheetlint.cli.terminal import write_output
from sheetlint.forms.blank_form import PrefilledFields, make_blank_form
from sheetlint.messages import forms as texts
from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.profiles import DEFAULT
from sheetlint.system.output_files import OutputKind

_FILE = "自评表.xlsx"
_FORM = OutputKind("form")
_WRITERS = {
    ".xlsx": ("xlsx_form", "write_xlsx"),
    ".docx": ("docx_form", "write_docx"),
    ".yaml": ("normalised_form", "write_yaml"),
    ".yml": ("normalised_form", "write_yaml"),
    ".json": ("normalised_form", "write_json"),
}
_MOST_ROWS = 50


def _text(name: str, text: Text) -> Decorator:
    return shared.option(name, text=text, meta=texts.TEXT_META, default="")


_form = shared.option_group(
    PrefilledFields,
    "form",
    shared.option(
        "--rows",
        text=texts.ROWS,
        meta=texts.COUNT_META,
        type=click.IntRange(1, _MOST_ROWS),
        default=1,
    ),
    _text("--project", texts.PROJECT),
    _text("--unit", texts.UNIT),
    _text("--department", texts.DEPARTMENT),
    shared.option(
        "--year", text=texts.OF_YEAR, meta=texts.YEAR_META, type=click.IntRange(2000, 2099)
    ),
)


@command("new", texts.HELP)
@shared.output(texts.OUTPUT, default=_FILE)
@shared.force
@_form
@shared.profile
@shared.settings
def new(
    output: str, force: bool, form: PrefilledFields, profile: str | None, settings: SettingsOptions
) -> int:
    setup = load_setup(settings)
    writer = _WRITERS.get(os.path.splitext(output)[1].lower())
    if writer is None:
        raise Refused(texts.BAD_SUFFIX.fill(path=output), setup.lang)
    options = RunOptions(profile=profile)
    outputs = open_outputs(setup, options, force=force)
    outputs.refuse([(output, _FORM)])
    configuration = setup.run_configuration(options)
    profiles, choice = chosen_profile(configuration, setup.lang)
    chosen = choice.profile if choice else profiles.load(DEFAULT)
    made = make_blank_form(chosen, profiles.own_values(chosen.id), form)
    module, function = writer
    data: bytes = getattr(import_module(f"sheetlint.forms.{module}"), function)(made, setup.lang)
    outputs.write(output, data, _FORM)
    text = texts.WRITTEN.fill(path=output, profile=chosen.id)
    write_output(f"{visible(text.in_(setup.lang))}\n")
    return status.OK
