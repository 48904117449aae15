"""The shape of a sheet, held against a Cerberus schema made from the profile.

Each field of the schema carries the code under which its errors are reported (``meta``); the checks
of the family ST turn them into findings.  Only presence and form are looked at here.
"""

from __future__ import annotations

from typing import Any

from sheetlint.model import PROJECT, ShapeProblem, Sheet, Value
from sheetlint.profiles.profile import Profile, UnknownParameter
from sheetlint.schema.errors import leaves

_REQUIRED_COLUMNS = ("target", "actual", "weight", "score")
_HEADER = {"项目名称": "project", "主管部门": "department", "实施单位": "unit"}
"""The profile names required header fields as the form prints them."""
_compiled: dict[tuple[str, str], Any] = {}


def shaped(sheet: Sheet, profile: Profile) -> Sheet:
    """The sheet with what its shape lacks (``sheet.shape``)."""
    wanted = profile.id, sheet.family
    validator = _compiled.get(wanted)
    if validator is None:
        validator = _compiled[wanted] = _compile(profile, sheet.family)
    if validator.validate(_view(sheet), normalize=False):
        return sheet
    problems = dict.fromkeys(
        ShapeProblem(validator.schema[error.document_path[0]]["meta"], path, error.rule or "")
        for error in leaves(validator._errors)
        for path in _paths(error)
    )
    return sheet._replace(shape=tuple(problems))


def _compile(profile: Profile, family: str) -> Any:
    """The schema for one profile.  What the profile does not say is not demanded; what its form of
    a project prints is not demanded of another family of forms."""
    from sheetlint.schema.cerberus_light import Validator

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
    return Validator(
        {
            "title": field("ST001", regex=f".*(?:{titles}).*"),
            "year": field("ST001", regex=r"20\d\d"),
            **{name: field("ST002") for name in header},
            "funds.total": {
                "type": "dict",
                "nullable": False,
                "meta": "ST003",
                "schema": {
                    name: field("ST003")
                    for name in ("budget", "executed", "weight", "rate", "score")
                },
            },
            "columns": {"type": "list", "contains": columns, "meta": "ST004"},
            "indicators": {"type": "integer", "min": 1, "meta": "ST004"},
            "target": column("ST009"),
            "actual": column("ST009"),
            "score": column("AR012"),
            "planned": field("ST010", check_with=_sentence),
            "actual_text": field("ST010", check_with=_sentence),
            "total.score": field("ST005"),
        },
        allow_unknown=True,
    )


def _said(profile: Profile, key: str) -> Any:
    try:
        return profile.get(key)
    except UnknownParameter:
        return None


def _no_gaps(field: str, value: list[tuple[int, str | None]], error: Any) -> None:
    """A column has something in every scored row.  One validator for a whole column: Cerberus
    makes a new one for every nested mapping, and a sheet has forty rows."""
    for index, text in value:
        if text is None:
            error(field, str(index))


def _sentence(field: str, value: str, error: Any) -> None:
    """A goal is said in words: a bare figure in its place is a slip of the row or of the hand."""
    if value and not any(char.isalpha() for char in value):
        error(field, "no words")


def _view(sheet: Sheet) -> dict[str, Any]:
    """What the schema looks at: printed texts, None for what is empty."""
    total = sheet.fund_total
    rows = [
        (i, row)
        for i, row in enumerate(sheet.indicators)
        if row.doubt is None and row.weight.filled
    ]
    view = {
        "title": _text(sheet.title),
        "year": None if sheet.year.number is None else str(int(sheet.year.number)),
        "project": _text(sheet.project),
        "department": _text(sheet.department),
        "unit": _text(sheet.unit),
        "funds.total": None
        if total is None
        else {
            name: _given(getattr(total, name), dash=bool(total.budget.number == 0))
            for name in ("budget", "executed", "weight", "rate", "score")
        },
        "columns": list(sheet.columns),
        "indicators": sum(r.doubt is not None or r.weight.filled for r in sheet.indicators),
        **{
            name: [(i, _given(getattr(row, name))) for i, row in rows]
            for name in ("target", "actual", "score")
        },
        "planned": _text(sheet.planned),
        "actual_text": _text(sheet.actual),
        "total.score": _given(sheet.total.score),
    }
    if not sheet.funds_sure:
        # A row that could not be read is a doubt (RD003), not a row that is missing.
        del view["funds.total"]
    return view


def _text(value: Value) -> str | None:
    return (value.text or value.raw or "=") if value.filled else None


def _given(value: Value, dash: bool = False) -> str | None:
    """Printed in some way; a dash counts only where the field does not apply."""
    return (value.raw or "=") if value.filled or (dash and value.raw) else None


def _paths(error: Any) -> list[str]:
    """The fields of the sheet that an error speaks of."""
    path = ".".join(str(part) for part in error.document_path)
    if error.rule == "contains":
        return [f"columns.{name}" for name in sorted(error.info[0])]
    if path in ("target", "actual", "score"):
        return [f"indicators.{error.info[0]}.{path}"]
    return ["actual" if path == "actual_text" else path]
