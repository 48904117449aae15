"""Finding the printed text of a value in the text of its cell."""

from __future__ import annotations

_FIGURE_CHARACTERS = frozenset("0123456789.,%％‰０１２３４５６７８９．，")
"""Characters that continue a figure beside them."""


def find_only(text: str, printed: str) -> int | None:
    """The position of ``printed`` in the text; None where it does not stand there exactly once.

    A part of a longer figure does not count: ``8.88`` is not in ``98.88%``.
    """
    if not printed:
        return None
    spots: list[int] = []
    at = text.find(printed)
    while at >= 0:
        end = at + len(printed)
        before, after = text[at - 1 : at] if at else "", text[end : end + 1]
        if not (_joins(before, printed[0]) or _joins(after, printed[-1])):
            spots.append(at)
        at = text.find(printed, at + 1)
    return spots[0] if len(spots) == 1 else None


def _joins(beside: str, end: str) -> bool:
    return beside in _FIGURE_CHARACTERS and end in _FIGURE_CHARACTERS if beside else False
