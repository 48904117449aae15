"""``sheetlint explain``: the manual of a check."""

from __future__ import annotations

import click

from sheetlint.cli import options as shared
from sheetlint.cli import status
from sheetlint.cli.bilingual import Argument, command
from sheetlint.cli.configuration import Refused, load_setup, refuse_unknown_checks
from sheetlint.cli.options import DisplayOptions, SettingsOptions
from sheetlint.cli.parameters import Checks
from sheetlint.cli.terminal import write_output
from sheetlint.messages import cli as texts
from sheetlint.profiles import BadProfile


@command("explain", texts.EXPLAIN_HELP)
@click.argument(
    "checks", cls=Argument, nargs=-1, required=True, type=Checks(), meta=texts.CHECK_META
)
@shared.settings
@shared.display
def explain(checks: tuple[str, ...], settings: SettingsOptions, display: DisplayOptions) -> int:
    from sheetlint.report import manual

    setup = load_setup(settings)
    registry, profiles = setup.load_registry(), setup.load_profiles()
    refuse_unknown_checks(registry, checks, setup.lang)
    wanted = {check.code: check for selector in checks for check in registry.find(selector)}
    try:
        loaded = [profiles.load(name) for name in profiles.names]
    except BadProfile as error:
        raise Refused(error.text, setup.lang) from error
    text = manual.render(list(wanted.values()), loaded, setup.lang, display.columns, display.colour)
    write_output(text, display.colour)
    return status.OK
