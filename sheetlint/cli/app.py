"""The program in click: its commands, each in its own module, and their help."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import click

from sheetlint import __version__, locale
from sheetlint.cli import status
from sheetlint.cli.declared import CHECK, COMMANDS, DEFAULT_COMMAND, FLAG
from sheetlint.cli.terminal import complain, width
from sheetlint.locale import cli as words
from sheetlint.report.visible import visible

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


_HELP_WIDTH = 80


class _Context(click.Context):
    def make_formatter(self) -> click.HelpFormatter:
        from sheetlint.cli.helptext import HelpText

        program = self.find_root().command
        assert isinstance(program, Program)
        return HelpText(program.lang, min(width(sys.stdout, os.environ), _HELP_WIDTH))


click.Command.context_class = _Context


class Program(click.Group):
    """The commands, each loaded when it is called or listed."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        super().__init__(
            "sheetlint",
            help=words.PROGRAM_HELP.in_(lang),
            params=[
                click.Option(
                    ["--version", "-V"],
                    is_flag=True,
                    expose_value=False,
                    is_eager=True,
                    callback=_version,
                    help=words.VERSION.in_(lang),
                ),
                click.Option(
                    ["--lang"],
                    type=click.Choice(locale.LANGUAGES),
                    help=words.LANG.in_(lang),
                ),
            ],
            context_settings={"help_option_names": ["-h", "--help"]},
            subcommand_metavar=words.COMMAND_META.in_(lang),
            options_metavar=words.OPTIONS_META.in_(lang),
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        name = f"sheetlint.cli.{cmd_name}"
        __import__(name)
        command: click.Command = sys.modules[name].command(self.lang)
        command.options_metavar = words.OPTIONS_META.in_(self.lang)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, _with_command(args))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """A word that begins no command is the path of ``sheetlint PATH``."""
        from click.shell_completion import CompletionItem

        found = super().shell_complete(ctx, incomplete)
        return found or [CompletionItem(incomplete, type="file")]


def run(arguments: Sequence[str], lang: str) -> int:
    """Parse and call; click's complaints are said in our own way."""
    if lang != locale.ZH:
        return _run(arguments, lang)
    from sheetlint.locale.click_zh import spoken

    with spoken():
        return _run(arguments, lang)


def _run(arguments: Sequence[str], lang: str) -> int:
    try:
        result: Any = Program(lang).main(list(arguments), "sheetlint", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        complain(error.format_message())
        return status.USAGE
    except click.ClickException as error:
        return _misused(error, lang)
    except click.Abort:
        return status.INTERRUPTED
    return result if isinstance(result, int) else status.OK


def _with_command(args: list[str]) -> list[str]:
    """``sheetlint a.xlsx`` means ``sheetlint check a.xlsx``; options may stand before a command."""
    own = ("--help", "-h", "--version", "-V")
    if not args or args[0] in COMMANDS or args[0] in own:
        return args
    if args[0] == "--lang":
        return [*args[:2], *_with_command(args[2:])]
    if args[0].startswith("--lang="):
        return [args[0], *_with_command(args[1:])]
    first = _first_word(args)
    if first < len(args) and args[first] in COMMANDS:
        return [args[first], *args[:first], *args[first + 1 :]]
    return [DEFAULT_COMMAND, *args]


def _first_word(args: list[str]) -> int:
    """Index of the first argument that is no option and no option's value."""
    valued = {flag for declared in CHECK if declared.kind != FLAG for flag in declared.flags}
    index = 0
    while index < len(args) and args[index].startswith("-") and args[index] not in ("-", "--"):
        index += 2 if args[index] in valued else 1
    return index


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"sheetlint {__version__}")
        ctx.exit()


def _misused(error: click.ClickException, lang: str) -> int:
    ctx = getattr(error, "ctx", None)
    complain(words.ERROR.in_(lang) + visible(error.format_message().rstrip(".")))
    if ctx is not None:
        complain(words.SEE_HELP.fill(command=ctx.command_path).in_(lang))
    return status.USAGE
