"""Personal data is on no page, whatever is shown of the findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from sheetlint.report.html import render
from sheetlint.sheet.where import Where
from tests.report.html.pages import EXAMPLES, checked, parsed, spoiled, text
from tests.report.samples import report

PHONE = "13900000000"
NOTE = f"因台风停训，已通知家长；咨询电话{PHONE}"


@pytest.mark.parametrize("show", ["info", "error"])
@pytest.mark.parametrize("form", ["xlsx", "docx", "pdf", "text"])
def test_a_cell_with_a_number_of_a_person_is_not_drawn(
    form: str, show: str, tmp_path: Path
) -> None:
    found = spoiled(tmp_path, form, {"indicators.2.note": NOTE}, show)
    assert PHONE not in render(found, "zh")
    hidden = [text(cell) for cell in parsed(found).xpath("//td") if "个人信息" in text(cell)]
    assert [cell.endswith("139******00（含个人信息，其余不显示）") for cell in hidden] == [True]


def test_a_sheet_is_not_drawn_where_the_cell_is_not_known() -> None:
    """A finding that says nothing of its place may be about any cell."""
    (file,) = checked(EXAMPLES / "2 电梯安全评估.xlsx").files
    secret = file.findings[0]._replace(private=True, where=Where(), path="")
    page = parsed(report(file._replace(findings=(secret,))))
    assert page.xpath("//table[@class='form']") == []
    assert "表中有个人信息" in text(page.xpath("//details[@id='s1-1']")[0])
