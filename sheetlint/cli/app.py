"""The program: its commands, each in a module of its own, and their help."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from sheetlint import __version__, messages
from sheetlint.cli import status
from sheetlint.cli.bilingual import Group, Option, language
from sheetlint.cli.option_values import options_with_value
from sheetlint.cli.terminal import width, write_error, write_output
from sheetlint.messages import annotate, cli, diff, fix, forms, gate, notices
from sheetlint.messages.visible import visible

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = {
    "check": cli.CHECK_SHORT,
    "extract": cli.EXTRACT_SHORT,
    "explain": cli.EXPLAIN_SHORT,
    "rules": cli.RULES_SHORT,
    "profiles": cli.PROFILES_SHORT,
    "annotate": annotate.ANNOTATE_SHORT,
    "new": forms.SHORT,
    "fix": fix.FIX_SHORT,
    "baseline": cli.BASELINE_SHORT,
    "gate": gate.GATE_SHORT,
    "verify": gate.VERIFY_SHORT,
    "notice": notices.NOTICE_SHORT,
    "diff": diff.DIFF_SHORT,
    "completion": cli.COMPLETION_SHORT,
}
"""In the order of the help.  The command ``check`` is ``check`` in ``sheetlint/cli/check.py``."""
_DEFAULT_COMMAND = "check"
_PROGRAM_OPTIONS = ("--help", "-h", "--version", "-V")
_NEAR = 0.65
"""Similarity above which a word counts as a mistyped command (``fxi`` and ``fix``: 0.67)."""
_HELP_WIDTH = 80


class _Context(click.Context):
    def make_formatter(self) -> click.HelpFormatter:
        from sheetlint.cli.help_format import HelpFormatter

        return HelpFormatter(language(self), min(width(sys.stdout, os.environ), _HELP_WIDTH))


click.Command.context_class = _Context


class _NothingAsked(click.UsageError):
    """No argument at all; the message is the help.  Click has the like only from 8.2 on."""


class Program(Group):
    """The commands, each loaded when it is called."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"sheetlint.cli.{cmd_name}"), cmd_name)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        rest = super().parse_args(ctx, self._with_command(ctx, args))
        if not args and not ctx.resilient_parsing:
            raise _NothingAsked(ctx.get_help(), ctx)
        return rest

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Commands and options; a word that begins none is the path of ``sheetlint PATH``."""
        from click.shell_completion import CompletionItem

        lang = language(ctx)
        found = [
            CompletionItem(name, help=line.in_(lang))
            for name, line in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        found += click.Command.shell_complete(self, ctx, incomplete)
        return found or [CompletionItem(incomplete, type="file")]

    def _with_command(self, ctx: click.Context, args: list[str]) -> list[str]:
        """``sheetlint a.xlsx`` is ``sheetlint check a.xlsx``; options may stand before a command."""
        if not args or args[0] in COMMANDS or args[0] in _PROGRAM_OPTIONS:
            return args
        if args[0] == "--lang":
            return [*args[:2], *self._with_command(ctx, args[2:])]
        if args[0].startswith("--lang="):
            return [args[0], *self._with_command(ctx, args[1:])]
        first = self._first_word(ctx, args)
        if first < len(args) and args[first] in COMMANDS:
            return [args[first], *args[:first], *args[first + 1 :]]
        if first < len(args) and not ctx.resilient_parsing:
            _refuse_mistyped_command(ctx, args[first])
        return [_DEFAULT_COMMAND, *args]

    def _first_word(self, ctx: click.Context, args: list[str]) -> int:
        """Index of the first argument that is no option and no option's value."""
        index, valued = 0, frozenset[str]()
        while index < len(args) and args[index].startswith("-") and args[index] not in ("-", "--"):
            valued = valued or self._options_with_value(ctx)
            index += 2 if args[index] in valued else 1
        return index

    def _options_with_value(self, ctx: click.Context) -> frozenset[str]:
        default = self.get_command(ctx, _DEFAULT_COMMAND)
        assert default is not None
        return options_with_value(default)


def _refuse_mistyped_command(ctx: click.Context, word: str) -> None:
    """Raises UsageError for a word that is no path and similar to a command."""
    if not word.isalpha() or os.path.lexists(word):
        return
    from difflib import get_close_matches

    near = get_close_matches(word, COMMANDS, 1, _NEAR)
    if near:
        text = cli.DID_YOU_MEAN_COMMAND.fill(wrong=word, near=near[0])
        raise click.UsageError(text.in_(language(ctx)))


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value:
        write_output(f"sheetlint {__version__}\n")
        ctx.exit()


program = Program(
    "sheetlint",
    COMMANDS,
    cli.COMMAND_META,
    text=cli.PROGRAM_HELP,
    params=[
        Option(
            ["--version", "-V"],
            cli.VERSION,
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_version,
        ),
        Option(["--lang"], cli.LANG, type=click.Choice(messages.LANGUAGES)),
    ],
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=False,
)


def run(arguments: Sequence[str], lang: str) -> int:
    """Parse and call; the result is the exit status."""
    if lang != messages.ZH:
        return _run(arguments, lang)
    from sheetlint.messages.click_zh import translate_click

    with translate_click():
        return _run(arguments, lang)


def _run(arguments: Sequence[str], lang: str) -> int:
    try:
        result: Any = program.main(list(arguments), "sheetlint", standalone_mode=False, obj=lang)
    except _NothingAsked as error:
        write_error(error.message)
        return status.USAGE
    except click.ClickException as error:
        return _report_misuse(error, lang)
    return result if isinstance(result, int) else status.OK


def _report_misuse(error: click.ClickException, lang: str) -> int:
    ctx = getattr(error, "ctx", None)
    write_error(cli.ERROR.in_(lang) + visible(error.format_message().rstrip(".")))
    if ctx is not None:
        write_error(cli.SEE_HELP.fill(command=ctx.command_path).in_(lang))
    return status.USAGE
