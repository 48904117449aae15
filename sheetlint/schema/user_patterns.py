"""A bound on the matching time of regular expressions of the user, on any text.

Python's matcher tries one way after the other to divide a text among the parts of a pattern.  A pattern is
accepted where the number of ways is bounded, for texts up to a length: long ones for ``\\d{6}-\\d{4}``
(one way), shorter ones for ``.*a.*b.*`` (many ways); ``(a+)+`` is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from importlib import import_module
from typing import Any

from sheetlint.messages.text import Text

_LONGEST_PATTERN = 200
_MOST_WAYS = 3 * 10**7
"""About some tenths of a second on a slow machine."""
_LENGTHS = (20_000, 5_000, 300)
"""Lengths of text that are tried, the longest first.  No code or name has 300 characters."""

NO_PATTERN = "no pattern"
UNBOUNDED = "unbounded"
PATTERN_PROBLEMS = {
    NO_PATTERN: Text("不是合格的正则表达式", "is not a regular expression"),
    UNBOUNDED: Text(
        "写法太复杂，匹配时间没有上限：重复里不要再套可变的重复或“|”，不要用反向引用",
        "could take for ever: no variable repeat and no | within a repeat, no back references",
    ),
}
"""Messages for patterns that are refused."""


def find_pattern_problem(pattern: str) -> str | None:
    """Why a pattern is refused; None for an accepted one."""
    try:
        re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return NO_PATTERN
    return None if longest_safe_text(pattern) else UNBOUNDED


def longest_safe_text(pattern: str) -> int:
    """The length of the longest text that the pattern may be matched with; 0 for a refused pattern."""
    if len(pattern) > _LONGEST_PATTERN:
        return 0
    tree = import_module("re._parser").parse(pattern)
    return next((n for n in _LENGTHS if _ways(tree, n) <= _MOST_WAYS), 0)


def _ways(tree: Iterable[tuple[Any, Any]], length: int) -> int:
    """The largest number of ways in which the pattern can divide a text of this length."""
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
