"""A workbook with something broken in it is written into or refused, and nothing else happens."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache

import pytest

from sheetlint.annotate.xlsx import annotate_file
from sheetlint.correct.cell_change import CellChange
from sheetlint.correct.writers.xlsx import write_changes
from sheetlint.messages.text import Text
from sheetlint.office.errors import Uneditable
from sheetlint.run.results import FAIL, FileContent, FileReport
from sheetlint.sheet.where import Where
from tests.annotate.workbooks import packed, parts, rich
from tests.report.samples import RATE_FOUND

_VALUE = re.compile(rb'="([^"]*)"')
_EMPTY = re.compile(rb"<[^<>]+/>")
_WRONG = [b"", b"0", b"-1", b"99999999999", b"x", b"rId1", b"A0", b"ZZZZ1", b"A1:", b"true"]
_PLACES = ((6, 7), (1, 1), (60, 30))


@cache
def _whole() -> dict[str, bytes]:
    return parts(rich())


def _broken(seed: int) -> bytes:
    chance = random.Random(seed)
    content = dict(_whole())
    name = chance.choice([n for n in content if n.endswith((".xml", ".rels", ".vml"))])
    part = content[name]
    values, elements = list(_VALUE.finditer(part)), list(_EMPTY.finditer(part))
    way = chance.random()
    if way < 0.6 and values:
        start, end = chance.choice(values).span(1)
        content[name] = part[:start] + chance.choice(_WRONG) + part[end:]
    elif way < 0.8 and elements:
        start, end = chance.choice(elements).span()
        content[name] = part[:start] + part[end:]
    elif way < 0.9:
        del content[name]
    else:
        at = chance.randrange(len(part))
        content[name] = part[:at] + bytes([chance.randrange(256)]) + part[at + 1 :]
    return packed(content)


def _outcome(written: Callable[[], bytes]) -> bytes | Text:
    """The workbook, or why there is none."""
    try:
        return written()
    except Uneditable as error:
        return error.text


@pytest.mark.parametrize("seed", range(40))
def test_it_is_written_into_or_refused(seed: int) -> None:
    data = _broken(seed)
    found = (
        RATE_FOUND._replace(where=Where(("值",), "自评表1", row, column)) for row, column in _PLACES
    )
    file = FileReport(
        "a.xlsx", "", "xlsx", (), tuple(found), (), 0, FAIL, content=FileContent(data, None)
    )
    wanted = CellChange(Where((), "自评表1", 6, 7), "", "98.88%", Decimal("0.9888"))
    for written in (lambda: annotate_file(file, "zh"), lambda: write_changes(data, [wanted])):
        outcome = _outcome(written)
        assert outcome.zh if isinstance(outcome, Text) else len(parts(outcome)) > 5
