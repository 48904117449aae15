"""``sheetlint completion``: what a shell needs to complete commands and options."""

from __future__ import annotations

import click

from sheetlint.cli import options as shared
from sheetlint.cli import status
from sheetlint.cli.bilingual import Argument, command
from sheetlint.cli.terminal import write_output
from sheetlint.messages import cli as texts

_SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_SHEETLINT_COMPLETE"


@command("completion", texts.COMPLETION_HELP)
@click.argument("shell", cls=Argument, type=click.Choice(_SHELLS))
@shared.lang
def completion(shell: str, lang: str | None) -> int:
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None
    program = click.get_current_context().find_root().command
    script = made(program, {}, "sheetlint", _VARIABLE)
    # ``source_template`` and not ``source()``: the latter starts the shell to ask for its version.
    write_output(script.source_template % script.source_vars() + "\n")
    return status.OK
