"""Refuses options that are followed by another option where their value should be.

Click takes whatever comes next for the value, ``--ignore`` in ``--select --ignore`` too.
"""

from __future__ import annotations

from collections.abc import Sequence

import click

from sheetlint.messages import cli as texts


def refuse_options_as_values(
    command: click.Command, ctx: click.Context, arguments: Sequence[str], lang: str
) -> None:
    """Raises BadOptionUsage.  A value that begins with a hyphen is written ``--option=-value``; a
    hyphen alone is a value."""
    valued = options_with_value(command)
    words = iter(arguments)
    for word in words:
        if word == "--" or not (ctx.allow_interspersed_args or word.startswith("-")):
            return
        option = _waits_for_value(word, valued)
        value = next(words, None) if option else None
        if option and value is not None and value.startswith("-") and value != "-":
            raise click.BadOptionUsage(option, texts.NO_VALUE.fill(option=option).in_(lang), ctx)


def options_with_value(command: click.Command) -> frozenset[str]:
    """The spellings of the options that take a value."""
    return frozenset(
        name
        for param in command.params
        if isinstance(param, click.Option) and not param.is_flag
        for name in param.opts
    )


def _waits_for_value(word: str, valued: frozenset[str]) -> str | None:
    """The option whose value is the next word; it may be the last of several letters (``-qo``)."""
    if word in valued:
        return word
    if word.startswith("--") or not word.startswith("-"):
        return None
    first = next((n for n, letter in enumerate(word) if f"-{letter}" in valued), 0)
    return f"-{word[first]}" if first and first == len(word) - 1 else None
