"""Amounts, rates and points in the spellings that units use."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from tests.families.printed import Printed


def half_up(value: Fraction, places: int = 2) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


class Money(NamedTuple):
    """How one sheet prints its amounts."""

    unit: str
    places: int
    commas: float
    """How often thousands are set apart: within one row some are and some are not."""
    repeated: float
    """How often the cell repeats the unit of the header: ``4753.66万元``."""

    def printed(self, value: Decimal, pick: random.Random) -> Printed:
        if not value:
            return pick.choice([Printed("0", "0"), Printed("0.00", "0.00"), Printed(".00", "0.00")])
        plain = trimmed(value, pick) if pick.random() < 0.2 else f"{value:f}"
        text = f"{Decimal(plain):,f}" if pick.random() < self.commas else plain
        if self.repeated and pick.random() < self.repeated:
            text += pick.choice(("", " ", "  ")) + self.unit
        return Printed(text, plain)

    def amount(self, pick: random.Random) -> Decimal:
        """From a few thousand to some hundred million 元."""
        least, most = (3, 8) if self.unit == "元" else (0, 5)
        whole = pick.randint(10**least, 10 ** pick.randint(least + 1, most))
        part = pick.randint(0, 10**self.places - 1) if self.places else 0
        return Decimal(whole) + Decimal(part).scaleb(-self.places)


def money(pick: random.Random) -> Money:
    unit, places = pick.choice([("元", 0), ("元", 2), ("万元", 2), ("万元", 4), ("万元", 6)])
    commas = pick.choice((0.0, 0.0, 0.5, 1.0))
    return Money(unit, places, commas, pick.choice((0.0, 0.0, 0.0, 0.4)))


def trimmed(value: Decimal, pick: random.Random) -> str:
    """``9.50`` or ``9.5``: both are in use."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text and pick.random() < 0.5 else text


def points(value: Decimal, pick: random.Random) -> Printed:
    """``20``, ``20.0`` and ``20.00`` stand in one column."""
    text = trimmed(value, pick)
    if "." not in text:
        text += pick.choice(("", "", "", "", ".0", ".00"))
    return Printed(text, text)


def rate(quotient: Fraction, pick: random.Random, percent_header: bool = False) -> Printed:
    """``98.88%``, ``0.9888``, and without a sign ``98.88``, ``1``, ``100``."""
    percent = half_up(quotient * 100)
    shapes = [(f"{percent:f}%", 2)] * 3 + [(f"{half_up(quotient, 4):f}", 0)]
    if quotient:
        shapes += [(f"{percent:f}", 2)] * (4 if percent_header else 1)
    if (quotient * 100).denominator == 1:
        shapes += [(f"{int(quotient * 100)}%", 2)] * 3
        shapes += [("1", 0), ("100", 2)] if quotient == 1 else []
    text, places = pick.choice(shapes)
    stored = quotient if text.endswith("%") and pick.random() < 0.5 else None
    return Printed(text, f"{Decimal(text.rstrip('%')).scaleb(-places):f}", stored)


def shares(whole: int, count: int, pick: random.Random) -> list[Decimal]:
    """``whole`` points in ``count`` parts, whole or half points."""
    unit = 2 if pick.random() < 0.15 else 1
    cuts = sorted(pick.sample(range(1, whole * unit), count - 1)) if count > 1 else []
    edges = [0, *cuts, whole * unit]
    return [Decimal(b - a) / unit for a, b in pairwise(edges)]
