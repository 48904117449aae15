"""Puts what profiles say where it is read: ``make readme``.

``sheetlint/profiles/shipped.py`` holds the signs by which the shipped profiles are recognised, so
that the check of a sheet need not open every one, and ``sheetlint/profiles/ready`` has a module for
each; ``docs/parameters.md`` lists the parameters.
"""

from __future__ import annotations

from pathlib import Path
from pprint import pformat
from typing import Any

from sheetlint.profiles import DEFAULT, Profiles, UnknownParameter
from sheetlint.profiles.files import read_toml
from sheetlint.profiles.profile import UNKNOWN
from sheetlint.profiles.ready import module_name
from sheetlint.registry import Registry, load
from sheetlint.report.parameters import shown
from sheetlint.schema.parameters import Parameter, parameters

ROOT = Path(__file__).resolve().parent.parent
PROFILES = ROOT / "sheetlint" / "profiles"
SIGNS = PROFILES / "shipped.py"
READY = PROFILES / "ready"
SIGN_KEYS = ("region", "choose")
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
_READY = '''"""What ``{name}.toml`` says beside its signs: made by ``make readme``."""

from __future__ import annotations

{imports}
# fmt: off
DATA: dict[str, Any] = \\
{data}
'''
_LIST = """# Parameters of profiles

What differs from place to place, key by key: the meaning, what the national rules say, and the
checks that read it. `sheetlint profiles show NAME` prints the values of one place and where each
comes from. This page is made of `sheetlint/schema/parameters.toml` and of what the checks declare.

| key | meaning | national | read by |
|---|---|---|---|
"""


def written() -> dict[str, dict[str, Any]]:
    """What the files of the shipped profiles say, without their evidence."""
    files = {path.stem: read_toml(str(path)) for path in sorted(PROFILES.glob("*.toml"))}
    return {
        name: {key: value for key, value in data.items() if key != "evidence"}
        for name, data in files.items()
    }


def modules() -> dict[str, str]:
    """The modules of ``ready`` by the names of their files."""
    return {
        f"{module_name(name)}.py": _module(name, _rest(data)) for name, data in written().items()
    }


def _rest(data: dict[str, Any]) -> dict[str, Any]:
    """Without the signs, which stand in ``shipped``."""
    return {key: value for key, value in data.items() if key not in SIGN_KEYS}


def _module(name: str, data: dict[str, Any]) -> str:
    text = _formatted(data)
    exact = "from decimal import Decimal\n" if "Decimal(" in text else ""
    return _READY.format(name=name, imports=f"{exact}from typing import Any\n", data=text)


def _formatted(data: dict[str, Any]) -> str:
    return pformat(data, width=100, sort_dicts=False)


def signs() -> str:
    """The module ``shipped``."""
    gathered = {
        name: {key: own[key] for key in SIGN_KEYS if key in own} for name, own in written().items()
    }
    found = {name: data for name, data in gathered.items() if data}
    return _SIGNS.format(signs=_formatted(found))


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
    # The page is made of the modules, and so comes after them.
    _write(SIGNS, signs())
    made = modules()
    for path in READY.glob("[!_]*.py"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        _write(READY / name, text)
    _write(LIST, listed(Profiles(), load()))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
