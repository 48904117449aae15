"""Numbers of bytes in configuration and messages: ``64M``, ``1G``."""

from __future__ import annotations

_UNITS = {"G": 1 << 30, "M": 1 << 20, "K": 1 << 10}
_MOST_DIGITS = 15


def parse_byte_size(text: str) -> int | None:
    """``64M`` → 67108864 bytes; None where the text is no size."""
    digits = text.upper().removesuffix("B")
    unit = _UNITS.get(digits[-1:], 1)
    if unit > 1:
        digits = digits[:-1]
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        return None
    return int(digits) * unit


def format_byte_size(count: int) -> str:
    """In the largest unit of which ``count`` is a multiple: ``1 GB``, ``1000 B``."""
    for unit, size in _UNITS.items():
        if count and count % size == 0:
            return f"{count // size} {unit}B"
    return f"{count} B"
