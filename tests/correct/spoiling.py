"""Drawn sheets spoiled: in figures that others make up, and in figures that somebody measured."""

from __future__ import annotations

import random
import re
from collections.abc import Iterable

from tests.writing.boxes import Drawing

DERIVED = re.compile(r"funds\.\w+\.rate|funds\.total\.score|total\.(weight|score)|headline")
MEASURED = re.compile(
    r"funds\.\w+\.(initial|budget|executed|weight)|indicators\.\d+\.(target|actual|weight)"
)
JUDGED = re.compile(r"indicators\.\d+\.score")
_DIGIT = re.compile(r"\d")


def fields(drawing: Drawing, kind: re.Pattern[str]) -> list[str]:
    """Those of a kind that print a figure."""
    texts = {(box.row, box.column): box.text for box in drawing.boxes}
    return [
        field
        for field, place in sorted(drawing.fields.items())
        if kind.fullmatch(field) and _DIGIT.search(texts.get(place, ""))
    ]


def spoilt(drawing: Drawing, wanted: Iterable[str], chance: random.Random) -> Drawing:
    """Each of the fields with one digit that is another one."""
    places = {drawing.fields[field] for field in wanted}
    return drawing._replace(
        boxes=tuple(
            box._replace(text=_other_digit(box.text, chance), stored=None)
            if (box.row, box.column) in places
            else box
            for box in drawing.boxes
        )
    )


def _other_digit(text: str, chance: random.Random) -> str:
    at = chance.choice([match.start() for match in _DIGIT.finditer(text)])
    other = chance.choice([digit for digit in "123456789" if digit != text[at]])
    return text[:at] + other + text[at + 1 :]
