"""Whole numbers in attributes, as browsers read them."""

from __future__ import annotations

import re

_DIGITS = re.compile(r"\s*\+?([0-9]+)")


def parse_whole(attributes: dict[str, str], name: str) -> int:
    """Digits at the start, 1 without any."""
    match = _DIGITS.match(attributes.get(name, "1"))
    return int(match[1][:9]) if match else 1
