"""How many random examples a test draws.

Usually a few, the same at every run.  ``SHEETLINT_EXAMPLES=500`` makes it 500 everywhere, others at
each run.
"""

from __future__ import annotations

import os

from hypothesis import settings

_ASKED = os.environ.get("SHEETLINT_EXAMPLES")


def examples(usual: int) -> settings:
    """The decorator of a test that draws ``usual`` examples."""
    return settings(max_examples=number(usual), deadline=None, derandomize=not _ASKED)


def number(usual: int) -> int:
    """How many seeds a test goes through itself."""
    return int(_ASKED or usual)
