"""Click's commands and parameters with texts in both languages.

Click keeps a help text as a plain string, from the moment a command is declared; here the language is
known only when the program runs.  So a command is declared with both texts, and uses those of the
language (``Context.obj``) when its command line is parsed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import click

from sheetlint import messages
from sheetlint.cli.option_values import refuse_options_as_values
from sheetlint.cli.terminal import write_output
from sheetlint.messages import cli as texts
from sheetlint.messages.text import Text


def language(ctx: click.Context | None) -> str:
    """The language that the program was started in."""
    return ctx.obj if ctx is not None and isinstance(ctx.obj, str) else messages.ZH


class Option(click.Option):
    """An option; ``meta`` stands for its value in the help."""

    def __init__(
        self, declarations: Sequence[str], text: Text, meta: Text | None = None, **attributes: Any
    ) -> None:
        super().__init__(declarations, **attributes)
        self.text, self.meta = text, meta


class Argument(click.Argument):
    """An argument; ``meta`` is its name in the help."""

    def __init__(
        self, declarations: Sequence[str], meta: Text | None = None, **attributes: Any
    ) -> None:
        super().__init__(declarations, **attributes)
        self.meta = meta


class Command(click.Command):
    """A command; ``text`` is its help."""

    def __init__(self, name: str, text: Text, **attributes: Any) -> None:
        super().__init__(name, **attributes)
        self.text = text

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        lang = language(ctx)
        self.help = self.text.in_(lang)
        self.options_metavar = texts.OPTIONS_META.in_(lang)
        for param in self.params:
            if isinstance(param, Option):
                param.help = param.text.in_(lang)
            if isinstance(param, Option | Argument) and param.meta is not None:
                param.metavar = param.meta.in_(lang)
        if not ctx.resilient_parsing:
            refuse_options_as_values(self, ctx, args, lang)
        try:
            return super().parse_args(ctx, args)
        except click.NoSuchOption as error:
            raise _with_nearest_option(error, lang) from error

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = texts.SHOW_HELP.in_(language(ctx))
            option.callback = _show_help
        return option


def _with_nearest_option(error: click.NoSuchOption, lang: str) -> click.NoSuchOption:
    """The error with one suggestion: click sorts its own by letters, ``--help`` before what was meant."""
    from difflib import get_close_matches

    near = get_close_matches(error.option_name, error.possibilities or (), 1)
    if not near:
        return error
    text = texts.DID_YOU_MEAN_OPTION.fill(wrong=error.option_name, near=near[0])
    return click.NoSuchOption(error.option_name, text.in_(lang), ctx=error.ctx)


def _show_help(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        write_output(ctx.get_help() + "\n")
        ctx.exit()


class Group(Command, click.Group):
    """Commands by name, each with one line that is printed without loading the command."""

    def __init__(
        self, name: str, summaries: Mapping[str, Text], meta: Text, **attributes: Any
    ) -> None:
        super().__init__(name, **attributes)
        self.summaries, self.meta = summaries, meta

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.summaries)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        self.subcommand_metavar = self.meta.in_(language(ctx))
        return super().collect_usage_pieces(ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        lang = language(ctx)
        with formatter.section(texts.COMMANDS.in_(lang)):
            formatter.write_dl([(name, line.in_(lang)) for name, line in self.summaries.items()])


def command(name: str, text: Text) -> Callable[[Callable[..., Any]], Command]:
    """Make a command of the function below, which is called with its parameters."""
    return click.command(name, cls=Command, text=text)
