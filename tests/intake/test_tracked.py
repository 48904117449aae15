"""Which files of a repository are tracked, and where links among them lead."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from sheetlint.intake.git_files import find_tracked


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    top = tmp_path / "仓库"
    for name in ("2022/表.xlsx", "2022/~$表.xlsx", ".gitignore", "README.md", "未跟踪/表.xlsx"):
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(b"x")
    (tmp_path / "秘密.xlsx").write_bytes(b"x")
    os.symlink(tmp_path / "秘密.xlsx", top / "外.xlsx")
    os.symlink(tmp_path, top / "外")
    os.symlink("2022/表.xlsx", top / "里.xlsx")
    os.symlink("2022", top / "去年")
    monkeypatch.chdir(top)
    for command in (
        ("init", "--quiet"),
        ("add", "--all", "--force", ":!未跟踪"),
    ):
        subprocess.run(("git", *command), check=True)
    return top


def test_links_out_of_the_tree_are_not_followed(repository: Path) -> None:
    found = find_tracked(["."])
    assert [source.path for source in found if not source.left_out] == ["2022/表.xlsx", "README.md"]
    assert {s.path: s.problem[0].zh for s in found if s.left_out and s.problem} == {
        ".gitignore": "版本库自己的文件",
        "2022/~$表.xlsx": "打开文件时留下的锁文件",
        "外": "这是一个链接，指到文件夹之外，没有打开",
        "外.xlsx": "这是一个链接，指到文件夹之外，没有打开",
    }
    assert all(source.walked for source in found)


def test_below_a_folder(repository: Path) -> None:
    assert [source.path for source in find_tracked(["2022"])] == ["2022/~$表.xlsx", "2022/表.xlsx"]
