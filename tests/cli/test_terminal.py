"""Terminals of every kind, and how fast the program is there."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from sheetlint.cli.start import main
from sheetlint.cli.terminal import use_colour, width
from tests.run.documents import WRONG_RATE, written

SEED = Path(__file__).parents[1] / "fixtures" / "damaged-two-sheets.txt"
HEAVY = [
    "rich",
    "openpyxl",
    "docx",
    "lxml",
    "yaml",
    "xml.parsers.expat",
    "json",
]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "refused", "expected"),
    [
        (_Terminal(), {}, False, True),
        (_Terminal(), {"NO_COLOR": "1"}, False, False),
        (_Terminal(), {"NO_COLOR": ""}, False, True),
        (_Terminal(), {"TERM": "dumb"}, False, False),
        (_Terminal(), {}, True, False),
        (io.StringIO(), {}, False, False),
        (io.StringIO(), {"FORCE_COLOR": "1"}, False, True),
        (io.StringIO(), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
    ],
)
def test_coloured(
    stream: io.StringIO, environment: dict[str, str], refused: bool, expected: bool
) -> None:
    assert use_colour(stream, environment, refused) is expected


@pytest.mark.parametrize(
    ("environment", "wanted", "expected"),
    [({}, None, 100), ({"COLUMNS": "132"}, None, 132), ({"COLUMNS": "x"}, None, 100),
     ({"COLUMNS": "132"}, 80, 80), ({"COLUMNS": "7"}, None, 40)],
)  # fmt: skip
def test_width(environment: dict[str, str], wanted: int | None, expected: int) -> None:
    assert width(io.StringIO(), environment, wanted) == expected


def run(
    *arguments: str, encoding: str = "utf-8", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "sheetlint", *arguments],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": encoding, "LC_ALL": "C.UTF-8", **environment},
    )


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "cp1252", "ascii", "latin-1"])
@pytest.mark.parametrize("colour", ["", "1"])
def test_any_console_gets_a_report(encoding: str, colour: str, tmp_path: Path) -> None:
    path = written(tmp_path / "a.json", {**WRONG_RATE, "unit": "中心 ✗ › \u00a0 🀄"})
    ran = run(str(path), encoding=encoding, FORCE_COLOR=colour)
    assert ran.stderr == b""
    assert ran.returncode == 1
    assert b"FD002" in ran.stdout
    if encoding.startswith("gb"):
        assert "不通过" in ran.stdout.decode(encoding)


def test_gbk_has_no_cross_and_no_angle() -> None:
    text = run(str(SEED), encoding="gbk").stdout.decode("gbk")
    assert text.startswith("v 通过")
    assert "项目资金 > 年度资金总额 > 得分" in text
    assert "\\u" not in text


def test_help_on_an_ascii_console() -> None:
    ran = run("--help", encoding="ascii")
    assert (ran.returncode, ran.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="asks /dev/full")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.json",), "结果没有输出完整：写不进标准输出（磁盘空间不够）\n"),
        (
            ("--help", "--lang", "en"),
            "the result was not printed in full: the standard output cannot be written"
            " (no space is left on the disk)\n",
        ),
        (("--version",), "结果没有输出完整：写不进标准输出（磁盘空间不够）\n"),
    ],
)
def test_a_full_disk(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    written(tmp_path / "a.json", WRONG_RATE)
    with open("/dev/full", "wb") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "sheetlint", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            cwd=tmp_path,
        )
    assert (ran.returncode, ran.stderr.decode()) == (4, said)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="asks /dev/full")
def test_a_report_is_written_although_nothing_can_be_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path / "a.json", WRONG_RATE)
    report = tmp_path / "报告.json"
    with open("/dev/full", "w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        monkeypatch.setattr(sys, "stderr", io.StringIO())
        assert main([str(path), "-o", f"json={report}"]) == 4
    assert b"FD002" in report.read_bytes()


@pytest.mark.skipif(os.name == "nt", reason="asks a shell")
def test_without_any_stream(tmp_path: Path) -> None:
    """A file that is opened first does not become the standard output."""
    path = written(tmp_path / "a.json", WRONG_RATE)
    ran = subprocess.run(
        f'"{sys.executable}" -m sheetlint "{path}" -o json="{tmp_path}/b.json" <&- >&- 2>&-',
        shell=True,
        check=False,
    )
    assert ran.returncode == 1
    assert (tmp_path / "b.json").read_bytes().startswith(b'{\n  "schema"')


def test_a_reader_that_goes_away(tmp_path: Path) -> None:
    written(tmp_path / "a.json", WRONG_RATE)
    ran = subprocess.run(
        f'"{sys.executable}" -m sheetlint "{tmp_path}/a.json" | true; exit ${{PIPESTATUS[0]}}',
        shell=True,
        executable="/bin/bash",
        capture_output=True,
        check=False,
    )
    assert ran.stderr == b""
    assert ran.returncode in (0, 1)


def _loaded(*arguments: str) -> set[str]:
    code = (
        "import sys\n"
        f"sys.argv = ['sheetlint', *{arguments!r}]\n"
        "from sheetlint.__main__ import main\n"
        "main()\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(ran.stderr.split())


def test_the_version_loads_nothing() -> None:
    loaded = _loaded("--version")
    assert {m for m in loaded if m.startswith("sheetlint")} == {"sheetlint", "sheetlint.__main__"}
    assert not loaded & {"typing", "re", "click"}


def test_version_text() -> None:
    from sheetlint import __version__

    for flag in ("--version", "-V"):
        assert run(flag).stdout.decode() == f"sheetlint {__version__}\n"


@pytest.mark.parametrize("arguments", [("--format", "concise"), ("-q",)])
def test_a_text_sheet_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    loaded = _loaded(*arguments, str(SEED))
    assert loaded & set(HEAVY) == set()


def test_rich_is_loaded_for_reports_to_people_only() -> None:
    assert "rich" in _loaded(str(SEED))
    for arguments in (("--format", "json", str(SEED)), ("rules", "--format", "json")):
        assert "rich" not in _loaded(*arguments)
