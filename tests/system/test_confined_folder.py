"""Nothing below a folder is reached through a link, with descriptors of folders and without."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from sheetlint.system import confined_folder
from sheetlint.system.confined_folder import ConfinedFolder, LinkInPath


@pytest.fixture(params=[True, False], ids=["descriptors", "paths"])
def folder(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ConfinedFolder]:
    if request.param and not confined_folder._RELATIVE:
        pytest.skip("this system opens nothing relative to a folder")
    monkeypatch.setattr(confined_folder, "_RELATIVE", request.param)
    (tmp_path / "out").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a").write_text("别人的", encoding="utf-8")
    folder = ConfinedFolder(str(tmp_path / "out"))
    yield folder
    folder.close()


def test_written_read_and_removed(folder: ConfinedFolder, tmp_path: Path) -> None:
    folder.write("x/y/a", b"1")
    folder.write("b", b"2")
    assert folder.names() == ["b", "x"]
    assert folder.names("x/y") == ["a"]
    assert folder.digest("x/y/a") == sha256(b"1").hexdigest()
    assert (folder.digest("x"), folder.digest("x/z/a")) == ("", None)
    folder.remove("x/y/a")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b"]


def test_permissions_stay(folder: ConfinedFolder, tmp_path: Path) -> None:
    folder.write("a", b"1")
    (tmp_path / "out" / "a").chmod(0o600)
    folder.write("a", b"2")
    assert (tmp_path / "out" / "a").stat().st_mode & 0o777 == 0o600


def test_what_cannot_be_written_leaves_nothing(folder: ConfinedFolder, tmp_path: Path) -> None:
    (tmp_path / "out" / "a").mkdir()
    with pytest.raises(OSError, match="a"):
        folder.write("a", b"1")
    assert folder.names() == ["a"]


def test_abandoned_drafts(folder: ConfinedFolder, tmp_path: Path) -> None:
    folder.create_draft().file.close()
    (tmp_path / "out" / ".sheetlint-mine.tmp").touch()
    folder.delete_abandoned_drafts()
    assert folder.names() == [".sheetlint-mine.tmp"]


@pytest.mark.parametrize("path", ["a", "x/a", "x/y/a"])
def test_no_link_is_followed(path: str, folder: ConfinedFolder, tmp_path: Path) -> None:
    first = tmp_path / "out" / path.split("/")[0]
    first.symlink_to(tmp_path / "elsewhere" / ("a" if path == "a" else ""))
    with pytest.raises(LinkInPath) as refused:
        folder.write(path, b"1")
    assert refused.value.path == first.name
    for use in (folder.digest, folder.stat, folder.open, folder.names):
        with pytest.raises(LinkInPath):
            use(path)
    if path != "a":
        with pytest.raises(LinkInPath):
            folder.remove(path)
    assert (tmp_path / "elsewhere" / "a").read_text(encoding="utf-8") == "别人的"
    assert os.listdir(tmp_path / "elsewhere") == ["a"]


def test_a_link_that_takes_the_place_meanwhile(tmp_path: Path) -> None:
    """The folder was looked at, and is another one when the file is moved into it."""
    if not confined_folder._RELATIVE:
        pytest.skip("this system opens nothing relative to a folder")
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    (out / "x").mkdir(parents=True)
    elsewhere.mkdir()
    folder = ConfinedFolder(str(out))
    with folder._parent("x/a") as (descriptor, name):
        (out / "x").rename(out / "y")
        (out / "x").symlink_to(elsewhere)
        os.close(os.open(name, os.O_WRONLY | os.O_CREAT, dir_fd=descriptor))
    assert (os.listdir(elsewhere), os.listdir(out / "y")) == ([], ["a"])
    folder.close()


def test_the_folder_itself_may_be_named_by_a_link(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "out")
    folder = ConfinedFolder(str(tmp_path / "link"))
    folder.write("a", b"1")
    folder.close()
    assert (tmp_path / "out" / "a").read_bytes() == b"1"


def test_a_pipe_is_no_file(folder: ConfinedFolder, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "out" / "a")
    assert folder.digest("a") == ""
    with pytest.raises(OSError, match="a"):
        folder.open("a")
