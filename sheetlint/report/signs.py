"""The signs that reports draw, so that a console without them gets others of the same width."""

from __future__ import annotations

from typing import NamedTuple


class Signs(NamedTuple):
    cross: str = "✗"
    tick: str = "✓"
    rule: str = "─"
    heavy: str = "━"
    bar: str = "│"
    dot: str = "·"


UNICODE = Signs()
ASCII = Signs("x", "v", "-", "=", "|", "-")
"""For consoles of another encoding than UTF-8: a Chinese one draws lines two columns wide."""


def signs_for(encoding: str | None) -> Signs:
    return UNICODE if (encoding or "").lower().startswith("utf") else ASCII
