"""The shape of a sheet, held against a Cerberus schema made from the profile.

Each field of the schema carries the code under which its errors are reported (``meta``); the checks
of the family ST turn them into findings.  Only presence and form are looked at here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from sheetlint.profiles.profile import Profile, UnknownParameter
from sheetlint.recognise.lexicon import default_lexicon
from sheetlint.schema.errors import leaves
from sheetlint.sheet.sheet import PROJECT, FundRow, ShapeProblem, Sheet
from sheetlint.sheet.value import Value

_REQUIRED_COLUMNS = ("target", "actual", "weight", "score")
_HEADER = {"项目名称": "project", "主管部门": "department", "实施单位": "unit"}
"""The profile names required header fields as the form prints them."""
_EXECUTION = ("budget", "executed", "weight", "rate", "score")
_PRESENCE = frozenset(("type", "empty", "nullable", "meta"))
"""Rules that ask whether something is there and not what it is."""
_SOMETHING, _WORDS = "·", "文"
_shapes: dict[tuple[str, str], _Shape] = {}


def shaped(sheet: Sheet, profile: Profile) -> Sheet:
    """The sheet with what its shape lacks (``sheet.shape``)."""
    wanted = profile.id, sheet.family
    shape = _shapes.get(wanted)
    if shape is None or shape.profile.data is not profile.data:
        # Two folders may hold profiles of the same name.
        shape = _shapes[wanted] = _Shape(_compile(profile, sheet.family), profile)
    problems = shape.problems(sheet)
    if "schema" in profile.data:
        from sheetlint.profiles.sheet_demands import broken

        told = {problem.path for problem in problems}
        problems += tuple(problem for problem in broken(sheet, profile) if problem.path not in told)
    return sheet._replace(shape=problems) if problems else sheet


class _Shape:
    """A schema, and what it said of the sheets that it has seen.

    Sheets of one form are alike in shape.  What need only be there is looked at as one sign, and
    so Cerberus, which takes longer over a sheet than half the checks, is seldom asked twice.
    """

    def __init__(self, validator: Any, profile: Profile) -> None:
        self._validator = validator
        self.profile = profile
        self._presence = {
            name for name, rules in validator.schema.items() if _PRESENCE.issuperset(rules)
        }
        self._remembered = lru_cache(1024)(self._judged)

    def problems(self, sheet: Sheet) -> tuple[ShapeProblem, ...]:
        presence = self._presence
        return self._remembered(
            tuple(
                (name, _SOMETHING if value and name in presence else value)
                for name, value in _view(sheet)
            )
        )

    def _judged(self, view: tuple[tuple[str, Any], ...]) -> tuple[ShapeProblem, ...]:
        validator = self._validator
        if validator.validate(dict(view), normalize=False):
            return ()
        problems = (
            ShapeProblem(validator.schema[error.document_path[0]]["meta"], path, error.rule or "")
            for error in leaves(validator._errors)
            for path in _paths(error)
        )
        return tuple(dict.fromkeys(problems))


def _compile(profile: Profile, family: str) -> Any:
    from cerberus import Validator

    return Validator(schema_for(profile, family), allow_unknown=True)


def schema_for(profile: Profile, family: str) -> dict[str, Any]:
    """The schema for one profile.  What the profile does not say is not demanded; what its form of
    a project prints is not demanded of another family of forms."""

    def field(code: str, **rules: Any) -> dict[str, Any]:
        return {"type": "string", "empty": False, "nullable": False, "meta": code, **rules}

    def column(code: str) -> dict[str, Any]:
        return {"type": "list", "check_with": _no_gaps, "meta": code}

    columns = list(_REQUIRED_COLUMNS)
    if family == PROJECT and _said(profile, "notes.place") == "row":
        columns.append("note")
    titles = "|".join(_said(profile, "template.title_patterns") or ())
    header = [_HEADER[n] for n in _said(profile, "template.required_header") or () if n in _HEADER]
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


def _said(profile: Profile, key: str) -> Any:
    try:
        return profile.get(key)
    except UnknownParameter:
        return None


def _no_gaps(field: str, missing: tuple[object, ...], error: Any) -> None:
    """A column has something in every scored row, the total row something in every column.  One
    validator for all of them: Cerberus makes a new one for every nested mapping."""
    if missing:
        error(field, " ".join(map(str, missing)))


def _sentence(field: str, value: str, error: Any) -> None:
    """A goal is said in words: a bare figure in its place is a slip of the row or of the hand."""
    if value and not any(char.isalpha() for char in value):
        error(field, "no words")


def _view(sheet: Sheet) -> Iterator[tuple[str, Any]]:
    """What the schema looks at: printed texts, None for what is empty; of rows, what they lack."""
    yield "title", _text(sheet.title)
    yield "year", None if sheet.year.number is None else str(int(sheet.year.number))
    yield "project", _text(sheet.project)
    yield "department", _text(sheet.department)
    yield "unit", _text(sheet.unit)
    if sheet.funds_sure:
        # A row that could not be read is a doubt (RD003), not a row that is missing.
        yield "funds.total", _lacks(sheet.fund_total)
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
    """One word stands for all of them."""
    text = _text(value)
    return _WORDS if text and any(map(str.isalpha, text)) else text


def _lacks(total: FundRow | None) -> tuple[str, ...] | None:
    """A dash is something only where the field does not apply."""
    if total is None:
        return None
    nothing = total.budget.number == 0
    fields = ((name, getattr(total, name)) for name in _EXECUTION)
    return tuple(n for n, value in fields if not (value.filled or (nothing and value.raw)))


def _paths(error: Any) -> list[str]:
    """The fields of the sheet that an error speaks of."""
    path = ".".join(str(part) for part in error.document_path)
    if error.rule == "contains":
        return [f"columns.{name}" for name in sorted(error.info[0])]
    if path == "funds.total" and error.rule != "nullable":
        return [f"funds.total.{name}" for name in error.info[0].split()]
    if path in ("target", "actual", "score"):
        return [f"indicators.{row}.{path}" for row in error.info[0].split()]
    return ["actual" if path == "actual_text" else path]
