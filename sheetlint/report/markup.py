"""Text of sheets escaped for Markdown and HTML.

Code hosts go on where Markdown ends: they call people (``@name``) and link issues (``#1``) and
addresses.  An HTML comment, invisible to the reader, between the sign and what follows prevents it.
"""

from __future__ import annotations

import re
from html import escape

from sheetlint.messages.visible import visible

_NOTHING = "<!-- -->"
_CALLING = r"[@#](?=\w)|!(?=\d)|:(?=[/\w])"
_CALLS = re.compile(_CALLING)
_MARKS = re.compile(rf"{_CALLING}|[\\`*_{{}}\[\]|~$#@&<>]|(?<=www)\.", re.IGNORECASE)


def escape_markdown(text: str) -> str:
    """One line of text, to stand anywhere but at the head of a line."""
    return _MARKS.sub(_escape_mark, visible(text))


def _escape_mark(match: re.Match[str]) -> str:
    mark = match[0]
    if mark in "&<>":
        return escape(mark)
    called = _CALLS.match(match.string, match.start())
    return f"\\{mark}{_NOTHING}" if called else f"\\{mark}"


def escape_html(text: str) -> str:
    """One line of text inside HTML."""
    # The comments come first: an entity has a sign of its own (``&#x27;``).
    pieces = _CALLS.sub(lambda match: f"{match[0]}\0", visible(text))
    return escape(pieces).replace("\0", _NOTHING)
