"""Indicators as they can be approved: what, how much, and for how many points."""

from __future__ import annotations

from collections.abc import Iterable
from json import dumps, loads
from typing import NamedTuple

from sheetlint.across.facts import Facts
from sheetlint.across.place import Place
from sheetlint.model import Indicator, Where
from sheetlint.recognise.labels import INDICATOR


class Aim(NamedTuple):
    """One indicator."""

    name: str
    target: str
    weight: str
    """As printed; empty where the form has none."""
    at: Place
    """Of the target."""


def packed(rows: Iterable[Indicator]) -> str:
    """As one text: a tuple of tuples would take several times as much."""
    plain = [
        [row.level3.text, row.target.text, row.weight.raw, row.target.where[1:]] for row in rows
    ]
    return dumps(plain, ensure_ascii=False, separators=(",", ":"))


def aims_of(facts: Facts) -> list[Aim]:
    """The indicators of a sheet in the order of its table."""
    return [
        Aim(name, target, weight, Place(facts.path, facts.position, Where(_label(name), *where)))
        for name, target, weight, where in loads(facts.rows)
    ]


def _label(name: str) -> tuple[str, ...]:
    return "绩效指标", name, INDICATOR["target"]
