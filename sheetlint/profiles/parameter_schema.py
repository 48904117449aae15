"""The Cerberus schema of the parameters of a profile: every key and the values that it may have.

Their meaning is in ``parameters.toml``.  Any value may be ``"unknown"``: the place has a rule that we do
not know, and the checks that read the parameter are skipped.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from sheetlint.messages.text import Text
from sheetlint.profiles.profile import UNKNOWN
from sheetlint.schema.user_patterns import PATTERN_PROBLEMS, find_pattern_problem
from sheetlint.sheet.numbers.rounding import MODES

ReportError = Callable[[str, str], None]
_Schema = dict[str, Any]

# ── kinds of values ─────────────────────────────────────────────────────────────────────────


def _rule(kind: str, **rules: Any) -> _Schema:
    return {"type": [kind, UNKNOWN], **rules}


def _number(low: int | str = 0, high: int | str = 100) -> _Schema:
    return _rule("number", min=Decimal(low), max=Decimal(high))


def _whole(high: int = 100000) -> _Schema:
    return _rule("integer", min=0, max=high)


def _one_of(*words: str) -> _Schema:
    return _rule("string", allowed=[*words, UNKNOWN])


def _some_of(*words: str) -> _Schema:
    return _rule("list", empty=False, schema={"type": "string", "allowed": list(words)})


def _table(**keys: _Schema) -> _Schema:
    return _rule("dict", schema=keys)


def _pairs(first: _Schema, second: _Schema, **rules: Any) -> _Schema:
    return _rule("list", schema={"type": "list", "items": [first, second]}, **rules)


def _names(**rules: Any) -> _Schema:
    return _rule("list", schema={"type": "string", "empty": False, **rules})


_TEXT = _rule("string", empty=False)
_FLAG = _rule("boolean")
_SHARE = _number(0, 1)
_POINTS: _Schema = {"type": "number", "min": Decimal(0), "max": Decimal(100)}
_RATE: _Schema = {"type": "number", "min": Decimal(0), "max": Decimal(1)}
_ROUNDINGS = _some_of(*MODES)

_NOT_FALLING = "falling"
_NOT_SKIP = "skip"
RULE_MESSAGES = {
    _NOT_FALLING: Text("各档的下限应从高到低排列", "must have its lower bounds in falling order"),
    _NOT_SKIP: Text("只能是 skip 或一个百分数", "must be skip or a percentage"),
    **PATTERN_PROBLEMS,
}
"""Messages for values that break our own rules (``check_with``)."""


def bounded_pattern(field: str, value: str, error: ReportError) -> None:
    """A rule: a regular expression whose matching time is bounded for any text."""
    problem = find_pattern_problem(value)
    if problem is not None:
        error(field, problem)


def _falling(at: int) -> Callable[[str, Any, ReportError], None]:
    """A rule: the bounds, the ``at``-th item of each pair, are in falling order."""

    def falls(field: str, value: Any, error: ReportError) -> None:
        if isinstance(value, list) and all(isinstance(v, list) and len(v) == 2 for v in value):
            bounds = [pair[at] for pair in value]
            if all(isinstance(bound, (int, Decimal)) for bound in bounds) and (
                bounds != sorted(set(bounds), reverse=True)
            ):
                error(field, _NOT_FALLING)

    return falls


def _skip_or_rate(field: str, value: Any, error: ReportError) -> None:
    if isinstance(value, str) and value not in ("skip", UNKNOWN):
        error(field, _NOT_SKIP)


_STEPS = _pairs(_RATE, _POINTS, check_with=_falling(0))

PARAMETERS: _Schema = {
    "template": _table(
        title_patterns=_names(check_with=bounded_pattern),
        required_header=_names(),
        goal_labels=_names(),
        variant_no_scores=_FLAG,
        variant_scored_2025=_FLAG,
        extra_score_columns=_names(),
    ),
    "unit": _table(default=_TEXT, allowed=_names()),
    "funds": _table(
        columns=_names(),
        total_row=_TEXT,
        part_rows=_names(),
        part_row_rate=_one_of("dash", "printed"),
        sum_rule=_one_of("eq", "none"),
        rate_numerator=_TEXT,
        rate_denominator=_TEXT,
        rate_decimals=_whole(10),
        rate_percent_sign=_FLAG,
        rate_rounding_ok=_ROUNDINGS,
        over_budget=_one_of("warn", "refuse", "allow"),
        zero_zero_rate={
            "type": ["number", "string", UNKNOWN],
            "min": Decimal(0),
            "max": Decimal(100),
            "check_with": _skip_or_rate,
        },
        source_equals_direction=_FLAG,
    ),
    "budget_score": _table(
        weight=_number(),
        methods=_some_of("linear", "tiers", "tiers_101"),
        steps=_STEPS,
        tiers_101=_table(done_within_budget=_number(), steps=_STEPS),
        location=_one_of("funds_row", "indicator_row"),
        rounding_ok=_ROUNDINGS,
        **{"from": _some_of("exact_rate", "printed_rate")},
    ),
    "weights": _table(
        total=_number(0, 1000),
        policy=_one_of("fixed", "advisory", "free"),
        dominant_points=_number(),
        dominant_share=_SHARE,
        first_level=_rule(
            "list",
            schema={"type": "dict", "keysrules": {"type": "string"}, "valuesrules": _POINTS},
        ),
    ),
    "indicators": _table(
        qualitative_share=_SHARE,
        required_first=_names(),
        required_second=_names(),
        cost_first_level=_FLAG,
        sustainability_second_level=_FLAG,
    ),
    "score": _table(
        decimals_max=_whole(10),
        quantitative=_some_of("ratio_capped", "pass_line_60"),
        reverse=_some_of("ratio", "linear_2x"),
        yes_no=_some_of("full_or_less", "full_or_zero"),
        satisfaction=_some_of("ratio_capped", "pass_line_60", "tiers_101"),
        qualitative_bands=_rule("list", schema=_RATE),
        qualitative_labels=_names(),
        ulp_max=_SHARE,
        abs_tol=_SHARE,
        operator_in_actual=_one_of("report", "ignore"),
        deduct_column=_FLAG,
        coefficient_column=_rule("string"),
        model=_one_of("points", "percent_weighted"),
        row_score_max=_number(),
        cost_cap_if_not_set=_number(),
        weight_split=_one_of("by_importance", "equal_integer"),
    ),
    "over_completion": _table(
        flag_ratio=_number(1, 1000),
        note_required=_FLAG,
        deduct_required=_FLAG,
        deduct_points=_number(),
        flag_equal_mismatch=_FLAG,
        flag_reverse_exceeded=_FLAG,
    ),
    "notes": _table(
        require_when=_some_of("score_lt_weight", "target_missed", "over_completion"),
        require_cause=_FLAG,
        require_measure=_FLAG,
        low_execution_rate=_SHARE,
        poor_total=_number(),
        adjusted_budget=_FLAG,
        qualitative_remark=_FLAG,
        max_chars={
            "type": ["integer", "dict", UNKNOWN],
            "min": 0,
            "keysrules": {"type": "string"},
            "valuesrules": {"type": "integer", "min": 0},
        },
        min_chars=_whole(),
        place=_one_of("row", "sheet"),
        budget_row=_one_of("off", "info", "warning", "error"),
    ),
    "total": _table(
        rounding=_some_of("sum_of_printed", "round_once"),
        caps_by_rate=_pairs(_RATE, _POINTS),
    ),
    "grade": _table(
        printed=_FLAG,
        bands=_pairs({"type": "string", "empty": False}, _POINTS, check_with=_falling(1)),
    ),
    "mismatch": _table(rate_vs_output_red=_SHARE, unspent_yellow=_SHARE),
    "batch": _table(summary_pattern=_TEXT),
    "publish": _table(pii=_FLAG),
    "indicator_columns": _table(split=_names()),
}
