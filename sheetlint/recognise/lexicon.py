"""The form's vocabulary, read from ``lexicon.toml``: which label means which field."""

# Annotations are values here, as in ``model``, so that a start need not compile them.

import os
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.numbers.short_text_cache import LONGEST_CACHED, cache_short_texts
from sheetlint.sheet.sheet import PROJECT

_MARKS = frozenset("()[]【】")
_BRACKETS = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]")
_OPEN_END = re.compile(r"[(\[【][^()\[\]【】]*$")
_CLOSING = (")", "]", "】")
_COLON = re.compile("[:：]")
_POINTS_END = re.compile(r"\d+(?:\.\d+)?分?[)\]】]$")

LONGEST_LABEL = LONGEST_CACHED
_WHOSE = frozenset({"project", "department", "unit"})


@cache_short_texts
def label_key(text: str) -> str:
    """A label as it is compared: no blanks, no bracketed additions, no colon, narrow forms.

    Prose is returned as it is: it is never a label.
    """
    return text if len(text) > LONGEST_LABEL else fold_label("".join(half_width(text).split()))


def fold_label(bare: str) -> str:
    """The same, of a text that is narrow and has no blanks."""
    outside = bare
    if "(" in bare or "[" in bare or "【" in bare:
        outside = _OPEN_END.sub("", _BRACKETS.sub("", bare))
    if outside.endswith(_CLOSING):
        outside = _POINTS_END.sub("", outside)
    return outside.strip(":；;,.、*★") or bare.strip(":")


def split_label(text: str) -> tuple[str, str]:
    """``实施单位：康复中心`` as label and value; no value where there is no colon."""
    if ":" not in text and "：" not in text:
        return text, ""
    label, value = _COLON.split(text, 1)
    return label, value.strip()


class Lexicon(NamedTuple):
    """Labels by what they mean; every mapping goes from a ``key`` to a role."""

    head_fields: Mapping[str, str]
    project_labels: frozenset[str]
    """Those of them that the name of the project stands beside."""
    joint_labels: frozenset[str]
    """Labels of one field for department and unit; only their brackets tell them from others."""
    list_columns: Mapping[str, str]
    """Columns of a list of projects."""
    list_sums: frozenset[str]
    """What stands in a row of it that is no project."""
    misread_labels: Mapping[str, str]
    """What optical recognition makes of a label → the label."""
    fund_columns: Mapping[str, str]
    fund_rows: Mapping[str, str]
    fund_block_labels: frozenset[str]
    labels_after_funds: frozenset[str]
    """Labels of blocks that follow the funds and are none of their rows."""
    part_prefix: str
    """What stands before the name of a part of the funds."""
    goal_labels: Mapping[str, str]
    goal_block_labels: frozenset[str]
    indicator_columns: Mapping[str, str]
    indicator_block_labels: frozenset[str]
    first_levels: frozenset[str]
    second_levels: frozenset[str]
    total_labels: frozenset[str]
    grades: frozenset[str]
    remark_labels: frozenset[str]
    labels: frozenset[str]
    """Everything the form itself prints."""
    null_figures: frozenset[str]
    form_families: tuple[tuple[str, str], ...]
    """(word of the title, family of the form)."""
    title_words: tuple[str, ...]
    mention_words: tuple[str, ...]
    file_name_words: tuple[str, ...]
    residue_pattern: re.Pattern[str]
    residue_mark_pattern: re.Pattern[str]
    """A character that no placeholder is without."""
    money: re.Pattern[str]
    year_line: re.Pattern[str]
    year_blank: re.Pattern[str]
    year_inside: re.Pattern[str]
    points: re.Pattern[str]
    headline: re.Pattern[str]
    attachment: re.Pattern[str]
    page: re.Pattern[str]
    """A page number on a line of its own."""
    level: re.Pattern[str]
    """``县级`` before a label: whose it is, not what it is."""
    level_points: re.Pattern[str]

    def head_field(self, text: str, name: str) -> str | None:
        """The field of the head that a label names; ``name`` is its ``key``."""
        role = self.head_fields.get(name)
        if role is None and (level := self.level.match(name)):
            role = self.head_fields.get(name[level.end() :])
        if role is None:
            meant = self.misread_labels.get(name)
            return None if meant is None else self.head_fields.get(meant)
        bare = half_width(text)
        if not _MARKS.isdisjoint(bare) and "".join(bare.split()).rstrip(":") in self.joint_labels:
            return "both"
        return role

    def is_list_header(self, names: Sequence[str]) -> bool:
        """A header line of a list of projects or units: it names one of them as a column."""
        roles = {self.head_fields.get(name) for name in names}
        return not roles.isdisjoint(_WHOSE) and self.fund_block_labels.isdisjoint(names)

    def is_indicator_block(self, name: str) -> bool:
        """The label of the indicator table itself; a form with several numbers them."""
        return name.rstrip("0123456789") in self.indicator_block_labels

    def is_residue(self, text: str) -> bool:
        """A placeholder of the blank form, with nothing else in the cell."""
        if not self.residue_mark_pattern.search(text):
            return False
        return self.residue_pattern.fullmatch("".join(text.split())) is not None

    def form_family(self, title: str) -> str:
        """What kind of form a title names."""
        return next((name for word, name in self.form_families if word in title), PROJECT)

    def is_second_level(self, label: str) -> bool:
        """A second-level name: listed, or ending the way those names end."""
        return label in self.second_levels or (
            label.endswith("指标") and label not in self.first_levels
        )


@cache
def default_lexicon() -> Lexicon:
    """The shipped vocabulary."""
    return build_lexicon(read_lexicon_file())


def read_lexicon_file() -> dict[str, Any]:
    """What ``lexicon.toml`` holds."""
    with open(os.path.join(os.path.dirname(__file__), "lexicon.toml"), "rb") as file:
        return tomllib.load(file)


def build_lexicon(data: Mapping[str, Any]) -> Lexicon:
    """The vocabulary of what ``lexicon.toml`` holds, or the same with labels added."""
    patterns: dict[str, Any] = {name: re.compile(text) for name, text in _patterns(data).items()}
    return Lexicon(**_labels(data), **patterns)


def _patterns(data: Mapping[str, Any]) -> dict[str, str]:
    residue = "|".join(f"(?:{p})" for p in data["residue"]["patterns"])
    marks = f"[{re.escape(data['residue']['marks'])}]"
    return {"residue_pattern": residue, "residue_mark_pattern": marks, **data["places"]}


def _labels(data: Mapping[str, Any]) -> dict[str, Any]:
    """All the rest of it, by the names of the fields."""
    printed = [data["header"], data["funds"]["columns"], data["funds"]["rows"]]
    printed += [data["objectives"], data["indicators"]["columns"], data["indicators"]["levels"]]
    printed += [{"": data["funds"]["block"] + data["indicators"]["block"]}]
    printed += [{"": data["total"]["labels"] + data["remarks"]["labels"]}]
    header = _roles({n: labels for n, labels in data["header"].items() if n != "both"})
    return {
        "head_fields": header,
        "project_labels": frozenset(name for name, role in header.items() if role == "project"),
        "joint_labels": frozenset(data["header"]["both"]),
        "list_columns": _roles(data["lists"]["columns"]),
        "list_sums": _keys(data["lists"]["sums"]),
        "misread_labels": {
            label_key(read): label_key(meant) for read, meant in data["misread"].items()
        },
        "fund_columns": _roles(data["funds"]["columns"]),
        "fund_rows": _roles(data["funds"]["rows"]),
        "fund_block_labels": _keys(data["funds"]["block"]),
        "labels_after_funds": _keys(data["funds"]["beside"]),
        "part_prefix": data["funds"]["led_by"],
        "goal_labels": _roles({n: data["objectives"][n] for n in ("planned", "actual")}),
        "goal_block_labels": _keys(data["objectives"]["block"]),
        "indicator_columns": _roles(data["indicators"]["columns"]),
        "indicator_block_labels": _keys(data["indicators"]["block"]),
        "first_levels": _keys(data["indicators"]["levels"]["first"]),
        "second_levels": _keys(data["indicators"]["levels"]["second"]),
        "total_labels": _keys(data["total"]["labels"]),
        "grades": _keys(data["total"]["grades"]),
        "remark_labels": _keys(data["remarks"]["labels"]),
        "labels": _keys(
            label for table in printed for labels in table.values() for label in labels
        ),
        "null_figures": frozenset(data["nothing"]["figures"]),
        "form_families": tuple((w, name) for name, ws in data["families"].items() for w in ws),
        "title_words": tuple(data["title"]["contains"]),
        "mention_words": tuple(data["title"]["mentions"]),
        "file_name_words": tuple(data["title"]["names"]),
    }


def _roles(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {label_key(label): role for role, labels in table.items() for label in labels}


def _keys(labels: Iterable[str]) -> frozenset[str]:
    return frozenset(label_key(label) for label in labels)
