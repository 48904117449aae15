"""Puts what the checks say of themselves where a start reads it: ``make readme``.

``sheetlint_checks/announced.py`` has a row for each: its module is imported when it is called.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pprint import pformat
from typing import Any

from sheetlint_checks import MODULES

from sheetlint.check import Check, row

MODULE = Path(__file__).resolve().parent.parent / "checks" / "sheetlint_checks" / "announced.py"

_TEXT = '''"""What the checks of the pack say of themselves: made by ``make readme``.

A run looks here which checks there are, and imports those that it calls.
"""

from __future__ import annotations

from typing import Any

# fmt: off
ROWS: tuple[tuple[Any, ...], ...] = \\
{rows}
'''


def rows() -> Iterator[tuple[Any, ...]]:
    """A row for each check of the pack, from its module."""
    for name in MODULES:
        for attribute, value in vars(import_module(name)).items():
            if isinstance(value, Check):
                yield row(attribute, value)


def main() -> None:
    text = pformat(tuple(rows()), width=100, compact=True)
    MODULE.write_text(_TEXT.format(rows=text), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
