"""An empty sheet by the rules of a profile: every writer of empty forms starts from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from sheetlint.forms.form_labels import form_labels
from sheetlint.profiles import Profile, UnknownParameter
from sheetlint.recognise.lexicon import default_lexicon, label_key
from sheetlint.recognise.values import figure_value, text_value
from sheetlint.report.form.printed_labels import ORDER
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.sheet import FundRow, Indicator, Sheet, TotalRow, fund_key
from sheetlint.sheet.value import PRESENT, Value

_FUND_COLUMNS = ("initial", "budget", "executed", "weight", "rate", "score")
_COLUMNS = ("level1", "level2", "level3", "target", "actual", "weight", "score", "note")
_ROWS_WITHOUT_SECOND_LEVELS = 3
"""Rows of a first level for which no second levels are prescribed."""


class PrefilledFields(NamedTuple):
    """The fields that are known before the form is filled in, and the number of rows."""

    project: str = ""
    unit: str = ""
    department: str = ""
    year: int | None = None
    rows: int = 1
    """Rows of each second level."""


class BlankForm(NamedTuple):
    """The empty sheet, its profile and the points that the profile fixes."""

    sheet: Sheet
    profile: Profile
    points: Mapping[str, Decimal]
    """Points by first level; empty where the place does not fix them."""
    budget: Decimal | None
    """Points of the execution rate in the funds block; None where the place does not say, or
    scores it in a row of the indicators."""


def make_blank_form(
    profile: Profile, own: Mapping[str, Any], prefilled: PrefilledFields
) -> BlankForm:
    """The form of a profile; ``own`` is the profile's own file, whose signs hold the title."""
    points = _first_level_points(profile)
    levels = list(points or _first_levels(own))
    scored = not profile_value(profile, "template.variant_no_scores")
    in_indicators = profile_value(profile, "budget_score.location") == "indicator_row"
    weight = profile_value(profile, "budget_score.weight")
    budget = Decimal(weight) if scored and weight is not None and not in_indicators else None
    fund_columns = _fund_columns(profile, scored and not in_indicators)
    demands = profile.data.get("schema", {})
    money_unit = profile_value(profile, "unit.default") or form_labels().money_unit
    sheet = Sheet(
        title=text_value("title", _title(own)),
        year=_year(prefilled.year),
        project=text_value("project", prefilled.project),
        department=text_value("department", prefilled.department),
        unit=text_value("unit", prefilled.unit),
        money_unit=text_value("money_unit", str(money_unit)),
        funds=tuple(_fund_rows(profile, fund_columns, budget)),
        planned=Value("planned"),
        actual=Value("actual"),
        indicators=tuple(_indicators(profile, levels, prefilled.rows)),
        total=TotalRow(Value("total.weight"), Value("total.score")),
        grade=Value("grade"),
        remarks=tuple(
            (label, Value(f"remarks.{label}")) for label in _remark_labels(profile, demands)
        ),
        columns=_indicator_columns(profile, scored),
        fund_columns=fund_columns,
        details=tuple((label, Value(f"details.{label}")) for label in demands.get("details", {})),
        profile=profile.id,
    )
    fixed = scored and profile_value(profile, "weights.policy") != "free"
    return BlankForm(sheet, profile, points if fixed else {}, budget)


def profile_value(profile: Profile, parameter: str) -> Any:
    """The value of a parameter; None where the profile does not know it."""
    try:
        return profile.get(parameter)
    except UnknownParameter:
        return None


def _title(own: Mapping[str, Any]) -> str:
    """The title by which sheets of the place are known, completed to that of a sheet."""
    sign = next((str(title) for signs in _signs(own) for title in signs.get("title", ())), "")
    complete = default_lexicon().title.search(sign)
    return sign if complete else sign + form_labels().title


def _signs(own: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The signs by which a profile is chosen: one table or several."""
    choose = own.get("choose", [])
    return [choose] if isinstance(choose, Mapping) else list(choose)


def _year(year: int | None) -> Value:
    if year is None:
        return Value("year", form_labels().year)
    return figure_value("year", str(year))


def _remark_labels(profile: Profile, demands: Mapping[str, Any]) -> list[str]:
    labels = list(demands.get("remarks", {}))
    if profile_value(profile, "notes.place") == "sheet":
        return list(dict.fromkeys((*form_labels().remarks, *labels)))
    return labels


def _first_level_points(profile: Profile) -> dict[str, Decimal]:
    """The points of the first levels, without those of the execution of the budget."""
    alternatives = profile_value(profile, "weights.first_level")
    if not alternatives:
        return {}
    budget = form_labels().budget_execution
    points = alternatives[0].items()
    return {str(level): Decimal(value) for level, value in points if level != budget}


def _first_levels(own: Mapping[str, Any]) -> tuple[str, ...]:
    """Those by which the place's sheets are known, else those of the national form."""
    known = (tuple(signs["levels"]) for signs in _signs(own) if "levels" in signs)
    return next(known, tuple(form_labels().first_levels))


# ── the funds ───────────────────────────────────────────────────────────────────────────────────


def _fund_columns(profile: Profile, scored: bool) -> tuple[str, ...]:
    labels = profile_value(profile, "funds.columns") or ()
    roles = default_lexicon().fund_columns.roles(map(label_key, labels)) or set(_FUND_COLUMNS)
    if not scored:
        roles -= {"weight", "score"}
    elif "score" in roles:
        # Some forms name the points in a heading: here they have a cell.
        roles.add("weight")
    return tuple(role for role in (*_FUND_COLUMNS, "note") if role in roles)


def _fund_rows(
    profile: Profile, columns: tuple[str, ...], budget: Decimal | None
) -> Iterator[FundRow]:
    """The total row with the points of the execution rate, then its parts, which have none."""
    labels, lexicon = form_labels(), default_lexicon()
    parts_have_rates = profile_value(profile, "funds.part_row_rate") == "printed"
    names = [profile_value(profile, "funds.total_row") or labels.fund_total_row]
    names += profile_value(profile, "funds.part_rows") or ()
    for index, name in enumerate(names):
        source = "total" if index == 0 else lexicon.fund_rows.role(label_key(name)) or "part"
        label = f"{lexicon.part_prefix}：{name}" if index == 1 else name
        texts = dict.fromkeys((*_FUND_COLUMNS, "note"), "")
        if index:
            texts |= {role: labels.no_figure for role in ("weight", "score") if role in columns}
            texts |= {} if parts_have_rates else {"rate": labels.no_figure}
        elif budget is not None and "weight" in columns:
            texts["weight"] = format_plain(budget)
        prefix = f"funds.{fund_key(_fund_row(source), index)}"
        values = {role: text_value(f"{prefix}.{role}", text) for role, text in texts.items()}
        yield FundRow(source, label, **values)


def _fund_row(source: str) -> FundRow:
    """A row without values, for the key of its fields."""
    return FundRow(source, "", *[Value("")] * 7)


# ── the indicators ──────────────────────────────────────────────────────────────────────────────


def _indicator_columns(profile: Profile, scored: bool) -> tuple[str, ...]:
    """The columns of the national form with those that the profile adds, from left to right."""
    labels = [
        *(profile_value(profile, "indicator_columns.split") or ()),
        *(profile_value(profile, "template.extra_score_columns") or ()),
        *filter(None, [profile_value(profile, "score.coefficient_column")]),
    ]
    roles = {*_COLUMNS, *default_lexicon().indicator_columns.roles(map(label_key, labels))}
    if profile_value(profile, "score.deduct_column"):
        roles.add("deduction")
    if profile_value(profile, "score.model") == "percent_weighted":
        roles.add("item_score")
    if not scored:
        roles -= {"weight", "score"}
    if profile_value(profile, "notes.place") == "sheet":
        roles -= {"note"}
    return tuple(role for role in ORDER if role in roles)


def _indicators(profile: Profile, levels: list[str], rows_of_each: int) -> Iterator[Indicator]:
    """Empty rows for each second level of the first levels."""
    index = 0
    for level in levels:
        names = _second_levels(profile, level, levels)
        for name in names or [""] * _ROWS_WITHOUT_SECOND_LEVELS:
            for _ in range(rows_of_each):
                yield _indicator(index, level, name)
                index += 1


def _second_levels(profile: Profile, level: str, first_levels: list[str]) -> list[str]:
    labels = form_labels()
    names = [name for name in labels.second_levels.get(level, ()) if name not in first_levels]
    if profile_value(profile, "indicators.sustainability_second_level") is False:
        names = [name for name in names if name != labels.sustainability_level]
    return names


def _indicator(index: int, level1: str, level2: str) -> Indicator:
    cells: dict[str, Any] = {role: Value(f"indicators.{index}.{role}") for role in _COLUMNS}
    for role, text in (("level1", level1), ("level2", level2)):
        if text:
            cells[role] = Value(f"indicators.{index}.{role}", text, PRESENT, text)
    return Indicator(**cells)
