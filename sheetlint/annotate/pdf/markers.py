"""What is put into a PDF: a marker over each cell, and one note at the top that sums up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from sheetlint.annotate.pdf.annotations import Marker, Note, Refused, written
from sheetlint.messages import office as words
from sheetlint.messages.text import Text
from sheetlint.readers.limits import Limits
from sheetlint.readers.pdf.document import read_pdf
from sheetlint.readers.pdf.places import Quad, places
from sheetlint.rules.decide import rank
from sheetlint.sheet.where import Where


class Said(NamedTuple):
    """One finding, as far as it goes into the file."""

    where: Where
    severity: str
    text: str


def marked(data: bytes, said: Sequence[Said], lang: str, limits: Limits) -> bytes | Text:
    """The file with its marks, or why there can be none.  Raises ``Unreadable`` like the reader."""
    found = places(data, [one.where for one in said], limits)
    together: dict[tuple[Quad, ...], list[Said]] = {}
    for one, quads in zip(said, found.quads, strict=True):
        together.setdefault(quads, []).append(one)
    lost = together.pop((), [])
    markers = [_marker(quad, own) for quads, own in together.items() for quad in quads]
    note = Note(found.first, _worst(said), "\n".join(_summary(said, lost, lang)))
    try:
        result = written(data, [*markers, note], words.RESULTS.in_(lang))
    except Refused as error:
        return error.text
    # Whoever repairs a damaged file guesses: what is handed back must still say the same.
    return result if read_pdf(result, limits) == read_pdf(data, limits) else words.DAMAGED_PDF


def _marker(quad: Quad, said: Sequence[Said]) -> Marker:
    return Marker(quad, _worst(said), "\n\n".join(one.text for one in said))


def _worst(said: Iterable[Said]) -> str:
    return max((one.severity for one in said), key=rank, default="info")


def _summary(said: Sequence[Said], lost: Sequence[Said], lang: str) -> Iterator[str]:
    yield words.RESULTS.in_(lang)
    if not said:
        yield words.NOTHING.in_(lang)
        return
    yield words.MARKED.fill(count=len(said), marked=len(said) - len(lost)).in_(lang)
    if lost:
        yield words.NOT_MARKED.in_(lang)
    for one in lost:
        yield ""
        yield one.text
