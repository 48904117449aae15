"""Runs: characters that stand next to each other on a line, in the order of the file."""

from __future__ import annotations

from operator import sub

from sheetlint.readers.pdf.glyphs import Glyphs

_GAP = 1.2
"""A blank of so many character heights ends a run."""
_JOINT = 0.02
"""Two text objects go on as one where less than this, in heights, lies between them."""
_SAME = 1.5
"""Text drawn twice stands off by less than this (fake bold, shadows)."""


class Run:
    """Characters drawn next to each other."""

    __slots__ = (
        "bottom", "left", "lefts", "objects", "right", "rights", "signs", "size", "text", "top",
    )  # fmt: skip

    def __init__(
        self,
        signs: list[str],
        objects: list[int],
        lefts: list[float],
        rights: list[float],
        top: float,
        bottom: float,
    ) -> None:
        self.signs, self.objects, self.lefts, self.rights = signs, objects, lefts, rights
        self.top, self.bottom = top, bottom
        self.text = "".join(signs)
        self.left, self.right = min(lefts), max(rights)
        self.size: float = max(bottom - top, max(map(sub, rights, lefts)))
        """About the height of a line; boxes are flat where a font says nothing of its own."""

    def part(self, start: int, end: int) -> Run:
        """Some of its characters."""
        own = slice(start, end)
        return Run(
            self.signs[own],
            self.objects[own],
            self.lefts[own],
            self.rights[own],
            self.top,
            self.bottom,
        )


def group_runs(glyphs: Glyphs) -> list[Run]:
    """The characters of an upright page in runs.

    A run ends where PDFium puts a blank or a line break of its own, where the next character stands
    elsewhere, and where the next text object does not begin right at its end.  Browsers draw every
    character as an object of its own.
    """
    runs: list[Run] = []
    signs: list[str] = []
    objects: list[int] = []
    lefts: list[float] = []
    rights: list[float] = []
    top = bottom = right = left = last_top = last_bottom = 0.0
    drawn: int | None = None
    for sign, where, x0, y0, x1, y1 in zip(*glyphs, strict=True):
        if where is None:
            drawn = None
            continue
        if not sign:
            continue
        apart = drawn is None
        if not apart:
            size = min(last_bottom - last_top, y1 - y0)
            if where != drawn:
                apart = not -_JOINT * size <= x0 - right <= _JOINT * size
            else:
                apart = x0 - right > _GAP * size or x1 < left - size
            apart = apart or min(last_bottom, y1) - max(last_top, y0) < 0.5 * size
        if apart:
            if signs:
                runs.append(Run(signs, objects, lefts, rights, top, bottom))
            signs, objects, lefts, rights, top, bottom = [], [], [], [], y0, y1
        elif y0 < top or y1 > bottom:
            top, bottom = min(top, y0), max(bottom, y1)
        signs.append(sign)
        objects.append(where)
        lefts.append(x0)
        rights.append(x1)
        left, right, last_top, last_bottom, drawn = x0, x1, y0, y1, where
    if signs:
        runs.append(Run(signs, objects, lefts, rights, top, bottom))
    return [run for run in runs if not run.text.isspace()]


def remove_repeated(runs: list[Run]) -> list[Run]:
    """Without those that are drawn a second time over the first."""
    seen: dict[str, list[Run]] = {}
    kept: list[Run] = []
    for run in runs:
        same = seen.setdefault(run.text, [])
        if any(abs(o.left - run.left) < _SAME and abs(o.top - run.top) < _SAME for o in same[-40:]):
            continue
        same.append(run)
        kept.append(run)
    return kept
