"""Validates the shape of a sheet with a Cerberus schema made from the profile.

Each field of the schema carries the code under which its errors are reported (``meta``); the checks
of the family ST turn them into findings.  Only presence and form are validated here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from sheetlint.profiles.profile import Profile, UnknownParameter
from sheetlint.recognise.labels import FIELD_LABELS
from sheetlint.recognise.lexicon import default_lexicon
from sheetlint.schema.errors import leaf_errors
from sheetlint.sheet.sheet import PROJECT, FundRow, ShapeProblem, Sheet
from sheetlint.sheet.value import Value

_REQUIRED_COLUMNS = ("target", "actual", "weight", "score")
_HEADER_FIELDS = {FIELD_LABELS[name][-1]: name for name in ("project", "department", "unit")}
"""By the label of the form, as ``template.required_header`` of a profile names them."""
_FUND_FIELDS = ("budget", "executed", "weight", "rate", "score")
_PRESENCE_RULES = frozenset(("type", "empty", "nullable", "meta"))
"""Rules that look at presence only, and not at the content."""
_SOMETHING, _PROSE = "·", "文"
"""Stand for any content and for any text, so that sheets of one form look alike to the schema."""
_shapes: dict[tuple[str, str], _ShapeValidator] = {}


def validate_shape(sheet: Sheet, profile: Profile) -> Sheet:
    """The sheet with the problems of its shape (``sheet.shape``)."""
    key = profile.id, sheet.family
    shape = _shapes.get(key)
    if shape is None or shape.profile.data is not profile.data:
        # Two folders may hold profiles of the same name.
        shape = _shapes[key] = _ShapeValidator(_compile(profile, sheet.family), profile)
    problems = shape.problems(sheet)
    if sheet.unread_fields:
        problems = tuple(p for p in problems if p.path not in sheet.unread_fields)
    if "schema" in profile.data:
        from sheetlint.profiles.field_requirements import find_violations

        paths = {problem.path for problem in problems}
        problems += tuple(
            problem for problem in find_violations(sheet, profile) if problem.path not in paths
        )
    return sheet._replace(shape=problems) if problems else sheet


class _ShapeValidator:
    """A compiled schema, and its results for the shapes that it has validated.

    Sheets of one form have few different shapes: where only presence counts, any content is one
    sign.  Cerberus takes longer for a sheet than half the checks, and is called once a shape.
    """

    def __init__(self, validator: Any, profile: Profile) -> None:
        self._validator = validator
        self.profile = profile
        self._presence_fields = {
            name for name, rules in validator.schema.items() if _PRESENCE_RULES.issuperset(rules)
        }
        self._cached_validate = lru_cache(1024)(self._validate)

    def problems(self, sheet: Sheet) -> tuple[ShapeProblem, ...]:
        presence_fields = self._presence_fields
        return self._cached_validate(
            tuple(
                (name, _SOMETHING if value and name in presence_fields else value)
                for name, value in _schema_fields(sheet)
            )
        )

    def _validate(self, fields: tuple[tuple[str, Any], ...]) -> tuple[ShapeProblem, ...]:
        validator = self._validator
        if validator.validate(dict(fields), normalize=False):
            return ()
        problems = (
            ShapeProblem(validator.schema[error.document_path[0]]["meta"], path, error.rule or "")
            for error in leaf_errors(validator._errors)
            for path in _paths(error)
        )
        return tuple(dict.fromkeys(problems))


def _compile(profile: Profile, family: str) -> Any:
    from cerberus import Validator

    return Validator(schema_for(profile, family), allow_unknown=True)


def schema_for(profile: Profile, family: str) -> dict[str, Any]:
    """The schema for one profile and one family of forms.

    What the profile does not define is not required; what its form of a project prints is not
    required of another family.
    """

    def field(code: str, **rules: Any) -> dict[str, Any]:
        return {"type": "string", "empty": False, "nullable": False, "meta": code, **rules}

    def column(code: str) -> dict[str, Any]:
        return {"type": "list", "check_with": _no_gaps, "meta": code}

    columns = list(_REQUIRED_COLUMNS)
    if family == PROJECT and _optional(profile, "notes.place") == "row":
        columns.append("note")
    titles = "|".join(_optional(profile, "template.title_patterns") or ())
    required = _optional(profile, "template.required_header") or ()
    header = [_HEADER_FIELDS[label] for label in required if label in _HEADER_FIELDS]
    header = header if family == PROJECT else []
    return {
        "title": field("ST001", regex=f".*(?:{titles}).*"),
        "year": field("ST001", regex=r"20\d\d"),
        **{name: field("ST002") for name in header},
        "funds.total": {
            "type": "list",
            "nullable": False,
            "check_with": _no_gaps,
            "meta": "ST003",
        },
        "columns": {"type": "list", "contains": columns, "meta": "ST004"},
        "indicators": {"type": "integer", "min": 1, "meta": "ST004"},
        "target": column("ST009"),
        "actual": column("ST009"),
        "score": column("AR012"),
        "planned": field("ST010", check_with=_sentence),
        "actual_text": field("ST010", check_with=_sentence),
        "total.score": field("ST005"),
    }


def _optional(profile: Profile, key: str) -> Any:
    """A parameter of the profile; None where it is unknown."""
    try:
        return profile.get(key)
    except UnknownParameter:
        return None


def _no_gaps(field: str, missing: tuple[object, ...], error: Any) -> None:
    """Every scored row has something in the column, or the total row in every column.

    One rule for the whole list: Cerberus makes a new validator for every nested mapping.
    """
    if missing:
        error(field, " ".join(map(str, missing)))


def _sentence(field: str, value: str, error: Any) -> None:
    """A goal is a text: a bare figure in its place was typed or read in the wrong row."""
    if value and not any(char.isalpha() for char in value):
        error(field, "no words")


def _schema_fields(sheet: Sheet) -> Iterator[tuple[str, Any]]:
    """The fields that the schema validates: printed texts, None for an empty cell; for columns, the
    rows that have nothing there."""
    yield "title", _text(sheet.title)
    yield "year", None if sheet.year.number is None else str(int(sheet.year.number))
    yield "project", _text(sheet.project)
    yield "department", _text(sheet.department)
    yield "unit", _text(sheet.unit)
    if sheet.funds_sure:
        # A row that could not be read is a doubt (RD003), not a row that is missing.
        yield "funds.total", _missing_fund_fields(sheet.fund_total)
    yield "columns", sheet.columns
    yield "indicators", sum(r.doubt is not None or r.weight.filled for r in sheet.indicators)
    rows = [(i, r) for i, r in enumerate(sheet.indicators) if r.doubt is None and r.weight.filled]
    untargeted = default_lexicon().labels_after_funds
    yield (
        "target",
        tuple(i for i, row in rows if not row.target.filled and row.level1.text not in untargeted),
    )
    yield "actual", tuple(i for i, row in rows if not row.actual.filled)
    yield "score", tuple(i for i, row in rows if not row.score.filled)
    yield "planned", _prose(sheet.planned)
    yield "actual_text", _prose(sheet.actual)
    yield "total.score", _text(sheet.total.score)


def _text(value: Value) -> str | None:
    return (value.text or value.raw or "=") if value.filled else None


def _prose(value: Value) -> str | None:
    """``_PROSE`` for any text with letters."""
    text = _text(value)
    return _PROSE if text and any(map(str.isalpha, text)) else text


def _missing_fund_fields(total: FundRow | None) -> tuple[str, ...] | None:
    """The fields that the total row lacks; None without a total row.

    A dash counts as filled only where the budget is 0.
    """
    if total is None:
        return None
    no_budget = total.budget.number == 0
    fields = ((name, getattr(total, name)) for name in _FUND_FIELDS)
    return tuple(n for n, value in fields if not (value.filled or (no_budget and value.raw)))


def _paths(error: Any) -> list[str]:
    """The paths in the sheet that an error of Cerberus concerns."""
    path = ".".join(str(part) for part in error.document_path)
    if error.rule == "contains":
        return [f"columns.{name}" for name in sorted(error.info[0])]
    if path == "funds.total" and error.rule != "nullable":
        return [f"funds.total.{name}" for name in error.info[0].split()]
    if path in ("target", "actual", "score"):
        return [f"indicators.{row}.{path}" for row in error.info[0].split()]
    return ["actual" if path == "actual_text" else path]
