"""Regular expressions of other people, run on the text of other people: held to a bound.

Python's matcher tries ways of cutting a text up, one after the other.  A pattern is taken when the
number of ways is bounded, and it says up to which length of text: ``\\d{6}-\\d{4}`` has one way and
reaches far, ``.*a.*b.*`` has many and reaches less, ``(a+)+`` is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

from sheetlint.messages.text import Text

_LONGEST = 200
_MOST_WAYS = 3 * 10**7
"""Some tenths of a second on a slow machine."""
_REACHES = (20_000, 5_000, 300)
"""Lengths of text, the longest first.  300 characters are more than any code or name has."""

NO_PATTERN = "no pattern"
UNBOUNDED = "unbounded"
TROUBLES = {
    NO_PATTERN: Text("不是合格的正则表达式", "is not a regular expression"),
    UNBOUNDED: Text(
        "写法太复杂，匹配时间没有上限：重复里不要再套可变的重复或“|”，不要用反向引用",
        "could take for ever: no variable repeat and no | within a repeat, no back references",
    ),
}
"""What is said of a pattern that is not taken."""


def trouble(pattern: str) -> str | None:
    """Why a pattern is not taken; None for one that is."""
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return NO_PATTERN
    return None if reach(pattern) else UNBOUNDED


def reach(pattern: str) -> int:
    """The longest text that the pattern may be tried on; 0 where there is none."""
    if len(pattern) > _LONGEST:
        return 0
    tree = import_module("re._parser").parse(pattern)
    return next((n for n in _REACHES if _ways(tree, n) <= _MOST_WAYS), 0)


def _ways(tree: Iterable[tuple[Any, Any]], length: int) -> int:
    """In how many ways the pattern can cut up a text of this length, at most."""
    ways = 1
    for operation, argument in tree:
        ways *= _ways_of(str(operation), argument, length)
        if ways > _MOST_WAYS:
            break
    return ways


def _ways_of(operation: str, argument: Any, length: int) -> int:
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, inner = argument
        return _repeated(_ways(inner, length), int(least), min(int(most), length))
    if operation == "SUBPATTERN":
        return _ways(argument[-1], length)
    if operation == "ATOMIC_GROUP":
        return _ways(argument, length)
    if operation == "BRANCH":
        return sum(_ways(branch, length) for branch in argument[1])
    if operation in ("ASSERT", "ASSERT_NOT"):
        return _ways(argument[1], length)
    if operation.startswith("GROUPREF"):
        return _MOST_WAYS + 1
    return 1


def _repeated(once: int, least: int, most: int) -> int:
    if once == 1:
        return max(most - least, 0) + 1
    ways = 0
    for times in range(min(least, most), most + 1):
        ways += once**times
        if ways > _MOST_WAYS:
            break
    return ways
