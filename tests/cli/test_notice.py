"""``sheetlint notice`` from the command line."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import docx
import pytest

from sheetlint.config.file import BadSettings, load
from tests.cli.conftest import Call

SHEETS = Path(__file__).parent.parent.parent / "examples" / "sheets"
DATE = ("--date", "2026-11-24")


def text(path: Path) -> str:
    return "\n".join(p.text for p in docx.Document(io.BytesIO(path.read_bytes())).paragraphs)


def test_a_folder_for_several_units(call: Call, tmp_path: Path) -> None:
    ran = call("notice", str(SHEETS), "-o", "out", *DATE, "--deadline", "2026-12-10")
    assert (ran.status, ran.err) == (1, "")
    made = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert len(made) == 4
    assert "out/青禾市防汛物资中心-退回修改意见.docx：退回 2 个，通过 0 个" in ran.out
    said = text(tmp_path / "out" / "青禾市特种设备服务所-退回修改意见.docx")
    assert "请于2026年12月10日前" in said
    assert "2026年11月24日" in said
    assert "1. 「项目资金」中“年度资金总额”的执行率（自评表!H6）填写为 96.59%" in said


def test_one_file_for_one_unit_and_none_where_nothing_is_returned(
    call: Call, tmp_path: Path
) -> None:
    one = str(SHEETS / "2 电梯安全评估.xlsx")
    assert call("notice", one, "-o", "意见.docx", *DATE).status == 1
    assert "青禾市特种设备服务所：" in text(tmp_path / "意见.docx")
    ran = call("notice", str(SHEETS / "1 乡村小学图书角.xlsx"), "-o", "无", *DATE)
    assert (ran.status, ran.out) == (0, "没有要退回的自评表，没有写意见\n")
    assert not (tmp_path / "无").exists()


def test_several_units_do_not_fit_in_one_file(call: Call) -> None:
    ran = call("notice", str(SHEETS), "-o", "意见.docx", *DATE)
    assert ran.status == 2
    assert "要退回的有 4 个单位：请用 -o 指定一个文件夹" in ran.err


def test_the_template_is_written_changed_and_used(call: Call, tmp_path: Path) -> None:
    assert call("notice", "--template-out", "模板.docx").status == 0
    document = docx.Document(str(tmp_path / "模板.docx"))
    document.add_paragraph("抄送：{{发文单位}}办公室")
    document.save(str(tmp_path / "模板.docx"))
    (tmp_path / "sheetlint.toml").write_text(
        '[notice]\ntemplate = "模板.docx"\nbureau = "云溪县财政局"\ndeadline = 2026-12-01\n',
        encoding="utf-8",
    )
    one = str(SHEETS / "2 电梯安全评估.xlsx")
    assert call("notice", one, "-o", "意见.docx", *DATE).status == 1
    said = text(tmp_path / "意见.docx")
    assert said.endswith("抄送：云溪县财政局办公室")
    assert "请于2026年12月1日前" in said


def test_a_bad_template_is_said_before_any_work(call: Call, tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "空.docx"))
    ran = call("notice", str(SHEETS), "-o", "out", "--template", "空.docx")
    assert ran.status == 2
    assert "模板 空.docx：缺少 {{每个退回项目}} 的重复部分" in ran.err
    assert "打不开模板 没有.docx" in call("notice", "x", "-o", "o", "--template", "没有.docx").err


def test_a_checked_file_is_not_written_over(call: Call, tmp_path: Path) -> None:
    source = tmp_path / "甲.docx"
    shutil.copy(SHEETS / "3 日间照料中心.docx", source)
    before = source.read_bytes()
    ran = call("notice", "甲.docx", "-o", "甲.docx", *DATE)
    assert (ran.status, source.read_bytes()) == (2, before)
    assert "不能覆盖" in ran.err


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ((), 2, "要写出要检查的文件或文件夹"),
        (("a.xlsx",), 2, "-o 写到哪里"),
        (("a.xlsx", "-o", "out"), 3, "没有找到可检查的自评表文件"),
        (("a.xlsx", "-o", "out", "--deadline", "12月10日"), 2, "不是年-月-日形式的日期"),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], status: int, said: str, call: Call) -> None:
    ran = call("notice", *arguments)
    assert ran.status == status
    assert said in ran.err


def test_an_unknown_key_in_the_configuration_is_named(tmp_path: Path) -> None:
    (tmp_path / "sheetlint.toml").write_text('[notice]\nburo = "x"\n', encoding="utf-8")
    with pytest.raises(BadSettings, match=r"notice\.buro|buro"):
        load(folder=str(tmp_path))
