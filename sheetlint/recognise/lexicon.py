"""The vocabulary of the form, read from ``lexicon.toml``: which label names which field.

Labels are compared by their ``label_key``.
"""

# No ``from __future__ import annotations``, as in ``sheet``: a start need not compile annotations.

import os
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from sheetlint.recognise.label_roles import LabelRoles, fill_words
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.parse import half_width
from sheetlint.sheet.numbers.short_text_cache import LONGEST_CACHED, cache_short_texts
from sheetlint.sheet.sheet import PROJECT

_BRACKET_CHARACTERS = frozenset("()[]【】")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_OPEN_END = re.compile(r"[(\[][^()\[\]]*$")
_ALL_BRACKETS = LazyPattern(r"[(\[【][^()\[\]【】]*[)\]】]")
_ALL_OPEN_ENDS = LazyPattern(r"[(\[【][^()\[\]【】]*$")
_CLOSING = (")", "]", "】")
_COLON = re.compile("[:：]")
_POINTS_END = re.compile(r"\d+(?:\.\d+)?分?.$")
"""Of a text that ends with a closing bracket."""

LONGEST_LABEL = LONGEST_CACHED
_OWNERS = frozenset({"project", "department", "unit"})


@cache_short_texts
def label_key(text: str) -> str:
    """A label as it is compared: half-width, without blanks, additions in brackets and colon.

    A text longer than any label is returned as it is.
    """
    return text if len(text) > LONGEST_LABEL else fold_label("".join(half_width(text).split()))


def fold_label(bare: str) -> str:
    """``label_key`` of a text that is half-width and has no blanks."""
    outside = bare
    if "【" in bare or "】" in bare:
        outside = _ALL_OPEN_ENDS.sub("", _ALL_BRACKETS.sub("", bare))
    elif "(" in bare or "[" in bare:
        outside = _OPEN_END.sub("", _BRACKETS.sub("", bare))
    if outside.endswith(_CLOSING):
        outside = _POINTS_END.sub("", outside)
    return outside.strip(":；;,.、*★") or bare.strip(":")


def split_label(text: str) -> tuple[str, str]:
    """Label and value of ``实施单位：康复中心``; the value is empty where there is no colon."""
    if ":" not in text and "：" not in text:
        return text, ""
    label, value = _COLON.split(text, 1)
    return label, value.strip()


class Lexicon(NamedTuple):
    """Labels by their meaning.  The keys of mappings and the items of sets are label keys."""

    head_fields: LabelRoles
    """Label of the head → field (``project``, ``unit``, ``total``, ``other`` …)."""
    label_ends: tuple[str, ...]
    """How labels of the head end that are not listed (日期, 签字)."""
    project_labels: frozenset[str]
    """Labels of the head that name the project."""
    joint_labels: frozenset[str]
    """Labels of one field for department and unit, as printed: their brackets are part of them."""
    list_columns: Mapping[str, str]
    """Column heading of a list of projects → role."""
    list_sums: frozenset[str]
    """Names of rows of such a list that are sums."""
    misread_labels: Mapping[str, str]
    """Label as optical recognition misreads it → label."""
    fund_columns: LabelRoles
    fund_rows: LabelRoles
    fund_block_labels: frozenset[str]
    labels_after_funds: frozenset[str]
    """Labels that end the funds block: of other blocks, or of the money split another way."""
    part_prefix: str
    """Prefix of the name of a part of the funds (其中)."""
    goal_labels: LabelRoles
    goal_block_labels: frozenset[str]
    indicator_columns: LabelRoles
    indicator_block_labels: frozenset[str]
    first_levels: LabelRoles
    """Names of first levels; every role is ``first``."""
    second_levels: LabelRoles
    """Names of second levels; every role is ``second``."""
    totals: LabelRoles
    """Labels of the row 总分 (``total``) and of rows of subtotals (``subtotal``)."""
    grades: frozenset[str]
    remarks: LabelRoles
    """Labels of the foot: ``note`` where it explains deviations, else ``other``."""
    labels: frozenset[str]
    """All labels of the form."""
    telling_labels: frozenset[str]
    """Labels of the form that few other tables have."""
    result_labels: frozenset[str]
    """Those of them that stand for goals, indicators and scores: a budget has none of them."""
    null_figures: frozenset[str]
    form_families: tuple[tuple[str, str], ...]
    """(word of the title, kind of form)."""
    mention_words: tuple[str, ...]
    file_name_words: tuple[str, ...]
    about_forms: tuple[str, ...]
    """Words in the name of a file that is about forms and none."""
    residue_pattern: re.Pattern[str]
    residue_marks: frozenset[str]
    """Of which every placeholder contains one."""
    title: re.Pattern[str]
    """In the title of a sheet, without blanks."""
    department_name: re.Pattern[str]
    """A label that names the department where another one names the unit."""
    unit_name: re.Pattern[str]
    """The end of the name of a unit."""
    money: re.Pattern[str]
    year_line: re.Pattern[str]
    year_blank: re.Pattern[str]
    year_inside: re.Pattern[str]
    year_phrase: re.Pattern[str]
    points: re.Pattern[str]
    headline: re.Pattern[str]
    attachment: re.Pattern[str]
    page: re.Pattern[str]
    """A page number."""
    level: re.Pattern[str]
    """The level of government before a label (``县级``), which does not change its meaning."""
    level_points: re.Pattern[str]

    def head_field(self, text: str, name: str) -> str | None:
        """The field of the head that a label names, None for none; ``name`` is its ``label_key``."""
        role = self.head_fields.role(name)
        if role is None and (level := self.level.match(name)):
            role = self.head_fields.role(name[level.end() :])
        if role is None:
            corrected = self.misread_labels.get(name)
            return None if corrected is None else self.head_fields.role(corrected)
        bare = half_width(text)
        if (
            not _BRACKET_CHARACTERS.isdisjoint(bare)
            and "".join(bare.split()).rstrip(":") in self.joint_labels
        ):
            return "both"
        return role

    def is_list_header(self, names: Sequence[str]) -> bool:
        """Whether a header line is that of a list of projects or units: one of its columns names them."""
        roles = {self.head_fields.listed.get(name) for name in names}
        return not roles.isdisjoint(_OWNERS) and self.fund_block_labels.isdisjoint(names)

    def is_indicator_block(self, name: str) -> bool:
        """Whether a key is the label of the indicator table, numbered where a form has several."""
        return name.rstrip("0123456789") in self.indicator_block_labels

    def is_residue(self, text: str) -> bool:
        """Whether the text is a placeholder of the blank form and nothing else."""
        if self.residue_marks.isdisjoint(text):
            return False
        return self.residue_pattern.fullmatch("".join(text.split())) is not None

    def form_family(self, title: str) -> str:
        """The kind of form that a title names."""
        return next((name for word, name in self.form_families if word in title), PROJECT)

    def is_second_level(self, label: str) -> bool:
        """Whether a key is a second-level name: a known one, or one that ends in 指标."""
        return self.second_levels.role(label) is not None or (
            label.endswith("指标") and self.first_levels.role(label) is None
        )

    def is_first_level(self, label: str) -> bool:
        """Whether a key is a first-level name."""
        return self.first_levels.role(label) is not None

    def is_total(self, text: str) -> bool:
        """Whether a text is the label of the row 总分."""
        return self.totals.role(label_key(text)) == "total" and not self._adds_up_a_level(text)

    def is_subtotal(self, text: str) -> bool:
        """Whether a text is the label of a row of subtotals: ``小计``, ``合计（产出指标）``."""
        role = self.totals.role(label_key(text))
        return role == "subtotal" or (role == "total" and self._adds_up_a_level(text))

    def _adds_up_a_level(self, text: str) -> bool:
        """Whether a sum names a first level in brackets."""
        inside = half_width(text).partition("(")[2].rstrip(") ")
        return bool(inside) and self.is_first_level(label_key(inside))


@cache
def default_lexicon() -> Lexicon:
    """The shipped vocabulary."""
    return build_lexicon(read_lexicon_file())


def read_lexicon_file() -> dict[str, Any]:
    """The content of ``lexicon.toml``."""
    with open(os.path.join(os.path.dirname(__file__), "lexicon.toml"), "rb") as file:
        return tomllib.load(file)


def build_lexicon(data: Mapping[str, Any]) -> Lexicon:
    """The vocabulary from the content of ``lexicon.toml``."""
    patterns: dict[str, Any] = {name: re.compile(text) for name, text in _patterns(data).items()}
    return Lexicon(**_labels(data), **patterns)


def _patterns(data: Mapping[str, Any]) -> dict[str, str]:
    residue = "|".join(f"(?:{p})" for p in data["residue"]["patterns"])
    return {"residue_pattern": residue, **data["patterns"]}


def _labels(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of ``Lexicon`` that are no patterns."""
    printed = [data["header"], data["funds"]["columns"], data["funds"]["rows"]]
    printed += [data["objectives"], data["indicators"]["columns"], data["indicators"]["levels"]]
    printed += [{"": data["funds"]["block"] + data["indicators"]["block"]}]
    printed += [{"": data["total"]["labels"] + data["remarks"]["labels"]}]
    levels = data["indicators"]["levels"]
    header = _roles({n: labels for n, labels in data["header"].items() if n != "both"})
    labels = _keys(label for table in printed for names in table.values() for label in names)
    common = _keys(data["title"]["common_labels"])
    results = [data["objectives"], data["indicators"]["columns"], data["indicators"]["levels"]]
    results += [{"": data["indicators"]["block"]}]
    return {
        "head_fields": _judged(header, data, "header"),
        "label_ends": tuple(data["head"]["label_ends"]),
        "project_labels": frozenset(name for name, role in header.items() if role == "project"),
        "joint_labels": frozenset(data["header"]["both"]),
        "list_columns": _roles(data["lists"]["columns"]),
        "list_sums": _keys(data["lists"]["sums"]),
        "misread_labels": {
            label_key(read): label_key(label) for read, label in data["misread"].items()
        },
        "fund_columns": _judged(_roles(data["funds"]["columns"]), data, "funds"),
        "fund_rows": _judged(_roles(data["funds"]["rows"]), data, "fund_rows"),
        "fund_block_labels": _keys(data["funds"]["block"]),
        "labels_after_funds": _keys(data["funds"]["beside"]),
        "part_prefix": data["funds"]["led_by"],
        "goal_labels": _judged(
            _roles({n: data["objectives"][n] for n in ("planned", "actual")}), data, "goals"
        ),
        "goal_block_labels": _keys(data["objectives"]["block"]),
        "indicator_columns": _judged(_roles(data["indicators"]["columns"]), data, "indicators"),
        "indicator_block_labels": _keys(data["indicators"]["block"]),
        "first_levels": _judged(_roles({"first": levels["first"]}), data, "first_levels"),
        "second_levels": _judged(_roles({"second": levels["second"]}), data, "second_levels"),
        "totals": _judged(_roles({"total": data["total"]["labels"]}), data, "totals"),
        "grades": _keys(data["total"]["grades"]),
        "remarks": _judged(_roles({"other": data["remarks"]["labels"]}), data, "remarks"),
        "labels": labels,
        "telling_labels": labels - common,
        "result_labels": _keys(
            label for table in results for names in table.values() for label in names
        )
        - common,
        "null_figures": frozenset(data["null"]["figures"]),
        "residue_marks": frozenset(data["residue"]["marks"]),
        "form_families": tuple((w, name) for name, ws in data["families"].items() for w in ws),
        "mention_words": tuple(data["title"]["mention_words"]),
        "file_name_words": tuple(data["title"]["file_name_words"]),
        "about_forms": tuple(data["title"]["about_forms"]),
    }


def _roles(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {label_key(label): role for role, labels in table.items() for label in labels}


def _judged(listed: Mapping[str, str], data: Mapping[str, Any], block: str) -> LabelRoles:
    """The listed labels of a block, and the patterns for others."""
    judged = data["judged"]
    patterns = judged[block].items()
    return LabelRoles(listed, {role: fill_words(p, judged["words"]) for role, p in patterns})


def _keys(labels: Iterable[str]) -> frozenset[str]:
    return frozenset(label_key(label) for label in labels)
