"""The requirements of a place on the fields of a sheet: the table ``[schema]`` of its profile.

They are Cerberus rules on the fields of the normalised sheet: ``[schema.details."项目编码"]`` with
``required = true`` and ``regex = "…"``.  The validator is compiled once.  A violation becomes a
``ShapeProblem`` with a message and a place, which the check of that part of the form reports.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sheetlint.messages.text import Text
from sheetlint.profiles.field_requirements_schema import GOAL_FIELDS
from sheetlint.profiles.profile import Profile
from sheetlint.recognise.labels import FIELD_LABELS, INDICATOR_COLUMNS
from sheetlint.recognise.lexicon import label_key
from sheetlint.schema.errors import leaf_errors
from sheetlint.schema.user_patterns import longest_safe_text
from sheetlint.sheet.sheet import ShapeProblem, Sheet
from sheetlint.sheet.value import Value

_CODES = {"title": "ST001", "objectives": "ST010", "indicators": "ST009"}
_HEADER = "ST002"
"""The code for all other fields: labelled ones in the head or the foot."""
_LONGEST_QUOTED = 20

_EMPTY = Text("“{label}”没有填写", "{label} is not filled in")
_MESSAGES = {
    "required": _EMPTY,
    "empty": _EMPTY,
    "regex": Text("应符合格式 {constraint}", "must match {constraint}"),
    "allowed": Text("只能是 {constraint}", "must be one of {constraint}"),
    "forbidden": Text("不能是 {constraint}", "must not be any of {constraint}"),
    "minlength": Text("不能少于 {constraint} 字", "must have {constraint} characters or more"),
    "maxlength": Text(
        "不能超过 {constraint} 字", "must not have more than {constraint} characters"
    ),
}
_WRONG = Text("“{label}”写的是“{printed}”，{demand}", "{label} is “{printed}”; it {demand}")
_WRONG_OWN_TEXT = Text("“{label}”写的是“{printed}”：{demand}", "{label} is “{printed}”: {demand}")
_MISSING = Text("{empty}：{demand}", "{empty}: {demand}")


class _Requirement(NamedTuple):
    """The rules for one field."""

    path: str
    label: str
    rules: Mapping[str, Any]
    longest: int
    """Characters of a text that are validated; a longer text is a violation."""

    @property
    def block(self) -> str:
        return self.path.partition(".")[0]

    @property
    def name(self) -> str:
        return self.path.partition(".")[2]

    @property
    def code(self) -> str:
        return _CODES.get(self.block, _HEADER)


class _Compiled(NamedTuple):
    """The requirements of one profile with their validator."""

    table: Mapping[str, Any]
    requirements: Mapping[str, _Requirement]
    validator: Any


_compiled: dict[str, _Compiled] = {}


def find_violations(sheet: Sheet, profile: Profile) -> tuple[ShapeProblem, ...]:
    """The violations of the profile's requirements by the sheet."""
    table = profile.data.get("schema")
    if not table:
        return ()
    compiled = _compiled.get(profile.id)
    if compiled is None or compiled.table is not table:
        compiled = _compiled[profile.id] = _compile(table)
    cells = {
        path: _cells(sheet, requirement)
        for path, requirement in compiled.requirements.items()
        # A normalised document has no labelled fields of the head: they are not validated.
        if requirement.block != "details" or sheet.headings
    }
    texts = {
        path: _texts(values, compiled.requirements[path])
        for path, values in cells.items()
        if values or compiled.requirements[path].block == "indicators"
    }
    if compiled.validator.validate(texts, normalize=False):
        return ()
    return tuple(
        problem
        for error in leaf_errors(compiled.validator._errors)
        if error.document_path[0] in cells
        for problem in [_problem(error, compiled.requirements, cells)]
    )


def _compile(table: Mapping[str, Any]) -> _Compiled:
    from cerberus import Validator

    requirements = {requirement.path: requirement for requirement in _requirements(table)}
    return _Compiled(
        table, requirements, Validator({d.path: _schema(d) for d in requirements.values()})
    )


def _requirements(table: Mapping[str, Any]) -> Iterator[_Requirement]:
    for name, entry in table.items():
        if name in FIELD_LABELS and name not in GOAL_FIELDS:
            yield _requirement(name, FIELD_LABELS[name][-1], entry)
            continue
        for field, rules in entry.items():
            label = field
            if name == "objectives":
                label = FIELD_LABELS[field][-1]
            elif name == "indicators":
                label = INDICATOR_COLUMNS[field]
            yield _requirement(f"{name}.{field}", label, rules)


def _requirement(path: str, label: str, rules: Mapping[str, Any]) -> _Requirement:
    longest = longest_safe_text(rules["regex"]) if "regex" in rules else longest_safe_text("")
    return _Requirement(path, label, rules, min(longest, rules.get("maxlength", longest)))


def _schema(requirement: _Requirement) -> dict[str, Any]:
    """The Cerberus schema of a field, with the bound on the length."""
    text = {**requirement.rules, "type": "string", "empty": False, "maxlength": requirement.longest}
    if requirement.block != "indicators":
        return text
    text.pop("required", None)
    return {"type": "list", "schema": text}


def _cells(sheet: Sheet, requirement: _Requirement) -> tuple[Value, ...]:
    """The filled cells of the field; of indicator rows also empty ones where it is required."""
    if requirement.block == "indicators":
        rows = (r for r in sheet.indicators if r.doubt is None and r.weight.filled)
        cells = (getattr(row, requirement.name) for row in rows)
        return tuple(c for c in cells if c.filled or requirement.rules.get("required"))
    if requirement.block in ("details", "remarks"):
        label = label_key(requirement.name)
        labelled = getattr(sheet, requirement.block)
        found = [value for name, value in labelled if label_key(name) == label]
    else:
        found = [getattr(sheet, requirement.name or requirement.path)]
    return tuple(value for value in found if value.filled)[:1]


def _texts(cells: tuple[Value, ...], requirement: _Requirement) -> str | list[str]:
    # One character more than is validated, so that Cerberus sees that the text is too long.
    texts = [cell.text[: requirement.longest + 1] for cell in cells]
    return texts if requirement.block == "indicators" else texts[0]


def _problem(
    error: Any, requirements: Mapping[str, _Requirement], cells: Mapping[str, tuple[Value, ...]]
) -> ShapeProblem:
    path = error.document_path[0]
    requirement, values = requirements[path], cells[path]
    index = error.document_path[1] if len(error.document_path) > 1 else 0
    at = (
        values[index]
        if values
        else Value(requirement.name if requirement.block == "objectives" else path)
    )
    return ShapeProblem(requirement.code, at.path, error.rule, _message(error, requirement, at))


def _message(error: Any, requirement: _Requirement, at: Value) -> Text:
    template = _MESSAGES[error.rule]
    meta = requirement.rules.get("meta", {})
    own_text = Text(meta["zh"], meta.get("en", meta["zh"])) if "zh" in meta else None
    empty = _EMPTY.fill(label=requirement.label)
    if template is _EMPTY:
        return empty if own_text is None else _MISSING.fill(empty=empty, demand=own_text)
    printed = at.text if len(at.text) <= _LONGEST_QUOTED else f"{at.text[:_LONGEST_QUOTED]}……"
    if own_text is not None:
        return _WRONG_OWN_TEXT.fill(label=requirement.label, printed=printed, demand=own_text)
    constraint = error.constraint
    if isinstance(constraint, list):
        constraint = Text("、".join(constraint), ", ".join(constraint))
    rule_text = template.fill(constraint=constraint)
    return _WRONG.fill(label=requirement.label, printed=printed, demand=rule_text)
