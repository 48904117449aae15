"""``gate``, from the command line to what is left in the folder."""

from __future__ import annotations

from json import loads
from pathlib import Path
from subprocess import run

import openpyxl
import pytest

from sheetlint.cli import status
from tests.cli.conftest import Call
from tests.cli.submissions import GATE, files_in, lines, write_submissions
from tests.run.documents import written


@pytest.fixture(autouse=True)
def submissions(tmp_path: Path) -> Path:
    return write_submissions(tmp_path)


def test_what_is_said_and_what_is_left(call: Call, tmp_path: Path) -> None:
    ran = call(*GATE)
    assert (ran.status, ran.out) == (status.FINDINGS, "")
    assert ran.err.splitlines() == [
        "检查 6/6，完成",
        "写网页和标注副本 1/1，完成",
        "共 6 个文件：检查 4 个，无法读取 1 个，未识别为自评表 1 个",
        "4 张自评表：3 张通过，1 张不通过；2 个错误、0 个警告、0 个提示",
        "结果在 结果",
    ]
    assert (tmp_path / "结果" / "report.json").read_text(encoding="utf-8") == call(
        "check", "报送", "--format", "json"
    ).out
    verdicts = lines(tmp_path / "结果" / "verdicts.jsonl")
    assert verdicts[0] == {"schema": "sheetlint-verdicts/1"}
    assert [(v["path"], v["status"], v["verdict"]) for v in verdicts[1:]] == [
        ("报送/单位0/0.json", "checked", "pass"),
        ("报送/单位0/2.json", "checked", "pass"),
        ("报送/单位1/1.json", "checked", "pass"),
        ("报送/坏.xlsx", "unread", "fail"),
        ("报送/说明.txt", "passed-over", None),
        ("报送/错.json", "checked", "fail"),
    ]
    assert [v["reason"] for v in verdicts[1:] if v["reason"]] == ["里面没有自评表的栏目"]
    findings = lines(tmp_path / "结果" / "findings.jsonl")
    assert [(f["path"], f["code"]) for f in findings[1:]] == [
        ("报送/坏.xlsx", "RD001"),
        ("报送/错.json", "FD002"),
    ]


def test_a_page_for_every_file_with_a_finding(call: Call, tmp_path: Path) -> None:
    call(*GATE)
    folder = tmp_path / "结果"
    assert [p.name for p in sorted(folder.rglob("*.html"))] == ["index.html", "错.json.html"]
    index = (folder / "index.html").read_text(encoding="utf-8")
    assert 'href="pages/%E9%94%99.json.html"' in index
    assert "FD002" in (folder / "pages" / "错.json.html").read_text(encoding="utf-8")
    written(tmp_path / "报送" / "错.json")
    call(*GATE)
    assert [p.name for p in sorted(folder.rglob("*.html"))] == ["index.html"]


def test_an_annotated_copy_of_what_fails(call: Call, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    from tests.text_forms import draw
    from tests.writing.formats import WRITERS

    (tmp_path / "报送" / "错.xlsx").write_bytes(
        WRITERS["xlsx"](draw(None, {"funds.total.rate": "97.88%"}))
    )
    call("gate", "报送", "-o", "结果", "--cache", "缓存.sqlite", "-q")
    copies = tmp_path / "结果" / "annotated"
    # Files of one name and two formats keep a copy each.
    assert sorted(path.name for path in copies.iterdir()) == ["错.json.xlsx", "错.xlsx"]
    book = load_workbook(copies / "错.xlsx")
    assert book.sheetnames[0] == "检查结果"
    said = [c.comment.text for sheet in book for row in sheet for c in row if c.comment]
    assert any("FD002" in text for text in said)


def test_a_notice_to_each_unit_with_something_returned(call: Call, tmp_path: Path) -> None:
    from docx import Document

    written(tmp_path / "报送" / "别家.json", {"unit": "江北县公路局", "project": "桥梁检测"})
    call(*GATE, "--bureau", "临港县财政局", "--deadline", "2026-12-10")
    folder = tmp_path / "结果" / "notices"
    assert sorted(path.name for path in folder.iterdir()) == [
        "临港县康复中心-退回修改意见.docx",
        "（未写单位）-退回修改意见.docx",
    ]
    letter = Document(str(folder / "临港县康复中心-退回修改意见.docx"))
    said = "\n".join(paragraph.text for paragraph in letter.paragraphs)
    assert "98.88%" in said
    assert "2026年12月10日" in said
    rows = [[cell.text for cell in row.cells] for row in letter.tables[0].rows]
    assert {"错.json", "1.json"} <= {cell for row in rows for cell in row}
    written(tmp_path / "报送" / "错.json", {"project": "项目9"})
    call(*GATE)
    assert [path.name for path in folder.iterdir()] == ["（未写单位）-退回修改意见.docx"]


def test_many_notices_are_written_by_processes(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    call(*GATE)
    here = files_in(tmp_path / "结果" / "notices")
    monkeypatch.setattr("sheetlint.gate.letters._FEW", 0)
    elsewhere = tuple("别处" if part == "结果" else part for part in GATE)
    call(*elsewhere)
    assert here
    assert files_in(tmp_path / "别处" / "notices") == here


def test_a_page_that_cannot_be_written_is_said(call: Call, tmp_path: Path) -> None:
    call(*GATE)
    pages = tmp_path / "结果" / "pages"
    (pages / "错.json.html").unlink()
    pages.rmdir()
    pages.touch()
    ran = call(*GATE)
    assert ran.status == status.FAILED
    assert "报送/错.json: 无法写入 pages/错.json.html：路径里有一段不是文件夹" in ran.err
    assert (tmp_path / "结果" / "index.html").is_file()
    pages.unlink()
    assert call(*GATE).status == status.FINDINGS
    assert (pages / "错.json.html").is_file()


def test_the_record(call: Call, tmp_path: Path) -> None:
    (tmp_path / "sheetlint.toml").write_text(
        '[[waivers]]\ncode = "FD002"\nreason = "已核实"\nby = "李明"\nuntil = 2026-12-31\n',
        encoding="utf-8",
    )
    call(*GATE, "--ignore", "NT014")
    record = loads((tmp_path / "结果" / "run.json").read_text(encoding="utf-8"))
    assert record["schema"] == "sheetlint-run/1"
    assert (record["date"], record["configuration"]["ignore"]) == ("2026-11-24", ["BT", "NT014"])
    assert record["counts"] == {
        "found": 6,
        "checked": 4,
        "unread": 1,
        "passed_over": 1,
        "failed": 1,
    }
    assert record["waivers"] == [
        {
            "code": "FD002",
            "fingerprint": None,
            "file": None,
            "reason": "已核实",
            "by": "李明",
            "until": "2026-12-31",
            "covered": 1,
        }
    ]
    assert [(p["name"], p["sheets"]) for p in record["profiles"]] == [("national-2020", 4)]
    assert len(record["profiles"][0]["files"][0]["sha256"]) == 64


@pytest.mark.parametrize(
    "more", [(), ("--no-cache",), ("--jobs", "1"), ("--jobs", "3"), ("--cache", "另一个.sqlite")]
)
def test_the_same_bytes_however_it_runs(more: tuple[str, ...], call: Call, tmp_path: Path) -> None:
    call(*GATE)
    once = files_in(tmp_path / "结果")
    assert call(*GATE, *more).status == status.FINDINGS
    assert files_in(tmp_path / "结果") == once


def test_results_among_the_submissions_are_no_submissions(call: Call, tmp_path: Path) -> None:
    out = ("gate", "报送", "-o", "报送/结果", "--cache", "缓存.sqlite", "-q", "--no-annotate")
    call(*out)
    once = files_in(tmp_path / "报送" / "结果")
    assert call(*out) == (status.FINDINGS, "", "")
    assert files_in(tmp_path / "报送" / "结果") == once


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("报送", "-o", "别的"), status.USAGE, "别的 里有别的文件"),
        (("报送", "-o", "报送"), status.USAGE, "报送 里有别的文件"),
        (("报送/单位0", "-o", "报送"), status.USAGE, "报送 里有别的文件"),
        (("报送", "-o", "报送/错.json"), status.USAGE, "不能写入 报送/错.json"),
        (("报送", "-o", "结果", "--jobs", "0"), status.USAGE, "--jobs 0"),
        (("报送", "-o", "结果", "--jobs", "many"), status.USAGE, "--jobs many"),
        (("报送", "-o", "结果", "--date", "昨天"), status.USAGE, "昨天"),
        (("-", "-o", "结果"), status.USAGE, "不能用 -"),
        (("没有", "-o", "结果"), status.NO_INPUT, "没有"),
        (("报送",), status.USAGE, "请用 -o 指定"),
    ],
)
def test_refused(
    arguments: tuple[str, ...], code: int, said: str, call: Call, tmp_path: Path
) -> None:
    (tmp_path / "别的").mkdir()
    (tmp_path / "别的" / "重要.docx").touch()
    ran = call("gate", *arguments, "--cache", "缓存.sqlite")
    assert (ran.status, ran.out) == (code, "")
    assert said in ran.err


def test_what_is_found_across_sheets(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "报送" / "又一份.json", {"project": "项目1"})
    ran = call(*GATE[:-2], "--select", "BT001,FD002", "--format", "concise", "-q")
    assert ran.status == status.FINDINGS
    assert [line.split(" ")[1] for line in ran.out.splitlines()] == ["FD002", "BT001"]
    report = loads((tmp_path / "结果" / "report.json").read_text(encoding="utf-8"))
    assert [found["code"] for found in report["batch"]] == ["BT001"]
    assert "BT001" in (tmp_path / "结果" / "index.html").read_text(encoding="utf-8")
    findings = lines(tmp_path / "结果" / "findings.jsonl")
    assert [(f["path"], f["code"]) for f in findings[1:]] == [
        ("报送/错.json", "FD002"),
        (None, "BT001"),
    ]
    listed = openpyxl.load_workbook(tmp_path / "结果" / "问题清单.xlsx").worksheets[0]
    assert [(row[4], row[7]) for row in listed.iter_rows(min_row=2, values_only=True)] == [
        ("错.json", "FD002"),
        ("单位1/1.json", "BT001"),
    ]
    assert listed["C3"].value == "项目1"


@pytest.mark.parametrize("kind", ["json", "sarif", "gitlab", "junit", "markdown", "csv", "jsonl"])
def test_printed_instead_of_a_folder(kind: str, call: Call) -> None:
    ran = call("gate", "报送", "--format", kind, "--ignore", "BT", "--no-cache", "-q")
    assert (ran.status, ran.err) == (status.FINDINGS, "")
    assert ran.out == call("check", "报送", "--format", kind).out


def test_reports_besides_the_folder(call: Call, tmp_path: Path) -> None:
    call(*GATE, "--also", "sarif=a.sarif", "--also", "gitlab=b.json", "-q")
    assert '"2.1.0"' in (tmp_path / "a.sarif").read_text(encoding="utf-8")
    assert len(loads((tmp_path / "b.json").read_text(encoding="utf-8"))) == 2


def test_only_what_git_tracks(call: Call, tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        run(["git", "-C", str(tmp_path / "报送"), *arguments], check=True, capture_output=True)

    git("init", "--quiet")
    git("add", "错.json", "单位0")
    gate = ("gate", "报送", "--tracked", "--format", "concise", "--ignore", "BT", "--no-cache")
    ran = call(*gate)
    assert [line.split(":")[0] for line in ran.out.splitlines()] == ["报送/错.json"]
    assert "共 3 个文件" in ran.err


def test_no_repository(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    ran = call("gate", "报送", "--tracked", "--format", "concise")
    assert (ran.status, ran.out) == (status.USAGE, "")
    assert "报送 不在 git 仓库里" in ran.err


def test_all_is_well(call: Call, tmp_path: Path) -> None:
    ran = call(
        "gate",
        "报送/单位0",
        "-o",
        "结果",
        "--cache",
        "缓存.sqlite",
        "--lang",
        "en",
        "--ignore",
        "BT",
    )
    assert ran.status == status.OK
    assert "sheets: 2; pass: 2, fail: 0; errors: 0, warnings: 0, infos: 0" in ran.err


def test_no_place_for_what_is_kept(call: Call, tmp_path: Path) -> None:
    (tmp_path / "文件").touch()
    ran = call("gate", "报送", "-o", "结果", "--cache", "文件/缓存.sqlite")
    assert ran.status == status.FINDINGS
    assert "检查结果存不下来" in ran.err


def test_what_is_kept_lies_with_the_user(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    call("gate", "报送", "-o", "结果")
    assert (tmp_path / "cache" / "sheetlint" / "results.sqlite").is_file()
    call("gate", "报送", "-o", "结果二", "--no-cache")
    assert not [name for name in files_in(tmp_path / "结果二") if name.endswith("sqlite")]


def test_a_full_disk(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What finds no room is said, one by one, and what does is there."""
    from sheetlint.gate import documents

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(documents, "finding_line", full)
    ran = call(*GATE)
    assert ran.status == status.FAILED
    assert "错误：无法写入 结果/report.json：磁盘空间不够" in ran.err
    names = sorted(path.name for path in (tmp_path / "结果").iterdir())
    assert names == [
        ".sheetlint.lock",
        "index.html",
        "notices",
        "outputs.jsonl",
        "pages",
        "run.json",
        "问题清单.xlsx",
    ]
