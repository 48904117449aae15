"""``sheetlint rules``: all checks that there are."""

from __future__ import annotations

from sheetlint.cli import options as shared
from sheetlint.cli import status
from sheetlint.cli.bilingual import command
from sheetlint.cli.configuration import load_setup
from sheetlint.cli.options import DisplayOptions, SettingsOptions
from sheetlint.cli.terminal import write_output
from sheetlint.messages import cli as texts


@command("rules", texts.RULES_HELP)
@shared.choice(
    "--format", "format_", text=texts.RULES_FORMAT, values=("table", "json"), default="table"
)
@shared.settings
@shared.display
def rules(format_: str, settings: SettingsOptions, display: DisplayOptions) -> int:
    from sheetlint.report import rules as report

    setup = load_setup(settings)
    registry = setup.load_registry()
    if format_ == "json":
        write_output(report.as_json(registry, setup.lang))
    else:
        text = report.as_table(registry, setup.lang, display.columns, display.colour)
        write_output(text, display.colour)
    return status.OK
