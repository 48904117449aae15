"""The wordings of ``wordings.toml`` and ``held_out.toml``, with their alternatives written out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any, NamedTuple

SHOWN, HELD_OUT = "wordings", "held_out"
_ALTERNATIVES = re.compile(r"\{([^{}]*)\}")
_LABELLED = ("level1", "level2", "remarks")
"""Tables whose keys are labels of the form; in the others they are fields."""


class Wordings(NamedTuple):
    """What one file holds."""

    by_role: Mapping[str, tuple[str, ...]]
    """By ``funds.rate``, ``table.target``, ``level1.产出指标`` …"""
    look_alikes: Mapping[str, Mapping[str, tuple[str, ...]]]
    """By block: headings that name no field, with what stands in their cells."""


@cache
def wordings(name: str = SHOWN) -> Wordings:
    text = (Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8")
    data: dict[str, Any] = tomllib.loads(text)
    look_alikes = {
        block: {heading: tuple(texts) for heading, texts in headings.items()}
        for block, headings in data.pop("look_alikes").items()
    }
    by_role = {
        f"{block}.{key}": tuple(alternatives(texts))
        for block, table in data.items()
        for key, texts in table.items()
    }
    return Wordings(by_role, look_alikes)


def alternatives(texts: Iterable[str]) -> Iterator[str]:
    """``{年初|年度}{目标值|值}`` → 年初目标值, 年初值, 年度目标值, 年度值."""
    for text in texts:
        parts = _ALTERNATIVES.split(text)
        choices = [part.split("|") if odd % 2 else [part] for odd, part in enumerate(parts)]
        yield from map("".join, product(*choices))


def kind(role: str) -> str:
    """The role as tables print it: all first levels are one."""
    block = role.split(".")[0]
    return block if block in _LABELLED else role
