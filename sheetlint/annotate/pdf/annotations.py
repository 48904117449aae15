"""Annotations appended to a PDF as an incremental update (ISO 32000-1, 7.5.6)."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from sheetlint.annotate.colours import SEVERITY_COLOURS
from sheetlint.messages import office as messages
from sheetlint.messages.office import AUTHOR
from sheetlint.messages.text import Text
from sheetlint.readers.pdf.quads import Point, Quad

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter
    from pypdf.generic import DictionaryObject

_NAME_PREFIX = "sheetlint-"
"""Of the names of our annotations, by which a later run recognises them."""
_NOTE_SIDE, _NOTE_MARGIN = 20.0, 10.0
"""Points: size of the note and its distance from the corner of the first page."""
_PRINT_FLAG = 4
_FIXED_FLAGS = 8 | 16
"""The icon is neither scaled nor rotated with the page."""


class AnnotationRefused(Exception):
    """The PDF cannot be annotated; ``text`` says why."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


class Highlight(NamedTuple):
    """A coloured cell with the text of its findings."""

    quad: Quad
    severity: str
    text: str


class PageNote(NamedTuple):
    """A note icon in the corner of a page."""

    page: Quad
    severity: str
    text: str


def add_annotations(data: bytes, marks: Sequence[Highlight | PageNote], subject: str) -> bytes:
    """The bytes of the file with annotations appended.  Raises ``AnnotationRefused``."""
    from pypdf import PdfReader, PdfWriter

    # pypdf logs warnings for programmers, and on the terminal.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise AnnotationRefused(messages.ENCRYPTED)
        if _is_signed(reader.root_object):
            raise AnnotationRefused(messages.SIGNED)
        writer = PdfWriter(io.BytesIO(data), incremental=True)
        for page in writer.pages:
            _remove_earlier_annotations(page)
        for number, mark in enumerate(marks, 1):
            annotation = _note(mark) if isinstance(mark, PageNote) else _highlight(writer, mark)
            quad = mark.page if isinstance(mark, PageNote) else mark.quad
            _set_common_entries(annotation, mark, number, subject)
            writer.add_annotation(quad.page, annotation)
        stream = io.BytesIO()
        writer.write(stream)
    except AnnotationRefused:
        raise
    except Exception as error:
        # pypdf raises errors of any kind on a damaged file.
        raise AnnotationRefused(messages.DAMAGED_PDF) from error
    return stream.getvalue()


def _is_signed(root: Any) -> bool:
    form = root.get("/AcroForm", {}).get_object() if "/AcroForm" in root else {}
    return "/Perms" in root or bool(int(form.get("/SigFlags", 0)) & 1)


def _remove_earlier_annotations(page: PageObject) -> None:
    """Annotated copies are checked and annotated again."""
    annotations = page.annotations
    for index in reversed(range(len(annotations or ()))):
        if annotations is not None and _is_own(annotations[index].get_object()):
            del annotations[index]


def _is_own(annotation: Any) -> bool:
    return str(annotation.get("/NM", "")).startswith(_NAME_PREFIX)


def _set_common_entries(
    annotation: DictionaryObject, mark: Highlight | PageNote, number: int, subject: str
) -> None:
    from pypdf.generic import NameObject, NumberObject, TextStringObject

    annotation.update(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/NM"): TextStringObject(f"{_NAME_PREFIX}{number}"),
            NameObject("/T"): TextStringObject(AUTHOR),
            NameObject("/Subj"): TextStringObject(subject),
            NameObject("/Contents"): TextStringObject(mark.text),
            NameObject("/C"): _number_array(_rgb(mark.severity)),
        }
    )
    annotation.setdefault(NameObject("/F"), NumberObject(_PRINT_FLAG))


def _highlight(writer: PdfWriter, mark: Highlight) -> DictionaryObject:
    from pypdf.generic import DictionaryObject, NameObject

    corners = mark.quad.corners
    appearance = writer._add_object(_appearance(corners, _rgb(mark.severity)))
    return DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Highlight"),
            NameObject("/Rect"): _number_array(_bounding_box(corners)),
            NameObject("/QuadPoints"): _number_array(value for point in corners for value in point),
            NameObject("/AP"): DictionaryObject({NameObject("/N"): appearance}),
        }
    )


def _note(mark: PageNote) -> DictionaryObject:
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, NumberObject

    upper_left, upper_right, lower_left, _ = mark.page.corners
    start = _shift(upper_left, upper_left, upper_right, _NOTE_MARGIN)
    start = _shift(start, upper_left, lower_left, _NOTE_MARGIN)
    end = _shift(start, upper_left, upper_right, _NOTE_SIDE)
    end = _shift(end, upper_left, lower_left, _NOTE_SIDE)
    return DictionaryObject(
        {
            NameObject("/Subtype"): NameObject("/Text"),
            NameObject("/Rect"): _number_array(_bounding_box((start, end))),
            NameObject("/Name"): NameObject("/Note"),
            NameObject("/Open"): BooleanObject(False),
            NameObject("/F"): NumberObject(_PRINT_FLAG | _FIXED_FLAGS),
        }
    )


def _shift(point: Point, start: Point, end: Point, length: float) -> Point:
    """``point`` moved by ``length`` in the direction from ``start`` to ``end``."""
    x, y = start
    distance = abs(end[0] - x) + abs(end[1] - y)
    return (
        point[0] + (end[0] - x) * length / distance,
        point[1] + (end[1] - y) * length / distance,
    )


def _appearance(corners: Sequence[Point], colour: Sequence[float]) -> Any:
    """The drawing of a highlight, which blends with the text under it."""
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    blend = DictionaryObject({NameObject("/BM"): NameObject("/Multiply")})
    states = DictionaryObject({NameObject("/G"): blend})
    first, second, third, fourth = (f"{x:.2f} {y:.2f}" for x, y in corners)
    fill = " ".join(f"{part:.3f}" for part in colour)
    stream = DecodedStreamObject()
    stream.set_data(
        f"/G gs {fill} rg {first} m {second} l {fourth} l {third} l h f".encode("ascii")
    )
    stream.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): _number_array(_bounding_box(corners)),
            NameObject("/Resources"): DictionaryObject({NameObject("/ExtGState"): states}),
        }
    )
    return stream


def _rgb(severity: str) -> list[float]:
    """Red, green and blue from 0 to 1."""
    return [part / 255 for part in bytes.fromhex(SEVERITY_COLOURS[severity])]


def _bounding_box(points: Sequence[Point]) -> tuple[float, float, float, float]:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs), max(ys)


def _number_array(values: Iterable[float]) -> Any:
    from pypdf.generic import ArrayObject, FloatObject

    return ArrayObject(FloatObject(f"{value:.3f}") for value in values)
