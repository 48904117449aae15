"""Where in a text something is said."""

import re

_ENDS = ",，。;；!！\n"


def clause_before(match: re.Match[str]) -> str:
    """What stands before a match in its own clause."""
    before = match.string[: match.start()]
    start = max(before.rfind(end) for end in _ENDS)
    return before[start + 1 :]
