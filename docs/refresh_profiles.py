"""Puts what profiles say where it is read: ``make readme``.

``sheetlint/profiles/shipped.py`` holds the signs by which the shipped profiles are recognised, so
that the check of a sheet need not open every one; ``docs/parameters.md`` lists the parameters.
"""

from __future__ import annotations

from pathlib import Path
from pprint import pformat

from sheetlint.profiles import DEFAULT, Profiles, UnknownParameter
from sheetlint.profiles.profile import UNKNOWN
from sheetlint.registry import Registry, load
from sheetlint.report.parameters import shown
from sheetlint.schema.parameters import Parameter, parameters

ROOT = Path(__file__).resolve().parent.parent
SIGNS = ROOT / "sheetlint" / "profiles" / "shipped.py"
LIST = ROOT / "docs" / "parameters.md"

_SIGNS = '''"""The signs of the shipped profiles, gathered from their files: made by ``make readme``.

A check of one sheet would otherwise open every profile only to learn that it is not meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# fmt: off
SHIPPED: Mapping[str, Mapping[str, Any]] = \\
{signs}
'''
_LIST = """# Parameters of profiles

What differs from place to place, key by key: the meaning, what the national rules say, and the
checks that read it. `sheetlint profiles show NAME` prints the values of one place and where each
comes from. This page is made of `sheetlint/schema/parameters.toml` and of what the checks declare.

| key | meaning | national | read by |
|---|---|---|---|
"""


def signs(profiles: Profiles) -> str:
    """The module ``shipped``."""
    gathered = {
        name: {key: own[key] for key in ("region", "choose") if key in own}
        for name in profiles.names
        if (own := profiles.own(name)) and profiles.shipped(name)
    }
    found = {name: data for name, data in gathered.items() if data}
    return _SIGNS.format(signs=pformat(found, width=100, sort_dicts=False))


def listed(profiles: Profiles, registry: Registry) -> str:
    """The page of parameters."""
    rows = [_row(parameter, profiles, registry) for parameter in parameters().values()]
    return _LIST + "\n".join(rows) + "\n"


def _row(parameter: Parameter, profiles: Profiles, registry: Registry) -> str:
    unit = parameter.unit
    meaning = [
        f"{parameter.meaning.zh}{f'（{unit.zh}）' if unit else ''}",
        f"{parameter.meaning.en}{f' ({unit.en})' if unit else ''}",
        *(f"`{word}` {said.zh} · {said.en}" for word, said in parameter.words.items()),
    ]
    try:
        value = shown(profiles.load(DEFAULT).get(parameter.key))
    except UnknownParameter:
        value = UNKNOWN if parameter.words else "—"
    codes = " ".join(check.code for check in registry.readers(parameter.key))
    return f"| `{parameter.key}` | {'<br>'.join(meaning)} | {_cell(value)} | {codes or '—'} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    profiles = Profiles()
    SIGNS.write_text(signs(profiles), encoding="utf-8", newline="\n")
    LIST.write_text(listed(profiles, load()), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
