"""The cache folder is the user's alone, or it is not used."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from sheetlint.system.cache_folder import (
    UntrustedPlace,
    cache_folder,
    create_private_file,
    make_cache_folder,
    require_own_file,
)

pytestmark = pytest.mark.skipif(not hasattr(os, "getuid"), reason="files have no owners here")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "sheetlint"


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_made_for_the_user_alone(home: Path) -> None:
    assert (make_cache_folder(), cache_folder()) == (str(home), str(home))
    assert (mode(home), mode(home.parent)) == (0o700, 0o700)
    os.close(create_private_file(str(home / "a")))
    assert mode(home / "a") == 0o600
    with pytest.raises(FileExistsError):
        create_private_file(str(home / "a"))


def test_closed_to_readers(home: Path) -> None:
    home.mkdir(parents=True, mode=0o755)
    assert make_cache_folder() == str(home)
    assert mode(home) == 0o700


def _link(path: Path) -> None:
    (path.parent / "elsewhere").mkdir()
    path.symlink_to(path.parent / "elsewhere")


def _writable(path: Path) -> None:
    path.mkdir()
    path.chmod(0o777)


@pytest.mark.parametrize(
    ("plant", "said"),
    [(_link, "是个链接"), (_writable, "别的用户可以改写"), (Path.touch, "是别的东西")],
)
def test_not_used(plant: Callable[[Path], None], said: str, home: Path) -> None:
    home.parent.mkdir()
    plant(home)
    with pytest.raises(UntrustedPlace) as refused:
        make_cache_folder()
    assert said in refused.value.text.zh
    assert str(home) in refused.value.text.zh


def test_somebody_elses(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home.mkdir(parents=True)
    monkeypatch.setattr(os, "getuid", lambda: home.stat().st_uid + 1)
    with pytest.raises(UntrustedPlace, match="another user"):
        make_cache_folder()


def test_a_file(home: Path) -> None:
    home.mkdir(parents=True)
    file = home / "a"
    assert not require_own_file(str(file))
    file.touch(0o600)
    assert require_own_file(str(file))
    file.chmod(0o666)
    with pytest.raises(UntrustedPlace, match="others may write"):
        require_own_file(str(file))
    (home / "b").symlink_to(file)
    for other in ("b", "."):
        with pytest.raises(UntrustedPlace):
            require_own_file(str(home / other))
