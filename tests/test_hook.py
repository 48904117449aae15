"""The hook as a user has it: the real pre-commit, the example repository, a commit.

Only what pip would fetch is taken from the environment of the tests: they need no network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

from sheetlint.intake.accepted_names import READABLE_SUFFIXES

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "sheet-repository"
PUBLISHED = (".pre-commit-hooks.yaml", "pyproject.toml", "LICENSE", "README.md", "README.zh-CN.md")
TEXT = Path("2023") / "2023年 公园健身步道维修.txt"
WORKBOOK = Path("2022") / "2022年 残疾人康复服务项目.xlsx"


class Repository:
    """A repository of sheets whose commits are checked by the hook."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder = folder
        self.environment = environment

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    def git(self, *arguments: str) -> str:
        done = self.run("git", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def start(self) -> None:
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("add", "--all", "--force")

    def commit(self) -> tuple[int, str]:
        """Commit everything; status and what was printed."""
        self.git("add", "--all", "--force")
        done = self.run("git", "commit", "--quiet", "--message", "Sheets")
        return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Nothing of the person who runs the tests: neither their git settings nor their hooks."""
    home = tmp_path_factory.mktemp("home")
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PRE_COMMIT"))}
    who = {f"GIT_{role}_{part}": f"{role}@example.org" for role in ("AUTHOR", "COMMITTER")
           for part in ("NAME", "EMAIL")}  # fmt: skip
    return {
        **kept,
        **who,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
        "PRE_COMMIT_COLOR": "never",
        "PIP_NO_INDEX": "1",
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip reads it as the value of build isolation
        "PIP_NO_COMPILE": "1",
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PATH": os.pathsep.join((str(Path(sys.executable).parent), kept["PATH"])),
    }


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Repository:
    """The tool as a repository that pre-commit can clone, made of the files as they are now."""
    folder = tmp_path_factory.mktemp("published")
    for name in PUBLISHED:
        shutil.copy(ROOT / name, folder)
    for name in ("sheetlint", "checks"):
        shutil.copytree(
            ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
        )
    repository = Repository(folder, environment)
    repository.start()
    repository.git("commit", "--quiet", "--message", "Published")
    return repository


@pytest.fixture
def sheets(tmp_path: Path, published: Repository) -> Repository:
    """The example repository, set up as its own words say."""
    folder = tmp_path / "绩效 自评表"
    shutil.copytree(EXAMPLE, folder)
    config = folder / ".pre-commit-config.yaml"
    revision = published.git("rev-parse", "HEAD").strip()
    config.write_text(
        config.read_text(encoding="utf-8")
        .replace("ADDRESS-OF-THE-SHEETLINT-REPOSITORY", str(published.folder))
        .replace("COMMIT-OF-SHEETLINT", revision),
        encoding="utf-8",
    )
    repository = Repository(folder, published.environment)
    repository.start()
    installed = repository.run(sys.executable, "-m", "pre_commit", "install", "--install-hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return repository


def test_the_hook_is_called_for_what_a_folder_is_searched_for() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["sheetlint", "sheetlint-gate"]
    for hook in hooks:
        kinds = re.fullmatch(r"\(\?i\)\\\.\(([a-z|]+)\)\$", hook["files"])
        assert kinds is not None
        assert {f".{kind}" for kind in kinds[1].split("|")} == READABLE_SUFFIXES


def test_clean_sheets_are_committed_without_a_word_of_the_tool(sheets: Repository) -> None:
    status, printed = sheets.commit()
    assert status == 0, printed
    assert [line.rsplit(".", 1)[-1] for line in printed.splitlines()] == ["Passed"]
    assert sheets.git("log", "--format=%s") == "Sheets\n"


def test_a_spoiled_sheet_stops_the_commit_and_its_cell_is_named(sheets: Repository) -> None:
    assert sheets.commit()[0] == 0
    spoil(sheets.folder / TEXT, "100.00%", "96.00%")
    # A file, though it is called like an option.
    shutil.copy(sheets.folder / TEXT, sheets.folder / "--config=a.json")
    status, printed = sheets.commit()
    assert status == 1
    assert "FD002" in printed
    assert "--config=a.json:" in printed
    assert f"{TEXT.as_posix()}:" in printed
    assert sheets.git("log", "--format=%s") == "Sheets\n"


def test_a_spoiled_workbook_stops_the_commit_and_its_cell_is_named(sheets: Repository) -> None:
    import openpyxl

    book = openpyxl.load_workbook(sheets.folder / WORKBOOK)
    sheet = book.active
    assert sheet["H6"].value == 1
    sheet["H6"].value = 0.9
    book.save(sheets.folder / WORKBOOK)
    status, printed = sheets.commit()
    assert status == 1
    assert "FD002" in printed
    assert "H6" in printed


def test_what_shows_only_between_sheets_stops_the_commit(sheets: Repository) -> None:
    config = sheets.folder / ".pre-commit-config.yaml"
    text = config.read_text(encoding="utf-8")
    assert text.count("- id: sheetlint\n") == 1
    spot = text.index("- id: sheetlint\n")
    config.write_text(f"{text[:spot]}- id: sheetlint-gate\n", encoding="utf-8")
    status, printed = sheets.commit()
    assert status == 0, printed
    # The same project handed in twice: neither sheet has a mistake of its own.
    shutil.copy(sheets.folder / TEXT, sheets.folder / "2023" / "再报.txt")
    status, printed = sheets.commit()
    assert status == 1, printed
    assert "BT001" in printed
    assert "再报.txt" in printed


def test_lock_files_and_files_of_other_kinds_are_left_alone(sheets: Repository) -> None:
    (sheets.folder / "2022" / "~$2022年 残疾人康复服务项目.xlsx").write_bytes(b"\x05clerk" * 20)
    (sheets.folder / "settings.yaml").write_text("retries: 3\n", encoding="utf-8")
    (sheets.folder / "notes.txt").write_text("call the auditor\n", encoding="utf-8")
    status, printed = sheets.commit()
    assert status == 0, printed
    assert [line.rsplit(".", 1)[-1] for line in printed.splitlines()] == ["Passed"]


def spoil(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
