"""Files are written whole, in the place of what stood there, or not at all."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from sheetlint.system.atomic_write import write_file, write_text_file

LONGEST = "自" * 83 + ".txt"
"""253 bytes: most systems allow 255."""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file(tmp_path: Path) -> None:
    write_text_file(str(tmp_path / "报告.txt"), "通过\n")
    assert (tmp_path / "报告.txt").read_bytes() == "通过\n".encode()
    assert names(tmp_path) == ["报告.txt"]


def test_what_stood_there_gives_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text("old, and longer", encoding="utf-8")
    path.chmod(0o640)
    write_file(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_is_protected_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    with pytest.raises(PermissionError):
        write_file(str(path), b"new")
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["a"]


@pytest.mark.parametrize("dangling", [False, True])
def test_nothing_is_written_through_a_link(dangling: bool, tmp_path: Path) -> None:
    target, link = tmp_path / "a", tmp_path / "link"
    if not dangling:
        target.write_text("old", encoding="utf-8")
    link.symlink_to(target)
    with pytest.raises(OSError, match="link"):
        write_file(str(link), b"new")
    assert link.is_symlink()
    assert names(tmp_path) == (["link"] if dangling else ["a", "link"])
    assert dangling or target.read_bytes() == b"old"


def test_a_link_to_a_device_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(os.devnull)
    write_file(str(tmp_path / "link"), b"gone")
    assert names(tmp_path) == ["link"]


@pytest.mark.skipif(not os.path.isdir("/dev/fd"), reason="no open descriptors with names here")
def test_an_open_descriptor_goes_on_where_it_is(tmp_path: Path) -> None:
    with open(tmp_path / "a", "wb", buffering=0) as file:
        file.write(b"begun, ")
        write_file(f"/dev/fd/{file.fileno()}", b"went on")
        file.write(b", ended")
    assert (tmp_path / "a").read_bytes() == b"begun, went on, ended"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_written_through(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_file(str(pipe), b"through")
    reader.join()
    assert got == [b"through"]
    assert pipe.is_fifo()


def test_a_device_is_written_to() -> None:
    write_file(os.devnull, b"gone")
    assert not Path(os.devnull).is_file()


def test_a_very_long_chinese_name(tmp_path: Path) -> None:
    try:
        (tmp_path / LONGEST).touch()
    except OSError:
        pytest.skip("the file system allows no such name")
    write_file(str(tmp_path / LONGEST), b"new")
    assert (tmp_path / LONGEST).read_bytes() == b"new"
    assert names(tmp_path) == [LONGEST]


def test_a_draft_that_cannot_be_moved_is_removed(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        write_file(str(tmp_path / "folder"), b"new")
    assert names(tmp_path) == ["folder"]


def test_an_interruption_leaves_the_old_file_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(str(path), b"new")
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_no_folder_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_file(str(tmp_path / "none" / "a"), b"new")
    assert names(tmp_path) == []


def test_a_character_that_utf8_cannot_write_is_named(tmp_path: Path) -> None:
    write_text_file(str(tmp_path / "a"), "坏\udcff")
    assert (tmp_path / "a").read_bytes() == "坏\\udcff".encode()
