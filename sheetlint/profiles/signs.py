"""Which profile a sheet asks for: signs that it prints, and how much each of them says.

A set of signs holds when every one of them is shown.  What the form itself prints of its rules
(a heading ``20分*执行率``) says more than what it is called, and that says more than whose sheet it
is: a place's name alone decides only where the place has written its rules down.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from sheetlint.messages.text import Text
from sheetlint.sheet.numbers.parse import compact
from sheetlint.sheet.sheet import Sheet


class SignSet(NamedTuple):
    """Signs that together mean one profile."""

    profile: str
    region: tuple[str, ...]
    """The places that the profile is about."""
    because: Text
    rank: tuple[tuple[int, ...], bool]
    """How much the signs say, the strongest first, compared like words in a dictionary; a profile of
    the user's own comes before a shipped one that is recognised by as much."""
    tests: tuple[tuple[Callable[[Any, Shown], bool], Any], ...]
    """Each sign as a question and what it asks for."""


class Shown(NamedTuple):
    """What a sheet shows, ready to be looked through."""

    sheet: Sheet
    title: str
    heads: str
    names: str
    notes: str


def shown(sheet: Sheet) -> Shown:
    return Shown(
        sheet,
        compact(sheet.title.text),
        "\n".join(sheet.headings),
        f"{sheet.department.text}\n{sheet.unit.text}",
        "\n".join(f"{label}{compact(value.text)}" for label, value in sheet.remarks),
    )


# ── the signs ───────────────────────────────────────────────────────────────────────────────────

_NUMBERED, _PRINTED, _CALLED, _WHOSE = 4, 3, 2, 1


def _some(words: Iterable[str], text: str) -> bool:
    return any(map(text.__contains__, words))


def _headed(words: Iterable[str], seen: Shown) -> bool:
    """Every one of them, each perhaps in one of several ways: ``a|b``."""
    return all(_some(word.split("|"), seen.heads) for word in words)


def _labelled(wanted: Mapping[str, str], seen: Shown) -> bool:
    details = dict(seen.sheet.details)
    return all(name in details and text in details[name].text for name, text in wanted.items())


def _levels(wanted: Iterable[str], seen: Shown) -> bool:
    return {row.level1.text for row in seen.sheet.indicators}.issuperset(wanted)


def _budget_weight(wanted: Decimal, seen: Shown) -> bool:
    total = seen.sheet.fund_total
    return total is not None and total.weight.number == wanted


def _year(seen: Shown, first: int, last: int) -> bool:
    year = seen.sheet.year.number
    return year is not None and first <= year <= last


class Sign(NamedTuple):
    """One kind of sign."""

    strength: int
    """0 for one that only rules out."""
    shows: Callable[[Any, Shown], bool]


SIGNS: Mapping[str, Sign] = {
    "title": Sign(_CALLED, lambda words, seen: _some(words, seen.title)),
    "money_unit": Sign(_CALLED, lambda unit, seen: bool(seen.sheet.money_unit.text == unit)),
    "names": Sign(_WHOSE, lambda words, seen: _some(words, seen.names)),
    "heads": Sign(_PRINTED, _headed),
    "printed": Sign(_PRINTED, lambda words, seen: _some(words, seen.notes)),
    "details": Sign(_NUMBERED, _labelled),
    "levels": Sign(_PRINTED, _levels),
    "budget_weight": Sign(_PRINTED, _budget_weight),
    "not_printed": Sign(0, lambda words, seen: not _some(words, seen.notes)),
    "year_from": Sign(0, lambda year, seen: _year(seen, year, 9999)),
    "year_until": Sign(0, lambda year, seen: _year(seen, 0, year)),
}
"""Every sign that a profile may ask for in ``[choose]``, the quickest to look at first."""


def sign_sets(name: str, data: Mapping[str, Any], own: bool) -> list[SignSet]:
    """The sets of one profile: ``[choose]`` holds one of them, ``[[choose]]`` several."""
    choose = data.get("choose", ())
    region = tuple(data.get("region", ()))
    tables = [choose] if isinstance(choose, Mapping) else choose
    return [_sign_set(name, region, table, own) for table in tables]


def _sign_set(name: str, region: tuple[str, ...], table: Mapping[str, Any], own: bool) -> SignSet:
    asked = [(sign, table[kind]) for kind, sign in SIGNS.items() if kind in table]
    strength = sorted((sign.strength for sign, _ in asked if sign.strength), reverse=True)
    return SignSet(
        name,
        region,
        Text(str(table["because_zh"]), str(table["because_en"])),
        (tuple(strength), own),
        tuple((sign.shows, wanted) for sign, wanted in asked),
    )


# ── the choice ──────────────────────────────────────────────────────────────────────────────────


def fitting(sets: Iterable[SignSet], seen: Shown, places: Collection[str]) -> list[SignSet]:
    """The strongest of the sets that the sheet shows; several where none is stronger.

    ``sets`` come with the strongest first.  ``places`` are all that some profile is about.
    """
    best: list[SignSet] = []
    for candidate in sets:
        if best and candidate.rank < best[0].rank:
            break
        for shows, wanted in candidate.tests:
            if not shows(wanted, seen):
                break
        else:
            if not _of_another_place(candidate, seen, places):
                best.append(candidate)
    return best


def _of_another_place(candidate: SignSet, seen: Shown, places: Collection[str]) -> bool:
    """A form may be called the same in two places; the names of the units then tell them apart."""
    if candidate.rank[0][:1] != (_CALLED,) or not candidate.region:
        return False
    named = [place for place in places if place in seen.names]
    return bool(named) and not any(place in candidate.region for place in named)
