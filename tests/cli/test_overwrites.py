"""An output never costs an input, nor somebody else's file: every command by every name of the file."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import NamedTuple

import pytest

from sheetlint.cli import status
from tests.annotate.workbooks import packed, parts, plain
from tests.cli.conftest import Call
from tests.cli.test_fix import made
from tests.run.documents import WRONG_RATE, written

RATE = ("--select", "FD002")


class Command(NamedTuple):
    """A command with its source and its output left out: ``{}`` and ``OUT``."""

    line: tuple[str, ...]
    suffix: str
    passes: int
    """The exit status where the output is written."""
    marked: bool = False
    """Nobody edits such a file by hand."""


COMMANDS = {
    "check": Command(("check", "{}", *RATE, "-o", "OUT"), ".txt", status.FINDINGS),
    "check --format": Command(
        ("check", "{}", *RATE, "--format", "json", "-o", "OUT"), ".txt", status.FINDINGS, True
    ),
    "check workbook": Command(("{}", *RATE, "-o", "xlsx=OUT"), ".xlsx", status.FINDINGS),
    "check page": Command(("{}", *RATE, "-o", "html=OUT"), ".html", status.FINDINGS, True),
    "check log": Command(("{}", *RATE, "-o", "sarif=OUT"), ".sarif", status.FINDINGS, True),
    "check lines": Command(("{}", *RATE, "-o", "OUT"), ".jsonl", status.FINDINGS, True),
    "check code quality": Command(
        ("{}", *RATE, "-o", "gitlab=OUT"), ".json", status.FINDINGS, True
    ),
    "check tests": Command(("{}", *RATE, "-o", "OUT"), ".xml", status.FINDINGS, True),
    "baseline": Command(("baseline", "{}", *RATE, "-o", "OUT"), ".json", status.OK, True),
    "annotate": Command(("annotate", "{}", *RATE, "-o", "OUT"), ".xlsx", status.FINDINGS),
    "fix": Command(("fix", "{}", "--unsafe", "-o", "OUT"), ".txt", status.OK),
    "notice": Command(("notice", "{}", *RATE, "-o", "OUT"), ".docx", status.FINDINGS),
    "notice --template-out": Command(
        ("notice", "{}", *RATE, "-o", "意见/", "--template-out", "OUT"), ".docx", status.FINDINGS
    ),
    "gate --also": Command(
        ("gate", "{}", "--no-cache", "--also", "csv=OUT"), ".csv", status.FINDINGS
    ),
}
CHECKING = pytest.mark.parametrize("name", [name for name in COMMANDS if name != "gate --also"])
"""The gate starts processes: once is enough."""


def fill(command: Command, source: str, out: str) -> list[str]:
    return [part.replace("OUT", out).replace("{}", source) for part in command.line]


@pytest.mark.parametrize("force", [(), ("--force",)])
@pytest.mark.parametrize("name", COMMANDS)
def test_never_onto_the_source(name: str, force: tuple[str, ...], call: Call) -> None:
    command = COMMANDS[name]
    source = made(Path(f"表{command.suffix}"))
    before = source.read_bytes()
    hard, link = f"硬{command.suffix}", f"软{command.suffix}"
    os.link(source, hard)
    os.symlink(source, link)
    present = sorted(os.listdir())
    for out in (str(source), f"./{source}", str(source.absolute()), hard, link):
        ran = call(*fill(command, str(source), out), *force)
        assert (ran.status, ran.out) == (status.USAGE, ""), out
        assert out in ran.err
        assert "不能覆盖（加 --force 也不行）" in ran.err or "就是要检查的原文件" in ran.err
    assert source.read_bytes() == before
    assert sorted(os.listdir()) == present


@CHECKING
def test_over_what_is_there_only_as_it_was_written(name: str, call: Call) -> None:
    command = COMMANDS[name]
    source, out = made(Path("表.txt")), Path(f"出{command.suffix}")
    line = fill(command, str(source), str(out))
    out.write_bytes(b"mine")
    refused = call(*line)
    assert (refused.status, refused.out, out.read_bytes()) == (status.USAGE, "", b"mine")
    assert f"{out} 已经存在，而且不是本工具写的" in refused.err
    assert call(*line, "--force").status == command.passes
    whole = out.read_bytes()
    assert whole != b"mine"
    assert call(*line).status == command.passes
    out.write_bytes(whole + b"\n")
    edited = call(*line)
    assert edited.status == (command.passes if command.marked else status.USAGE)
    assert (out.read_bytes() == whole + b"\n") is not command.marked
    assert call(*line, "--force").status == command.passes


@CHECKING
def test_nothing_is_written_through_a_link(name: str, call: Call) -> None:
    command = COMMANDS[name]
    source = made(Path("表.txt"))
    for target in ("别处", "没有"):
        Path("别处").write_bytes(b"mine")
        link = f"{target}{command.suffix}"
        os.symlink(target, link)
        ran = call(*fill(command, str(source), link), "--force")
        assert (ran.status, ran.out) == (status.USAGE, "")
        assert "是一个链接，不通过链接写入" in ran.err
        assert Path("别处").read_bytes() == b"mine"
        assert not Path("没有").exists()


def test_the_gate_writes_besides_its_folder_by_the_same_rules(call: Call) -> None:
    command = COMMANDS["gate --also"]
    source, out = made(Path("表.txt")), Path("出.csv")
    line = fill(command, str(source), str(out))
    out.write_bytes(b"mine")
    assert (call(*line).status, out.read_bytes()) == (status.USAGE, b"mine")
    ran = call(*line, "--force")
    assert ran.status == status.FINDINGS
    assert "\n已写出 出.csv（csv，" in ran.err


def test_the_folder_of_the_gate_is_no_place_for_other_reports(call: Call) -> None:
    made(Path("表.txt"))
    ran = call("gate", "表.txt", "-o", "结果", "--also", "csv=./结果/report.json", "--force")
    assert (ran.status, os.path.exists("结果")) == (status.USAGE, False)
    assert "在结果文件夹 结果 里" in ran.err


def test_a_form_is_replaced_as_long_as_nobody_has_filled_it_in(call: Call) -> None:
    assert call("new").status == status.OK
    assert call("new", "--rows", "2").status == status.OK
    with open("自评表.xlsx", "ab") as file:
        file.write(b"filled in")
    assert call("new").status == status.USAGE
    assert call("new", "--force").status == status.OK


# ── what else a command reads ───────────────────────────────────────────────────────────────────


@pytest.fixture
def bureau(call: Call) -> Path:
    """A folder with everything that a command may read besides the sheets."""
    written(Path("错.json"), WRONG_RATE)
    Path("sheetlint.toml").write_text(
        'profiles = ["places"]\nbaseline = "旧.json"\n[notice]\ntemplate = "模板.docx"\n',
        encoding="utf-8",
    )
    assert (
        call("--isolated", "baseline", "错.json", "--ignore", "FD002", "-o", "旧.json").status == 0
    )
    assert call("--isolated", "notice", "--template-out", "模板.docx").status == 0
    Path("places").mkdir()
    assert call("profiles", "new", "own", "--from", "national-2020").status == 0
    return Path()


@pytest.mark.parametrize("out", ["sheetlint.toml", "旧.json", "places/own.toml"])
def test_never_onto_what_configures_the_run(out: str, bureau: Path, call: Call) -> None:
    before = Path(out).read_bytes()
    for line in (("错.json", "-o", out), ("annotate", "错.json", "-o", out)):
        ran = call(*line, "--force")
        assert (ran.status, ran.out) == (status.USAGE, "")
        assert f"{out} 是这次要读的文件" in ran.err
    assert Path(out).read_bytes() == before


def test_never_onto_the_template_in_use(bureau: Path, call: Call) -> None:
    ran = call("notice", "错.json", "-o", "模板.docx", "--force", "--config", "sheetlint.toml")
    assert ran.status == status.USAGE
    assert "模板.docx 是这次要读的文件" in ran.err


def test_the_baseline_itself_is_written_again(bureau: Path, call: Call) -> None:
    """Though the configuration names it: it is what the command is for."""
    for more in ((), ("--prune",)):
        assert call("baseline", "错.json", "-o", "旧.json", *more).status == status.OK


@pytest.mark.parametrize("option", ["--roster", "--summary", "--targets", "--last-year"])
def test_never_onto_an_input_of_the_gate(option: str, call: Call) -> None:
    written(Path("错.json"), WRONG_RATE)
    written(Path("目标/甲.json"))
    Path("名单.csv").write_text("单位\n甲\n", encoding="utf-8")
    folder = option in ("--targets", "--last-year")
    given, out = ("目标", "目标/甲.json") if folder else ("名单.csv", "名单.csv")
    ran = call("gate", "错.json", option, given, "--also", f"csv={out}", "--force", "--no-cache")
    assert (ran.status, ran.out) == (status.USAGE, "")


@pytest.mark.parametrize("name", ["错.json", "别的.txt"])
def test_the_cache_of_the_gate_replaces_no_file(name: str, call: Call) -> None:
    """A workbook would be taken for a damaged cache and begun anew."""
    written(Path("错.json"), WRONG_RATE)
    Path("别的.txt").write_bytes(b"mine")
    before = Path(name).read_bytes()
    ran = call("gate", "错.json", "--format", "json", "--cache", name)
    assert (ran.status, ran.out) == (status.USAGE, "")
    assert f"--cache {name} 不是本工具存放检查结果的文件" in ran.err
    assert Path(name).read_bytes() == before


# ── outputs among what is checked ───────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "out", ["材料/报告.html", "材料/报告.json", "材料/报告.xlsx", "材料/报告.csv"]
)
def test_a_report_may_lie_in_the_folder_that_is_checked(out: str, call: Call) -> None:
    written(Path("材料/错.json"), WRONG_RATE)
    first = call("材料", "--select", "FD002", "-o", out, "--format", "json", "-o", "json=结果")
    before = Path("结果").read_bytes()
    again = call("材料", "--select", "FD002", "-o", out, "--format", "json", "-o", "json=结果")
    assert again == first
    # It is not checked itself.
    assert Path("结果").read_bytes() == before


def test_a_sheet_in_the_folder_is_no_place_for_a_report(call: Call) -> None:
    sheet = written(Path("材料/错.json"), WRONG_RATE)
    before = sheet.read_bytes()
    ran = call("材料", "-o", "材料/错.json", "--force")
    assert (ran.status, sheet.read_bytes()) == (status.USAGE, before)


def test_a_corrected_copy_is_no_place_for_a_report(call: Call) -> None:
    made(Path("表.txt"))
    assert call("fix", "表.txt", "--unsafe", "-o", "材料/改好.txt").status == status.OK
    assert call("材料", "-o", "材料/改好.txt", "--force").status == status.USAGE
    assert call("表.txt", "-o", "材料/改好.txt").status == status.USAGE


@pytest.mark.parametrize("others", [("-o", "./a"), ("-o", "html=A"), ("-o", "json=b")])
def test_one_file_for_one_report(others: tuple[str, ...], call: Call) -> None:
    written(Path("错.json"), WRONG_RATE)
    Path("a").write_bytes(b"")
    os.link("a", "b")
    ran = call("错.json", "-o", "csv=a", *others, "--force")
    assert (ran.status, ran.out) == (status.USAGE, "")
    assert "同一个文件" in ran.err


# ── what is said ────────────────────────────────────────────────────────────────────────────────


def test_what_was_written_is_said_once_and_not_to_the_quiet(call: Call) -> None:
    written(Path("好.json"))
    ran = call(
        "好.json", "--lang", "en", "-o", "a.csv", "-o", "html=报告.html", "-o", "csv=/dev/null"
    )
    kinds = [line.rpartition(",")[0] for line in ran.err.splitlines()]
    assert kinds == ["wrote a.csv (csv", "wrote 报告.html (html"]
    assert call("好.json", "-q", "-o", "a.csv").err == ""


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_written_to_and_never_read(call: Call) -> None:
    written(Path("好.json"))
    os.mkfifo("管道")
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(Path("管道").read_bytes()), daemon=True)
    reader.start()
    assert call("好.json", "-o", "csv=管道").err == ""
    reader.join(10)
    assert got[0].startswith("\ufeff文件,".encode())


@pytest.mark.parametrize("command", [("annotate", "--all"), ("fix",)])
def test_what_a_copy_has_from_its_file_is_said(command: tuple[str, ...], call: Call) -> None:
    linked = {**parts(plain()), "xl/externalLinks/externalLink1.xml": b"<externalBook/>"}
    Path("表.xlsx").write_bytes(packed(linked))
    line = (*command, "表.xlsx", "-o", "副本.xlsx", "--force")
    assert "副本.xlsx 保留了原文件里的指向其他文件的链接；信得过来源才启用" in call(*line).err
    assert call(*line, "-q").err == ""


def test_copies_of_many_files_go_on_past_one_that_cannot_be_written(call: Call) -> None:
    for unit in ("甲", "乙"):
        made(Path(f"材料/{unit}.txt"))
    Path("改好").mkdir()
    Path("改好/甲.txt").write_bytes(b"mine")
    ran = call("fix", "材料", "--unsafe", "-o", "改好")
    assert ran.status == status.FAILED
    assert "改好/甲.txt 已经存在" in ran.err
    assert Path("改好/甲.txt").read_bytes() == b"mine"
    assert Path("改好/乙.txt").exists()
