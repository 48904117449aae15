"""The page ``docs/parameters.md``: what differs from place to place, key by key."""

from __future__ import annotations

from sheetlint.profiles import DEFAULT, Profiles, UnknownParameter
from sheetlint.profiles.parameters import Parameter, all_parameters
from sheetlint.profiles.profile import UNKNOWN
from sheetlint.report.parameter_texts import value_text
from sheetlint.rules.registry import Registry, load

_HEAD = """# Parameters of profiles

What differs from place to place, key by key: the meaning, what the national rules say, and the
checks that read it. `sheetlint profiles show NAME` prints the values of one place and where each
comes from. This page is made of `sheetlint/profiles/parameters.toml` and of what the checks declare, by
`make generated`.

| key | meaning | national | read by |
|---|---|---|---|
"""


def parameter_page() -> str:
    profiles, registry = Profiles(), load()
    rows = [_row(parameter, profiles, registry) for parameter in all_parameters().values()]
    return _HEAD + "\n".join(rows) + "\n"


def _row(parameter: Parameter, profiles: Profiles, registry: Registry) -> str:
    unit = parameter.unit
    meaning = [
        f"{parameter.meaning.zh}{f'（{unit.zh}）' if unit else ''}",
        f"{parameter.meaning.en}{f' ({unit.en})' if unit else ''}",
        *(f"`{word}` {said.zh} · {said.en}" for word, said in parameter.value_meanings.items()),
    ]
    try:
        value = value_text(profiles.load(DEFAULT).get(parameter.key))
    except UnknownParameter:
        value = UNKNOWN if parameter.value_meanings else "—"
    codes = " ".join(check.code for check in registry.checks_reading(parameter.key))
    return f"| `{parameter.key}` | {'<br>'.join(meaning)} | {_cell(value)} | {codes or '—'} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
