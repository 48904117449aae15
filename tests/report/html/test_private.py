"""Personal data is on no page, whatever is shown of the findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from sheetlint.report.html import render
from tests.report.html.pages import parsed, spoiled, text

PHONE = "13900000000"
NOTE = f"因台风停训，已通知家长；咨询电话{PHONE}"


@pytest.mark.parametrize("show", ["info", "error"])
@pytest.mark.parametrize("form", ["xlsx", "docx", "pdf", "text"])
def test_a_cell_with_a_number_of_a_person_is_not_drawn(
    form: str, show: str, tmp_path: Path
) -> None:
    report = spoiled(tmp_path, form, {"indicators.2.note": NOTE}, show)
    assert PHONE not in render(report, "zh")
    hidden = [text(cell) for cell in parsed(report).xpath("//td") if "个人信息" in text(cell)]
    assert [cell.endswith("139******00（含个人信息，其余不显示）") for cell in hidden] == [True]
