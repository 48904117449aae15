"""A drawn sheet and the result that is expected of reading and checking it."""

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
    expected_warnings: frozenset[str]
    """Codes of warnings that this sheet gets: for a habit that is no error."""
    possible_warnings: frozenset[str]
    """Codes of warnings that the form of the family may get under the rules of another place."""


HABITS = frozenset({"ID010", "ID012"})
"""Warnings on habits of real sheets, which the drawn ones have: goals in words without a scale, actual
values that repeat the operator of the target."""


def drawn(sheet: Content, drawing: Drawing, may: frozenset[str] = frozenset()) -> Drawn:
    document = sheet.document()
    total = document["total"]["score"]
    # A poor total must be explained, and not every form has a place for it.
    poor = total is not None and Decimal(total) < 80
    return Drawn(
        document,
        drawing,
        sheet.funds.expected_warnings,
        may | HABITS | ({"NT013"} if poor else frozenset()),
    )
