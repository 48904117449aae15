"""The files that sheets are held against: read in the formats in which they come, or refused."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import docx
import openpyxl
import pytest

from sheetlint.crosscheck.approved_targets import read_approved_targets
from sheetlint.run import crosscheck_inputs
from sheetlint.run.crosscheck_inputs import BadInput, Opener, make_opener
from sheetlint.sandbox.bounds import DEFAULT
from sheetlint.sandbox.pdf_process import PdfProcess
from tests.families import FAMILIES
from tests.writing.formats import SUFFIX, WRITERS

Rows = list[list[str | float | None]]
ROSTER: Rows = [
    ["2022年度项目清单", None, None, None],
    ["序号", "单位", "项目名称", "预算数（万元）"],
    [1, "县公路局", "道路养护", 120.5],
    [2, None, "桥梁检测", 30],
    [None, None, "小计", 150.5],
    [3, "县水利局", "农村改厕", 7],
]
WANTED = [
    ("道路养护", "县公路局", "120.5"),
    ("桥梁检测", "县公路局", "30"),
    ("农村改厕", "县水利局", "7"),
]
SUMMARY = (
    "2022年，我县对 3 个项目开展绩效自评，涉及资金 157.5 万元，平均得分 98.33 分，其中优 3 个。"
)


@pytest.fixture(scope="module")
def by() -> Iterator[Opener]:
    with PdfProcess(DEFAULT) as pdf_process:
        yield make_opener(DEFAULT, pdf_process)


def as_xlsx(rows: Rows) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(row)
    page.merge_cells("B3:B4")
    return saved(book.save)


def as_docx(rows: Rows) -> bytes:
    document = docx.Document()
    document.add_paragraph(str(rows[0][0]))
    table = document.add_table(0, 4)
    for row in rows[1:]:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = "" if text is None else str(text)
    table.cell(1, 1).merge(table.cell(2, 1))
    return saved(document.save)


def as_csv(rows: Rows) -> bytes:
    filled = [[*row] for row in rows]
    filled[3][1] = "县公路局"
    return "\n".join(",".join("" if c is None else str(c) for c in row) for row in filled).encode()


def saved(save: Callable[[io.BytesIO], None]) -> bytes:
    file = io.BytesIO()
    save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("suffix", "write"), [("xlsx", as_xlsx), ("docx", as_docx), ("csv", as_csv)]
)
def test_roster(suffix: str, write: Callable[[Rows], bytes], tmp_path: Path, by: Opener) -> None:
    path = tmp_path / f"项目清单.{suffix}"
    path.write_bytes(write(ROSTER))
    rows = crosscheck_inputs.read_roster(str(path), by)
    assert [(r.project, r.unit, str(r.budget)) for r in rows] == WANTED
    assert rows[0].at.path == str(path)
    if suffix == "xlsx":
        assert [row.at.where.cell for row in rows] == ["Sheet!C3", "Sheet!C4", "Sheet!C6"]


@pytest.mark.parametrize("suffix", ["docx", "txt"])
def test_summary(suffix: str, tmp_path: Path, by: Opener) -> None:
    path = tmp_path / f"决算说明.{suffix}"
    if suffix == "docx":
        document = docx.Document()
        document.add_paragraph("一、部门概况")
        document.add_paragraph(SUMMARY)
        document.save(str(path))
    else:
        path.write_text(f"一、部门概况\n{SUMMARY}\n", encoding="utf-8")
    (said,) = crosscheck_inputs.read_accounts_summary(str(path), by)
    assert (said.year, said.projects, said.amount) == (2022, 3, Decimal("1575000"))
    assert said.at.path == str(path)
    assert said.at.where.line == 2


@pytest.mark.parametrize("form", ["xlsx", "docx", "pdf"])
def test_last_year(form: str, tmp_path: Path, by: Opener) -> None:
    for seed in range(3):
        drawing = FAMILIES["national"](random.Random(seed)).drawing
        (tmp_path / f"{seed}{SUFFIX[form]}").write_bytes(WRITERS[form](drawing))
    (tmp_path / "会议通知.txt").write_text("下周一开会。", encoding="utf-8")
    read = crosscheck_inputs.read_last_year([str(tmp_path)], by)
    assert [Path(summary.path).stem for summary in read.sheets] == ["0", "1", "2"]
    assert read.problems == ()


def test_what_cannot_be_read_of_a_folder_is_named(tmp_path: Path, by: Opener) -> None:
    drawing = FAMILIES["national"](random.Random(1)).drawing
    (tmp_path / "1.xlsx").write_bytes(WRITERS["xlsx"](drawing))
    (tmp_path / "2.xlsx").write_bytes(b"PK\x03\x04 broken")
    read = crosscheck_inputs.read_last_year([str(tmp_path)], by)
    assert len(read.sheets) == 1
    (problem,) = read.problems
    assert problem.zh.startswith(f"上年的自评表 {tmp_path}/2.xlsx 不能用：")


TARGETS = """项目支出绩效目标申报表
（2022年度）
项目名称\t残疾人康复服务项目
主管部门\t临港县民政局\t\t实施单位\t临港县康复中心
项目资金（万元）\t年度资金总额\t57.6
一级指标\t二级指标\t三级指标\t指标值{weight_head}
产出指标\t数量指标\t培训人次\t≥1500人次{weight}
效益指标\t社会效益指标\t惠及家庭户数\t≥300户{weight}
"""


@pytest.mark.parametrize("weight", ["", "\t20"])
def test_targets(weight: str, tmp_path: Path, by: Opener) -> None:
    text = TARGETS.format(weight_head="\t分值" if weight else "", weight=weight)
    path = tmp_path / "目标.txt"
    path.write_text(text + text.replace("残疾人康复服务项目", "道路养护"), encoding="utf-8")
    first, second = crosscheck_inputs.read_targets([str(tmp_path)], by).sheets
    assert (first.project, first.unit, first.year) == ("残疾人康复服务项目", "临港县康复中心", 2022)
    assert second.project == "道路养护"
    assert [aim[:3] for aim in read_approved_targets(first)] == [
        ("培训人次", "≥1500人次", weight.strip()),
        ("惠及家庭户数", "≥300户", weight.strip()),
    ]


NO_LIST = "道路养护\t120\n桥梁检测\t30\n".encode()
REFUSED: dict[str, tuple[Callable[[str, Opener], object], bytes | None, str]] = {
    "no such list": (crosscheck_inputs.read_roster, None, "项目清单 {path} 不能用：文件不存在"),
    "a list without headings": (crosscheck_inputs.read_roster, NO_LIST, "项目清单 {path} 不能用：没有找到“项目名称”一栏"),
    "a broken list": (crosscheck_inputs.read_roster, b"PK\x03\x04 broken", "项目清单 {path} 不能用："),
    "a text without the sentence": (crosscheck_inputs.read_accounts_summary, "部门概况".encode(), "决算说明 {path} 不能用：没有找到概述自评情况的句子"),
    "a folder without sheets": (
        lambda path, by: crosscheck_inputs.read_last_year([path], by), NO_LIST, "上年的自评表 {path} 不能用：里面没有找到自评表",
    ),
    "a folder without targets": (
        lambda path, by: crosscheck_inputs.read_targets([path], by), NO_LIST, "批复的绩效目标表 {path} 不能用：里面没有找到绩效目标表",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name: str, tmp_path: Path, by: Opener) -> None:
    read, data, said = REFUSED[name]
    path = tmp_path / "文件.txt"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(BadInput) as error:
        read(str(path), by)
    assert error.value.text.zh.startswith(said.format(path=path))
    assert "\n" not in error.value.text.zh
