"""The signs that reports draw, so that a console without them gets others of the same width."""

from __future__ import annotations

from typing import NamedTuple


class Symbols(NamedTuple):
    cross: str = "✗"
    tick: str = "✓"
    rule: str = "─"
    heavy: str = "━"
    bar: str = "│"
    dot: str = "·"


UNICODE = Symbols()
ASCII = Symbols("x", "v", "-", "=", "|", "-")
"""For consoles of another encoding than UTF-8: a Chinese one draws lines two columns wide."""


def choose_symbols(encoding: str | None) -> Symbols:
    return UNICODE if (encoding or "").lower().startswith("utf") else ASCII
