"""Figures that cannot be those of their column are doubts, and nothing is said that follows from them."""

from __future__ import annotations

import pytest

from sheetlint.profiles import Profiles
from sheetlint.rules.check import ERROR
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import check_sheet
from sheetlint.rules.registry import Registry
from sheetlint.rules.shape import validate_shape
from tests.recognise.fragments import CLEAN, read_as

ROWS = CLEAN["table"]


def said(blocks: dict[str, str], registry: Registry, profiles: Profiles) -> list[tuple[str, str]]:
    (sheet,) = read_as("worksheet", blocks).sheets
    profile = profiles.choose(sheet).profile
    decision = Decision().with_profile(profile.severities)
    found = check_sheet(validate_shape(sheet, profile), profile, registry, decision).found
    return [
        (f.check.code, f.finding.at.raw)
        for f in found
        if f.severity == ERROR or f.check.code == "RD003"
    ]


@pytest.mark.parametrize(
    ("block", "before", "after", "quoted"),
    [
        ("foot", "100 | 99.89", "100 | 42587", "42587"),
        ("foot", "100 | 99.89", "57607470 | 99.89", "57607470"),
        ("table", "| 20 | 20 |", "| 20 | 42587 |", "42587"),
        ("table", "| 20 | 20 |", "| 1530 | 20 |", "1530"),
        ("funds", "| 10 | 98.88% | 9.89 |", "| 10 | 98.88% | 56961217.00 |", "56961217.00"),
        ("funds", "| 10 | 98.88% | 9.89 |", "| 10 | 56961217.00 | 9.89 |", "56961217.00"),
        ("funds", "| 10 | 98.88% | 9.89 |", "| 56961217.00 | 98.88% | 9.89 |", "56961217.00"),
    ],
)
def test_out_of_range(
    block: str, before: str, after: str, quoted: str, registry: Registry, profiles: Profiles
) -> None:
    blocks = {block: CLEAN[block].replace(before, after)}
    assert blocks[block] != CLEAN[block]
    assert said(blocks, registry, profiles) == [("RD003", quoted)]


def columns_moved(by: int) -> str:
    """The points of every row under the headings beside their own."""
    rows = []
    for line in ROWS.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        if cells[3] != "三级指标":
            actual, points = cells[5], cells[6:8]
            cells[5:9] = [*points, "", ""] if by < 0 else [actual, "", *points]
        rows.append(" | ".join(cells))
    return "\n".join(rows)


@pytest.mark.parametrize(
    "blocks",
    [
        {"table": columns_moved(1)},
        {"table": columns_moved(-1)},
        {
            "table": ROWS.replace("| 15 | 15 |", "| 12 | 15 |").replace(
                "| 30 | 30 |", "| 25 | 30 |"
            ),
            "funds": CLEAN["funds"].replace("| 98.88% | 9.89 |", "| 98.88% | 10 |"),
        },
    ],
    ids=["one to the right", "one to the left", "exchanged"],
)
def test_columns_that_do_not_fit_their_headings(
    blocks: dict[str, str], registry: Registry, profiles: Profiles
) -> None:
    assert [code for code, _ in said(blocks, registry, profiles)] == ["RD003"]


def test_a_weight_that_is_too_low_is_an_error_and_no_doubt(
    registry: Registry, profiles: Profiles
) -> None:
    blocks = {"table": ROWS.replace("| 30 | 30 |", "| 20 | 30 |")}
    assert {"AR001", "AR010"} & {code for code, _ in said(blocks, registry, profiles)}
    assert "RD003" not in {code for code, _ in said(blocks, registry, profiles)}


def test_a_column_too_narrow_for_its_figures_moves_no_other(
    registry: Registry, profiles: Profiles
) -> None:
    """``###`` in place of the amounts: they cannot be read, and the rest of the row stays in place."""
    funds = CLEAN["funds"].replace("57607470.00", "###").replace("56961217.00", "###")
    found = said({"funds": funds}, registry, profiles)
    assert found == [("UN004", "###")] * 4
