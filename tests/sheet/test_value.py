"""Fields that the needs of a check guarantee."""

from __future__ import annotations

from decimal import Decimal

import pytest

from sheetlint.sheet.value import DASH, Value
from sheetlint.testing import build_sheet


def test_the_number_of_a_cell_that_has_one() -> None:
    assert Value("total.score", "98.88", number=Decimal("98.88")).sure == Decimal("98.88")


def test_a_cell_without_a_number_names_its_path() -> None:
    with pytest.raises(LookupError, match=r"^total\.score has no number"):
        _ = Value("total.score", "—", DASH).sure


def test_the_total_row_of_a_sheet_that_has_one() -> None:
    sheet = build_sheet({})
    assert sheet.sure_fund_total is sheet.fund_total


def test_a_sheet_without_a_total_row_of_funds() -> None:
    with pytest.raises(LookupError, match="no total row of funds"):
        _ = build_sheet({"funds": []}).sure_fund_total
