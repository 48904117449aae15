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


def round_byte_size(count: int) -> str:
    """In the largest unit that it reaches, with two digits at least: ``12 KB``, ``1.4 MB``, ``80 B``."""
    unit, size = next(((u, s) for u, s in _UNITS.items() if count >= s), ("", 1))
    tenths = (count * 10 + size // 2) // size
    number = f"{tenths // 10}.{tenths % 10}" if tenths < 100 else f"{(tenths + 5) // 10}"
    return f"{number.removesuffix('.0')} {unit}B"


def format_byte_size(count: int) -> str:
    """In the largest unit of which ``count`` is a multiple: ``1 GB``, ``1000 B``."""
    for unit, size in _UNITS.items():
        if count and count % size == 0:
            return f"{count // size} {unit}B"
    return f"{count} B"
