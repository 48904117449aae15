"""Numbers of bytes as people write them: ``64M``, ``1G``."""

from __future__ import annotations

_UNITS = {"G": 1 << 30, "M": 1 << 20, "K": 1 << 10}
_MOST_DIGITS = 15


def parsed(text: str) -> int | None:
    """Bytes; None for what is no number of bytes."""
    number = text.upper().removesuffix("B")
    size = _UNITS.get(number[-1:], 1)
    if size > 1:
        number = number[:-1]
    if not (number.isascii() and number.isdigit() and len(number) <= _MOST_DIGITS):
        return None
    return int(number) * size


def shown(count: int) -> str:
    """In the largest unit of which it is a multiple: ``1 GB``, ``1000 B``."""
    for unit, size in _UNITS.items():
        if count and count % size == 0:
            return f"{count // size} {unit}B"
    return f"{count} B"
