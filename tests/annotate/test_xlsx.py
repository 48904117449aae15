"""An annotated workbook is the workbook, with colours, comments and a list of what was found."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from lxml import etree

from sheetlint.annotate.colours import SEVERITY_COLOURS
from sheetlint.annotate.comment_text import format_findings
from sheetlint.annotate.xlsx import annotate_file
from sheetlint.config.run_configuration import RunConfiguration
from sheetlint.messages.text import Text
from sheetlint.office.errors import Uneditable
from sheetlint.profiles import Profiles
from sheetlint.rules.registry import Registry
from sheetlint.run.plan import Plan
from sheetlint.run.results import FileReport, ReportedFinding, SheetReport
from sheetlint.sheet.where import Where
from tests.annotate.workbooks import (
    checked,
    packed,
    parts,
    plain,
    rewritten,
    rich,
    written_by_xlsxwriter,
)
from tests.office_suite import convert, needs_office_suite
from tests.random_examples import examples
from tests.report.samples import CAUSE_FOUND, RATE_FOUND

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
SHEET = "xl/worksheets/sheet1.xml"
TOUCHED = re.compile(
    r"\[Content_Types\].xml|xl/workbook.xml|xl/_rels/workbook.xml.rels|xl/styles.xml|"
    r"xl/worksheets/sheet1.xml|xl/worksheets/_rels/sheet1.xml.rels|docProps/app.xml|"
    r"xl/comments.*1.xml|xl/drawings/.*1.vml"
)
"""What an annotated copy of a workbook with findings on its first worksheet has to change."""


@pytest.fixture(scope="module")
def plan(registry: Registry, profiles: Profiles) -> Plan:
    return Plan(RunConfiguration(), registry, profiles)


def marked(file: FileReport) -> dict[str, list[ReportedFinding]]:
    """The findings by the cell they stand at."""
    places: dict[str, list[ReportedFinding]] = {}
    for found in file.findings:
        if found.where.cell is not None:
            places.setdefault(found.where.cell.rpartition("!")[2], []).append(found)
    return places


def loaded(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def look(cell: Any) -> str:
    """Everything of a cell's style but its fill."""
    return repr((cell.font, cell.border, cell.alignment, cell.number_format, cell.protection))


def one_finding(data: bytes, *findings: ReportedFinding, table: str = "自评表1") -> FileReport:
    """A report with findings made by hand."""
    from sheetlint.run.results import FAIL, FileContent

    moved = (f._replace(where=f.where._replace(table=table)) for f in findings)
    return FileReport(
        "a.xlsx", "", "xlsx", (), tuple(moved), (), 0, FAIL, content=FileContent(data, None)
    )


@pytest.mark.parametrize("make", [plain, rich, written_by_xlsxwriter])
def test_nothing_else_changes(make: Callable[[], bytes], tmp_path: Path, plan: Plan) -> None:
    data = make()
    file = checked(tmp_path, data, plan)
    before, after = parts(data), parts(annotate_file(file, "zh"))
    changed = {name for name in before if after[name] != before[name]}
    assert all(map(TOUCHED.fullmatch, changed)), changed
    added = set(after) - set(before)
    assert added <= {
        *("xl/worksheets/_rels/sheet1.xml.rels", "xl/comments1.xml"),
        *("xl/drawings/vmlDrawing1.vml", "xl/worksheets/sheet2.xml"),
        *("xl/worksheets/sheet3.xml", "xl/worksheets/sheet4.xml"),
    }
    assert _without_marks(after[SHEET]) == _without_marks(before[SHEET])


def _without_marks(worksheet: bytes) -> bytes:
    """The worksheet without what an annotation puts into it."""
    root = etree.fromstring(worksheet)
    for cell in root.iter(f"{MAIN}c"):
        cell.attrib.pop("s", None)
    for drawing in root.findall(f"{MAIN}legacyDrawing"):
        root.remove(drawing)
    return etree.tostring(root, method="c14n")


@pytest.mark.parametrize("make", [plain, rich, written_by_xlsxwriter])
def test_openpyxl_sees_the_marks(make: Callable[[], bytes], tmp_path: Path, plan: Plan) -> None:
    data = make()
    file = checked(tmp_path, data, plan)
    before, after = loaded(data).worksheets[0], loaded(annotate_file(file, "zh"))["自评表1"]
    places = marked(file)
    assert len(places) > 1
    for place, findings in places.items():
        cell, was = after[place], before[place]
        assert format_findings(findings, "zh") in cell.comment.text
        if was.comment is not None:
            assert cell.comment.text.startswith(was.comment.text)
        assert cell.fill.fgColor.rgb == "FF" + SEVERITY_COLOURS[findings[0].severity]
        assert (cell.value, cell.number_format) == (was.value, was.number_format)
        assert look(cell) == look(was)
    for row in before.iter_rows():
        for was in row:
            cell = after[was.coordinate]
            if was.coordinate not in places:
                assert (cell.comment is None) == (was.comment is None)
                if not any(was.coordinate in merged for merged in before.merged_cells.ranges):
                    assert repr(cell.fill) == repr(was.fill)


@pytest.mark.parametrize("make", [plain, rich, written_by_xlsxwriter])
def test_the_copy_is_checked_like_the_original(
    make: Callable[[], bytes], tmp_path: Path, plan: Plan
) -> None:
    file = checked(tmp_path, make(), plan)
    again = checked(tmp_path, annotate_file(file, "zh"), plan)
    assert again.findings == file.findings
    assert [_unplaced(sheet) for sheet in again.sheets] == [_unplaced(s) for s in file.sheets]


def _unplaced(report: SheetReport) -> SheetReport:
    """The sheet stands in the same rows, of a worksheet that has one more before it."""
    sheet = report.sheet
    assert sheet is not None
    assert sheet.extent is not None
    return report._replace(sheet=sheet._replace(extent=sheet.extent._replace(table=0)))


def test_the_list_comes_first_and_leads_to_the_cells(tmp_path: Path, plan: Plan) -> None:
    file = checked(tmp_path, rich(), plan)
    book = loaded(annotate_file(file, "zh"))
    page = book.worksheets[0]
    assert page.title == "检查结果"
    rows = list(page.iter_rows(min_row=4, values_only=True))
    assert rows[0] == (
        "序号", "级别", "代码", "位置", "问题", "表上", "应为", "怎么改", "依据"
    )  # fmt: skip
    assert [row[2] for row in rows[1:]] == [found.check.code for found in file.findings]
    links = [page.cell(at, 4).hyperlink.location for at in range(5, 5 + len(file.findings))]
    cells = (found.where.cell or "" for found in file.findings)
    assert links == [f"'自评表1'!{cell.rpartition('!')[2]}" for cell in cells]
    assert page["A1"].value == "不通过　2 个错误"


def test_what_counts_sheets_is_kept_right(tmp_path: Path, plan: Plan) -> None:
    file = checked(tmp_path, rich(), plan)
    book = loaded(annotate_file(file, "zh"))
    assert book.sheetnames == ["检查结果", "自评表1", "说明", "底稿", "图"]
    assert book.active.title == "说明"
    assert book["自评表1"].print_area == "'自评表1'!$A$1:$I$30"
    assert book["自评表1"].print_title_rows == "$1:$2"
    assert book["说明"].print_area == "'说明'!$A$1:$B$2"
    assert book["检查结果"].print_area == ""
    assert book["底稿"].sheet_state == "hidden"
    assert book["自评表1"].protection.sheet
    assert book["说明"]["B2"].comment.text == "另一张表上的批注"


def test_the_properties_list_the_sheet(tmp_path: Path, plan: Plan) -> None:
    file = checked(tmp_path, written_by_xlsxwriter(), plan)
    data = annotate_file(file, "zh")
    root = etree.fromstring(parts(data)["docProps/app.xml"])
    titles = root.find("{*}TitlesOfParts/{*}vector")
    assert [title.text for title in titles][:3] == ["检查结果", "自评表1", "第二张"]
    assert titles.get("size") == str(len(titles))
    assert root.find("{*}HeadingPairs//{*}i4").text == "3"
    assert loaded(data).active.title == "第二张"


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path, plan: Plan) -> None:
    file = checked(tmp_path, plain(), plan)
    for expected in ("检查结果", "检查结果 (2)", "检查结果 (3)"):
        data = annotate_file(file, "zh")
        assert loaded(data).sheetnames[0] == expected
        file = checked(tmp_path, data, plan)


def test_a_box_grows_with_its_text() -> None:
    data = written_by_xlsxwriter()
    found = RATE_FOUND._replace(where=Where(("标题",), "自评表1", 2, 1))
    (before,), after = (
        re.findall(rb"<x:Anchor>([^<]*)<", parts(made)["xl/drawings/vmlDrawing1.vml"])
        for made in (data, annotate_file(one_finding(data, found), "zh"))
    )
    assert len(after) == 1
    assert int(after[0].split(b",")[6]) > int(before.split(b",")[6])


def test_what_was_said_before_is_said_anew(tmp_path: Path, plan: Plan) -> None:
    file = checked(tmp_path, rich(), plan)
    again = checked(tmp_path, annotate_file(file, "zh"), plan)
    page = loaded(annotate_file(again, "zh"))["自评表1"]
    for place, findings in marked(file).items():
        if place != "G6":
            assert page[place].comment.text == format_findings(findings, "zh")


def test_the_same_input_gives_the_same_bytes(tmp_path: Path, plan: Plan) -> None:
    file = checked(tmp_path, rich(), plan)
    assert annotate_file(file, "zh") == annotate_file(file, "zh")
    assert annotate_file(file, "en") != annotate_file(file, "zh")


def test_findings_without_a_cell_are_in_the_list_only() -> None:
    found = CAUSE_FOUND._replace(where=Where(("绩效指标",)))
    book = loaded(annotate_file(one_finding(plain(), found), "zh"))
    assert book["检查结果"]["D5"].value == "绩效指标"
    assert book["检查结果"]["D5"].hyperlink is None
    assert not any(cell.comment for row in book["自评表1"].iter_rows() for cell in row)


def test_a_cell_that_is_not_there_is_made() -> None:
    there = Where(("附注",), "自评表1", 60, 30)
    between = Where(("附注",), "自评表1", 2, 12)
    findings = [CAUSE_FOUND._replace(where=where) for where in (there, between)]
    data = annotate_file(one_finding(rich(), *findings), "zh")
    page = loaded(data)["自评表1"]
    assert page["AD60"].comment is not None
    assert page["L2"].comment is not None
    assert page["L2"].value == "=SUM(G6:G6)"
    assert page.dimensions == "A1:AD60"
    root = etree.fromstring(parts(data)[SHEET])
    rows = [int(row.get("r")) for row in root.iter(f"{MAIN}row")]
    assert rows == sorted(rows)


def test_rows_and_cells_may_leave_out_their_numbers() -> None:
    data = rewritten(plain(), (SHEET, lambda part: re.sub(rb' r="[A-Z]*[0-9]+"', b"", part)))
    # openpyxl leaves out empty cells, so without numbers the cells move to the left.
    found = RATE_FOUND._replace(where=Where(("执行率",), "自评表1", 3, 2))
    page = loaded(annotate_file(one_finding(data, found), "zh"))["自评表1"]
    assert page["B3"].comment is not None
    assert page["B3"].value == loaded(data)["自评表1"]["B3"].value is not None
    far = RATE_FOUND._replace(where=Where(("执行率",), "自评表1", 3, 20))
    page = loaded(annotate_file(one_finding(data, far), "zh"))["自评表1"]
    assert page["T3"].comment is not None


def test_a_merged_range_is_marked_as_one(tmp_path: Path, plan: Plan) -> None:
    file = one_finding(plain(), RATE_FOUND._replace(where=Where(("标题",), "自评表1", 1, 4)))
    page = loaded(annotate_file(file, "zh"))["自评表1"]
    assert page["A1"].comment is not None
    assert page["A1"].fill.fgColor.rgb == "FFFFC7CE"
    assert loaded(annotate_file(file, "zh"))["检查结果"]["D5"].hyperlink.location == "'自评表1'!A1"


def test_what_stands_in_for_a_conversation_is_left_alone() -> None:
    data = rich()
    (part,) = [name for name in parts(data) if re.fullmatch(r"xl/comments.*1\.xml", name)]
    data = rewritten(data, (part, lambda c: c.replace("李四".encode(), b"tc={0A1B}")))
    found = RATE_FOUND._replace(where=Where(("全年预算数",), "自评表1", 6, 7))
    page = loaded(annotate_file(one_finding(data, found), "zh"))["自评表1"]
    assert page["G6"].comment.text == "这个数问过财务"
    assert page["G6"].fill.fgColor.rgb == "FFFFC7CE"


def _strict(content: bytes) -> bytes:
    return content.replace(
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    ).replace(
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
    )


def test_the_strict_edition_is_kept(tmp_path: Path, plan: Plan) -> None:
    data = packed({name: _strict(content) for name, content in parts(plain()).items()})
    file = checked(tmp_path, data, plan)
    copy = annotate_file(file, "zh")
    for name, content in parts(copy).items():
        assert b"schemas.openxmlformats.org/spreadsheetml" not in content, name
        assert b"officeDocument/2006/relationships" not in content, name
    assert checked(tmp_path, copy, plan).findings == file.findings
    assert len(marked(file)) == parts(copy)["xl/comments1.xml"].count(b"<comment ")


def test_other_prefixes_are_kept(tmp_path: Path, plan: Plan) -> None:
    def prefixed(part: bytes) -> bytes:
        root = etree.fromstring(part)
        space = etree.QName(root).namespace
        new = etree.Element(root.tag, root.attrib, nsmap={"x": space, **{
            key: value for key, value in root.nsmap.items() if key is not None
        }})  # fmt: skip
        new.extend(list(root))
        etree.cleanup_namespaces(new, keep_ns_prefixes=["x"])
        return etree.tostring(new)

    data = rewritten(
        plain(), (SHEET, prefixed), ("xl/workbook.xml", prefixed), ("xl/styles.xml", prefixed)
    )
    assert b"<x:sheetData" in parts(data)[SHEET]
    file = checked(tmp_path, data, plan)
    copy = annotate_file(file, "zh")
    assert checked(tmp_path, copy, plan).findings == file.findings
    page = loaded(copy)["自评表1"]
    assert all(page[place].comment for place in marked(file))


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("xl/workbook.xml", lambda c: c.replace(b"spreadsheetml/2006", b"spreadsheetml/2066")),
        ("xl/workbook.xml", lambda c: b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + c[c.index(b"<w") :]),
        (SHEET, lambda c: c.replace(b"sheetData", b"sheetDate")),
        ("xl/styles.xml", lambda c: c[:-20]),
        ("xl/workbook.xml", lambda c: b""),
    ],
)
def test_what_cannot_be_written_into_is_refused(
    part: str, change: Callable[[bytes], bytes]
) -> None:
    data = rewritten(plain(), (part, change))
    with pytest.raises(Uneditable):
        annotate_file(one_finding(data, RATE_FOUND), "zh")


def test_a_workbook_without_styles_gets_some() -> None:
    content = parts(plain())
    del content["xl/styles.xml"]
    for name in ("[Content_Types].xml", "xl/_rels/workbook.xml.rels"):
        content[name] = re.sub(rb"<[^<]*styles.xml[^>]*/>", b"", content[name])
    content[SHEET] = re.sub(rb' s="[0-9]+"', b"", content[SHEET])
    page = loaded(annotate_file(one_finding(packed(content), RATE_FOUND), "zh"))["自评表1"]
    assert page["G8"].fill.fgColor.rgb == "FFFFC7CE"


@settings(examples(20), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=40))
@example("\x00\x1b[31m\r\n\ud800\ufffe\uffff_x0041_")
@example('=HYPERLINK("http://x","y")')
@example("]]><script>&amp;")
def test_hostile_texts_are_only_texts(text: str) -> None:
    found = RATE_FOUND._replace(
        printed=text, expected=(f"={text}",), message=Text(text, text), hint=Text(text, text)
    )
    book = loaded(annotate_file(one_finding(plain(), found), "zh"))
    page = book["检查结果"]
    assert {cell.data_type for row in page.iter_rows() for cell in row} <= {"s", "n"}
    assert page["G5"].data_type == "s"
    assert book["自评表1"]["G8"].comment is not None


@needs_office_suite
@pytest.mark.parametrize("make", [rich, written_by_xlsxwriter])
def test_libreoffice_reads_the_copy(make: Callable[[], bytes], tmp_path: Path, plan: Plan) -> None:
    file = checked(tmp_path, make(), plan)
    (tmp_path / "copy.xlsx").write_bytes(annotate_file(file, "zh"))
    convert([tmp_path / "copy.xlsx"], "xlsx:Calc MS Excel 2007 XML", tmp_path / "out")
    data = (tmp_path / "out" / "copy.xlsx").read_bytes()
    again = checked(tmp_path, data, plan)
    key = [(f.check.code, f.where.cell, f.message) for f in file.findings]
    assert [(f.check.code, f.where.cell, f.message) for f in again.findings] == key
    page = loaded(data)["自评表1"]
    for place, findings in marked(file).items():
        assert format_findings(findings, "zh") in page[place].comment.text
