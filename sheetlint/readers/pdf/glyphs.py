"""The characters of a page, as PDFium's text layer gives them."""

from __future__ import annotations

from array import array
from itertools import repeat
from math import isfinite
from typing import Any, NamedTuple

from sheetlint.readers.pdf.characters import decode_character
from sheetlint.readers.pdf.matrix import Matrix

_IDEOGRAPHS = range(0x4E00, 0xA000)
"""Of these only the first of a text is asked whether it is one: where a font maps nothing, PDFium
gives the number of the glyph, and most are smaller."""
_ASCII = range(0x20, 0x7F)
_BOX = 16
"""Bytes of a box: left, top, right and bottom as single floats."""
_SAMPLES = 150


class Glyphs(NamedTuple):
    """Lists with one entry for each character, in the order of the file."""

    signs: list[str]
    """Nothing for what is no character."""
    objects: list[int | None]
    """The text object that draws it; None where PDFium puts a blank or a line break of its own."""
    lefts: list[float]
    tops: list[float]
    """The smaller ends of the boxes, here as in ``lefts``."""
    rights: list[float]
    bottoms: list[float]

    def turned(self, m: Matrix) -> Glyphs:
        """The glyphs transformed by a matrix that turns by quarters or mirrors."""
        a, b, c, d, e, f = m
        if b == c == 0:
            xs = _scale(self.lefts, a, e), _scale(self.rights, a, e)
            ys = _scale(self.tops, d, f), _scale(self.bottoms, d, f)
        else:
            xs = _scale(self.tops, c, e), _scale(self.bottoms, c, e)
            ys = _scale(self.lefts, b, f), _scale(self.rights, b, f)
        lefts, rights = xs if a + c > 0 else (xs[1], xs[0])
        tops, bottoms = ys if b + d > 0 else (ys[1], ys[0])
        return self._replace(lefts=lefts, tops=tops, rights=rights, bottoms=bottoms)

    def quarters(self) -> int:
        """By how many quarters the page must be turned for its lines to run from left to right."""
        steps = [0, 0, 0, 0]
        for i in range(0, len(self.signs) - 1, 1 + len(self.signs) // _SAMPLES):
            if self.objects[i] is None or self.objects[i + 1] is None:
                continue
            x, y = self.lefts[i + 1] - self.lefts[i], self.tops[i + 1] - self.tops[i]
            size = self.rights[i] - self.lefts[i] + self.bottoms[i] - self.tops[i]
            if 0 < max(abs(x), abs(y)) < size:
                way = (0 if x > 0 else 2) if abs(x) >= abs(y) else (1 if y < 0 else 3)
                steps[way] += 1
        return next((way for way in (1, 2, 3) if steps[way] > 0.8 * sum(steps)), 0)


def _scale(places: list[float], scale: float, by: float) -> list[float]:
    if scale == 1 and by == 0:
        return places
    return [scale * place + by for place in places]


def read_glyphs(functions: Any, text: int, count: int) -> Glyphs:
    """In the page's own coordinates, which count from its lower left corner."""
    code_of, object_of = functions.FPDFText_GetUnicode, functions.FPDFText_GetTextObject
    box_of = functions.FPDFText_GetLooseCharBox
    indexes = range(count)
    codes: list[int] = list(map(code_of, repeat(text), indexes))
    objects: list[int | None] = list(map(object_of, repeat(text), indexes))
    boxes = array("f", bytes(_BOX * count))
    start, _ = boxes.buffer_info()
    for index in indexes:
        box_of(text, index, start + _BOX * index)
    places = boxes.tolist()
    if not isfinite(sum(places)):
        for index in indexes:
            if not isfinite(sum(places[4 * index : 4 * index + 4])):
                objects[index] = None
    signs = _read_characters(functions, text, codes, objects)
    return Glyphs(signs, objects, places[0::4], places[3::4], places[2::4], places[1::4])


def _read_characters(
    functions: Any, text: int, codes: list[int], objects: list[int | None]
) -> list[str]:
    unmapped = functions.FPDFText_HasUnicodeMapError
    signs: list[str] = []
    drawn: int | None = None
    lost = False
    for index, (code, where) in enumerate(zip(codes, objects, strict=True)):
        if where is None:
            signs.append("")
        elif not lost and where == drawn and code in _IDEOGRAPHS:
            signs.append(chr(code))
        else:
            lost = unmapped(text, index) == 1
            signs.append(chr(code) if code in _ASCII and not lost else decode_character(code, lost))
            drawn = where
    return signs
