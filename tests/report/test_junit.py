"""JUnit XML: held to the schema that Jenkins takes, and counted as servers count."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.report import junit
from sheetlint.rules.check import EACH_CRASH, ERROR, WARNING
from sheetlint.rules.waivers import AppliedWaiver
from sheetlint.run.results import FAIL, Report
from tests.random_examples import examples
from tests.report.samples import (
    BAD,
    BATCH,
    CAUSE_FOUND,
    CLEAN,
    GONE,
    ONE,
    RATE_FOUND,
    SEVERAL,
    hostile,
    report,
    saying,
)
from tests.report.snapshot import same

_FILE = Path(__file__).parent.parent / "fixtures" / "formats" / "junit-10.xsd"
SCHEMA = etree.XMLSchema(etree.parse(_FILE))


def read(what: Report, lang: str = "zh") -> etree._Element:
    root = etree.fromstring(junit.render(what, lang).encode())
    SCHEMA.assertValid(root)
    return root


@pytest.mark.parametrize("what", [ONE, SEVERAL, CLEAN, BATCH, hostile(), report()])
def test_the_numbers_are_those_of_the_cases(what: Report) -> None:
    root = read(what)
    for element in [root, *root.iter("testsuite")]:
        for name, counted in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
            assert int(element.get(name, "")) == len(list(element.iter(counted)))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page(lang: str) -> None:
    same(f"several-{lang}.xml", junit.render(SEVERAL, lang))


def test_a_sheet_is_a_test() -> None:
    cases = {
        case.get("name"): [child.tag for child in case] for case in read(SEVERAL).iter("testcase")
    }
    assert cases == {
        "1 教育信息化试点经费": ["failure", "system-out"],
        "2 内涵建设经费": [],
        "1 内涵建设经费": [],
        "文件": ["failure"],
    }


def test_what_fails_is_told_from_what_is_worth_a_look() -> None:
    strict = BAD._replace(findings=(CAUSE_FOUND,), verdict=FAIL)
    for fail_on, tag in ((ERROR, "system-out"), (WARNING, "failure")):
        (case, _) = read(report(strict, fail_on=fail_on)).iter("testcase")
        assert [child.tag for child in case] == [tag]
    # What fails is never hidden; the rest goes by --show.
    shown = read(report(strict, shown=ERROR, fail_on=WARNING))
    assert len(list(shown.iter("failure"))) == 1
    assert list(read(report(strict, shown=ERROR)).iter("system-out")) == []


def test_waived_findings_fail_nothing() -> None:
    waived = RATE_FOUND._replace(waived=AppliedWaiver(Text("已核实", "verified")))
    root = read(report(BAD._replace(findings=(waived,))))
    assert root.get("failures") == "0"


def test_a_crash_is_an_error_of_the_test() -> None:
    crash = RATE_FOUND._replace(check=RATE_FOUND.check._replace(code="SY001", scope=EACH_CRASH))
    root = read(report(BAD._replace(findings=(crash,), crashed=True)))
    assert (root.get("errors"), root.get("failures")) == ("1", "0")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.xlsx", "a．xlsx"),
        ("./2022/b.c/表.xlsx", "2022/b．c.表．xlsx"),
        ("表", "表"),
    ],
)
def test_a_server_takes_the_folder_for_the_package(path: str, expected: str) -> None:
    (case,) = read(report(GONE._replace(path=path))).iter("testcase")
    assert case.get("classname") == expected


@examples(30)
@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    root = read(saying(text))
    (failure,) = root.iter("failure")
    assert failure.get("message") == f"1 个错误：执行率 {visible(text)} 有误"
    assert failure.text is not None
    assert f"\n  执行率 {visible(text)} 有误\n" in failure.text
    (suite,) = root.iter("testsuite")
    assert suite.get("name") == f"{visible(text)}.xlsx"


@pytest.mark.parametrize("text", ["\x00", "\x0b", "\ufffe", "\uffff", "\ud800", "]]>", "<a>&"])
def test_what_xml_cannot_hold_is_shown(text: str) -> None:
    (failure,) = read(saying(text)).iter("failure")
    assert visible(text) in (failure.get("message") or "")


def test_what_was_found_across_sheets_is_a_test_of_its_own() -> None:
    *_, suite = read(BATCH).iter("testsuite")
    (case,) = suite.iter("testcase")
    assert (suite.get("name"), case.get("name"), suite.get("failures")) == (
        "跨表检查",
        "跨表检查",
        "1",
    )
    (failure,) = case.iter("failure")
    assert failure.text is not None
    assert "材料/没有问题.docx › 基本信息 › 项目名称" in failure.text
