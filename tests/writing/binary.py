"""Files of the old formats: workbooks of Excel 97 and documents of Word 97."""

from __future__ import annotations

import struct

from tests.readers import biff, word
from tests.writing.boxes import Box, Drawing, in_table, lines_above
from tests.writing.figures import shown
from tests.writing.workbooks import names_of

_FIRST_OWN_FORMAT = 164
_MOST_OF_A_RECORD = 8000
_RESTART, _CONTINUE = 0x60, 0x20
_COLUMN = 900


# ── workbooks ───────────────────────────────────────────────────────────────────────────────────


def as_xls(*drawings: Drawing) -> bytes:
    """Figures with their formats, texts in the table of shared strings, merged cells."""
    codes: dict[str, int] = {}
    texts: dict[str, int] = {}
    sheets = [_worksheet(drawing, codes, texts) for drawing in drawings]
    formats = b"".join(
        biff.record(0x041E, struct.pack("<H", _FIRST_OWN_FORMAT + n) + biff.text(code))
        for code, n in codes.items()
    )
    styles = [0, *(_FIRST_OWN_FORMAT + n for n in codes.values())]
    before = formats + b"".join(map(biff.style, styles)) + _shared(list(texts))
    names = tuple(biff.text(name, "B") for name in names_of(drawings))
    return biff.workbook(*sheets, before=before, names=names)


def _worksheet(drawing: Drawing, codes: dict[str, int], texts: dict[str, int]) -> bytes:
    cells, ranges = b"", []
    for box in sorted(drawing.boxes, key=lambda box: (box.row, box.column)):
        figure = shown(box)
        if figure is not None:
            style = 1 + codes.setdefault(figure.code, len(codes))
            cells += biff.number(box.row, box.column, figure.number, style)
        elif box.text:
            cells += biff.shared(box.row, box.column, texts.setdefault(box.text, len(texts)))
        if box.rows > 1 or box.columns > 1:
            last = box.row + box.rows - 1, box.column + box.columns - 1
            ranges.append((box.row, last[0], box.column, last[1]))
    return cells + biff.merged(*ranges)


def _shared(texts: list[str]) -> bytes:
    pieces = [b""]
    for text in map(biff.text, texts):
        if len(pieces[-1]) + len(text) > _MOST_OF_A_RECORD:
            pieces.append(b"")
        pieces[-1] += text
    return biff.strings(len(texts), *pieces)


# ── documents ───────────────────────────────────────────────────────────────────────────────────


def as_doc(*drawings: Drawing) -> bytes:
    paragraphs: list[word.Paragraph] = []
    for drawing in drawings:
        paragraphs += [word.paragraph(_broken(line)) for line in lines_above(drawing)]
        paragraphs += _table(in_table(drawing))
        paragraphs.append(word.paragraph(""))
    return word.document(*paragraphs)


def _table(drawing: Drawing) -> list[word.Paragraph]:
    owner = {
        (box.row + r, box.column + c): box
        for box in drawing.boxes
        for r in range(box.rows)
        for c in range(box.columns)
    }
    paragraphs: list[word.Paragraph] = []
    for row in range(drawing.height):
        texts, edges, flags, column = [], [0], [], 0
        while column < drawing.width:
            box = owner.get((row, column)) or Box(row, column, "")
            texts.append(_broken(box.text) if row == box.row else "")
            flags.append(0 if box.rows == 1 else _RESTART if row == box.row else _CONTINUE)
            column += box.columns
            edges.append(column * _COLUMN)
        paragraphs += word.row(*texts, about=word.shape(edges, flags))
    return paragraphs


def _broken(text: str) -> str:
    return text.replace("\n", "\x0b")
