"""One finding a row; read back with the standard reader, and harmless in a spreadsheet."""

from __future__ import annotations

import csv as standard
import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.report import csv
from sheetlint.rules.check import ERROR
from sheetlint.rules.waivers import AppliedWaiver
from sheetlint.run.results import Report
from tests.office_suite import convert, needs_office_suite
from tests.random_examples import examples
from tests.report.samples import (
    ACROSS_FOUND,
    BAD,
    BATCH,
    CLEAN,
    RATE_FOUND,
    SEVERAL,
    report,
    saying,
)
from tests.report.snapshot import same


def rows(what: Report, lang: str = "zh") -> list[dict[str, str]]:
    text = csv.render(what, lang)
    assert text[0] == "\ufeff"
    return list(standard.DictReader(io.StringIO(text[1:]), strict=True))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_page(lang: str) -> None:
    same(f"several-{lang}.csv", csv.render(SEVERAL, lang))


def test_only_a_header_where_nothing_was_found() -> None:
    assert rows(CLEAN) == []
    assert csv.render(CLEAN, "zh").count("\n") == 1


def test_milder_ones_can_be_hidden() -> None:
    assert [row["代码"] for row in rows(report(BAD, shown=ERROR))] == ["FD002"]


def test_waived_findings_say_why() -> None:
    waived = RATE_FOUND._replace(
        waived=AppliedWaiver(Text("已核实", "verified"), "李", "2026-12-31")
    )
    (row,) = rows(report(BAD._replace(findings=(waived,))))
    assert (row["代码"], row["豁免原因"]) == ("FD002", "已核实")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+SUM(A1)", "'+SUM(A1)"),
        ("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0"),
        ("@SUM(1)", "'@SUM(1)"),
        ("＝1+1", "'＝1+1"),
        ("＠SUM(1)", "'＠SUM(1)"),
        (" =1+1", "' =1+1"),
        ("\t=1+1", r"'\t=1+1"),
        ("\r=1+1", r"'\r=1+1"),
        ("\n=1+1", r"'\n=1+1"),
        ("-12,345.60", "-12,345.60"),
        ("+3.5%", "+3.5%"),
        ("-", "-"),
        ("＝", "＝"),
        ("97.88%", "97.88%"),
        (">=98%", ">=98%"),
        ("a\nb", r"a\nb"),
        ("", ""),
    ],
)
def test_nothing_becomes_a_formula(text: str, written: str) -> None:
    assert csv.guard_formula(text) == written


@needs_office_suite
def test_a_real_spreadsheet_calculates_nothing(tmp_path: Path) -> None:
    files = [saying(text).files[0] for text in FORMULAS]
    (tmp_path / "guarded.csv").write_text(csv.render(report(*files), "zh"), encoding="utf-8")
    (tmp_path / "bare.csv").write_text("".join(f"{text}\n" for text in FORMULAS), encoding="utf-8")
    # Commas, UTF-8, figures known as such, formulas evaluated: as Excel opens a file.
    options = "Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,0,true"
    files_made = [tmp_path / "guarded.csv", tmp_path / "bare.csv"]
    convert(files_made, "xlsx", tmp_path, f"--infilter={options}")
    assert formulas(tmp_path / "guarded.xlsx") == 0
    # Without the guard it would: the test sees what it looks for.
    assert formulas(tmp_path / "bare.xlsx") > 0


FORMULAS = ("=1+1", "=SUM(A1:A3)", " =1+1", "\u3000=1+1", "+1+1", "＝1+1", "@SUM(1)")


def formulas(path: Path) -> int:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return sum(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


@examples(30)
@given(st.text(min_size=1))
def test_every_text_comes_back_and_begins_no_formula(text: str) -> None:
    (row,) = rows(saying(text))
    printed = row["表上"]
    assert printed in (visible(text), f"'{visible(text)}")
    assert printed == csv.guard_formula(text)
    assert row["问题"] == f"执行率 {visible(text)} 有误"
    assert row["项目名称"] == csv.guard_formula(text)
    assert row["文件"] == csv.guard_formula(f"{text}.xlsx")
    assert printed[0] not in "=+-@\t\r\n" or len(text) == 1 or text[1:2].isdigit()


def test_a_finding_across_sheets_stands_at_the_first_of_them() -> None:
    *_, row = rows(BATCH)
    assert (row["文件"], row["第几张表"], row["代码"]) == ("材料/自评表.xlsx", "2", "BT001")
    assert row["单元格或行"] == "自评表2!B3"
    assert "材料/没有问题.docx" in row["问题"]


def test_a_finding_about_a_list_names_the_list() -> None:
    place = ACROSS_FOUND.places[0]._replace(path="清单.csv", sheet=None)
    *_, row = rows(BATCH._replace(batch=(ACROSS_FOUND._replace(places=(place,)),)))
    assert (row["文件"], row["第几张表"]) == ("清单.csv", "")
    assert row["问题"] == "“内涵建设经费”2021 年度有 10 张自评表"
