"""The clauses of a text."""

import re

_ENDS = ",，。;；!！\n"


def clause_before(match: re.Match[str]) -> str:
    """The text before a match in the same clause."""
    before = match.string[: match.start()]
    start = max(before.rfind(end) for end in _ENDS)
    return before[start + 1 :]
