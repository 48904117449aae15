"""``sheetlint fix``: what it lists, where it writes, and what it leaves alone."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.acceptance.test_spoiled import SHEET
from tests.cli.conftest import Ran
from tests.report.snapshot import same
from tests.text_forms import draw
from tests.writing.formats import WRITERS

Call = Callable[..., Ran]
WRONG = {"funds.total.rate": "97.88%", "funds.total.score": "8.89", "indicators.1.score": "14"}
CLEAN = WRITERS["text"](draw(SHEET))


@pytest.fixture
def wrong(call: Call) -> Path:
    """A sheet with wrong figures in the working folder, and a score that is likely wrong."""
    return made(Path("表.txt"))


def made(path: Path, edits: dict[str, str] | None = None) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(WRITERS["text"](draw(SHEET, {"total.score": "99.29", **(edits or WRONG)})))
    return path


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", ["80", "120"])
def test_the_list(wrong: Path, call: Call, lang: str, width: str) -> None:
    before = wrong.read_bytes()
    ran = call("fix", "表.txt", "--unsafe", "--lang", lang, "--width", width)
    same(f"fix-{lang}-{width}.txt", ran.out)
    assert (ran.status, ran.err) == (1, "")
    assert wrong.read_bytes() == before
    assert os.listdir() == ["表.txt"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_diff(wrong: Path, call: Call, lang: str) -> None:
    ran = call("fix", "表.txt", "--diff", "--lang", lang)
    same(f"fix-diff-{lang}.txt", ran.out + "--\n" + ran.err)
    assert ran.status == 1


def test_nothing_to_put_right(call: Call) -> None:
    Path("表.txt").write_bytes(CLEAN)
    assert call("fix", "表.txt") == Ran(0, "没有可以自动改正的\n", "")
    assert call("fix", "表.txt", "--diff").status == 0
    assert call("fix", "表.txt", "-o", "新.txt").status == 0
    assert os.listdir() == ["表.txt"]


def test_to_a_new_file(wrong: Path, call: Call) -> None:
    before = wrong.read_bytes()
    ran = call("fix", "表.txt", "--unsafe", "-o", "新/表.txt")
    assert ran.status == 0
    assert ran.out.endswith("新/表.txt 已写入：改正了 3 处\n")
    assert Path("新/表.txt").read_bytes() == CLEAN
    assert wrong.read_bytes() == before
    assert call("check", "新/表.txt").status == 0
    assert call("fix", "新/表.txt", "--unsafe").status == 0


def test_in_place(wrong: Path, call: Call) -> None:
    assert call("fix", "表.txt", "--unsafe", "--in-place", "--diff").status == 0
    assert wrong.read_bytes() == CLEAN


def test_a_folder_keeps_its_folders_and_one_file_costs_only_itself(call: Call) -> None:
    made(Path("报送/甲/表.txt"))
    made(Path("报送/乙/表.txt"))
    Path("报送/坏.xlsx").write_bytes(WRITERS["xlsx"](draw(SHEET))[:900])
    ran = call("fix", "报送", "--unsafe", "--output-dir", "改好")
    assert ran.status == 1
    assert "报送/坏.xlsx：" in ran.err
    assert {path.as_posix() for path in Path("改好").rglob("*.txt")} == {
        "改好/甲/表.txt",
        "改好/乙/表.txt",
    }


def test_copies_of_the_same_name_do_not_replace_each_other(call: Call) -> None:
    made(Path("甲/表.txt"))
    made(Path("乙/表.txt"))
    assert call("fix", "甲/表.txt", "乙/表.txt", "--unsafe", "--output-dir", "改好").status == 0
    copies = sorted(Path("改好").iterdir())
    assert [copy.read_bytes() for copy in copies] == [CLEAN, CLEAN]
    assert {copy.suffix for copy in copies} == {".txt"}


def test_what_is_there_is_overwritten_only_when_that_is_wanted(wrong: Path, call: Call) -> None:
    Path("新.txt").write_text("别的内容", encoding="utf-8")
    ran = call("fix", "表.txt", "--unsafe", "-o", "新.txt")
    assert ran.status == 2
    assert "新.txt 已经存在，而且不是本工具写的" in ran.err
    assert Path("新.txt").read_text(encoding="utf-8") == "别的内容"
    assert call("fix", "表.txt", "--unsafe", "-o", "新.txt", "--force").status == 0
    assert Path("新.txt").read_bytes() == CLEAN
    assert call("fix", "表.txt", "--unsafe", "-o", "新.txt").status == 0


def test_a_file_in_an_archive_gets_a_copy_in_the_folder(call: Call) -> None:
    import zipfile

    made(Path("表.txt"))
    with zipfile.ZipFile("报送.zip", "w") as archive:
        archive.write("表.txt", "甲/表.txt")
    assert "不是本机上的单个文件" in call("fix", "报送.zip", "--in-place").err
    assert call("fix", "报送.zip", "--unsafe", "--output-dir", "改好").status == 0
    (copy,) = Path("改好").rglob("*.txt")
    assert copy.read_bytes() == CLEAN


@pytest.mark.parametrize(
    ("paths", "output", "copy"),
    [
        (["表.txt"], "改好/", "改好/表.txt"),
        (["表.txt", "另.txt"], "改好", "改好/表.txt"),
        (["报送"], "改好", "改好/甲/表.txt"),
    ],
)
def test_an_output_that_is_a_folder(
    paths: list[str], output: str, copy: str, wrong: Path, call: Call
) -> None:
    made(Path("另.txt"))
    made(Path("报送/甲/表.txt"))
    assert call("fix", *paths, "--unsafe", "-o", output, "-q") == (0, "", "")
    assert Path(copy).read_bytes() == CLEAN


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["表.txt", "-o", "a", "--in-place"], "只能用一个"),
        (["表.txt", "-o", "./表.txt"], "就是要检查的原文件"),
        (["表.txt", "另.txt", "-o", "新.txt"], "-o 只能用于一个文件，这里有 2 个"),
        (["表.txt", "--select", "FD999"], "FD999"),
    ],
)
def test_wrong_usage(wrong: Path, call: Call, arguments: list[str], said: str) -> None:
    made(Path("另.txt"))
    before = wrong.read_bytes()
    ran = call("fix", *arguments)
    assert ran.status == 2
    assert said in ran.err
    assert wrong.read_bytes() == before


def test_no_source_is_written_over_by_way_of_a_folder(wrong: Path, call: Call) -> None:
    before = wrong.read_bytes()
    ran = call("fix", "表.txt", "--output-dir", ".")
    assert ran.status == 4
    assert "就是要检查的原文件" in ran.err
    assert wrong.read_bytes() == before


def test_only_what_was_asked_for(wrong: Path, call: Call) -> None:
    ran = call("fix", "表.txt", "--diff", "--select", "FD002")
    assert [line for line in ran.out.splitlines() if line.startswith("+9")] == ["+98.88%"]
    assert "FD002" not in call("fix", "表.txt", "--diff", "--ignore", "rate-mismatch").out


def test_what_cannot_be_written_is_shown_all_the_same(call: Call) -> None:
    Path("表.ods").write_bytes(WRITERS["ods"](draw(SHEET, {"funds.total.rate": "97.88%"})))
    shown = call("fix", "表.ods", "--diff")
    assert shown.status == 1
    assert "+98.88%" in shown.out
    ran = call("fix", "表.ods", "--in-place")
    assert ran.status == 1
    assert "表.ods：ods 格式不能直接改写" in ran.err


def test_nothing_there(call: Call) -> None:
    ran = call("fix", "没有.xlsx")
    assert ran.status == 3
    assert "没有.xlsx" in ran.err


def test_a_sheet_cannot_command_the_terminal(call: Call) -> None:
    made(Path("表.txt"), {"funds.total.rate": "97.88%", "project": "某\x1b[31m项目"})
    for arguments in ((), ("--diff",)):
        ran = call("fix", "表.txt", *arguments)
        assert "\x1b" not in ran.out + ran.err


def test_a_copy_is_called_by_its_own_format(wrong: Path, call: Call) -> None:
    ran = call("fix", "表.txt", "-o", "新.docx")
    assert ran.status == 4
    assert ran.err == "表.txt：副本是 .txt 文件，不能写成 新.docx；请把扩展名改为 .txt\n"
    assert os.listdir() == ["表.txt"]


@pytest.mark.parametrize(
    ("lang", "said"),
    [("zh", "文件名太长，请改短"), ("en", "the file name is too long: shorten it")],
)
def test_what_the_system_refuses_is_said_in_the_language(
    lang: str, said: str, wrong: Path, call: Call
) -> None:
    ran = call("fix", "表.txt", "-o", "长" * 100 + ".txt", "--lang", lang)
    assert ran.status == 2
    assert ran.err.endswith(f"{said}\n")


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="no such timer")
def test_reading_the_copy_again_is_bounded(
    wrong: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def late(*_: object) -> None:
        signal.raise_signal(signal.SIGALRM)

    monkeypatch.setattr("sheetlint.cli.fix.find_problem", late)
    ran = call("fix", "表.txt", "-o", "新.txt")
    assert (ran.status, os.listdir()) == (1, ["表.txt"])
    assert ran.err == "表.txt：处理超过 20 秒，已停止\n"
