"""What is drawn on a page: runs of characters and rulings, as a person sees the page upright.

Coordinates are points from the upper left corner, with /Rotate, the matrices of objects and of
form XObjects carried out.
"""

from __future__ import annotations

from ctypes import addressof, c_int, c_uint, c_void_p, cast
from typing import Any, NamedTuple

from sheetlint.readers.pdf.characters import UNDECODABLE, character
from sheetlint.readers.pdf.library import Budget, direct, page_of
from sheetlint.readers.pdf.paths import FAR, Matrix, Rulings, paths_of, product

_GAP = 1.2
"""A blank of so many character heights ends a run."""
_IDEOGRAPHS = 0x4E00
"""From here on only the first character of a text is asked whether it is one: where a font maps
nothing, PDFium gives the number of the glyph, and most are smaller."""
_SAME = 1.5
"""Text drawn twice stands off by less than this (fake bold, shadows)."""


class Run:
    """Characters drawn next to each other on a line, in the order of the file."""

    __slots__ = ("bottom", "left", "lefts", "right", "rights", "signs", "size", "text", "top")

    def __init__(
        self, signs: list[str], lefts: list[float], rights: list[float], top: float, bottom: float
    ) -> None:
        self.signs, self.lefts, self.rights = signs, lefts, rights
        self.top, self.bottom = top, bottom
        self.text = "".join(signs)
        self.left, self.right = min(lefts), max(rights)
        self.size = max(bottom - top, *(r - x for x, r in zip(lefts, rights, strict=True)))
        """About the height of a line; boxes are flat where a font says nothing of its own."""

    def part(self, start: int, end: int) -> Run:
        """Some of its characters."""
        span = slice(start, end)
        return Run(self.signs[span], self.lefts[span], self.rights[span], self.top, self.bottom)


class Drawn(NamedTuple):
    """One page."""

    width: float
    height: float
    runs: list[Run]
    rulings: Rulings
    images: bool
    characters: int
    unknown: int
    """Characters whose code the font does not say."""


def draw(functions: Any, document: Any, index: int, budget: Budget) -> Drawn:
    """Everything on one page.  Raises ``Unreadable``."""
    with page_of(functions, document, index) as (page, text):
        turn, width, height = _upright(functions, page)
        rulings, images = paths_of(functions, page, turn, budget)
        count = max(functions.FPDFText_CountChars(text), 0)
        budget.spend("characters", count)
        runs, quarter = _runs(functions, text, count, turn)
        if quarter:
            # The page lies on its side: it is read once more, turned.
            extra, width, height = _turned(quarter, width, height)
            rulings = rulings.turned(extra)
            runs, _ = _runs(functions, text, count, product(turn, extra))
    known = unknown = 0
    for run in runs:
        known += len(run.text) - run.text.count(" ")
        unknown += run.text.count(UNDECODABLE)
    return Drawn(width, height, _once(runs), rulings, images, known, unknown)


def _upright(functions: Any, page: Any) -> tuple[Matrix, float, float]:
    """From the page's own coordinates to the upright page, and its size."""
    box = functions.FS_RECTF()
    functions.FPDF_GetPageBoundingBox(page, box)
    left, right = sorted((box.left, box.right))
    bottom, top = sorted((box.bottom, box.top))
    width, height = right - left, top - bottom
    quarter = functions.FPDFPage_GetRotation(page)
    if quarter == 1:
        return (0, 1, 1, 0, -bottom, -left), height, width
    if quarter == 2:
        return (-1, 0, 0, 1, right, -bottom), width, height
    if quarter == 3:
        return (0, -1, -1, 0, top, right), height, width
    return (1, 0, 0, -1, -left, top), width, height


def _runs(functions: Any, text: Any, count: int, turn: Matrix) -> tuple[list[Run], int]:
    """The characters in runs, and by how many quarters the page must be turned to read them.

    A run ends where PDFium puts a blank or a line break of its own, where the text object ends, and
    where the next character stands elsewhere.
    """
    generated, unmapped = functions.FPDFText_IsGenerated, functions.FPDFText_HasUnicodeMapError
    code_of = direct(functions.FPDFText_GetUnicode, c_uint, c_void_p, c_int)
    loose = direct(functions.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)
    object_of = direct(functions.FPDFText_GetTextObject, c_void_p, c_void_p, c_int)
    handle = cast(text, c_void_p)
    a, b, c, d, e, f = turn
    box = functions.FS_RECTF()
    reference = c_void_p(addressof(box))
    runs: list[Run] = []
    across = back = up = down = 0.0
    signs: list[str] = []
    lefts: list[float] = []
    rights: list[float] = []
    top = bottom = left = right = last_top = last_bottom = 0.0
    drawn = 0
    lost = False
    for index in range(count):
        code = code_of(handle, index)
        if code <= 32 and generated(text, index) == 1:
            drawn = 0
            continue
        where = object_of(handle, index) or -1
        asked = code < _IDEOGRAPHS or where != drawn or lost
        lost = asked and unmapped(text, index) == 1
        sign = character(code, lost)
        if not sign or not loose(handle, index, reference):
            continue
        x0, y0 = a * box.left + c * box.bottom + e, b * box.left + d * box.bottom + f
        x1, y1 = a * box.right + c * box.top + e, b * box.right + d * box.top + f
        if x0 > x1:
            x0, x1 = x1, x0
        if y0 > y1:
            y0, y1 = y1, y0
        if not (x0 > -FAR and x1 < FAR and y0 > -FAR and y1 < FAR):
            continue
        if where == drawn:
            size = min(last_bottom - last_top, y1 - y0)
            if abs(x0 - left) >= abs(y0 - last_top):
                if x0 >= left:
                    across += x0 - left
                else:
                    back += left - x0
            elif y0 < last_top:
                up += last_top - y0
            else:
                down += y0 - last_top
            apart = (
                min(last_bottom, y1) - max(last_top, y0) < 0.5 * size
                or x0 - right > _GAP * size
                or x1 < left - size
            )
        else:
            apart = True
        if apart:
            if signs:
                runs.append(Run(signs, lefts, rights, top, bottom))
            signs, lefts, rights, top, bottom = [], [], [], y0, y1
        signs.append(sign)
        lefts.append(x0)
        rights.append(x1)
        top, bottom = min(top, y0), max(bottom, y1)
        left, right, last_top, last_bottom, drawn = x0, x1, y0, y1, where
    if signs:
        runs.append(Run(signs, lefts, rights, top, bottom))
    runs = [run for run in runs if not run.text.isspace()]
    whole = across + back + up + down
    lies = next((n for n, share in ((1, up), (2, back), (3, down)) if share > 0.8 * whole), 0)
    return runs, lies


def _turned(quarter: int, width: float, height: float) -> tuple[Matrix, float, float]:
    if quarter == 1:
        return (0, 1, -1, 0, height, 0), height, width
    if quarter == 2:
        return (-1, 0, 0, -1, width, height), width, height
    return (0, -1, 1, 0, 0, width), height, width


def _once(runs: list[Run]) -> list[Run]:
    """Without those drawn a second time over the first."""
    seen: dict[str, list[Run]] = {}
    kept: list[Run] = []
    for run in runs:
        same = seen.setdefault(run.text, [])
        if any(abs(o.left - run.left) < _SAME and abs(o.top - run.top) < _SAME for o in same[-40:]):
            continue
        same.append(run)
        kept.append(run)
    return kept
