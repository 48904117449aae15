"""The data: every wording names one thing in its place, and the headings of all families are found."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.families import FAMILIES
from tests.wording.headings import Finder, reworded
from tests.wording.measure import Base
from tests.wording.specimens import drawn_specimen
from tests.wording.wordings import HELD_OUT, SHOWN, alternatives, wordings

COLUMNS = ("funds", "table", "rows")


def test_alternatives() -> None:
    assert list(alternatives(["{年初|年度}{目标|}值", "满分"])) == [
        "年初目标值", "年初值", "年度目标值", "年度值", "满分",
    ]  # fmt: skip


def test_no_wording_is_listed_twice() -> None:
    held_out = wordings(HELD_OUT).by_role
    assert held_out.keys() == wordings(SHOWN).by_role.keys()
    for role, texts in wordings(SHOWN).by_role.items():
        listed = Counter((*texts, *held_out[role]))
        assert [text for text, count in listed.items() if count > 1] == [], role


@pytest.mark.parametrize("name", [SHOWN, HELD_OUT])
@pytest.mark.parametrize("block", COLUMNS)
def test_a_wording_names_one_column(block: str, name: str) -> None:
    words = wordings(name)
    named = [
        text
        for role, texts in words.by_role.items()
        if role.startswith(f"{block}.") and role != f"{block}.block"
        for text in texts
    ]
    named += words.look_alikes.get(block, {})
    assert [text for text, count in Counter(named).items() if count > 1] == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("项目资金\n（万元）", "项目经费\n（万元）"),
        ("其中：财政拨款", "其中：项目经费"),
        ("产出指标\n50分)", "项目经费\n50分)"),
        ("执行率（B/A×100%）", "项目经费（B/A×100%）"),
        ("得分\n（20分*执行率）", "项目经费\n（20分*执行率）"),
        ("预算执行情况（万元）（10分）", "项目经费（万元）（10分）"),
        ("其他资金（包括以前年度结转资金）", "项目经费"),
        ("实施单位（盖章）", "项目经费"),
    ],
)
def test_what_stays_of_a_heading(text: str, printed: str) -> None:
    assert reworded(text, "项目经费") == printed


@pytest.mark.parametrize("family", FAMILIES)
def test_headings_are_found(family: str) -> None:
    specimen = drawn_specimen(family, 0)
    roles = {h.role for h in Finder(specimen.drawing, Base(specimen).document).headings()}
    unknown = {role for role in roles - wordings().by_role.keys() if role != "remarks.注"}
    assert unknown == set()
    assert {"funds.block", "funds.budget", "funds.executed", "funds.rate", "rows.total"} <= roles
    assert {"table.level3", "table.target", "table.actual"} <= roles
