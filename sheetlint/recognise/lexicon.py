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
def key(text: str) -> str:
    """A label as it is compared: no blanks, no bracketed additions, no colon, narrow forms.

    Prose is returned as it is: it is never a label.
    """
    return text if len(text) > LONGEST_LABEL else folded("".join(half_width(text).split()))


def folded(bare: str) -> str:
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

    header: Mapping[str, str]
    projects: frozenset[str]
    """Those of them that the name of the project stands beside."""
    both: frozenset[str]
    """Labels of one field for department and unit; only their brackets tell them from others."""
    list_columns: Mapping[str, str]
    """Columns of a list of projects."""
    list_sums: frozenset[str]
    """What stands in a row of it that is no project."""
    misread: Mapping[str, str]
    """What optical recognition makes of a label → the label."""
    fund_columns: Mapping[str, str]
    fund_rows: Mapping[str, str]
    fund_block: frozenset[str]
    beside_funds: frozenset[str]
    """Labels of blocks that follow the funds and are none of their rows."""
    led_by: str
    """What stands before the name of a part of the funds."""
    objectives: Mapping[str, str]
    objective_block: frozenset[str]
    columns: Mapping[str, str]
    indicator_block: frozenset[str]
    first: frozenset[str]
    second: frozenset[str]
    totals: frozenset[str]
    grades: frozenset[str]
    remarks: frozenset[str]
    labels: frozenset[str]
    """Everything the form itself prints."""
    null_figures: frozenset[str]
    families: tuple[tuple[str, str], ...]
    """(word of the title, family of the form)."""
    title_words: tuple[str, ...]
    mention_words: tuple[str, ...]
    name_words: tuple[str, ...]
    residue: re.Pattern[str]
    residue_marks: re.Pattern[str]
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

    def field(self, text: str, name: str) -> str | None:
        """The field of the head that a label names; ``name`` is its ``key``."""
        role = self.header.get(name)
        if role is None and (level := self.level.match(name)):
            role = self.header.get(name[level.end() :])
        if role is None:
            meant = self.misread.get(name)
            return None if meant is None else self.header.get(meant)
        bare = half_width(text)
        if not _MARKS.isdisjoint(bare) and "".join(bare.split()).rstrip(":") in self.both:
            return "both"
        return role

    def lists(self, names: Sequence[str]) -> bool:
        """A header line of a list of projects or units: it names one of them as a column."""
        roles = {self.header.get(name) for name in names}
        return not roles.isdisjoint(_WHOSE) and self.fund_block.isdisjoint(names)

    def is_block(self, name: str) -> bool:
        """The label of the indicator table itself; a form with several numbers them."""
        return name.rstrip("0123456789") in self.indicator_block

    def is_residue(self, text: str) -> bool:
        """A placeholder of the blank form, with nothing else in the cell."""
        if not self.residue_marks.search(text):
            return False
        return self.residue.fullmatch("".join(text.split())) is not None

    def family(self, title: str) -> str:
        """What kind of form a title names."""
        return next((name for word, name in self.families if word in title), PROJECT)

    def is_second(self, label: str) -> bool:
        """A second-level name: listed, or ending the way those names end."""
        return label in self.second or (label.endswith("指标") and label not in self.first)


@cache
def lexicon() -> Lexicon:
    """The shipped vocabulary."""
    return lexicon_of(shipped())


def shipped() -> dict[str, Any]:
    """What ``lexicon.toml`` holds."""
    with open(os.path.join(os.path.dirname(__file__), "lexicon.toml"), "rb") as file:
        return tomllib.load(file)


def lexicon_of(data: Mapping[str, Any]) -> Lexicon:
    """The vocabulary of what ``lexicon.toml`` holds, or the same with labels added."""
    patterns: dict[str, Any] = {name: re.compile(text) for name, text in _patterns(data).items()}
    return Lexicon(**_labels(data), **patterns)


def _patterns(data: Mapping[str, Any]) -> dict[str, str]:
    residue = "|".join(f"(?:{p})" for p in data["residue"]["patterns"])
    marks = f"[{re.escape(data['residue']['marks'])}]"
    return {"residue": residue, "residue_marks": marks, **data["places"]}


def _labels(data: Mapping[str, Any]) -> dict[str, Any]:
    """All the rest of it, by the names of the fields."""
    printed = [data["header"], data["funds"]["columns"], data["funds"]["rows"]]
    printed += [data["objectives"], data["indicators"]["columns"], data["indicators"]["levels"]]
    printed += [{"": data["funds"]["block"] + data["indicators"]["block"]}]
    printed += [{"": data["total"]["labels"] + data["remarks"]["labels"]}]
    header = _roles({n: labels for n, labels in data["header"].items() if n != "both"})
    return {
        "header": header,
        "projects": frozenset(name for name, role in header.items() if role == "project"),
        "both": frozenset(data["header"]["both"]),
        "list_columns": _roles(data["lists"]["columns"]),
        "list_sums": _keys(data["lists"]["sums"]),
        "misread": {key(read): key(meant) for read, meant in data["misread"].items()},
        "fund_columns": _roles(data["funds"]["columns"]),
        "fund_rows": _roles(data["funds"]["rows"]),
        "fund_block": _keys(data["funds"]["block"]),
        "beside_funds": _keys(data["funds"]["beside"]),
        "led_by": data["funds"]["led_by"],
        "objectives": _roles({n: data["objectives"][n] for n in ("planned", "actual")}),
        "objective_block": _keys(data["objectives"]["block"]),
        "columns": _roles(data["indicators"]["columns"]),
        "indicator_block": _keys(data["indicators"]["block"]),
        "first": _keys(data["indicators"]["levels"]["first"]),
        "second": _keys(data["indicators"]["levels"]["second"]),
        "totals": _keys(data["total"]["labels"]),
        "grades": _keys(data["total"]["grades"]),
        "remarks": _keys(data["remarks"]["labels"]),
        "labels": _keys(
            label for table in printed for labels in table.values() for label in labels
        ),
        "null_figures": frozenset(data["nothing"]["figures"]),
        "families": tuple((w, name) for name, ws in data["families"].items() for w in ws),
        "title_words": tuple(data["title"]["contains"]),
        "mention_words": tuple(data["title"]["mentions"]),
        "name_words": tuple(data["title"]["names"]),
    }


def _roles(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {key(label): role for role, labels in table.items() for label in labels}


def _keys(labels: Iterable[str]) -> frozenset[str]:
    return frozenset(key(label) for label in labels)
