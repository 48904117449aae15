"""``sheetlint check``: what it prints, and the exit status."""

from __future__ import annotations

import io
import signal
import sys
from json import loads
from pathlib import Path
from typing import Any

import pytest

from sheetlint import readers
from sheetlint.cli import check, status
from sheetlint.readers import Limits, read
from sheetlint.sheet.tables import Document
from sheetlint.system.interruption import Interrupted
from tests.cli.conftest import Call
from tests.run.documents import WRONG_RATE, document, written


@pytest.fixture(autouse=True)
def sheets(tmp_path: Path) -> None:
    written(tmp_path / "好 的.json")
    written(tmp_path / "错.json", WRONG_RATE)
    written(tmp_path / "材料" / "错.json", WRONG_RATE)
    (tmp_path / "空").mkdir()
    (tmp_path / "说明.txt").write_text("购物清单", encoding="utf-8")


def test_pass(call: Call) -> None:
    ran = call("好 的.json")
    assert ran.status == status.OK
    assert ran.out.startswith("✓ 通过  好 的.json：1 张自评表")
    assert ran.err == ""


def test_fail(call: Call) -> None:
    ran = call("check", "错.json")
    assert ran.status == status.FINDINGS
    assert ran.out.splitlines()[0].startswith("✗ 不通过  错.json：1 张自评表、1 个错误")
    assert "执行率 97.88% 计算有误，应为 98.88%" in ran.out


def test_concise(call: Call) -> None:
    ran = call("错.json", "--format", "concise", "--select", "FD002")
    assert ran.out.startswith("错.json:")
    assert ran.out.endswith(": FD002 rate-mismatch 执行率 97.88% 计算有误，应为 98.88%\n")
    assert ran.out.count("\n") == 1


def test_concise_says_nothing_on_success(call: Call) -> None:
    assert call("好 的.json", "--format", "concise") == (0, "", "")


def test_quiet(call: Call) -> None:
    assert call("-q", "好 的.json") == (0, "", "")
    failed = call("-q", "错.json", "--select", "FD002")
    assert failed.status == status.FINDINGS
    assert failed.out.count("\n") == 1
    assert call("-q", "错.json", "--ignore", "ALL") == (0, "", "")


def test_json(call: Call) -> None:
    ran = call("错.json", "--format=json", "--lang", "en", "--select", "FD")
    data = loads(ran.out)
    assert data["schema"] == "sheetlint-report/1"
    assert data["summary"]["verdict"] == "fail"
    assert data["files"][0]["findings"][0]["message"] == "rate 97.88% is wrong: 98.88%"
    assert len(data["tool"]["rules_sha256"]) == 64


def test_json_is_there_when_nothing_was_found(call: Call) -> None:
    data = loads(call("好 的.json", "--format", "json").out)
    assert data["files"][0]["findings"] == []


def test_the_same_input_gives_the_same_bytes(call: Call) -> None:
    assert call(".", "--format", "json").out == call(".", "--format", "json").out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("错.json", "--ignore", "FD002"), status.OK),
        (("错.json", "--ignore", "rate-mismatch"), status.OK),
        (("错.json", "--select", "AR,ID"), status.OK),
        (("错.json", "--select", "AR", "--select", "FD002"), status.FINDINGS),
        (("错.json", "--select", "FD002", "--ignore", "FD"), status.FINDINGS),
        (("材料", "好 的.json"), status.FINDINGS),
        (("好 的.json", "没有.json"), status.FINDINGS),
        (("没有.json",), status.NO_INPUT),
        (("空",), status.NO_INPUT),
        (("说明.txt", "--only-sheets"), status.OK),
        (("说明.txt",), status.FINDINGS),
        (("错.json", "--select", "FD02X"), status.USAGE),
        (("错.json", "--profile", "shangai"), status.USAGE),
        (("错.json", "--config", "没有.toml"), status.USAGE),
        (("错.json", "-o", "没有/报告.txt"), status.USAGE),
        (("--bogus",), status.USAGE),
        (("check",), status.USAGE),
        ((), status.USAGE),
        (("错.json", "--fail-on", "fatal"), status.USAGE),
        (("错.json", "--width", "3"), status.USAGE),
    ],
)
def test_exit_status(arguments: tuple[str, ...], expected: int, call: Call) -> None:
    assert call(*arguments).status == expected


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("错.json", "--select", "FD02X"), "错误：没有检查项 FD02X，是不是 FD002？"),
        (
            ("错.json", "--ignore", "rate-mismach"),
            "没有检查项 rate-mismach，是不是 rate-mismatch？",
        ),
        (("错.json", "--profile", "shangai"), "没有名为 shangai 的口径，是不是 shanghai？"),
        (("空",), "没有找到可检查的自评表文件：空"),
        (("explian",), "是不是想用命令 sheetlint explain？"),
        (("check",), "错误：缺少参数 '路径...'"),
        (("--selct", "FD", "x"), "没有选项 --selct，是不是 --select？"),
    ],
)
def test_complaints_name_what_would_be_right(
    arguments: tuple[str, ...], words: str, call: Call
) -> None:
    assert words in call(*arguments).err


def test_missing_files_leave_the_others_whole(call: Call) -> None:
    ran = call("没有.json", "错.json", "--format", "concise", "--select", "RD,FD002")
    assert [line.split(": ")[1][:5] for line in ran.out.splitlines()] == ["RD001", "FD002"]


def test_fail_on_and_show_are_two_things(call: Call, tmp_path: Path) -> None:
    written(tmp_path / "警告.json", {"indicators.0.score": "19", "indicators.0.note": "无"})
    warned = call("警告.json", "--select", "NT002", "--format", "concise")
    assert warned.status in (status.OK, status.FINDINGS)
    only = ("错.json", "--select", "FD002", "--config", "s.toml")
    (tmp_path / "s.toml").write_text('[severity]\nFD002 = "warning"\n', encoding="utf-8")
    assert call(*only).status == status.OK
    assert call(*only, "--fail-on", "warning").status == status.FINDINGS
    assert call(*only, "--show", "error", "--format", "concise").out == ""


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A reader that comes to no end with 慢.txt; the time is up as soon as it starts."""

    def reading(data: bytes, name: str, limits: Limits) -> Document:
        if name == "慢.txt":
            signal.raise_signal(signal.SIGALRM)
        while name == "慢.txt":
            pass
        return read(data, name, limits)

    monkeypatch.setattr(readers, "read", reading)
    (tmp_path / "慢.txt").write_text("x", encoding="utf-8")


@pytest.mark.usefixtures("endless")
def test_a_file_that_takes_too_long(call: Call) -> None:
    line = ("慢.txt", "说明.txt", "--format", "concise", "--select", "RD", "--max-seconds")
    ran = call(*line, "30")
    assert ran.status == status.FINDINGS
    assert ran.out.splitlines() == [
        "慢.txt:文件: RD001 unreadable-file 文件无法读取：处理超过 30 秒，已停止",
        "说明.txt:文件: RD002 no-sheet-found 文件可以打开，但里面没有找到项目支出绩效自评表",
    ]
    assert "it took more than 30 s and was stopped" in call(*line, "30", "--lang", "en").out


@pytest.mark.usefixtures("endless")
def test_limits_of_the_configuration_and_of_the_line(call: Call, tmp_path: Path) -> None:
    (tmp_path / "sheetlint.toml").write_text(
        '[limits]\nmax_seconds = 40\nmax_size = "1K"\n', encoding="utf-8"
    )
    concise = ("--format", "concise", "--select", "RD")
    assert "处理超过 40 秒" in call("慢.txt", *concise).out
    assert "处理超过 50 秒" in call("慢.txt", *concise, "--max-seconds=50").out
    assert "文件超过 1 KB，太大" in call("错.json", *concise).out
    assert call("错.json", *concise, "-q", "--max-size", "0") == (0, "", "")
    assert "文件超过 9 B，太大" in call("错.json", *concise, "--max-size", "9").out


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="asks /proc")
def test_a_file_that_takes_too_much(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "read", lambda *_: bytes(1 << 40))
    ran = call("说明.txt", "--max-memory", "100M", "--format", "json")
    assert ran.status == status.FINDINGS
    (finding,) = loads(ran.out)["files"][0]["findings"]
    assert finding["message"] == "文件无法读取：处理所需的内存超过 100 MB，已停止"
    assert finding["hint"].endswith("用 --max-memory 放宽（0 为不限）")


def test_files_passed_over_are_counted_and_named_on_demand(call: Call, tmp_path: Path) -> None:
    (tmp_path / "材料" / "说明.txt").write_text("购物清单", encoding="utf-8")
    (tmp_path / "材料" / "~$表.docx").write_bytes(b"\xff\xff\xff")
    assert "另有 2 个文件看不出是自评表，没有检查（-v 逐项列出）" in call("材料").out
    listed = ["材料/~$表.docx：打开文件时留下的锁文件", "材料/说明.txt：里面没有自评表的栏目"]
    verbose = [line.strip() for line in call("材料", "-v").out.splitlines()]
    at = verbose.index("另有 2 个文件看不出是自评表，没有检查")
    assert verbose[at + 1 : at + 3] == listed
    for kind in ("concise", "json"):
        assert call("材料", "--format", kind).err == ""
        ran = call("材料", "--format", kind, "-v")
        assert [line.strip() for line in ran.err.splitlines()] == listed


def test_standard_input(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(document(WRONG_RATE).encode())

    monkeypatch.setattr(sys, "stdin", Stdin)
    ran = call("-", "--format", "concise", "--select", "FD002")
    assert ran.status == status.FINDINGS
    assert ran.out.startswith("-:")


def test_output_file(call: Call, tmp_path: Path) -> None:
    ran = call("错.json", "-o", "报告.txt")
    assert (ran.status, ran.out) == (status.FINDINGS, "")
    text = (tmp_path / "报告.txt").read_text(encoding="utf-8")
    assert text.startswith("✗ 不通过")
    assert "\x1b" not in text


def test_configuration_and_flags(call: Call, tmp_path: Path) -> None:
    (tmp_path / "sheetlint.toml").write_text(
        'select = ["FD002"]\nformat = "concise"\nlang = "en"\n', encoding="utf-8"
    )
    assert "rate 97.88% is wrong" in call("错.json").out
    assert "执行率 97.88%" in call("错.json", "--lang", "zh").out
    assert call("错.json", "--format", "json").out.startswith("{")
    assert call("错.json", "--select", "AR").out == ""


def test_mistakes_in_the_configuration(call: Call, tmp_path: Path) -> None:
    (tmp_path / "sheetlint.toml").write_text('selct = ["FD"]', encoding="utf-8")
    ran = call("错.json")
    assert ran.status == status.USAGE
    assert "selct 没有这个键，是不是 select？" in ran.err
    (tmp_path / "sheetlint.toml").write_text('[severity]\nFD0022 = "off"', encoding="utf-8")
    assert "没有检查项 FD0022，是不是 FD002？" in call("错.json").err


def test_local_checks_and_profiles(call: Call, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "own.py").write_text(
        '"""本地检查"""\n'
        "from sheetlint.rules.check import check, finding\n"
        "from sheetlint.messages.text import Text\n"
        'B = Text("本局", "our bureau")\n'
        '@check("ZZ001", "own", title="Own", severity="error", basis=B)\n'
        "def own(sheet, profile):\n"
        '    yield finding(sheet.unit, Text("单位要核对", "look at the unit"))\n',
        encoding="utf-8",
    )
    (tmp_path / "places").mkdir()
    (tmp_path / "places" / "here.toml").write_text(
        'id = "here"\ntitle = "本地"\nextends = "national-2020"\n', encoding="utf-8"
    )
    (tmp_path / "sheetlint.toml").write_text(
        'checks = ["rules"]\nprofiles = ["places"]\nprofile = "here"\n', encoding="utf-8"
    )
    assert "ZZ001 own 单位要核对" in call("好 的.json", "--format", "concise").out
    assert "口径 here（由用户指定）" in call("好 的.json").out


def test_a_crash_of_the_tool(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    import sheetlint.readers.normalised as normalised

    def broken(*_: Any) -> object:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(normalised, "parse_document", broken)
    ran = call("好 的.json", "--format", "concise")
    assert ran.status == status.FAILED
    assert "SY001" in ran.out


def test_a_crash_outside_of_any_file(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("boom \x1b[31m")

    monkeypatch.setattr(check, "load_setup", broken)
    ran = call("好 的.json")
    assert ran.status == status.FAILED
    assert r"RuntimeError: boom \x1b[31m" in ran.err


def test_an_interruption_that_the_interpreter_hides(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in the making of a class, in Python 3.11."""

    def interrupt(*_: Any, **__: Any) -> None:
        raise RuntimeError("Error calling __set_name__") from Interrupted(signal.SIGTERM)

    monkeypatch.setattr(check, "load_setup", interrupt)
    with pytest.raises(Interrupted) as stop:
        call("好 的.json")
    assert stop.value.status == 143


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("空",), "没有找到可检查的自评表文件：空\n"),
        (("check", "空", "--lang", "en"), "no sheets to check were found in: 空\n"),
        (("杂",), "没有找到可检查的自评表文件：杂（1 个文件看不出是自评表，没有检查）\n"),
        (
            ("杂", "-v"),
            "没有找到可检查的自评表文件：杂（1 个文件看不出是自评表，没有检查）\n"
            "  杂/清单.txt：里面没有自评表的栏目\n",
        ),
    ],
)
def test_nothing_to_check_is_no_pass(
    arguments: tuple[str, ...], said: str, call: Call, tmp_path: Path
) -> None:
    (tmp_path / "杂").mkdir()
    (tmp_path / "杂" / "清单.txt").write_text("购物清单", encoding="utf-8")
    assert call(*arguments) == (status.NO_INPUT, "", said)


def test_files_passed_over_in_a_hook_are_no_pass(call: Call) -> None:
    ran = call("说明.txt", "--only-sheets")
    assert ran == (status.OK, "什么也没有检查：1 个文件都看不出是自评表\n", "")


def test_nothing_to_check_is_still_json(call: Call) -> None:
    ran = call("空", "--format", "json")
    assert ran.status == status.NO_INPUT
    assert loads(ran.out)["files"] == []


@pytest.mark.parametrize(
    "options",
    [
        ("--lang", "en"),
        ("--lang=en",),
        ("--no-color", "--lang", "en"),
        ("--lang", "en", "--width", "80"),
        ("--width=80", "--lang", "en", "-v"),
        ("--lang", "en", "--format", "concise"),
        ("--lang", "en", "--config", "s.toml", "--select", "FD"),
    ],
)
def test_options_before_the_command(options: tuple[str, ...], call: Call, tmp_path: Path) -> None:
    (tmp_path / "s.toml").write_text("", encoding="utf-8")
    after = call("check", "错.json", *options)
    assert "rate 97.88% is wrong" in after.out
    assert call(*options, "check", "错.json") == after
    assert call(*options, "错.json") == after


def test_options_before_other_commands(call: Call) -> None:
    for options in (("--lang", "en"), ("--lang=en",), ("--lang", "en", "--format", "json")):
        assert call(*options, "rules") == call("rules", *options)
        assert "Execution rate" in call(*options, "rules").out
    assert call("--lang", "en", "profiles", "show", "shanghai") == call(
        "profiles", "show", "shanghai", "--lang", "en"
    )
