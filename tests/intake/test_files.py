"""Which files a path means."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from sheetlint.intake.accepted_names import (
    PACKED_SUFFIXES,
    READABLE_SUFFIXES,
    UNREADABLE_SUFFIXES,
    is_candidate,
)
from sheetlint.intake.find_sources import find_sources, is_missing
from sheetlint.intake.source import Source


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "材料/乙 单位.xlsx",
        "材料/甲.docx",
        "材料/~$甲.docx",
        "材料/.隐藏.xlsx",
        "材料/.git/x.yaml",
        "材料/图.png",
        "材料/下级/丙.txt",
        "材料/下级/丁.PDF",
        "别处/戊.xlsx",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return tmp_path


def paths(*given: str) -> list[str]:
    """The files that are opened."""
    return [source.path for source in find_sources(given) if not source.left_out]


def left_out(*given: str) -> dict[str, str]:
    return {
        source.path: source.problem[0].zh
        for source in find_sources(given)
        if source.left_out and source.problem is not None
    }


def test_a_folder_is_walked_in_order(folder: Path) -> None:
    assert paths("材料") == [
        "材料/.隐藏.xlsx",
        "材料/下级/丁.PDF",
        "材料/下级/丙.txt",
        "材料/乙 单位.xlsx",
        "材料/图.png",
        "材料/甲.docx",
    ]


@pytest.mark.parametrize("kind", [".xlsx", ".PDF", ".png", ".rar", ".dat", ".bak", ".xlsx.1", ""])
def test_a_file_of_any_name_may_be_a_submission(kind: str, folder: Path) -> None:
    (folder / "别处" / f"甲{kind}").write_bytes(b"x")
    assert paths("别处") == ["别处/戊.xlsx", f"别处/甲{kind}"]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("~$甲.docx", "打开文件时留下的锁文件"),
        (".~lock.甲.docx#", "打开文件时留下的锁文件"),
        (".~甲.docx", "打开文件时留下的锁文件"),
        ("Thumbs.db", "操作系统自己的文件"),
        (".DS_Store", "操作系统自己的文件"),
        ("desktop.ini", "操作系统自己的文件"),
        ("._甲.docx", "操作系统自己的文件"),
        (".gitignore", "版本库自己的文件"),
        ("sheetlint.toml", "程序的配置文件"),
        (".sheetlint.lock", "sheetlint 自己的文件"),
        ("缓存.sqlite", "sheetlint 自己的文件"),
    ],
)
def test_few_kinds_are_known_to_be_none(name: str, reason: str, folder: Path) -> None:
    (folder / "别处" / name).write_bytes(b"x")
    assert left_out("别处") == {f"别处/{name}": reason}
    assert paths("别处") == ["别处/戊.xlsx"]
    assert find_sources([f"别处/{name}"]) == [Source(f"别处/{name}")]


def test_folders_of_programs_are_not_walked(folder: Path) -> None:
    for name in (".git", ".SVN", "__MACOSX", "$RECYCLE.BIN", "node_modules", ".待报"):
        (folder / "别处" / name).mkdir()
        (folder / "别处" / name / "表.xlsx").write_bytes(b"x")
    assert paths("别处") == ["别处/.待报/表.xlsx", "别处/戊.xlsx"]
    assert left_out("别处") == {}


@pytest.mark.parametrize(
    ("name", "candidate"),
    [
        *((f"单位/甲{kind}", True) for kind in sorted(READABLE_SUFFIXES | PACKED_SUFFIXES)),
        *((f"甲{kind.upper()}", True) for kind in (".docx", ".rar")),
        *((f"图{kind}", False) for kind in sorted(UNREADABLE_SUFFIXES)),
        *((f"残联项目自评表{kind}", True) for kind in sorted(UNREADABLE_SUFFIXES)),
        (".隐藏.xlsx", False),
        ("README.md", False),
        ("没有后缀", False),
    ],
)
def test_what_a_repository_of_sheets_holds(name: str, candidate: bool) -> None:
    assert is_candidate(name) is candidate


def test_a_file_is_taken_whatever_it_is_called(folder: Path) -> None:
    assert find_sources(["材料/图.png", "材料/.隐藏.xlsx"]) == [
        Source("材料/图.png"),
        Source("材料/.隐藏.xlsx"),
    ]


@pytest.mark.parametrize(
    ("names", "left"),
    [
        (["表.xlsx", "表.检查.xlsx"], ["表.xlsx"]),
        (["表.doc", "表.doc.检查.xlsx"], ["表.doc"]),
        (["表.pdf", "表.检查.xlsx"], ["表.pdf"]),
        # A copy without its original is what somebody has handed in.
        (["表.检查.xlsx"], ["表.检查.xlsx"]),
        (["甲.xlsx", "乙.检查.xlsx"], ["乙.检查.xlsx", "甲.xlsx"]),
        (["检查.xlsx", "表.检查结果.xlsx"], ["检查.xlsx", "表.检查结果.xlsx"]),
    ],
)
def test_annotated_copies_beside_their_originals(
    names: list[str], left: list[str], tmp_path: Path
) -> None:
    for name in names:
        (tmp_path / name).touch()
    assert [Path(path).name for path in paths(str(tmp_path))] == left
    copies = {
        str(tmp_path / name): "标出问题的副本，原件就在旁边" for name in names if name not in left
    }
    assert left_out(str(tmp_path)) == copies
    named = str(tmp_path / names[-1])
    assert [source.path for source in find_sources([named])] == [named]


def test_a_file_in_a_folder_was_not_named(folder: Path) -> None:
    assert find_sources(["别处"]) == [Source("别处/戊.xlsx", walked=True)]


def test_each_file_once(folder: Path) -> None:
    os.symlink("甲.docx", "材料/链接.docx")
    assert paths("材料/甲.docx", "材料", "./材料/", "材料/甲.docx") == [
        "材料/甲.docx",
        "材料/.隐藏.xlsx",
        "材料/下级/丁.PDF",
        "材料/下级/丙.txt",
        "材料/乙 单位.xlsx",
        "材料/图.png",
    ]


def test_a_file_that_is_named_was_not_only_found(folder: Path) -> None:
    os.symlink(folder / "别处" / "戊.xlsx", "材料/己.xlsx")
    found = find_sources(["材料", "材料/图.png", "./材料/~$甲.docx", "材料/己.xlsx"])
    assert [source.path for source in found if not source.walked] == [
        "材料/图.png",
        "./材料/~$甲.docx",
        "材料/己.xlsx",
    ]
    assert not any(source.left_out for source in found)


def test_links_out_of_the_tree_are_named_and_not_followed(folder: Path) -> None:
    os.symlink(folder / "别处" / "戊.xlsx", "材料/己.xlsx")
    os.symlink(folder / "别处", "材料/别处")
    reason = "这是一个链接，指到文件夹之外，没有打开"
    assert left_out("材料") == {
        "材料/~$甲.docx": "打开文件时留下的锁文件",
        "材料/别处": reason,
        "材料/己.xlsx": reason,
    }
    assert len(paths("材料")) == 6


def test_links_that_lead_in_a_circle_end(folder: Path) -> None:
    os.symlink(folder / "材料", "材料/圈")
    os.symlink("自己.xlsx", "材料/自己.xlsx")
    assert [path for path in paths("材料") if "圈" in path or "自己" in path] == ["材料/自己.xlsx"]


def test_a_broken_link_is_a_submission_that_got_lost(folder: Path) -> None:
    os.symlink("没有", "材料/断")
    assert "材料/断" in paths("材料")


def test_special_files_are_named_in_a_walk_and_never_opened(folder: Path) -> None:
    os.mkfifo("别处/管.txt")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("别处/口")
        assert left_out("别处") == {
            "别处/口": "这是套接字，不是文件",
            "别处/管.txt": "这是管道，不是文件",
        }
    assert paths("别处/管.txt") == ["别处/管.txt"]


def test_folders_as_deep_as_a_path_may_be(folder: Path) -> None:
    deep = ["深" + "/a" * depth for depth in range(1500)]
    for path in deep:
        os.mkdir(path)
    file = Path(deep[-1], "甲.txt")
    file.write_bytes(b"x")
    assert paths("深") == [str(file)]
    # Nobody else could: pytest takes folders away by recursion.
    file.unlink()
    os.removedirs(deep[-1])


def test_an_empty_folder_holds_nothing(folder: Path) -> None:
    os.mkdir("空")
    assert paths("空") == []


def test_missing(folder: Path) -> None:
    assert is_missing(Source("没有.xlsx"))
    assert not is_missing(Source("材料/甲.docx"))
    assert not is_missing(Source("-"))
