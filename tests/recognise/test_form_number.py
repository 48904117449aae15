"""The number of a form, wherever it is printed, says whose form it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from sheetlint.profiles import Profiles
from sheetlint.readers import read
from sheetlint.recognise import recognise
from sheetlint.sheet.sheet import Sheet

FORM = (Path(__file__).parent.parent / "fixtures/families/poverty.txt").read_text(encoding="utf-8")
TITLE, REST = FORM.split("\n", 1)
NUMBER = "报表编号：510000_0013zp"


def sheets(text: str) -> tuple[Sheet, ...]:
    return recognise(read(text.encode(), "a.txt")).sheets


@pytest.mark.parametrize(
    "text",
    [
        f"{NUMBER}\n{FORM}",
        f"报表编号\t510000_0013zp\n{FORM}",
        f"{TITLE}\n{NUMBER}\n{REST}",
        f"{TITLE}\n\t\t\t\t{NUMBER}\n{REST}",
    ],
)
def test_above_the_title_or_below_it(text: str, profiles: Profiles) -> None:
    (sheet,) = sheets(text)
    assert [(label, value.text) for label, value in sheet.details] == [
        ("报表编号", "510000_0013zp")
    ]
    assert sheet.title.text == "绩效目标自评表"
    assert profiles.choose(sheet).profile.id == "sichuan"


def test_it_belongs_to_the_form_below_it() -> None:
    first, second = sheets(f"{FORM}\n{NUMBER}\n{FORM}")
    assert [dict(sheet.details).keys() for sheet in (first, second)] == [set(), {"报表编号"}]
    assert len(first.indicators) == len(second.indicators)
    assert first.remarks == second.remarks[: len(first.remarks)]


def test_a_heading_in_the_middle_of_a_form_is_still_no_form() -> None:
    lines = FORM.split("\n")
    middle = next(i for i, line in enumerate(lines) if line.startswith("绩效指标")) + 2
    page = [*lines[:middle], NUMBER, TITLE, *lines[middle:]]
    (whole,), (torn,) = sheets(FORM), sheets("\n".join(page))
    assert [row.level3.text for row in torn.indicators] == [
        row.level3.text for row in whole.indicators
    ]
