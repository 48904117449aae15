"""The page as a whole: one file, one heading, every link leading somewhere, nothing from outside."""

from __future__ import annotations

import re
import sys
from base64 import b64encode
from hashlib import sha256
from importlib import import_module
from importlib.resources import files
from itertools import pairwise
from typing import Any

import pytest

from sheetlint.messages.text import Text
from sheetlint.report.html import render
from sheetlint.report.html.templates import read_asset
from sheetlint.rules.waivers import AppliedWaiver
from sheetlint.run.results import FAIL, Report
from sheetlint.system.extras import MissingExtra
from tests.report.html.pages import examples, parsed, text
from tests.report.samples import BAD, BATCH, CLEAN, OTHER, RATE_FOUND, SEVERAL, report

REPORTS = {
    "several": SEVERAL,
    "clean": CLEAN,
    "nothing": report(),
    "only others": report(OTHER),
    "examples": examples(),
    "across sheets": BATCH,
}
each = pytest.mark.parametrize("name", REPORTS)


@each
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_link_leads_somewhere_on_the_page(name: str, lang: str) -> None:
    page = parsed(REPORTS[name], lang)
    anchors = page.xpath("//@id")
    assert len(anchors) == len(set(anchors))
    links = page.xpath("//@href")
    assert [link for link in links if link.removeprefix("#") not in anchors] == []
    for attribute in ("aria-labelledby", "aria-describedby"):
        named = [one for value in page.xpath(f"//@{attribute}") for one in value.split()]
        assert [one for one in named if one not in anchors] == []


@each
def test_nothing_is_fetched(name: str) -> None:
    page = parsed(REPORTS[name])
    assert page.xpath("//@src | //link | //iframe | //object | //embed | //base | //@style") == []
    assert re.findall(r"(?:url\(|@import|https?:)", render(REPORTS[name], "zh")) == []


@each
def test_only_the_style_and_the_script_of_the_page_may_run(name: str) -> None:
    page = parsed(REPORTS[name])
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules == {
        "default-src": "'none'",
        "style-src": hashed(page, "style"),
        "script-src": hashed(page, "script"),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def hashed(page: Any, tag: str) -> str:
    (element,) = page.iter(tag)
    return f"'sha256-{b64encode(sha256(element.text.encode()).digest()).decode()}'"


@each
def test_landmarks_and_headings(name: str) -> None:
    page = parsed(REPORTS[name])
    assert page.get("lang") == "zh-CN"
    assert [len(page.xpath(f"//{tag}")) for tag in ("main", "h1", "footer")] == [1, 1, 1]
    assert page.xpath("//body/a[1]/@href") == ["#main"]
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1|//h2|//h3|//h4|//h5")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert [text(t)[:20] for t in page.xpath("//table") if t.find("caption") is None] == []


def test_the_language_of_the_page_is_that_of_its_texts() -> None:
    page = parsed(SEVERAL, "en")
    assert page.get("lang") == "en"
    assert text(page.xpath("//h1")[0]) == "✗ fail"
    assert "rate 97.88% is wrong: 98.88%" in text(page.xpath("//table[@id='list']")[0])


def test_tiles() -> None:
    tiles = parsed(SEVERAL).xpath("//dl[@class='tiles']/div")
    assert [text(tile) for tile in tiles] == [
        "文件3", "自评表3", "通过2", "不通过1", "错误2", "警告1", "提示1", "跳过的检查（项次）3",
    ]  # fmt: skip


def test_the_table_has_a_row_for_every_finding() -> None:
    rows = parsed(SEVERAL).xpath("//table[@id='list']/tbody/tr")
    assert [[text(cell) for cell in row][0:2] for row in rows] == [
        ["错误", "FD002 执行率计算错误"],
        ["提示", "RD005 版式已修复"],
        ["警告", "NT003 未分析原因"],
        ["错误", "RD001 文件无法读取"],
    ]
    assert text(rows[0][2]) == "教育信息化试点经费 材料/自评表.xlsx"
    assert text(rows[3][2]) == "没有这个文件.txt"


def test_what_is_not_shown_is_not_on_the_page() -> None:
    page = parsed(report(BAD, shown="error"))
    assert len(page.xpath("//article")) == 1
    assert "NT003" not in text(page.xpath("//main")[0]).replace("跳过", "").split("检查项说明")[0]


def test_a_waived_finding_is_shown_with_its_reason_and_does_not_count() -> None:
    waived = AppliedWaiver(Text("已报财政局同意", "agreed"), "张某", "2030-01-01", 0)
    page = parsed(report(BAD._replace(findings=(RATE_FOUND._replace(waived=waived),))))
    (finding,) = page.xpath("//article")
    assert finding.get("class") == "finding error waived"
    assert text(finding.xpath("./p[@class='why']")[0]) == "已豁免：已报财政局同意（张某）"
    assert "错误0" in [text(tile) for tile in page.xpath("//dl[@class='tiles']/div")]


def test_files_passed_over_and_checks_skipped_are_listed() -> None:
    page = parsed(SEVERAL)
    skipped, over = page.xpath("//section[@id='rest']/details")
    assert [text(row) for row in skipped.xpath(".//tbody/tr")] == [
        "FD001总额 不适用1",
        "NT003说明 为空2",
    ]
    assert [text(item) for item in over.xpath(".//li")] == ["材料/说明.txt"]


def test_what_was_found_across_sheets_leads_to_each_of_them() -> None:
    page = parsed(BATCH)
    (section,) = page.xpath("//section[@id='across']")
    (finding,) = section.xpath(".//article")
    assert text(finding.xpath("./h3")[0]) == "1 错误 “内涵建设经费”2021 年度有 10 张自评表"
    places = text(finding.xpath(".//dd")[0])
    assert places.startswith("材料/自评表.xlsx · 第 2 张 · 自评表2!B3 基本信息 › 项目名称")
    assert places.endswith("另有 2 处")
    assert finding.xpath(".//dd/a/@href") == ["#s1-2"]
    assert text(section.xpath("./p")[0]) == "BT007 没有运行：没有给项目清单"
    first = page.xpath("//table[@id='list']/tbody/tr")[0]
    assert [text(cell) for cell in first][1:3] == ["BT001 项目重复", "跨表检查"]
    assert "错误3" in [text(tile) for tile in page.xpath("//dl[@class='tiles']/div")]


def test_the_manual_of_each_check_that_found_something() -> None:
    page = parsed(examples())
    manuals = page.xpath("//details[@class='manual']")
    codes = {text(code) for code in page.xpath("//table[@id='list']//span[@class='code']")}
    assert [text(m.xpath("./summary/span")[0]) for m in manuals] == sorted(codes)
    parts = [[text(dt) for dt in manual.xpath(".//dt")] for manual in manuals]
    assert parts == [["检查内容", "为什么", "怎么改", "依据"]] * len(manuals)


def test_sheets_stand_open_where_they_are_few() -> None:
    few = parsed(examples()).xpath("//details[contains(@class, 'sheet')]")
    assert [(d.get("open") is not None) == ("told" in d.get("class")) for d in few] == [True] * 7
    many = parsed(report(*[BAD] * 11)).xpath("//details[contains(@class, 'sheet')]/@open")
    assert many == []


def test_the_footer_names_version_rules_and_profiles_and_no_time() -> None:
    footer = text(parsed(SEVERAL).xpath("//footer")[0])
    assert footer == ("由 sheetlint 0.1.0 生成 · 口径 national-2020 检查项摘要 SHA-256 " + "d" * 64)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render(SEVERAL, "zh") == render(SEVERAL, "zh")


def test_nothing_checked_is_no_verdict() -> None:
    page = parsed(report(OTHER))
    assert text(page.xpath("//h1")[0]) == "什么也没有检查"
    assert page.xpath("//h1//*[contains(@class, 'verdict')]") == []


def test_a_failed_run_says_so_in_words() -> None:
    page = parsed(Report("0.1.0", "", (BAD._replace(crashed=True),), FAIL, "info", "warning"))
    overview = text(page.xpath("//section[@id='overview']")[0])
    assert "达到“警告”即不通过" in overview
    assert "工具自身在这次检查中出了错" in overview


def test_without_the_library_one_sentence_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in [name for name in sys.modules if name.startswith("sheetlint.report.html")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(MissingExtra) as caught:
        import_module("sheetlint.report.html")
    assert caught.value.text.en == (
        'this needs jinja2 as well: run pip install ".[html]" in the folder of sheetlint\'s source'
    )


def test_styles_and_scripts_of_one_kind_of_page_leave_the_others_alone() -> None:
    """What the bureau's list is called is nothing in a report."""
    [table] = re.findall(r'<table id="(\w+)"', read_bureau())
    assert f'id="{table}"' not in render(examples(), "zh")
    assert f"#{table} " in read_asset("page.css")
    assert f"#{table}" in read_asset("page.js")


def read_bureau() -> str:
    return (files("sheetlint.report.html") / "templates" / "bureau.html").read_text("utf-8")
