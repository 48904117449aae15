"""``--format`` and ``--output``: which reports are written where, and what is refused."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from json import loads
from pathlib import Path
from typing import Any

import pytest

from sheetlint.cli import status
from sheetlint.cli.options import DisplayOptions
from sheetlint.cli.outputs import CommandOutputs
from sheetlint.cli.report_writer import ReportWriter, RequestedReports
from sheetlint.cli.start import main
from sheetlint.config.output_formats import OUTPUT_FORMATS, OutputFormat, format_of_path
from sheetlint.run.results import FileReport
from sheetlint.system.output_files import OutputFiles
from tests.cli.conftest import Call
from tests.report.samples import BAD, GOOD, OTHER
from tests.run.documents import WRONG_RATE, written

RATE = ("--select", "FD002")


@pytest.fixture(autouse=True)
def sheets(tmp_path: Path) -> None:
    written(tmp_path / "好.json")
    written(tmp_path / "错.json", WRONG_RATE)
    (tmp_path / "空").mkdir()


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


# ── which kind goes where ───────────────────────────────────────────────────────────────────────


def test_a_kind_with_a_file_is_one_report_more(call: Call, tmp_path: Path) -> None:
    ran = call(
        "错.json", *RATE, "--output", "csv=问题.csv", "-o", "json=报告.txt", "-o", "sarif=a=b.sarif"
    )
    assert loads(read(tmp_path / "a=b.sarif"))["version"] == "2.1.0"
    assert ran.status == status.FINDINGS
    assert ran.out.startswith("✗ 不通过")
    assert read(tmp_path / "问题.csv").startswith("\ufeff文件,")
    assert loads(read(tmp_path / "报告.txt"))["schema"] == "sheetlint-report/1"


def test_a_page_and_a_log_and_what_is_printed_in_one_run(call: Call, tmp_path: Path) -> None:
    line = ("错.json", *RATE, "--format", "full")
    ran = call(*line, "--output", "html=报告.html", "--output", "sarif=报告.sarif")
    assert ran[:2] == call(*line)[:2]
    assert [line.partition("（")[0] for line in ran.err.splitlines()] == [
        "已写出 报告.html",
        "已写出 报告.sarif",
    ]
    assert "FD002" in read(tmp_path / "报告.html")
    (run,) = loads(read(tmp_path / "报告.sarif"))["runs"]
    assert [result["ruleId"] for result in run["results"]] == ["FD002"]


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("a.json", '{\n  "schema": "sheetlint-report/1"'),
        ("a.JSONL", '{"schema": "sheetlint-report-lines/1"'),
        ("a.csv", "\ufeff文件,"),
        ("a.sarif", '{\n  "$schema": "https://docs.oasis-open.org/sarif/'),
        ("a.xml", '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="sheetlint" tests="1"'),
        ("a.html", "<!DOCTYPE html>"),
        ("a.md", "### ✗ 不通过：1 个文件"),
        ("a.txt", "✗ 不通过"),
        ("a", "✗ 不通过"),
        ("不是种类.csv=1", "✗ 不通过"),
        ("./csv=1", "✗ 不通过"),
    ],
)
def test_a_plain_file_takes_what_would_be_printed(
    name: str, begins: str, call: Call, tmp_path: Path
) -> None:
    ran = call("错.json", *RATE, "-o", name)
    assert (ran.status, ran.out) == (status.FINDINGS, "")
    assert ran.err.startswith(f"已写出 {name.removeprefix('csv=')}（")
    assert read(tmp_path / name).startswith(begins)


def test_the_kind_asked_for_comes_before_the_suffix(call: Call, tmp_path: Path) -> None:
    call("错.json", *RATE, "--format", "concise", "-o", "a.json")
    assert read(tmp_path / "a.json").startswith("错.json:")


def test_the_suffix_comes_before_the_configuration(call: Call, tmp_path: Path) -> None:
    (tmp_path / "sheetlint.toml").write_text('format = "concise"\n', encoding="utf-8")
    call("错.json", *RATE, "-o", "a.json", "-o", "b")
    assert read(tmp_path / "a.json").startswith("{")
    assert read(tmp_path / "b").startswith("错.json:")


def test_every_text_can_be_printed_and_written_alike(call: Call, tmp_path: Path) -> None:
    for kind, output in OUTPUT_FORMATS.items():
        if output.binary:
            continue
        printed = call("错.json", "好.json", *RATE, "--format", kind)
        call("错.json", "好.json", *RATE, "--output", f"{kind}=out")
        assert (printed.status, printed.err) == (status.FINDINGS, ""), kind
        assert read(tmp_path / "out") == printed.out, kind


def test_quiet_is_about_what_people_read(call: Call, tmp_path: Path) -> None:
    ran = call("-q", "好.json", *RATE, "-o", "csv=a.csv")
    assert (ran.status, ran.out) == (status.OK, "")
    assert read(tmp_path / "a.csv").startswith("\ufeff")
    assert call("-q", "好.json", "--format", "gitlab").out == "[]\n"


# ── what is refused ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("-o", "xml=a"), "--output xml=a：种类可以是 full、concise、json"),
        (("-o", "csv="), "--output csv=：种类可以是"),
        (("-o", "csv=a", "-o", "json=a"), "--output 把两份报告写到了同一个文件"),
        (("-o", "csv=a", "-o", "./b/../a"), "--output 把两份报告写到了同一个文件"),
        (("--format", "pdff"), "pdff"),
    ],
)
def test_refused_before_any_work(arguments: tuple[str, ...], words: str, call: Call) -> None:
    ran = call("错.json", *arguments)
    assert (ran.status, ran.out) == (status.USAGE, "")
    assert words in ran.err
    assert not Path("a").exists()


def test_bytes_are_not_printed(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(OUTPUT_FORMATS, "csv", OutputFormat("csv", binary=True))
    ran = call("错.json", "--format", "csv")
    assert (ran.status, ran.out) == (status.USAGE, "")
    assert "csv 不能打印在屏幕上，请用 -o 写入文件" in ran.err
    assert call("错.json", "--format", "csv", "-o", "a").status == status.FINDINGS


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no such device here")
def test_a_file_that_cannot_be_written_does_not_cost_the_others(call: Call, tmp_path: Path) -> None:
    ran = call("错.json", *RATE, "-o", "json=/dev/full", "-o", "gitlab=b")
    assert ran.status == status.FAILED
    assert ran.out.startswith("✗ 不通过")
    assert loads(read(tmp_path / "b"))[0]["severity"] == "major"
    assert ran.err.startswith("错误：无法写入 /dev/full：磁盘空间不够\n已写出 b（gitlab，")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b", "好.json", "空", "错.json"]


@pytest.mark.parametrize("place", ["没有/a", "空", "错.json/a", "长" * 100])
def test_what_cannot_be_written_is_known_before_the_work(
    place: str, call: Call, tmp_path: Path
) -> None:
    ran = call("错.json", *RATE, "-o", "gitlab=b", "-o", f"csv={place}")
    assert (ran.status, ran.out) == (status.USAGE, "")
    assert f"错误：无法写入 {place}：" in ran.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["好.json", "空", "错.json"]


# ── nothing to check ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", ["空", "没有.json"])
def test_where_nothing_was_checked_nothing_has_passed(path: str, call: Call) -> None:
    """Also where the finding about the missing file is switched off."""
    for arguments in ((path,), (path, "--ignore", "RD")):
        ran = call(*arguments, "--format", "json")
        assert ran.status == status.NO_INPUT
        assert loads(ran.out)["summary"]["verdict"] == "fail"
        last = call(*arguments, "--format", "jsonl").out.splitlines()[-1]
        assert loads(last)["summary"]["verdict"] == "fail"


def test_a_hook_that_is_given_other_files_passes(call: Call, tmp_path: Path) -> None:
    (tmp_path / "说明.txt").write_text("购物清单", encoding="utf-8")
    ran = call("说明.txt", "--only-sheets", "--format", "json")
    assert ran.status == status.OK
    assert loads(ran.out)["summary"]["verdict"] == "pass"


# ── file by file ────────────────────────────────────────────────────────────────────────────────


def delivery(*files: tuple[str, str]) -> ReportWriter:
    outputs = CommandOutputs(OutputFiles(), "zh")
    return ReportWriter(
        RequestedReports("jsonl", files), "zh", False, DisplayOptions(no_color=True), outputs
    )


def test_each_file_is_said_before_the_next_is_looked_at(
    capsys: pytest.CaptureFixture[str],
) -> None:
    said: list[list[str]] = []

    def checked() -> Iterator[FileReport]:
        for file in (GOOD, OTHER, BAD):
            yield file
            said.append([next(iter(loads(line))) for line in capsys.readouterr().out.splitlines()])

    assert list(delivery().print_along(checked(), "")) == [GOOD, OTHER, BAD]
    # The head comes with the first line, and a file that was passed over has none.
    assert said == [["schema", "file"], [], ["file"]]


class Left(io.StringIO):
    """A standard output whose reader has gone."""

    def write(self, text: str) -> int:
        raise BrokenPipeError

    def fileno(self) -> int:
        return os.open(os.devnull, os.O_WRONLY)


def test_no_work_for_a_reader_who_has_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Left())
    assert list(delivery().print_along(iter((GOOD, BAD)), "")) == [GOOD]
    assert list(delivery(("csv", "a.csv")).print_along(iter((GOOD, BAD)), "")) == [GOOD, BAD]


def test_files_that_were_not_checked_any_more_are_no_pass(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    one, two = (str(written(tmp_path / name)) for name in ("1.json", "2.json"))
    monkeypatch.setattr(sys, "stdout", Left())
    assert main(["--lang", "en", "--format", "jsonl", one, two]) == status.FAILED
    assert capsys.readouterr().err == (
        "the program that reads the result ended early; the other files were not checked\n"
    )
    assert main(["--format", "jsonl", one]) == status.OK


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    for number in range(40):
        written(tmp_path / "多" / f"{number}.json", WRONG_RATE)
    line = [sys.executable, "-m", "sheetlint", "多", "--format", "jsonl"]
    with subprocess.Popen(
        line, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ)
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        head: Any = loads(process.stdout.readline())
        process.stdout.close()
        assert process.stderr.read() == b""
    assert head["schema"] == "sheetlint-report-lines/1"
    assert process.returncode == status.FINDINGS


def test_a_console_of_another_encoding_gets_no_mark_of_utf8(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call("错.json", "--format", "csv").out[0] == "\ufeff"
    console = io.TextIOWrapper(io.BytesIO(), encoding="gbk")
    monkeypatch.setattr(sys, "stdout", console)
    call("错.json", "--format", "csv")
    console.seek(0)
    assert console.read().startswith("文件,")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow no such names")
@pytest.mark.parametrize(
    "name", [b"\xff\xfe.json", b"%0A::error::\n::warning::.json", b'=1+1,"<b>|`@a`.json', b"-.json"]
)
def test_whatever_a_file_is_called(name: bytes, call: Call, tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path / "材料")
    os.mkdir(folder)
    with open(os.path.join(folder, name), "wb") as file:
        file.write((tmp_path / "错.json").read_bytes())
    for kind in (name for name, output in OUTPUT_FORMATS.items() if not output.binary):
        ran = call("材料", *RATE, "--format", kind)
        assert (ran.status, ran.err) == (status.FINDINGS, ""), kind
        assert "FD002" in ran.out, kind
        ran.out.encode()


# ── names of files ──────────────────────────────────────────────────────────────────────────────


def test_no_two_kinds_mean_the_same_name() -> None:
    for output in OUTPUT_FORMATS.values():
        for suffix in output.suffixes:
            assert format_of_path(f"报告{suffix}") == output
            assert format_of_path(f"报告{suffix.upper()}") == output
