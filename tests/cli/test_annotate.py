"""``sheetlint annotate`` from the command line."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import openpyxl
import pytest

from sheetlint.cli import status
from tests.annotate.workbooks import SPOILED, plain
from tests.cli.conftest import Call
from tests.text_forms import draw
from tests.writing.word import as_docx
from tests.writing.workbooks import as_xlsx


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One sheet with errors, one without, one that is none, one that cannot be read."""
    place = tmp_path / "材料"
    (place / "甲局").mkdir(parents=True)
    (place / "甲局" / "自评表.xlsx").write_bytes(plain())
    (place / "好.xlsx").write_bytes(as_xlsx(draw({})))
    (place / "便条.txt").write_text("与此无关", encoding="utf-8")
    (place / "坏.xlsx").write_bytes(plain()[:-200])
    return place


def test_the_copy_stands_beside_the_file(folder: Path, call: Call) -> None:
    source = folder / "甲局" / "自评表.xlsx"
    before = source.read_bytes()
    ran = call("annotate", "材料/甲局/自评表.xlsx")
    assert ran.out == "材料/甲局/自评表.xlsx → 材料/甲局/自评表.检查.xlsx：2 个错误\n"
    assert ran.status == status.FINDINGS
    assert source.read_bytes() == before
    copy = openpyxl.load_workbook(source.with_name("自评表.检查.xlsx"))
    assert copy.sheetnames == ["检查结果", "自评表1"]


def test_a_folder_below_another_one(folder: Path, call: Call) -> None:
    ran = call("annotate", "材料", "--output-dir", "退回")
    assert sorted(str(p.relative_to("退回")) for p in Path("退回").rglob("*.*")) == [
        "甲局/自评表.检查.xlsx"
    ]
    assert "材料/好.xlsx：没有要标的问题，不另存\n" in ran.out
    assert "便条" not in ran.out + ran.err
    assert ran.err.startswith("材料/坏.xlsx：文件无法读取")
    assert ran.status == status.FINDINGS


def test_all_of_them(folder: Path, call: Call) -> None:
    ran = call("annotate", "材料/好.xlsx", "--all")
    assert ran.out == "材料/好.xlsx → 材料/好.检查.xlsx：没有发现问题\n"
    assert ran.status == status.OK
    page = openpyxl.load_workbook(folder / "好.检查.xlsx").worksheets[0]
    assert page["A1"].value == "通过　没有发现问题"


def test_nothing_fails_and_nothing_is_written(folder: Path, call: Call) -> None:
    assert call("annotate", "材料/好.xlsx").status == status.OK
    assert not (folder / "好.检查.xlsx").exists()


def test_earlier_copies_are_no_submissions(folder: Path, call: Call) -> None:
    first = call("annotate", "材料")
    names = sorted(path.name for path in folder.rglob("*.*"))
    again = call("annotate", "材料")
    assert sorted(path.name for path in folder.rglob("*.*")) == names
    assert again.status == first.status
    assert "（副本已是最新）" in again.out


def test_a_copy_that_is_there_is_kept(folder: Path, call: Call) -> None:
    copy = folder / "甲局" / "自评表.检查.xlsx"
    copy.write_bytes(b"replies")
    ran = call("annotate", "材料/甲局/自评表.xlsx")
    assert "没有覆盖；确认可以覆盖请加 --force" in ran.err
    assert ran.status == status.FAILED
    assert copy.read_bytes() == b"replies"
    assert call("annotate", "材料/甲局/自评表.xlsx", "--force").status == status.FINDINGS
    assert copy.read_bytes() != b"replies"


def test_one_file_by_name(folder: Path, call: Call) -> None:
    source = "材料/甲局/自评表.xlsx"
    before = Path(source).read_bytes()
    assert call("annotate", source, "-o", "退.xlsx").status == status.FINDINGS
    assert Path("退.xlsx").exists()
    assert call("annotate", source, "-o", source, "--force").status == status.USAGE
    assert Path(source).read_bytes() == before
    ran = call("annotate", source, "-o", "退.docx")
    assert "请把扩展名改为 .xlsx" in ran.err
    assert ran.status == status.FAILED


@pytest.mark.parametrize("output", ["退回", "退回/", "已有"])
def test_an_output_for_several_files_is_a_folder(output: str, folder: Path, call: Call) -> None:
    Path("已有").mkdir()
    call("annotate", "材料", "-o", output)
    top = Path(output)
    assert (top / "甲局" / "自评表.检查.xlsx").is_file()
    assert not (folder / "甲局" / "自评表.检查.xlsx").exists()


def test_an_output_for_one_file_may_be_a_folder(folder: Path, call: Call) -> None:
    call("annotate", "材料/甲局/自评表.xlsx", "-o", "退回/", "-q")
    assert [path.name for path in Path("退回").iterdir()] == ["自评表.检查.xlsx"]


def test_quiet_says_only_what_is_wrong(folder: Path, call: Call) -> None:
    source = "材料/甲局/自评表.xlsx"
    assert call("annotate", source, "-q") == (status.FINDINGS, "", "")
    Path("材料/甲局/自评表.检查.xlsx").write_bytes(b"replies")
    assert "没有覆盖" in call("annotate", source, "-q").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("材料", "-o", "退.xlsx"), "-o 只能用于一个文件，这里有"),
        (("材料", "-o", "退.xlsx", "--output-dir", "退"), "只能用一个"),
        (("-",), "请用 -o 文件夹/"),
    ],
)
def test_what_does_not_go_together(
    arguments: tuple[str, ...], said: str, folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(plain())))
    ran = call("annotate", *arguments)
    assert said in ran.err
    assert ran.status == status.USAGE


def test_nothing_there(folder: Path, call: Call) -> None:
    assert call("annotate", "没有").status == status.NO_INPUT
    (folder / "空").mkdir()
    (folder / "便条.txt").rename(folder / "空" / "便条.txt")
    assert call("annotate", "材料/空").status == status.NO_INPUT


def test_files_of_an_archive(folder: Path, call: Call) -> None:
    with zipfile.ZipFile("材料.zip", "w") as archive:
        archive.writestr("甲局/自评表.xlsx", plain())
        archive.writestr("乙局/自评表.docx", as_docx(draw({}, SPOILED)))
    assert call("annotate", "材料.zip").status == status.USAGE
    ran = call("annotate", "材料.zip", "--output-dir", "退回")
    assert ran.status == status.FINDINGS
    written = sorted(os.path.join(top, n) for top, _, names in os.walk("退回") for n in names)
    assert [name.removeprefix("退回/") for name in written] == [
        "乙局/自评表.检查.docx",
        "甲局/自评表.检查.xlsx",
    ]


def test_milder_ones_can_be_left_out(folder: Path, call: Call) -> None:
    call("annotate", "材料/甲局/自评表.xlsx", "--select", "FD", "-o", "退.xlsx")
    page = openpyxl.load_workbook("退.xlsx").worksheets[0]
    assert [row[2].value for row in page.iter_rows(min_row=5)] == ["FD002"]


def test_one_that_cannot_be_written_costs_only_itself(
    folder: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sheetlint.annotate import xlsx
    from sheetlint.run.results import FileReport

    (folder / "乙.xlsx").write_bytes(plain())
    real = xlsx.annotate_file

    def broken(file: FileReport, lang: str) -> bytes:
        if "乙" in file.path:
            raise ZeroDivisionError("oops")
        return real(file, lang)

    monkeypatch.setattr(xlsx, "annotate_file", broken)
    ran = call("annotate", "材料")
    assert "材料/乙.xlsx：不能批注：ZeroDivisionError: oops" in ran.err
    assert (folder / "甲局" / "自评表.检查.xlsx").exists()
    assert ran.status == status.FAILED


def test_in_english(folder: Path, call: Call) -> None:
    ran = call("--lang", "en", "annotate", "材料/甲局/自评表.xlsx")
    assert ran.out == "材料/甲局/自评表.xlsx → 材料/甲局/自评表.检查.xlsx: 2 errors\n"
