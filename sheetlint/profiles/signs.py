"""The signs by which the profile of a sheet is chosen.

A set of signs matches when the sheet shows every one of them.  Rules that the form prints (a heading
``20分*执行率``) are stronger than its title, and the title is stronger than the names of department and
unit, which decide only for places that have published their rules.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from sheetlint.messages.text import Text
from sheetlint.sheet.numbers.parse import compact
from sheetlint.sheet.sheet import Sheet


class SignSet(NamedTuple):
    """Signs that together identify one profile."""

    profile: str
    region: tuple[str, ...]
    """The places that the profile applies to."""
    reason: Text
    rank: tuple[tuple[int, ...], bool]
    """Strengths of the signs in falling order, compared item by item; with equal strengths a profile of
    the user comes before a shipped one."""
    conditions: tuple[tuple[Callable[[Any, SheetView], bool], Any], ...]
    """A test of the sheet and its argument for each sign."""


class SheetView(NamedTuple):
    """The texts of a sheet in which signs are looked for."""

    sheet: Sheet
    title: str
    headings: str
    names: str
    notes: str


def view_sheet(sheet: Sheet) -> SheetView:
    """The texts of a sheet in which signs are looked for."""
    return SheetView(
        sheet,
        compact(sheet.title.text),
        "\n".join(sheet.headings),
        f"{sheet.department.text}\n{sheet.unit.text}",
        "\n".join(f"{label}{compact(value.text)}" for label, value in sheet.remarks),
    )


# ── signs ───────────────────────────────────────────────────────────────────────────────────

_FORM_NUMBER, _PRINTED_RULE, _TITLE, _OWNER = 4, 3, 2, 1


def _contains_any(words: Iterable[str], text: str) -> bool:
    return any(map(text.__contains__, words))


def _has_headings(words: Iterable[str], view: SheetView) -> bool:
    """Whether the headings hold each of the words; ``a|b`` stands for either."""
    return all(_contains_any(word.split("|"), view.headings) for word in words)


def _has_details(wanted: Mapping[str, str], view: SheetView) -> bool:
    details = dict(view.sheet.details)
    return all(name in details and text in details[name].text for name, text in wanted.items())


def _has_levels(wanted: Iterable[str], view: SheetView) -> bool:
    return {row.level1.text for row in view.sheet.indicators}.issuperset(wanted)


def _has_budget_weight(wanted: Decimal, view: SheetView) -> bool:
    total = view.sheet.fund_total
    return total is not None and total.weight.number == wanted


def _is_year_between(view: SheetView, first: int, last: int) -> bool:
    year = view.sheet.year.number
    return year is not None and first <= year <= last


class Sign(NamedTuple):
    """One kind of sign."""

    strength: int
    """0 for a sign that can only exclude a profile."""
    is_shown: Callable[[Any, SheetView], bool]


SIGNS: Mapping[str, Sign] = {
    "title": Sign(_TITLE, lambda words, view: _contains_any(words, view.title)),
    "money_unit": Sign(_TITLE, lambda unit, view: bool(view.sheet.money_unit.text == unit)),
    "names": Sign(_OWNER, lambda words, view: _contains_any(words, view.names)),
    "heads": Sign(_PRINTED_RULE, _has_headings),
    "printed": Sign(_PRINTED_RULE, lambda words, view: _contains_any(words, view.notes)),
    "details": Sign(_FORM_NUMBER, _has_details),
    "levels": Sign(_PRINTED_RULE, _has_levels),
    "budget_weight": Sign(_PRINTED_RULE, _has_budget_weight),
    "not_printed": Sign(0, lambda words, view: not _contains_any(words, view.notes)),
    "year_from": Sign(0, lambda year, view: _is_year_between(view, year, 9999)),
    "year_until": Sign(0, lambda year, view: _is_year_between(view, 0, year)),
}
"""The signs that ``[choose]`` of a profile may hold, the cheapest first."""


def read_sign_sets(name: str, data: Mapping[str, Any], own: bool) -> list[SignSet]:
    """The sign sets of one profile: ``[choose]`` is one, ``[[choose]]`` several."""
    choose = data.get("choose", ())
    region = tuple(data.get("region", ()))
    tables = [choose] if isinstance(choose, Mapping) else choose
    return [_sign_set(name, region, table, own) for table in tables]


def _sign_set(name: str, region: tuple[str, ...], table: Mapping[str, Any], own: bool) -> SignSet:
    signs = [(sign, table[kind]) for kind, sign in SIGNS.items() if kind in table]
    strength = sorted((sign.strength for sign, _ in signs if sign.strength), reverse=True)
    return SignSet(
        name,
        region,
        Text(str(table["because_zh"]), str(table["because_en"])),
        (tuple(strength), own),
        tuple((sign.is_shown, wanted) for sign, wanted in signs),
    )


# ── choice ──────────────────────────────────────────────────────────────────────────────────


def strongest_matches(
    sets: Iterable[SignSet], view: SheetView, places: Collection[str]
) -> list[SignSet]:
    """The strongest sign sets that match the sheet; several where they are equally strong.

    ``sets`` are sorted, the strongest first.  ``places`` are those of all profiles.
    """
    best: list[SignSet] = []
    for candidate in sets:
        if best and candidate.rank < best[0].rank:
            break
        for is_shown, wanted in candidate.conditions:
            if not is_shown(wanted, view):
                break
        else:
            if not _is_of_another_place(candidate, view, places):
                best.append(candidate)
    return best


def _is_of_another_place(candidate: SignSet, view: SheetView, places: Collection[str]) -> bool:
    """Whether department or unit name another place; forms of two places may have the same title."""
    if candidate.rank[0][:1] != (_TITLE,) or not candidate.region:
        return False
    named = [place for place in places if place in view.names]
    return bool(named) and not any(place in candidate.region for place in named)
