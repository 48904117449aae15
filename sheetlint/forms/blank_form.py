"""An empty sheet by the rules of a profile: what every writer of empty forms starts from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from sheetlint.profiles import Profile, UnknownParameter
from sheetlint.recognise.lexicon import default_lexicon, label_key
from sheetlint.recognise.values import figure_value, text_value
from sheetlint.report.form.printed_labels import ORDER
from sheetlint.sheet.numbers.parse import format_plain
from sheetlint.sheet.sheet import FundRow, Indicator, Sheet, TotalRow, fund_key
from sheetlint.sheet.value import PRESENT, Value

BUDGET = "预算执行率"
"""Among the first levels of a profile: the points that stand in the funds block."""
_TITLE = "项目支出绩效自评表"
_OPENS = "自评表"
_NO_YEAR = "（    年度）"
_DASH = "—"
_FUNDS = ("initial", "budget", "executed", "weight", "rate", "score")
_COLUMNS = ("level1", "level2", "level3", "target", "actual", "weight", "score", "note")
_FIRST = ("产出指标", "效益指标", "满意度指标")
_COST = "成本指标"
_SUSTAINED = "可持续影响指标"
_SECOND: Mapping[str, tuple[str, ...]] = {
    "产出指标": ("数量指标", "质量指标", "时效指标", _COST),
    "项目产出": ("数量指标", "质量指标", "时效指标", _COST),
    "效益指标": ("经济效益指标", "社会效益指标", "生态效益指标", _SUSTAINED),
    "项目效益": ("经济效益指标", "社会效益指标", "生态效益指标", _SUSTAINED),
    "满意度指标": ("服务对象满意度指标",),
    _COST: ("经济成本指标", "社会成本指标", "生态环境成本指标"),
}
_OTHER_ROWS = 3
"""Of a first level whose second levels nobody prescribes."""
_SHEET_NOTES = ("偏差大或目标未完成原因分析", "改进措施及结果应用方案")


class PrefilledFields(NamedTuple):
    """What is known before anybody fills in the form."""

    project: str = ""
    unit: str = ""
    department: str = ""
    year: int | None = None
    rows: int = 1
    """Rows for each second level."""


class BlankForm(NamedTuple):
    """The empty sheet and what belongs into it."""

    sheet: Sheet
    profile: Profile
    points: Mapping[str, Decimal]
    """Of the first levels, where the place fixes them."""
    budget: Decimal | None
    """Points for the execution rate in the funds block; None where the place does not say, or
    scores it elsewhere."""


def make_blank_form(profile: Profile, own: Mapping[str, Any], given: PrefilledFields) -> BlankForm:
    """``own`` is the profile's own file: its signs tell the title that the place prints."""
    points = _points(profile)
    levels = list(points or _first_levels(own))
    scored = not profile_value(profile, "template.variant_no_scores")
    elsewhere = profile_value(profile, "budget_score.location") == "indicator_row"
    weight = profile_value(profile, "budget_score.weight")
    budget = Decimal(weight) if scored and weight is not None and not elsewhere else None
    funds = _fund_columns(profile, scored and not elsewhere)
    demanded = profile.data.get("schema", {})
    unit = profile_value(profile, "unit.default") or "万元"
    labelled = tuple((label, Value(f"details.{label}")) for label in demanded.get("details", {}))
    remarks = [*demanded.get("remarks", {})]
    if profile_value(profile, "notes.place") == "sheet":
        remarks = [*dict.fromkeys((*_SHEET_NOTES, *remarks))]
    sheet = Sheet(
        title=text_value("title", _title(own)),
        year=_year(given.year),
        project=text_value("project", given.project),
        department=text_value("department", given.department),
        unit=text_value("unit", given.unit),
        money_unit=text_value("money_unit", str(unit)),
        funds=tuple(_fund_rows(profile, funds, budget)),
        planned=Value("planned"),
        actual=Value("actual"),
        indicators=tuple(_rows(profile, levels, given.rows)),
        total=TotalRow(Value("total.weight"), Value("total.score")),
        grade=Value("grade"),
        remarks=tuple((label, Value(f"remarks.{label}")) for label in remarks),
        columns=_columns(profile, scored),
        fund_columns=funds,
        details=labelled,
        profile=profile.id,
    )
    fixed = points if scored and profile_value(profile, "weights.policy") != "free" else {}
    return BlankForm(sheet, profile, fixed, budget)


def profile_value(profile: Profile, parameter: str) -> Any:
    """What the profile says; None where it does not."""
    try:
        return profile.get(parameter)
    except UnknownParameter:
        return None


def _title(own: Mapping[str, Any]) -> str:
    choose = own.get("choose", [])
    signs = [choose] if isinstance(choose, Mapping) else choose
    sign = next((str(title) for one in signs for title in one.get("title", ())), "")
    return sign if _OPENS in sign else sign + _TITLE


def _year(year: int | None) -> Value:
    return Value("year", _NO_YEAR) if year is None else figure_value("year", str(year))


def _points(profile: Profile) -> dict[str, Decimal]:
    first = profile_value(profile, "weights.first_level")
    if not first:
        return {}
    return {str(level): Decimal(points) for level, points in first[0].items() if level != BUDGET}


def _first_levels(own: Mapping[str, Any]) -> tuple[str, ...]:
    """Those by which the place's sheets are known, else those of the national form."""
    choose = own.get("choose", [])
    signs = [choose] if isinstance(choose, Mapping) else choose
    return next((tuple(one["levels"]) for one in signs if "levels" in one), _FIRST)


# ── the funds ───────────────────────────────────────────────────────────────────────────────────


def _fund_columns(profile: Profile, scored: bool) -> tuple[str, ...]:
    known = default_lexicon().fund_columns
    named = profile_value(profile, "funds.columns") or ()
    roles = {known[label_key(label)] for label in named if label_key(label) in known} or set(_FUNDS)
    if not scored:
        roles -= {"weight", "score"}
    elif "score" in roles:
        # Some forms name the points in a heading: here they have a cell.
        roles.add("weight")
    return tuple(role for role in (*_FUNDS, "note") if role in roles)


def _fund_rows(
    profile: Profile, columns: tuple[str, ...], budget: Decimal | None
) -> Iterator[FundRow]:
    """The total with the points it is worth; its parts have none."""
    printed = profile_value(profile, "funds.part_row_rate") == "printed"
    names = [profile_value(profile, "funds.total_row") or "年度资金总额"]
    names += profile_value(profile, "funds.part_rows") or ()
    known = default_lexicon().fund_rows
    for index, name in enumerate(names):
        source = "total" if index == 0 else known.get(label_key(name), "part")
        label = f"其中：{name}" if index == 1 else name
        texts = dict.fromkeys((*_FUNDS, "note"), "")
        if index:
            texts |= {role: _DASH for role in ("weight", "score") if role in columns}
            texts |= {} if printed else {"rate": _DASH}
        elif budget is not None and "weight" in columns:
            texts["weight"] = format_plain(budget)
        prefix = f"funds.{fund_key(_named(source), index)}"
        values = {role: text_value(f"{prefix}.{role}", text) for role, text in texts.items()}
        yield FundRow(source, label, **values)


def _named(source: str) -> FundRow:
    nothing = Value("")
    return FundRow(source, "", *[nothing] * 7)


# ── the indicators ──────────────────────────────────────────────────────────────────────────────


def _columns(profile: Profile, scored: bool) -> tuple[str, ...]:
    known = default_lexicon().indicator_columns
    named = [
        *(profile_value(profile, "indicator_columns.split") or ()),
        *(profile_value(profile, "template.extra_score_columns") or ()),
        *filter(None, [profile_value(profile, "score.coefficient_column")]),
    ]
    roles = {*_COLUMNS, *(known[label_key(label)] for label in named if label_key(label) in known)}
    if profile_value(profile, "score.deduct_column"):
        roles.add("deduction")
    if profile_value(profile, "score.model") == "percent_weighted":
        roles.add("item_score")
    if not scored:
        roles -= {"weight", "score"}
    if profile_value(profile, "notes.place") == "sheet":
        roles -= {"note"}
    return tuple(role for role in ORDER if role in roles)


def _rows(profile: Profile, levels: list[str], each: int) -> Iterator[Indicator]:
    index = 0
    for level in levels:
        second = [name for name in _SECOND.get(level, ()) if name != _COST or _COST not in levels]
        if profile_value(profile, "indicators.sustainability_second_level") is False:
            second = [name for name in second if name != _SUSTAINED]
        for name in second or [""] * _OTHER_ROWS:
            for _ in range(each):
                yield _row(index, level, name)
                index += 1


def _row(index: int, level1: str, level2: str) -> Indicator:
    cells: dict[str, Any] = {role: Value(f"indicators.{index}.{role}") for role in _COLUMNS}
    for role, text in (("level1", level1), ("level2", level2)):
        if text:
            cells[role] = Value(f"indicators.{index}.{role}", text, PRESENT, text)
    return Indicator(**cells)
