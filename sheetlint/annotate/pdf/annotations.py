"""Annotations written behind the end of a PDF, as its own format provides for changes."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sheetlint.annotate.colours import SHADES
from sheetlint.messages import office as words
from sheetlint.messages.office import AUTHOR
from sheetlint.messages.text import Text
from sheetlint.readers.pdf.places import Point, Quad

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter
    from pypdf.generic import DictionaryObject

_NAME = "sheetlint-"
"""Begins the names of our annotations, by which a later run knows them."""
_SIDE, _MARGIN = 20.0, 10.0
"""Of the note at the top of the first page, in points."""
_PRINT = 4
_FIXED = 8 | 16
"""The icon neither grows nor turns with the page."""


class Refused(Exception):
    """``text`` says why nothing can be put in."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Marker(NamedTuple):
    """A coloured cell with what is said of it."""

    quad: Quad
    severity: str
    text: str


class Note(NamedTuple):
    """An icon in the corner of a page."""

    page: Quad
    severity: str
    text: str


def written(data: bytes, marks: Sequence[Marker | Note], subject: str) -> bytes:
    """The bytes of the file, and behind them what has changed.  Raises ``Refused``."""
    from pypdf import PdfReader, PdfWriter

    # What it has to say of a file is for programmers, and it says it on the terminal.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise Refused(words.ENCRYPTED)
        if _is_signed(reader.root_object):
            raise Refused(words.SIGNED)
        writer = PdfWriter(io.BytesIO(data), incremental=True)
        for page in writer.pages:
            _take_out(page)
        for number, mark in enumerate(marks, 1):
            about = _note(mark) if isinstance(mark, Note) else _marker(writer, mark)
            quad = mark.page if isinstance(mark, Note) else mark.quad
            writer.add_annotation(quad.page, _named(about, mark, number, subject))
        stream = io.BytesIO()
        writer.write(stream)
    except Refused:
        raise
    except Exception as error:
        # pypdf raises whatever Python does on the way through a damaged file.
        raise Refused(words.DAMAGED_PDF) from error
    return stream.getvalue()


def _is_signed(root: Any) -> bool:
    form = root.get("/AcroForm", {}).get_object() if "/AcroForm" in root else {}
    return "/Perms" in root or bool(int(form.get("/SigFlags", 0)) & 1)


def _take_out(page: PageObject) -> None:
    """The annotations of an earlier run: a copy may come back for checking."""
    annotations = page.annotations
    for index in reversed(range(len(annotations or ()))):
        if annotations is not None and _is_own(annotations[index].get_object()):
            del annotations[index]


def _is_own(annotation: Any) -> bool:
    return str(annotation.get("/NM", "")).startswith(_NAME)


def _named(
    about: DictionaryObject, mark: Marker | Note, number: int, subject: str
) -> DictionaryObject:
    from pypdf.generic import NameObject, NumberObject, TextStringObject

    about.update(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/NM"): TextStringObject(f"{_NAME}{number}"),
            NameObject("/T"): TextStringObject(AUTHOR),
            NameObject("/Subj"): TextStringObject(subject),
            NameObject("/Contents"): TextStringObject(mark.text),
            NameObject("/C"): _numbers(_colour(mark.severity)),
        }
    )
    about.setdefault(NameObject("/F"), NumberObject(_PRINT))
    return about


def _marker(writer: PdfWriter, mark: Marker) -> DictionaryObject:
    from pypdf.generic import DictionaryObject, NameObject

    corners = mark.quad.corners
    look = writer._add_object(_look(corners, _colour(mark.severity)))
    return DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Highlight"),
            NameObject("/Rect"): _numbers(_around(corners)),
            NameObject("/QuadPoints"): _numbers(value for point in corners for value in point),
            NameObject("/AP"): DictionaryObject({NameObject("/N"): look}),
        }
    )


def _note(mark: Note) -> DictionaryObject:
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, NumberObject

    upper_left, upper_right, lower_left, _ = mark.page.corners
    start = _towards(_towards(upper_left, upper_right, _MARGIN), lower_left, _MARGIN, upper_left)
    end = _towards(_towards(start, upper_right, _SIDE, upper_left), lower_left, _SIDE, upper_left)
    return DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Text"),
            NameObject("/Rect"): _numbers(_around((start, end))),
            NameObject("/Name"): NameObject("/Note"),
            NameObject("/Open"): BooleanObject(False),
            NameObject("/F"): NumberObject(_PRINT | _FIXED),
        }
    )


def _towards(point: Point, end: Point, length: float, start: Point | None = None) -> Point:
    """So far from ``point`` in the direction from ``start`` (itself) to ``end``."""
    x, y = start or point
    whole = abs(end[0] - x) + abs(end[1] - y)
    return point[0] + (end[0] - x) * length / whole, point[1] + (end[1] - y) * length / whole


def _look(corners: Sequence[Point], colour: Sequence[float]) -> Any:
    """How it is drawn, for programs that do not know by themselves: over the text like ink."""
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    shade = DictionaryObject({NameObject("/BM"): NameObject("/Multiply")})
    states = DictionaryObject({NameObject("/G"): shade})
    first, second, third, fourth = (f"{x:.2f} {y:.2f}" for x, y in corners)
    filled = " ".join(f"{part:.3f}" for part in colour)
    stream = DecodedStreamObject()
    stream.set_data(
        f"/G gs {filled} rg {first} m {second} l {fourth} l {third} l h f".encode("ascii")
    )
    stream.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): _numbers(_around(corners)),
            NameObject("/Resources"): DictionaryObject({NameObject("/ExtGState"): states}),
        }
    )
    return stream


def _colour(severity: str) -> list[float]:
    """Shares of red, green and blue."""
    return [part / 255 for part in bytes.fromhex(SHADES[severity])]


def _around(points: Sequence[Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _numbers(values: Iterable[float]) -> Any:
    from pypdf.generic import ArrayObject, FloatObject

    return ArrayObject(FloatObject(f"{value:.3f}") for value in values)
