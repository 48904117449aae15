"""The terminal: what it can show, and writing to it.

A Chinese Windows console speaks GBK, which has no ``✗`` and no ``›``; a file may be read by anything;
a pipe may be closed by its reader.  None of that is a reason to stop.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TextIO

NARROWEST = 40
"""Columns below which a report is not readable any more."""
_REDIRECTED_WIDTH = 100
_STAND_INS = {
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


def prepare_streams() -> None:
    """Make both streams write whatever they are given, in the encoding that they have."""
    import codecs

    codecs.register_error(_HANDLER, _replaced)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors=_HANDLER)


def _replaced(error: UnicodeError) -> tuple[str, int]:
    """A sign that looks alike where there is one, else the character's number."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(_stand_in(char, error.encoding) for char in wrong), error.end


def _stand_in(char: str, encoding: str) -> str:
    for stand_in in (_STAND_INS.get(char, ""), _PLAIN.get(_STAND_INS.get(char, char), "")):
        if stand_in:
            try:
                stand_in.encode(encoding)
            except UnicodeEncodeError:
                continue
            return stand_in
    return char.encode("ascii", "backslashreplace").decode()


def use_colour(stream: TextIO, environment: Mapping[str, str], refused: bool = False) -> bool:
    """Colour for a person at a terminal, unless he does not want it."""
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
    return max(wanted or _REDIRECTED_WIDTH, NARROWEST)


def write_output(text: str, colour: bool = False) -> bool:
    """To the standard output.  A reader that has seen enough is no error: False says that he has."""
    try:
        if colour and os.name == "nt":
            # An old console there does not understand colour codes; click translates them.
            from click import echo

            echo(text, nl=False, color=True)
        else:
            sys.stdout.write(text)
            sys.stdout.flush()
    except BrokenPipeError:
        # Python writes what is left when it ends: to nowhere, instead of into a broken pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return False
    return True


def write_error(text: str) -> None:
    """To the standard error output, for what is not a result."""
    sys.stderr.write(text + "\n")
