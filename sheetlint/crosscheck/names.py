"""Names of projects and units as they are compared.

Budget systems put codes before a name (``51000021R000000019951-工资性支出``, ``[155]水利局``), and
people write brackets and blanks as they like.  None of it makes another project.
"""

from __future__ import annotations

import re
from functools import cache

from sheetlint.sheet.lazy_pattern import LazyPattern
from sheetlint.sheet.numbers.parse import half_width

_YEAR = LazyPattern(r"(?:19|20)\d\d")
_QUOTES = str.maketrans("", "", "“”\"'‘’《》〈〉「」")
_GRADES = {"优秀": "优", "良好": "良", "中等": "中", "较差": "差"}
_BRACKETS = str.maketrans("〔【[〕】]", "((()))")


@cache
def _code() -> re.Pattern[str]:
    """In brackets, before a dash, or very long: ``110指挥中心`` is all name."""
    return re.compile(
        r"(?:\[([0-9a-z]{3,})\]|(?=[0-9a-z]*\d{3})(?:([0-9a-z]{3,})[-_]|([0-9a-z]{8,})))"
        r"[-_]?(?=[^0-9a-z])",
        re.IGNORECASE,
    )


def code_in(name: str) -> str:
    """The code of a budget system before a name, or nothing.  A year is no code."""
    found = _code().match("".join(half_width(name).split()))
    return _known(found)


def _known(found: re.Match[str] | None) -> str:
    code = "" if found is None else next(group for group in found.groups() if group)
    return "" if _YEAR.fullmatch(code) else code


def uncoded(name: str) -> str:
    """A name as printed, without blanks and without its code."""
    bare = "".join(name.split())
    found = _code().match(bare)
    return bare[found.end() :] if found and _known(found) else bare


def name_key(name: str) -> str:
    """A name as it is compared: without code, blanks and quotation marks, narrow forms."""
    return uncoded(half_width(name)).translate(_QUOTES).translate(_BRACKETS).casefold()


def undated(key: str) -> str:
    """The same without years: last year's sheet of a project names last year."""
    return _YEAR.sub("", key).replace("年度", "").replace("年", "")


def grade_key(name: str) -> str:
    """优秀 is 优."""
    bare = name.translate(_QUOTES)
    return _GRADES.get(bare, bare)
