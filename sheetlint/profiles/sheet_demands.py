"""What a place demands of a sheet's own fields: the table ``[schema]`` of its profile.

The rules are Cerberus' own, over the fields of the normalised sheet: ``[schema.details."项目编码"]``
with ``required = true`` and ``regex = "…"``.  They are compiled once.  What a sheet breaks is kept
as a problem of its shape, with a sentence and a place; the check that speaks of that part of the
form tells it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from sheetlint.messages.text import Text
from sheetlint.profiles.profile import Profile
from sheetlint.profiles.sheet_demand_keys import GOALS
from sheetlint.recognise.labels import FIELD_LABELS, INDICATOR_COLUMNS
from sheetlint.recognise.lexicon import label_key
from sheetlint.schema.errors import leaves
from sheetlint.schema.user_patterns import reach
from sheetlint.sheet.sheet import ShapeProblem, Sheet
from sheetlint.sheet.value import Value

_CODES = {"title": "ST001", "objectives": "ST010", "indicators": "ST009"}
_HEADER = "ST002"
"""Every other field stands beside a label, in the head or below the table."""
_SHORT = 20

_EMPTY = Text("“{label}”没有填写", "{label} is not filled in")
_SAY = {
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
_OWN_WORDS = Text("“{label}”写的是“{printed}”：{demand}", "{label} is “{printed}”: {demand}")
_MISSING = Text("{empty}：{demand}", "{empty}: {demand}")


class _Demand(NamedTuple):
    """The rules for one field."""

    path: str
    label: str
    rules: Mapping[str, Any]
    longest: int
    """Characters that are looked at; a longer text does not fit."""

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
    """All rules of one profile, and Cerberus' validator of them."""

    table: Mapping[str, Any]
    demands: Mapping[str, _Demand]
    validator: Any


_compiled: dict[str, _Compiled] = {}


def broken(sheet: Sheet, profile: Profile) -> tuple[ShapeProblem, ...]:
    """The demands of the profile that the sheet does not meet."""
    table = profile.data.get("schema")
    if not table:
        return ()
    compiled = _compiled.get(profile.id)
    if compiled is None or compiled.table is not table:
        compiled = _compiled[profile.id] = _compile(table)
    cells = {
        path: _cells(sheet, demand)
        for path, demand in compiled.demands.items()
        # A normalised document has no place for labels of the head: nothing is known of them.
        if demand.block != "details" or sheet.headings
    }
    view = {
        path: _texts(values, compiled.demands[path])
        for path, values in cells.items()
        if values or compiled.demands[path].block == "indicators"
    }
    if compiled.validator.validate(view, normalize=False):
        return ()
    return tuple(
        problem
        for error in leaves(compiled.validator._errors)
        if error.document_path[0] in cells
        for problem in [_problem(error, compiled.demands, cells)]
    )


def _compile(table: Mapping[str, Any]) -> _Compiled:
    from cerberus import Validator

    demands = {demand.path: demand for demand in _demands(table)}
    return _Compiled(table, demands, Validator({d.path: _schema(d) for d in demands.values()}))


def _demands(table: Mapping[str, Any]) -> Iterator[_Demand]:
    for name, entry in table.items():
        if name in FIELD_LABELS and name not in GOALS:
            yield _demand(name, FIELD_LABELS[name][-1], entry)
            continue
        for field, rules in entry.items():
            label = field
            if name == "objectives":
                label = FIELD_LABELS[field][-1]
            elif name == "indicators":
                label = INDICATOR_COLUMNS[field]
            yield _demand(f"{name}.{field}", label, rules)


def _demand(path: str, label: str, rules: Mapping[str, Any]) -> _Demand:
    longest = reach(rules["regex"]) if "regex" in rules else reach("")
    return _Demand(path, label, rules, min(longest, rules.get("maxlength", longest)))


def _schema(demand: _Demand) -> dict[str, Any]:
    """Cerberus' own words, with the bound on the length added."""
    text = {**demand.rules, "type": "string", "empty": False, "maxlength": demand.longest}
    if demand.block != "indicators":
        return text
    text.pop("required", None)
    return {"type": "list", "schema": text}


def _cells(sheet: Sheet, demand: _Demand) -> tuple[Value, ...]:
    """The filled cells that a demand is about; of rows also the empty ones, where one must not be."""
    if demand.block == "indicators":
        rows = (r for r in sheet.indicators if r.doubt is None and r.weight.filled)
        cells = (getattr(row, demand.name) for row in rows)
        return tuple(c for c in cells if c.filled or demand.rules.get("required"))
    if demand.block in ("details", "remarks"):
        label = label_key(demand.name)
        labelled = getattr(sheet, demand.block)
        found = [value for name, value in labelled if label_key(name) == label]
    else:
        found = [getattr(sheet, demand.name or demand.path)]
    return tuple(value for value in found if value.filled)[:1]


def _texts(cells: tuple[Value, ...], demand: _Demand) -> str | list[str]:
    # One character more than is looked at: enough for Cerberus to see that it is too long.
    texts = [cell.text[: demand.longest + 1] for cell in cells]
    return texts if demand.block == "indicators" else texts[0]


def _problem(
    error: Any, demands: Mapping[str, _Demand], cells: Mapping[str, tuple[Value, ...]]
) -> ShapeProblem:
    path = error.document_path[0]
    demand, values = demands[path], cells[path]
    index = error.document_path[1] if len(error.document_path) > 1 else 0
    at = values[index] if values else Value(demand.name if demand.block == "objectives" else path)
    return ShapeProblem(demand.code, at.path, error.rule, _sentence(error, demand, at))


def _sentence(error: Any, demand: _Demand, at: Value) -> Text:
    said = _SAY[error.rule]
    own = demand.rules.get("meta", {})
    words = Text(own["zh"], own.get("en", own["zh"])) if "zh" in own else None
    empty = _EMPTY.fill(label=demand.label)
    if said is _EMPTY:
        return empty if words is None else _MISSING.fill(empty=empty, demand=words)
    printed = at.text if len(at.text) <= _SHORT else f"{at.text[:_SHORT]}……"
    if words is not None:
        return _OWN_WORDS.fill(label=demand.label, printed=printed, demand=words)
    constraint = error.constraint
    if isinstance(constraint, list):
        constraint = Text("、".join(constraint), ", ".join(constraint))
    says = said.fill(constraint=constraint)
    return _WRONG.fill(label=demand.label, printed=printed, demand=says)
