"""The terminal: what it can show, and writing to it.

A Chinese Windows console uses GBK, which has no ``✗`` and no ``›``; a pipe may be closed by its
reader, and a program may be started without streams.  None of these stops the program.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TextIO

MIN_WIDTH = 40
"""Columns below which a report is not readable any more."""
_REDIRECTED_WIDTH = 100
_SUBSTITUTES = {
    "✗": "×",
    "✓": "√",
    "›": ">",
    "▸": ">",
    "⟦": "[",
    "⟧": "]",
    "\u2212": "-",
    "\xa0": " ",
}
_PLAIN = {"×": "x", "√": "v", "─": "-", "━": "=", "│": "|", "·": "-", "→": "->", "÷": "/"}
_HANDLER = "sheetlint.terminal"


class CannotPrint(Exception):
    """The standard output cannot be written, other than because its reader has gone."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


def prepare_streams() -> None:
    """Make both streams write whatever they are given, in the encoding that they have."""
    import codecs

    _open_missing_streams()
    codecs.register_error(_HANDLER, _replace_unencodable)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=_HANDLER)


def _open_missing_streams() -> None:
    """A stream that the program was started without (``>&-``) leads nowhere.

    Left closed, its number would be that of the next file that is opened, and child processes would
    print into that file.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, os.fdopen(nowhere, mode, encoding="utf-8"))


def _replace_unencodable(error: UnicodeError) -> tuple[str, int]:
    """A sign that looks alike where there is one, else the character's number."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(_substitute(char, error.encoding) for char in wrong), error.end


def _substitute(char: str, encoding: str) -> str:
    for substitute in (_SUBSTITUTES.get(char, ""), _PLAIN.get(_SUBSTITUTES.get(char, char), "")):
        if substitute:
            try:
                substitute.encode(encoding)
            except UnicodeEncodeError:
                continue
            return substitute
    return char.encode("ascii", "backslashreplace").decode()


def use_colour(stream: TextIO, environment: Mapping[str, str], refused: bool = False) -> bool:
    """Whether to use colour: at a terminal, unless it is refused."""
    if refused or environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def width(stream: TextIO, environment: Mapping[str, str], wanted: int | None = None) -> int:
    """Columns to write in: as asked for, as the terminal has, or enough for a file."""
    if wanted is None:
        columns = environment.get("COLUMNS", "")
        wanted = int(columns) if columns.isdigit() and int(columns) else None
    if wanted is None and stream.isatty():
        try:
            wanted = os.get_terminal_size(stream.fileno()).columns
        except (OSError, ValueError):
            wanted = None
    return max(wanted or _REDIRECTED_WIDTH, MIN_WIDTH)


def write_output(text: str, colour: bool = False) -> bool:
    """To the standard output.  Returns False where the reader has closed it, which is no error.

    Raises CannotPrint where it cannot be written for another reason: the disk is full.
    """
    try:
        if colour and os.name == "nt":
            # An old console there does not understand colour codes; click translates them.
            from click import echo

            echo(text, nl=False, color=True)
        else:
            sys.stdout.write(text)
            sys.stdout.flush()
    except BrokenPipeError:
        _lead_nowhere(sys.stdout)
        return False
    except OSError as error:
        _lead_nowhere(sys.stdout)
        raise CannotPrint(error) from error
    return True


def write_error(text: str) -> None:
    """To the standard error output, for what is not a result.  Where nobody can be told, nothing is."""
    try:
        sys.stderr.write(text + "\n")
        sys.stderr.flush()
    except OSError:
        _lead_nowhere(sys.stderr)


def _lead_nowhere(stream: TextIO) -> None:
    """Python writes what is left in the stream when it ends: to nowhere, instead of failing again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
