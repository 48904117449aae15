"""Runs the program: from the arguments to an exit status."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from sheetlint import messages
from sheetlint.cli import status
from sheetlint.cli.app import run
from sheetlint.cli.configuration import Refused
from sheetlint.cli.terminal import CannotPrint, prepare_streams, write_error
from sheetlint.messages import cli as texts
from sheetlint.messages.os_errors import os_error_text
from sheetlint.messages.visible import visible
from sheetlint.system.extras import MissingExtra
from sheetlint.system.interruption import Interrupted, find_interruption

_TRACEBACK = "SHEETLINT_TRACEBACK"


def main(arguments: Sequence[str]) -> int:
    """Run the program; the result is the exit status."""
    prepare_streams()
    lang = find_language(arguments)
    return run_guarded(lambda: run(arguments, lang), lang)


def run_guarded(run: Callable[[], int], lang: str) -> int:
    """Turn exceptions that end a run into a message and an exit status."""
    try:
        return run()
    except Refused as error:
        write_error(texts.ERROR.in_(error.lang) + visible(error.text.in_(error.lang)))
        return error.exit_status
    except MissingExtra as error:
        write_error(texts.ERROR.in_(lang) + error.text.in_(lang))
        return status.USAGE
    except CannotPrint as error:
        reason = os_error_text(error.error)
        write_error(texts.CANNOT_PRINT.fill(reason=reason).in_(lang))
        return status.FAILED
    except Exception as error:
        interruption = find_interruption(error)
        if interruption is not None:
            raise interruption from None
        # A bug.  The clerk gets one sentence, a developer the traceback.
        if os.environ.get(_TRACEBACK):
            import traceback

            write_error("".join(traceback.format_exception(error)))
        problem = visible(f"{type(error).__name__}: {error}")
        write_error(texts.TOOL_FAILED.fill(error=problem, variable=_TRACEBACK).in_(lang))
        return status.FAILED


def report_interruption(stop: Interrupted, arguments: Sequence[str]) -> int:
    """Say that the run was ended before its time; the result is the exit status."""
    prepare_streams()
    write_error(texts.INTERRUPTED.in_(find_language(arguments)))
    return stop.status


def find_language(arguments: Sequence[str]) -> str:
    """The language, which help texts and errors of the parser need before anything is parsed."""
    for i, argument in enumerate(arguments):
        if argument == "--":
            break
        name, given, value = argument.partition("=")
        if name == "--lang":
            value = value if given else next(iter(arguments[i + 1 : i + 2]), "")
            if value in messages.LANGUAGES:
                return value
    return messages.choose_language(os.environ)
