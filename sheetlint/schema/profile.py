"""The shape of a profile, in Cerberus' words: its keys, and what each may hold.

Any value of a rule may be ``"unknown"``: the place has a rule, and it is not known.  Checks that
ask for it are then skipped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from sheetlint.model import Text
from sheetlint.numbers.rounding import MODES
from sheetlint.profiles.profile import UNKNOWN, BadProfile

_Report = Callable[[str, str], None]
_Schema = dict[str, Any]


class _Unknown(str):
    """The word ``unknown`` where a value should stand."""


# ── what a value may be ─────────────────────────────────────────────────────────────────────────


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

_NO_PATTERN = "pattern"
_NOT_FALLING = "falling"
_NO_SIGN = "sign"
_NOT_SKIP = "skip"
_OWN_RULES = {
    _NO_PATTERN: Text("不是合格的正则表达式", "is not a regular expression"),
    _NOT_FALLING: Text("各档的下限应从高到低排列", "must have its lower bounds in falling order"),
    _NO_SIGN: Text(
        "至少要有 title、money_unit、names 中的一项",
        "must have at least one of title, money_unit, names",
    ),
    _NOT_SKIP: Text("只能是 skip 或一个百分数", "must be skip or a percentage"),
}


def _pattern(field: str, value: str, error: _Report) -> None:
    try:
        re.compile(value)
    except re.error:
        error(field, _NO_PATTERN)


def _falling(at: int) -> Callable[[str, Any, _Report], None]:
    """Bounds, the ``at``-th item of each pair, fall from the highest step to the lowest."""

    def falls(field: str, value: Any, error: _Report) -> None:
        if isinstance(value, list) and all(isinstance(v, list) and len(v) == 2 for v in value):
            bounds = [pair[at] for pair in value]
            if all(isinstance(bound, (int, Decimal)) for bound in bounds) and (
                bounds != sorted(set(bounds), reverse=True)
            ):
                error(field, _NOT_FALLING)

    return falls


def _has_sign(field: str, value: Mapping[str, Any], error: _Report) -> None:
    if not {"title", "money_unit", "names"} & set(value):
        error(field, _NO_SIGN)


def _skip_or_rate(field: str, value: Any, error: _Report) -> None:
    if isinstance(value, str) and value not in ("skip", UNKNOWN):
        error(field, _NOT_SKIP)


_STEPS = _pairs(_RATE, _POINTS, check_with=_falling(0))

# ── the keys ────────────────────────────────────────────────────────────────────────────────────

_PROFILE: _Schema = {
    "id": {"type": "string", "empty": False},
    "title": {"type": "string", "empty": False},
    "extends": {"type": "string", "empty": False},
    "basis": {"type": "list", "schema": {"type": "string"}},
    "template": _table(
        title_patterns=_names(check_with=_pattern),
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
        required_first=_names(),
        required_second=_names(),
        cost_first_level=_FLAG,
        sustainability_second_level=_FLAG,
    ),
    "score": _table(
        decimals_max=_whole(10),
        quantitative=_some_of("ratio_capped", "pass_line_60"),
        reverse=_some_of("ratio", "linear_2x"),
        yes_no=_some_of("full_or_less"),
        satisfaction=_some_of("ratio_capped", "pass_line_60", "tiers_101"),
        qualitative_bands=_rule("list", schema=_RATE),
        qualitative_labels=_names(),
        ulp_max=_SHARE,
        abs_tol=_SHARE,
        operator_in_actual=_one_of("ignore"),
        deduct_column=_FLAG,
        coefficient_column=_TEXT,
        model=_one_of("percent_weighted"),
        row_score_max=_number(),
        cost_cap_if_not_set=_number(),
        weight_split=_one_of("equal_integer"),
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
    "choose": {
        "type": "dict",
        "check_with": _has_sign,
        "schema": {
            "title": {"type": "list", "empty": False, "schema": {"type": "string"}},
            "money_unit": {"type": "string", "empty": False},
            "names": {"type": "list", "empty": False, "schema": {"type": "string"}},
            "because_zh": {"type": "string", "empty": False, "required": True},
            "because_en": {"type": "string", "empty": False, "required": True},
        },
    },
    "mandatory": {"type": "list", "schema": {"type": "string", "empty": False}},
    "severity": {
        "type": "dict",
        "keysrules": {"type": "string", "empty": False},
        "valuesrules": {"type": "string", "allowed": ["off", "info", "warning", "error"]},
    },
}


# ── holding a profile to it ─────────────────────────────────────────────────────────────────────


def validate_profile(data: dict[str, Any], path: str) -> None:
    """BadProfile names the file, the key and what is wrong with it."""
    from sheetlint.schema.errors import leaves, said

    validator = _validator()
    if validator.validate(_marked(data), normalize=False):
        return
    error = min(leaves(validator._errors), key=lambda e: [str(p) for p in e.document_path])
    own = _OWN_RULES.get(error.info[0]) if error.info and isinstance(error.info[0], str) else None
    if own is None:
        zh, en = said(error, validator.schema)
    else:
        key = ".".join(str(part) for part in error.document_path)
        zh, en = f"{key} {own.zh}", f"{key} {own.en}"
    raise BadProfile(Text(f"口径文件 {path}：{zh}", f"profile {path}: {en}"))


def _validator() -> Any:
    from sheetlint.schema.cerberus_light import Validator

    word = Validator.types_mapping["string"]
    types = {
        **Validator.types_mapping,
        # TOML's numbers arrive as int or Decimal; true and false are ints to Python, not to us.
        "number": word._replace(
            name="number", included_types=(int, Decimal), excluded_types=(bool,)
        ),
        "string": word._replace(excluded_types=(_Unknown,)),
        UNKNOWN: word._replace(name=UNKNOWN, included_types=(_Unknown,)),
    }
    return type("ProfileValidator", (Validator,), {"types_mapping": types})(_PROFILE)


def _marked(value: Any) -> Any:
    if value == UNKNOWN:
        return _Unknown(value)
    if isinstance(value, dict):
        return {key: _marked(inner) for key, inner in value.items()}
    return value
