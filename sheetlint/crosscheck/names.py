"""Names of projects, units and grades as they are compared.

Budget systems put codes before a name (``51000021R000000019951-工资性支出``, ``[155]水利局``), and
brackets and blanks vary; names that differ in nothing else are equal.
"""

from __future__ import annotations

import re
from functools import cache

from sheetlint.recognise.lexicon import read_lexicon_file
from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.parse import half_width

_YEAR = LazyPattern(r"(?:19|20)\d\d")
_QUOTES = str.maketrans("", "", "“”\"'‘’《》〈〉「」")
_BRACKETS = str.maketrans("〔【[〕】]", "((()))")


@cache
def _code() -> re.Pattern[str]:
    """A code in brackets, before a dash, or of eight characters or more (``110指挥中心`` has none)."""
    return re.compile(
        r"(?:\[([0-9a-z]{3,})\]|(?=[0-9a-z]*\d{3})(?:([0-9a-z]{3,})[-_]|([0-9a-z]{8,})))"
        r"[-_]?(?=[^0-9a-z])",
        re.IGNORECASE,
    )


def project_code(name: str) -> str:
    """The code of a budget system before a name; empty where there is none.  A year is no code."""
    found = _code().match("".join(half_width(name).split()))
    return _code_of(found)


def _code_of(found: re.Match[str] | None) -> str:
    code = "" if found is None else next(group for group in found.groups() if group)
    return "" if _YEAR.fullmatch(code) else code


def without_code(name: str) -> str:
    """A name as printed, without blanks and without its code."""
    bare = "".join(name.split())
    found = _code().match(bare)
    return bare[found.end() :] if found and _code_of(found) else bare


def name_key(name: str) -> str:
    """A name as it is compared: half-width, without code, blanks and quotation marks."""
    return without_code(half_width(name)).translate(_QUOTES).translate(_BRACKETS).casefold()


def without_years(key: str) -> str:
    """A ``name_key`` without years, which differ in the sheets of a project of several years."""
    return _YEAR.sub("", key).replace("年度", "").replace("年", "")


def grade_key(name: str) -> str:
    """A grade as it is compared: 优秀 is 优."""
    bare = name.translate(_QUOTES)
    return _same_grades().get(bare, bare)


@cache
def _same_grades() -> dict[str, str]:
    same: dict[str, str] = read_lexicon_file()["accounts"]["same_grade"]
    return same
