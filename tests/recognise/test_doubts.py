"""What cannot be read without guessing is a doubt, and no error follows from it."""

from __future__ import annotations

from sheetlint.profiles import Profiles
from sheetlint.rules.check import ERROR
from sheetlint.rules.decide import Decision
from sheetlint.rules.engine import check_sheet
from sheetlint.rules.registry import Registry
from sheetlint.rules.shape import validate_shape
from tests.recognise.test_variants import clean, row_with, sheet_of


def test_a_funds_row_with_two_readings(registry: Registry, profiles: Profiles) -> None:
    """Four equal figures for six columns: which four is uncertain."""
    grid = clean()
    grid[row_with(grid, "年度资金总额")] = ["", "年度资金总额", "10", "10", "10", "10"]
    sheet = sheet_of(grid)
    assert sheet.funds_sure is False
    assert [doubt.text.zh for doubt in sheet.doubts] == [
        "资金栏“年度资金总额”一行的各格与表头对不齐，有不止一种读法"
    ]
    profile = profiles.load("national-2020")
    outcome = check_sheet(validate_shape(sheet, profile), profile, registry, Decision())
    assert [f.finding.message.zh for f in outcome.found if f.severity == ERROR] == []
    assert "FD001" in [skip.code for skip in outcome.skipped]
