"""The bureau's page, as ``gate`` writes it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html

from tests.cli.conftest import Call
from tests.cli.submissions import GATE, write_submissions
from tests.report.html.pages import text
from tests.run.documents import WRONG_RATE, written


@pytest.fixture(autouse=True)
def submissions(tmp_path: Path) -> Path:
    return write_submissions(tmp_path)


def page(call: Call, tmp_path: Path, *options: str) -> Any:
    call(*GATE, *options)
    return html.parse(str(tmp_path / "结果" / "index.html"), html.HTMLParser(encoding="utf-8"))


def rows(found: Any, anchor: str) -> list[str]:
    return [
        " ".join(filter(None, map(text, row)))
        for row in found.xpath(f"//section[@id='{anchor}']//tbody/tr")
    ]


def test_the_most_urgent_files_come_first(call: Call, tmp_path: Path) -> None:
    found = page(call, tmp_path)
    states = found.xpath("//table[@id='listed']//tr/@data-state")
    assert states == ["unreadable", "failed", "passed", "passed", "passed"]
    listed = rows(found, "submitted")
    assert listed[0].startswith("无法读取 坏.xlsx")
    assert listed[1].startswith("不通过 1 0 ")
    assert "说明.txt" in text(found.xpath("//section[@id='rest']")[0])


def test_an_empty_folder_has_handed_in_nothing(call: Call, tmp_path: Path) -> None:
    call(*GATE)
    (tmp_path / "报送" / "单位9").mkdir()
    assert rows(page(call, tmp_path), "folders") == [
        "单位9 没有交表 0 0 0 0 0 0",
        "单位0 2 2 0 0 0 2",
        "单位1 1 1 0 0 0 1",
        "（没有放在文件夹里） 3 1 1 1 0 0",
    ]


def test_of_several_versions_the_newest_is_named(call: Call, tmp_path: Path) -> None:
    folder = tmp_path / "报送" / "单位1"
    written(folder / "1（修改）.json", {"project": "项目1", "funds.total.rate": "97.88%"})
    found = page(call, tmp_path)
    [row] = rows(found, "versions")
    assert "单位1/1（修改）.json 文件名中的“修改” 单位1/1.json" in row
    assert any("有更新的一份：单位1/1（修改）.json" in row for row in rows(found, "submitted"))


def test_each_page_leads_back_and_to_the_next(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "报送" / "单 位%" / "也错#.json", WRONG_RATE)
    found = page(call, tmp_path)
    out = tmp_path / "结果"
    first, second = (out / unquote(link) for link in found.xpath("//table[@id='listed']//a/@href"))
    links = html.parse(str(first)).xpath("//p[@class='way']/a/@href")
    assert [(first.parent / unquote(link)).resolve() for link in links] == [
        out / "index.html",
        second,
    ]
    links = html.parse(str(second)).xpath("//p[@class='way']/a/@href")
    assert [(second.parent / unquote(link)).resolve() for link in links] == [
        out / "index.html",
        first,
    ]


def test_no_word_of_the_program_and_no_element_of_a_sheet(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "报送" / "<b>" / "x.json", {"project": "</td><script>1</script>{{x}}"})
    found = page(call, tmp_path, "--ignore", "AR", "--profile", "national-2020")
    assert len(found.xpath("//script")) == 1
    said = text(found.xpath("//main")[0])
    assert "</td><script>1</script>{{x}}" in said
    assert not re.search(r"\bNone\b|\bTrue\b|\bFalse\b|\['|\{'|fail_on|Error\b|Traceback", said)
    assert "不做的检查" in said


def test_who_owes_what_by_the_list_of_projects(call: Call, tmp_path: Path) -> None:
    (tmp_path / "清单.csv").write_text(
        "项目名称,实施单位\n项目0,临港县康复中心\n没交的项目,江北县公路局\n",
        encoding="utf-8",
    )
    out = tmp_path / "结果"
    call(*GATE[:-2], "--select", "BT007", "--roster", "清单.csv")
    found = html.parse(str(out / "index.html"), html.HTMLParser(encoding="utf-8"))
    assert rows(found, "owed") == ["江北县公路局 1 没交的项目"]
