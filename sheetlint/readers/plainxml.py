"""Elements that every program writes alike, taken out of a part before it is parsed.

A parser calls back for every tag, and a worksheet has four for each cell.  Where thousands of
elements have one shape, a regular expression reads them several times as fast.  It takes what it
knows to the last character; all else goes on to the parser, in its turn, and so does everything
around the elements.  What a part says does not depend on which of the two has read it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator
from functools import partial
from typing import NamedTuple

ATTRIBUTE = r' [A-Za-z][A-Za-z0-9:.]*="[^"<&]*"'
_MOST_HELD = 1 << 20
"""Bytes of one element, or before the first: the parser takes over from something longer."""
_DECLARATION = re.compile(rb"(?:\xef\xbb\xbf)?<\?xml[^>]*\?>")
_OTHER_ENCODING = re.compile(rb"encoding\s*=\s*[\"'](?!utf-8[\"'])", re.IGNORECASE)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n")
_NOT_XML = ("\ufffe", "\uffff", "]]>")
_CHARACTER = re.compile(
    "&#([1-4][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-3]|[1-9][0-9]{3}"
    "|[2-9][0-9]{2}|1[3-9][0-9]|12[89]);"
)
"""What programs write that keep to ASCII: the number of a character.  From 128 on it is none that
a tag is made of, so that it may be resolved before."""
_OTHER_REFERENCE = re.compile("&(?!(?:amp|lt|gt|quot|apos);)")
_REFERENCE = re.compile("&[a-z]+;")
_NAMED = {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&"}


class Run(NamedTuple):
    """Where the elements stand."""

    opening: re.Pattern[bytes]
    """The tag before the first of them."""
    start: bytes
    """How each begins, ``<row``."""
    end: bytes
    closing: bytes
    """The tag behind the last."""


Take = Callable[[str, int], int]
"""Takes elements of the text from a position on.  Gives the place behind them; -1 for none."""
Left = Callable[[str], Iterator[str]]
"""Takes what it knows out of a text that ends between two elements.  Gives what is left, and what
is given has been parsed when it is asked for more."""


def without_plain(chunks: Iterable[bytes], run: Run, take: Take) -> Iterator[bytes]:
    """The XML that is left for the parser where elements stand in a row, piece by piece."""
    return left_of(chunks, run, partial(_row_left, run, take))


def left_of(chunks: Iterable[bytes], run: Run, left: Left) -> Iterator[bytes]:
    """The same, with whatever way of taking them out."""
    stream = iter(chunks)
    held = b""
    for chunk in stream:
        held += chunk
        opening = run.opening.search(held)
        if opening is not None:
            head, held = held[: opening.end()], held[opening.end() :]
            yield head
            if _usual(head):
                held = yield from _elements(held, stream, run, left)
            break
        if len(held) > _MOST_HELD:
            break
    yield held
    yield from stream


def _elements(
    held: bytes, stream: Iterator[bytes], run: Run, left: Left
) -> Generator[bytes, None, bytes]:
    """Everything up to the closing tag; what is held then is left for the parser."""
    while True:
        closing = held.find(run.closing)
        cut = closing if closing >= 0 else held.rfind(run.start)
        if cut > 0:
            piece, held = held[:cut], held[cut:]
            if _hides(piece):
                yield piece
                return held
            text = _plain_text(piece)
            if text is None:
                yield piece
            else:
                yield from map(str.encode, left(text))
        chunk = next(stream, b"")
        if closing >= 0 or not chunk or len(held) > _MOST_HELD:
            return held + chunk
        held += chunk


def _usual(head: bytes) -> bool:
    """UTF-8, and nothing but tags."""
    declaration = _DECLARATION.match(head)
    if declaration is None:
        return not _hides(head)
    return not _OTHER_ENCODING.search(declaration[0]) and not _hides(head[declaration.end() :])


def _hides(piece: bytes) -> bool:
    """A comment, a section or an instruction: what looks like an element may be none."""
    return b"<!" in piece or b"<?" in piece


def _row_left(run: Run, take: Take, text: str) -> Iterator[str]:
    end = run.end.decode()
    at = 0
    while at < len(text):
        taken = take(text, at)
        if taken < 0:
            taken = text.find(end, at) + len(end)
            taken = len(text) if taken < len(end) else taken
            yield text[at:taken]
        at = taken


def _plain_text(piece: bytes) -> str | None:
    """The characters, where they are what XML has and what it reads as it stands."""
    if len(piece.translate(None, _CONTROLS)) < len(piece):
        return None
    try:
        text = piece.decode()
    except UnicodeDecodeError:
        return None
    if any(signs in text for signs in _NOT_XML):
        return None
    if "&#" in text:
        parts = _CHARACTER.split(text)
        parts[1::2] = map(chr, map(int, parts[1::2]))
        text = "".join(parts)
    return None if "&" in text and _OTHER_REFERENCE.search(text) else text


def resolved(text: str) -> str:
    """Character data with the references that ``without_plain`` lets through."""
    return _REFERENCE.sub(lambda found: _NAMED[found[0]], text) if "&" in text else text
