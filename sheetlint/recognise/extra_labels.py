"""Labels that the configuration adds to the shipped vocabulary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sheetlint.messages.text import Text
from sheetlint.recognise.lexicon import (
    LONGEST_LABEL,
    Lexicon,
    build_lexicon,
    label_key,
    read_lexicon_file,
)
from sheetlint.sheet.numbers.parse import parse_number

_GROUPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "header": ("header", ("project", "department", "unit", "total", "other")),
    "funds": ("funds", ("block", "beside")),
    "funds.columns": (
        "funds.columns",
        ("initial", "budget", "executed", "rate", "weight", "score", "note"),
    ),
    "funds.rows": ("funds.rows", ("total", "fiscal", "carryover", "other", "part")),
    "objectives": ("objectives", ("block", "planned", "actual")),
    "columns": (
        "indicators.columns",
        (
            *("level1", "level2", "level3", "target", "actual", "adjusted", "sign", "direction"),
            *("measure", "coefficient", "deduction", "item_score", "review", "weight", "score"),
            "note",
        ),
    ),
    "levels": ("indicators.levels", ("first", "second")),
    "total": ("total", ("labels",)),
    "remarks": ("remarks", ("labels",)),
}
"""Groups that may be extended: name in the configuration → table and fields of ``lexicon.toml``."""
LABEL_GROUPS = tuple(
    f"{group}.{field}" for group, (_, fields) in _GROUPS.items() for field in fields
)
_AMBIGUOUS = frozenset({"levels", "funds"})
"""Groups in which one label may have two meanings: 成本指标 is a first and a second level."""


class BadLabel(Exception):
    """A label cannot be added; ``text`` names it and gives the reason."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text


def extend_lexicon(words: Mapping[str, Sequence[str]]) -> Lexicon:
    """The shipped vocabulary with ``words`` added, lists of labels by ``LABEL_GROUPS``.  Raises BadLabel."""
    data = read_lexicon_file()
    known = {name: _names(data, group) for name, (group, _) in _GROUPS.items()}
    for path, labels in words.items():
        group, _, field = path.rpartition(".")
        for label in labels:
            name = label_key(label)
            if not name or len(label) > LONGEST_LABEL or parse_number(name) is not None:
                raise BadLabel(
                    Text(
                        f"lexicon.{path}：“{label}”不能作名称",
                        f"lexicon.{path}: {label!r} cannot be a label",
                    )
                )
            field_before = known[group].setdefault(name, field)
            if field_before != field and group not in _AMBIGUOUS:
                raise BadLabel(
                    Text(
                        f"lexicon.{path}：“{label}”已经是 {group}.{field_before} 的名称",
                        f"lexicon.{path}: {label!r} is already a label of {group}.{field_before}",
                    )
                )
            _table(data, _GROUPS[group][0])[field].append(label)
    return build_lexicon(data)


def _names(data: Mapping[str, Any], group: str) -> dict[str, str]:
    fields: Iterable[tuple[str, Any]] = _table(data, group).items()
    return {
        label_key(label): field for field, labels in fields if _is_list(labels) for label in labels
    }


def _is_list(labels: object) -> bool:
    return isinstance(labels, list)


def _table(data: Mapping[str, Any], path: str) -> dict[str, Any]:
    found: Any = data
    for part in path.split("."):
        found = found[part]
    table: dict[str, Any] = found
    return table
