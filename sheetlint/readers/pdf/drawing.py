"""What is drawn on a page: runs of characters and rulings, as a person sees the page upright.

Coordinates are points from the upper left corner, with /Rotate, the matrices of objects and of
form XObjects carried out.
"""

from __future__ import annotations

from ctypes import addressof, c_float
from typing import Any, NamedTuple

from sheetlint.readers.pdf.characters import UNDECODABLE
from sheetlint.readers.pdf.glyphs import read_glyphs
from sheetlint.readers.pdf.library import Budget, open_page
from sheetlint.readers.pdf.matrix import Matrix, combine, quarter_turn
from sheetlint.readers.pdf.paths import read_objects
from sheetlint.readers.pdf.rulings import Rulings
from sheetlint.readers.pdf.runs import Run, group_runs, remove_repeated
from sheetlint.readers.pdf.typed_over import find_typed_over

_BOX = c_float * 4


class DrawnPage(NamedTuple):
    """One page."""

    width: float
    height: float
    runs: list[Run]
    """Those beyond the edges of the page among them, where nobody sees them."""
    rulings: Rulings
    images: bool
    characters: int
    unknown: int
    """Characters whose code the font does not say."""
    turn: Matrix
    """From the page's own coordinates to these."""
    marks: list[Run]
    """Places at which a person reads something that the text layer does not hold."""
    invisible: bool
    """Some of the text is there to be copied and not to be seen, as under the picture of a scan."""

    def is_visible(self, run: Run) -> bool:
        """It stands on the page, or partly."""
        return run.left < self.width and run.right > 0 and run.top < self.height and run.bottom > 0


def read_drawing(functions: Any, document: int, index: int, budget: Budget) -> DrawnPage:
    """Everything on one page.  Raises ``Unreadable``."""
    with open_page(functions, document, index) as (page, text):
        turn, width, height = _upright(functions, page)
        count = max(functions.FPDFText_CountChars(text), 0)
        budget.spend("characters", count)
        glyphs = read_glyphs(functions, text, count).turned(turn)
        if turns := glyphs.quarters():
            # What is written on the page lies on its side.
            extra = quarter_turn(turns, width, height)
            glyphs, turn = glyphs.turned(extra), combine(turn, extra)
            width, height = (width, height) if turns == 2 else (height, width)
        drawn = read_objects(functions, page, turn, budget, set(glyphs.objects))
        drawn.rulings.cut(width, height)
        drawn.unread.add_typed_over(find_typed_over(functions, page, turn, budget))
    runs = group_runs(glyphs)
    known = sum(len(run.text) - run.text.count(" ") for run in runs)
    unknown = sum(run.text.count(UNDECODABLE) for run in runs)
    return DrawnPage(
        width,
        height,
        remove_repeated(runs),
        drawn.rulings,
        drawn.images,
        known,
        unknown,
        turn,
        drawn.unread.marks(glyphs),
        drawn.invisible,
    )


def _upright(functions: Any, page: int) -> tuple[Matrix, float, float]:
    """From the page's own coordinates to the upright page, and its size."""
    box = _BOX()
    functions.FPDF_GetPageBoundingBox(page, addressof(box))
    left, right = sorted((box[0], box[2]))
    bottom, top = sorted((box[1], box[3]))
    width, height = right - left, top - bottom
    turns = functions.FPDFPage_GetRotation(page)
    if turns == 1:
        return (0, 1, 1, 0, -bottom, -left), height, width
    if turns == 2:
        return (-1, 0, 0, 1, right, -bottom), width, height
    if turns == 3:
        return (0, -1, -1, 0, top, right), height, width
    return (1, 0, 0, -1, -left, top), width, height
