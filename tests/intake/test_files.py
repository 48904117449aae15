"""Which files a path means."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sheetlint.intake.accepted_names import PACKED_SUFFIXES, READABLE_SUFFIXES, UNREADABLE_SUFFIXES
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
    return [source.path for source in find_sources(given)]


def test_a_folder_is_walked_in_order(folder: Path) -> None:
    assert paths("材料") == [
        "材料/下级/丁.PDF",
        "材料/下级/丙.txt",
        "材料/乙 单位.xlsx",
        "材料/甲.docx",
    ]


@pytest.mark.parametrize("kind", sorted(READABLE_SUFFIXES | PACKED_SUFFIXES))
def test_what_may_be_a_sheet_or_hold_some_is_found(kind: str, folder: Path) -> None:
    for name in (f"甲{kind}", f"乙{kind.upper()}", f"~$丙{kind}", f".丁{kind}"):
        (folder / "别处" / name).write_bytes(b"x")
    assert paths("别处") == sorted([f"别处/甲{kind}", f"别处/乙{kind.upper()}", "别处/戊.xlsx"])


@pytest.mark.parametrize("kind", sorted(UNREADABLE_SUFFIXES))
def test_what_is_not_read_is_found_where_it_is_named_after_a_sheet(kind: str, folder: Path) -> None:
    for name in (f"图{kind}", f"残联项目自评表{kind}"):
        (folder / "别处" / name).write_bytes(b"x")
    assert paths("别处") == ["别处/戊.xlsx", f"别处/残联项目自评表{kind}"]


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
    assert [Path(source.path).name for source in find_sources([str(tmp_path)])] == left
    named = str(tmp_path / names[-1])
    assert [source.path for source in find_sources([named])] == [named]


def test_a_file_in_a_folder_was_not_named(folder: Path) -> None:
    assert find_sources(["别处"]) == [Source("别处/戊.xlsx", walked=True)]


def test_each_file_once(folder: Path) -> None:
    os.symlink("甲.docx", "材料/链接.docx")
    assert paths("材料/甲.docx", "材料", "./材料/", "材料/甲.docx") == [
        "材料/甲.docx",
        "材料/下级/丁.PDF",
        "材料/下级/丙.txt",
        "材料/乙 单位.xlsx",
    ]


def test_links_out_of_the_tree_are_not_followed(folder: Path) -> None:
    os.symlink(folder / "别处" / "戊.xlsx", "材料/己.xlsx")
    os.symlink(folder / "别处", "材料/别处")
    os.symlink(folder / "材料", "材料/圈")
    assert "材料/己.xlsx" not in paths("材料")
    assert len(paths("材料")) == 4


def test_a_broken_link_is_a_submission_that_got_lost(folder: Path) -> None:
    os.symlink("没有.xlsx", "材料/断.xlsx")
    assert "材料/断.xlsx" in paths("材料")


def test_pipes_are_left_out_of_a_walk_and_kept_when_named(folder: Path) -> None:
    os.mkfifo("材料/管.txt")
    assert "材料/管.txt" not in paths("材料")
    assert paths("材料/管.txt") == ["材料/管.txt"]


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
