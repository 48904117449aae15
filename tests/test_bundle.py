"""The package for machines without network: what is in it, and what its scripts say.

``make bundle`` tries the whole of it; that needs the package client."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
BUNDLE = ROOT / "bundle"


@pytest.fixture(scope="module")
def build() -> dict[str, Any]:
    return runpy.run_path(str(BUNDLE / "build.py"))


def test_what_a_package_holds(build: dict[str, Any], tmp_path: Path) -> None:
    wheel = tmp_path / "sheetlint-1.2-py3-none-any.whl"
    wheel.write_bytes(b"wheel")
    other = tmp_path / "click-8-py3-none-any.whl"
    other.write_bytes(b"other")
    for target in build["TARGETS"]:
        path = build["write_package"](target, wheel, [other], tmp_path)
        again = path.read_bytes()
        assert build["write_package"](target, wheel, [other], tmp_path).read_bytes() == again
        with ZipFile(path) as package:
            names = {name.removeprefix(f"{path.stem}/") for name in package.namelist()}
            assert names == {
                *target.files, "requirements.txt", f"wheels/{wheel.name}", f"wheels/{other.name}"
            }  # fmt: skip
            needed = package.read(f"{path.stem}/requirements.txt").decode()
        lock = (ROOT / "requirements" / "runtime.txt").read_text(encoding="utf-8")
        digest = sha256(b"wheel").hexdigest()
        assert needed == f"{lock}./wheels/{wheel.name} --hash=sha256:{digest}\n"


def test_scripts_for_windows_are_read_alike_in_every_code_page(build: dict[str, Any]) -> None:
    """No half of a Chinese character is one that the command line gives a meaning to."""
    (windows,) = (target for target in build["TARGETS"] if target.windows)
    scripts = [name for name in windows.files if name.endswith(".bat")]
    assert len(scripts) == 2
    for name in scripts:
        content = build["file_content"](windows, name)
        assert b"\n" not in content.replace(b"\r\n", b"")
        for character in content.decode("gbk"):
            if not character.isascii():
                assert not set(character.encode("gbk")) & set(b'|&<>^%"!()'), (name, character)


@pytest.mark.skipif(os.name == "nt", reason="a script for Linux")
def test_nothing_is_installed_without_python_or_over_another_folder(tmp_path: Path) -> None:
    def install(path: str, *arguments: str) -> tuple[int, str]:
        done = subprocess.run(
            ("/bin/sh", str(BUNDLE / "install.sh"), *arguments),
            env={"PATH": path, "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stderr

    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "dirname").symlink_to(shutil.which("dirname") or "")
    status, said = install(str(tools))
    assert status == 1
    assert said.startswith("没有找到 Python 3.11、3.12 或 3.13")
    full = tmp_path / "full"
    full.mkdir()
    (full / "mine.txt").touch()
    (tools / "python3").write_text("#!/bin/sh\n", encoding="utf-8")
    (tools / "python3").chmod(0o755)
    status, said = install(str(tools), str(full))
    assert status == 1
    assert "不是本程序的安装文件夹" in said
    assert [path.name for path in full.iterdir()] == ["mine.txt"]
