"""The ways from one page of many to the others."""

from __future__ import annotations

from typing import NamedTuple


class PageLinks(NamedTuple):
    """Addresses relative to the page; empty for what there is not."""

    overview: str
    previous: str
    next: str
