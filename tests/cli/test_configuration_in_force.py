"""Which configuration is honoured, and what is said of it: a folder of submissions is nobody's."""

from __future__ import annotations

import subprocess
import sys
from json import dumps, loads
from pathlib import Path
from zipfile import ZipFile

import pytest

from sheetlint.cli import status
from tests.cli.conftest import Call
from tests.run.documents import WRONG_RATE, written

CODE = "from pathlib import Path\n\nPath(__file__).with_name('run').touch()\n"
GATE = ("gate", "--format", "concise", "--no-cache", "--ignore", "BT")


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder of submissions with a configuration that would let everything pass, and code."""
    folder = tmp_path / "报送"
    written(folder / "错.json", WRONG_RATE)
    (folder / "rules").mkdir()
    (folder / "rules" / "planted.py").write_text(CODE, encoding="utf-8")
    (folder / "sheetlint.toml").write_text(
        'checks = ["rules"]\n[severity]\nFD002 = "off"\n', encoding="utf-8"
    )
    return folder


def ran_code(folder: Path) -> bool:
    return (folder / "rules" / "run").exists()


@pytest.mark.parametrize("command", [GATE, ("notice", "-o", "../意见")])
def test_a_folder_of_submissions_does_not_configure_its_own_check(
    command: tuple[str, ...], inbox: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(inbox)
    ran = call(*command, ".")
    assert ran.status == status.FINDINGS
    assert f"没有采用 {inbox / 'sheetlint.toml'}：它在被检查的文件夹里" in ran.err
    assert not ran_code(inbox)


def test_a_configuration_above_the_submissions_is_the_users(
    inbox: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sheetlint.toml").write_text('[severity]\nFD002 = "info"\n', encoding="utf-8")
    monkeypatch.chdir(inbox)
    ran = call(*GATE, ".")
    assert (ran.status, "FD002" in ran.out) == (status.OK, True)
    assert f"配置：{tmp_path / 'sheetlint.toml'}\n" in ran.err
    assert not ran_code(inbox)


def test_a_configuration_that_is_named_is_the_users(inbox: Path, call: Call) -> None:
    ran = call(*GATE, "报送", "--config", "报送/sheetlint.toml")
    assert ran.status == status.OK
    assert "配置：报送/sheetlint.toml（含自带检查 报送/rules）\n" in ran.err
    assert ran_code(inbox)


@pytest.mark.parametrize("checked", [".", "../报送", "sheetlint.toml 错.json", "错.json"])
def test_however_the_submissions_are_named(
    checked: str, inbox: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(inbox)
    assert call(*GATE, *checked.split()).status == status.FINDINGS


def test_beside_an_archive_it_is_the_users(
    inbox: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    with ZipFile(inbox / "报送.ZIP", "w") as archive:
        archive.write(inbox / "错.json", "错.json")
    monkeypatch.chdir(inbox)
    assert call(*GATE, "报送.ZIP").status == status.OK


def test_a_link_to_the_submissions_is_the_submissions(
    inbox: Path, call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "收件").symlink_to(inbox)
    monkeypatch.chdir(tmp_path / "收件")
    assert call(*GATE, str(inbox)).status == status.FINDINGS


def test_the_tracked_files_of_a_repository_have_the_configuration_at_its_top(
    inbox: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    written(inbox / "2023" / "错.json", WRONG_RATE)
    for command in (("init", "-q"), ("add", "--all", "--force")):
        subprocess.run(("git", "-C", str(inbox), *command), check=True, capture_output=True)
    monkeypatch.chdir(inbox)
    assert call(*GATE, ".").status == status.FINDINGS
    assert call(*GATE, "--tracked", ".", "-q").status == status.OK
    # In a folder below the top it is among what is checked.
    (inbox / "sheetlint.toml").rename(inbox / "2023" / "sheetlint.toml")
    (inbox / "rules").rename(inbox / "2023" / "rules")
    monkeypatch.chdir(inbox / "2023")
    assert call(*GATE, "--tracked", ".").status == status.FINDINGS


def test_a_repository_is_checked_by_its_own(
    inbox: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(inbox)
    ran = call("check", ".")
    assert (ran.status, ran.err) == (
        status.OK,
        f"配置：{inbox / 'sheetlint.toml'}（含自带检查 {inbox / 'rules'}）\n",
    )
    assert call("check", ".", "-q") == (status.OK, "", "")


@pytest.mark.parametrize(
    "command",
    [("check", "."), (*GATE, "."), ("fix", "错.json", "--diff"), ("rules",), ("explain", "FD002"),
     ("profiles",), ("extract", "错.json"), ("diff", "错.json", "错.json"),
     ("annotate", "错.json", "-o", "注.json"), ("baseline", "错.json", "-o", "../b.json"),
     ("notice", ".", "-o", "../意见"), ("new", "-o", "../表.docx")],
)  # fmt: skip
def test_isolated_from_all_configuration(
    command: tuple[str, ...], inbox: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(inbox)
    ran = call(*command, "--isolated")
    assert "sheetlint.toml" not in ran.err
    assert not ran_code(inbox)
    refused = call(*command, "--isolated", "--config", "sheetlint.toml")
    assert (refused.status, refused.err) == (
        status.USAGE,
        "错误：--isolated 与 --config 不能同时用\n",
    )


def test_a_record_runs_nothing(inbox: Path, call: Call) -> None:
    gate = ("gate", "报送/错.json", "-o", "结果", "--no-annotate", "--no-cache", "-q")
    call(*gate, "--isolated")
    record = inbox.parent / "结果" / "run.json"
    entry = loads(record.read_text(encoding="utf-8"))
    entry["configuration"]["checks"] = ["报送/rules"]
    record.write_text(dumps(entry), encoding="utf-8")
    verify = ("verify", "结果", "报送/错.json")
    refused = call(*verify)
    assert refused.status == status.USAGE
    assert "（报送/rules）；记录里写的一概不运行，请用 --config 指明您自己的配置文件" in refused.err
    assert not ran_code(inbox)
    own = inbox.parent / "own.toml"
    own.write_text('checks = ["报送/rules/planted.py"]\n', encoding="utf-8")
    assert call(*verify, "--config", "own.toml").status == status.OK
    assert ran_code(inbox)


def test_submissions_are_not_taken_for_modules(inbox: Path) -> None:
    """Python starts worker processes with the working folder in the path of its imports."""
    (inbox / "multiprocessing.py").write_text(CODE, encoding="utf-8")
    program = "import sys; sys.path.remove(''); from sheetlint.__main__ import main; main()"
    done = subprocess.run(
        (sys.executable, "-c", program, *GATE, "错.json", "--isolated"),
        cwd=inbox,
        capture_output=True,
        check=False,
    )
    assert b"FD002" in done.stdout, done.stderr
    assert not (inbox / "run").exists()
