"""A sheet with its reading."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, NamedTuple

from tests.families.content import Content
from tests.writing.boxes import Drawing


class Drawn(NamedTuple):
    """A random sheet in which nothing is wrong."""

    document: dict[str, Any]
    """What ``extract`` must give, under the profile ``p``."""
    drawing: Drawing
    said: frozenset[str]
    """Warnings that this sheet earns: a habit that is no error and that somebody should know of."""
    may: frozenset[str]
    """Warnings that the family's form may earn where its own place's rules are not known."""


HABITS = frozenset({"ID010", "ID012"})
"""Real goals in words name no scale as often as not, and real actual values repeat the sign of the
target; these sheets have real ones."""


def drawn(sheet: Content, drawing: Drawing, may: frozenset[str] = frozenset()) -> Drawn:
    document = sheet.document()
    total = document["total"]["score"]
    # A poor total must be explained, and not every form has a place for it.
    poor = total is not None and Decimal(total) < 80
    return Drawn(
        document, drawing, sheet.funds.said, may | HABITS | ({"NT013"} if poor else frozenset())
    )
