"""Puts the vocabulary where a run reads it: ``make readme``.

``sheetlint/recognise/vocabulary.py`` holds what ``lexicon.toml`` says, with the labels as they are
compared.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from pprint import pformat
from typing import Any

from sheetlint.recognise.lexicon import patterns_of, tables_of
from sheetlint.recognise.ownwords import written

MODULE = Path(__file__).resolve().parent.parent / "sheetlint" / "recognise" / "vocabulary.py"

_MODULE = '''"""What ``lexicon.toml`` says, ready to be taken up: made by ``make readme``."""

from __future__ import annotations

from typing import Any

# fmt: off
TABLES: dict[str, Any] = {{
{tables}
}}
PATTERNS: dict[str, str] = {{
{patterns}
}}
'''


def vocabulary() -> str:
    """The module ``vocabulary``."""
    data = written()
    return _MODULE.format(tables=_lines(tables_of(data)), patterns=_lines(patterns_of(data)))


def _lines(table: Mapping[str, Any]) -> str:
    return "\n".join(f"    {name!r}:\n{_formatted(value)}," for name, value in table.items())


def _formatted(value: Any) -> str:
    if isinstance(value, frozenset):
        return f"frozenset({_formatted(sorted(value))})"
    return pformat(value, width=100, compact=True, sort_dicts=False)


def main() -> None:
    MODULE.write_text(vocabulary(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
