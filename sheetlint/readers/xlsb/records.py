"""A binary part as records: a code, a length and as many bytes.

Half the records of a form say nothing but how an empty cell looks, and a worksheet formatted down
to its last row has millions of them.  A regular expression passes over them where they stand next
to each other, twenty times as fast as they can be looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sheetlint.readers import refusals
from sheetlint.readers.limits import Limits

_BYTES_A_CHARACTER = 8
"""A text has two for each, and may have fonts and a reading beside it."""
_HEIGHT = rb"\x25\x06.{6}\x80\x08\x02..\x26\x00"
_BLANK = rb"\x01\x08.{8}"
_EMPTY = re.compile(
    rb"(?:"
    + _BLANK + rb"(?=[^\x0c-\x12])"  # of those the next counts its column from this one
    # A row without cells or with blank ones, when another row follows.
    + rb"|(?:" + _HEIGHT + rb")?+\x00(?:\x11.{17}|\x19.{25})(?:" + _BLANK + rb")*+"
    + rb"(?=\x00|" + _HEIGHT + rb")"
    + rb")++",
    re.DOTALL,
)  # fmt: skip


def records(
    chunks: Iterable[bytes], wanted: frozenset[int], limits: Limits
) -> Iterator[tuple[int, bytes]]:
    """Code and content of the ``wanted`` records in their order.

    Raises ``Unreadable`` for a part that ends within a record, and for too many or too large ones.
    """
    longest = _BYTES_A_CHARACTER * limits.max_text
    held = b""
    count = skipped = 0
    for chunk in chunks:
        if skipped >= len(chunk):
            # What is left of a record that nobody wants.
            skipped -= len(chunk)
            continue
        held += chunk[skipped:]
        skipped = at = 0
        while True:
            if (empty := _EMPTY.match(held, at)) is not None:
                at = empty.end()
            try:
                code, start, end = _head(held, at)
            except IndexError:
                break
            count += 1
            if count > limits.max_tags or (code in wanted and end - start > longest):
                raise refusals.too_big()
            if end > len(held):
                if code in wanted:
                    count -= 1
                    break
                skipped = end - len(held)
                at = len(held)
                break
            if code in wanted:
                yield code, held[start:end]
            at = end
        held = held[at:]
    if held or skipped:
        raise refusals.damaged()


def _head(data: bytes, at: int) -> tuple[int, int, int]:
    """The code of the record at ``at``, where its content begins and where it ends.

    Raises ``IndexError`` where the head is not whole.
    """
    code = data[at]
    at += 1
    if code & 0x80:
        code = code & 0x7F | (data[at] & 0x7F) << 7
        at += 1
    size = data[at]
    at += 1
    if size & 0x80:
        size &= 0x7F
        for shift in (7, 14, 21):
            more = data[at]
            at += 1
            size |= (more & 0x7F) << shift
            if not more & 0x80:
                break
    return code, at, at + size
