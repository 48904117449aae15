"""The list of findings as a workbook, read back with openpyxl."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from sheetlint.messages.text import Text
from sheetlint.messages.visible import visible
from sheetlint.report import findings_worksheet, xlsx
from sheetlint.rules.check import ERROR
from sheetlint.rules.waivers import AppliedWaiver
from sheetlint.run.results import Report
from tests.random_examples import examples
from tests.report.samples import BAD, CLEAN, ONE, RATE_FOUND, SEVERAL, report, saying

HEADINGS = [
    "序号", "实施单位", "项目", "年度", "文件", "位置", "位置说明", "编码", "检查项", "严重程度", "问题", "填报值", "应为",
    "计算", "修改建议", "依据", "单位答复", "豁免",
]  # fmt: skip


def book(what: Report, lang: str = "zh") -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(xlsx.render(what, lang)))


def rows(what: Report, lang: str = "zh") -> list[dict[str, object]]:
    head, *lines = book(what, lang).worksheets[0].iter_rows(values_only=True)
    names = [str(name) for name in head]
    return [dict(zip(names, line, strict=True)) for line in lines]


def test_a_row_a_finding() -> None:
    first, *rest = rows(SEVERAL)
    assert list(first) == HEADINGS
    assert first == {
        "序号": 1,
        "实施单位": "东川市教育局信息中心",
        "项目": "教育信息化试点经费",
        "年度": 2021,
        "文件": "材料/自评表.xlsx",
        "位置": "自评表1!G8",
        "位置说明": "项目资金 › 年度资金总额 › 执行率",
        "编码": "FD002",
        "检查项": "执行率计算错误",
        "严重程度": "错误",
        "问题": "执行率 97.88% 计算有误，应为 98.88%",
        "填报值": "97.88%",
        "应为": "98.88%",
        "计算": "56,961,217 ÷ 57,607,470.00 = 98.878%",
        "修改建议": "把执行率改为 98.88%；如果执行率没有错，核对全年预算数和全年执行数",
        "依据": "财预〔2020〕10号 附1 表样",
        "单位答复": None,
        "豁免": None,
    }
    assert [row["编码"] for row in rest] == ["RD005", "NT003", "RD001"]
    assert [row["序号"] for row in rest] == [2, 3, 4]


def test_a_long_list_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    short = book(SEVERAL)
    monkeypatch.setattr(xlsx, "_MAX_LISTED", 0)
    long = book(SEVERAL)
    for one, other in zip(short.worksheets, long.worksheets, strict=True):
        assert list(one.values) == list(other.values)
        assert one.merged_cells.ranges == other.merged_cells.ranges
        assert {k: d.height for k, d in one.row_dimensions.items()} == {
            k: d.height for k, d in other.row_dimensions.items()
        }
        assert [c.fill.fgColor.rgb for row in one for c in row] == [
            c.fill.fgColor.rgb for row in other for c in row
        ]


def test_in_english_too() -> None:
    first = rows(ONE, "en")[0]
    assert (first["Severity"], first["Right"]) == ("error", "98.88%")
    assert book(ONE, "en").sheetnames == ["Findings", "Summary"]


def test_the_summary_counts_by_severity_by_check_and_by_file() -> None:
    page = book(SEVERAL)["汇总"]
    lines = [
        [str(cell) for cell in line if cell is not None]
        for line in page.iter_rows(values_only=True)
    ]
    assert lines == [
        ["项目支出绩效自评表检查结果汇总"],
        ["结论", "不通过（达到“错误”即不通过）"],
        ["检查范围", "3 个文件、3 张自评表"],
        ["检查项次", "检查 93 项次，跳过 3 项次"],
        ["采用口径", "national-2020"],
        ["工具版本", "sheetlint 0.1.0"],
        ["另有 1 个文件看不出是自评表，没有检查"],
        [],
        ["按严重程度"],
        ["严重程度", "个数", "另有已豁免"],
        ["错误", "2", "0"],
        ["警告", "1", "0"],
        ["提示", "1", "0"],
        [],
        ["按检查项"],
        ["检查项", "编码", "严重程度", "个数"],
        ["执行率计算错误", "FD002", "错误", "1"],
        ["文件无法读取", "RD001", "错误", "1"],
        ["未分析原因", "NT003", "警告", "1"],
        ["版式已修复", "RD005", "提示", "1"],
        [],
        ["按文件"],
        ["文件", "实施单位", "项目", "自评表", "错误", "警告", "提示", "口径", "结论"],
        ["材料/自评表.xlsx", "东川市教育局信息中心", "教育信息化试点经费、内涵建设经费", "2", "1", "1", "1", "national-2020", "不通过"],
        ["材料/没有问题.docx", "东川市教育局信息中心", "内涵建设经费", "1", "0", "0", "0", "national-2020", "通过"],
        ["没有这个文件.txt", "0", "1", "0", "0", "不通过"],
    ]  # fmt: skip


def test_waived_findings_are_marked_and_counted_apart() -> None:
    waived = RATE_FOUND._replace(
        waived=AppliedWaiver(Text("已核实", "verified"), "李", "2026-12-31")
    )
    what = report(BAD._replace(findings=(waived, *BAD.findings[1:])))
    assert [row["豁免"] for row in rows(what)] == ["已核实", None, None]
    page = book(what)
    assert page.worksheets[0]["K2"].font.italic
    assert not page.worksheets[0]["K3"].font.italic
    line = next(r for r in page["汇总"].iter_rows(values_only=True) if r[0] == "错误")
    assert line[1:3] == (0, 1)


def test_the_page_can_be_worked_with_and_printed() -> None:
    page = book(SEVERAL).worksheets[0]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:R5"
    assert page.print_title_rows == "$1:$1"
    assert page.page_setup.orientation == "landscape"
    assert str(page.page_setup.paperSize) == "9"
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert page.page_setup.fitToHeight == 0
    (choice,) = page.data_validations.dataValidation
    assert str(choice.sqref) == "Q2:Q5"
    assert choice.formula1 == '"已改正,没有错，说明如下,已补充说明,待核实"'
    assert not choice.showErrorMessage
    assert [page[f"J{row}"].fill.fgColor.rgb for row in (2, 3, 4)] == [
        "FFFFC7CE",
        "FFDDEBF7",
        "FFFFEB9C",
    ]


def test_nothing_found_is_said() -> None:
    assert rows(CLEAN)[0]["序号"] == "没有发现问题"


def test_milder_ones_can_be_hidden() -> None:
    assert [row["编码"] for row in rows(report(BAD, shown=ERROR))] == ["FD002"]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+1", "{=A1}", "http://example.com", "mailto:a@b.c",
        "internal:Sheet1!A1", "external:c:\\a.xlsx", "0012", "1e5", "<r><t>x</t></r>", "_x0041_",
        "<r><b/></r>", "&amp;", "\ufffe",
    ],
)  # fmt: skip
def test_a_text_stays_a_text(text: str) -> None:
    data = xlsx.render(saying(text), "zh")
    page = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    cell = page["L2"]
    assert cell.data_type == "s"
    assert cell.value == visible(text)
    assert cell.hyperlink is None
    parts = zipfile.ZipFile(io.BytesIO(data))
    assert [name for name in parts.namelist() if b"<f>" in parts.read(name)] == []


@examples(15)
@given(st.text(min_size=1, max_size=80))
def test_every_text_comes_back(text: str) -> None:
    (row,) = rows(saying(text))
    shown = "\n".join(visible(line) for line in text.replace("\r\n", "\n").split("\n"))
    assert row["填报值"] == shown


def test_a_text_too_long_for_a_cell_is_cut_with_a_word() -> None:
    long = report(BAD._replace(findings=(RATE_FOUND._replace(message=Text("𠀀" * 40_000, "")),)))
    said = rows(long)[0]["问题"]
    assert isinstance(said, str)
    assert len(said.encode("utf-16-le")) // 2 in (32_766, 32_767)
    assert said.startswith("𠀀𠀀")
    assert said.endswith("（全文 40000 字，超过 Excel 一个单元格的上限，后面的没有列出）")


def test_more_findings_than_rows_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings_worksheet, "MAX_ROWS", 4)
    many = report(BAD._replace(findings=(RATE_FOUND,) * 9))
    listed = rows(many)
    assert [row["编码"] for row in listed] == ["FD002", "FD002", None]
    assert str(listed[-1]["序号"]).startswith("还有 7 个问题超过 Excel 工作表的行数上限")
    exactly = report(BAD._replace(findings=(RATE_FOUND,) * 3))
    assert [row["编码"] for row in rows(exactly)] == ["FD002"] * 3


def test_the_same_report_gives_the_same_bytes() -> None:
    assert xlsx.render(SEVERAL, "zh") == xlsx.render(SEVERAL, "zh")


def test_files_are_named_whole_below_the_folder_of_submissions() -> None:
    made = xlsx.render_files(SEVERAL, SEVERAL.files, 4, "zh", ("材料",))
    listing, summary = openpyxl.load_workbook(io.BytesIO(made)).worksheets
    column = HEADINGS.index("文件") + 1
    assert listing.cell(2, column).value == "自评表.xlsx"
    assert listing.cell(2, column).alignment.wrap_text
    assert listing.column_dimensions["E"].width > 25
    assert "自评表.xlsx" in [row[0] for row in summary.iter_rows(values_only=True)]
