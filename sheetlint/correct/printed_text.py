"""What is printed of a field inside the cell that holds it."""

from __future__ import annotations

_FIGURE = frozenset("0123456789.,%％‰０１２３４５６７８９．，")
"""What would make another figure of one that it stands beside."""


def find_only(text: str, printed: str) -> int | None:
    """Where ``printed`` stands in the text by itself; None where that is not exactly one place."""
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
    return beside in _FIGURE and end in _FIGURE if beside else False
