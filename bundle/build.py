"""Makes packages of sheetlint for machines without network: ``make bundle``.

One zip for each platform, with the wheels that ``requirements/runtime.txt`` names, held to its hashes,
the wheel of this checkout, a script that installs them and the manual.  The package of the machine that
makes them is tried: unpacked, installed without an index, and run.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

ROOT = Path(__file__).parent.parent
HERE = Path(__file__).parent
LOCK = ROOT / "requirements" / "runtime.txt"
PYTHONS = ("3.11", "3.12", "3.13")
"""Versions of Python whose wheels are in each package; the scripts look for one of them."""
_GLIBC = range(28, 16, -1)
"""Minor versions of the C library of Linux: what was released since 2018 has 2.28."""
_DATE = (2026, 1, 1, 0, 0, 0)
"""Of every file in a package, so that the same content gives the same bytes."""


class Target(NamedTuple):
    """A platform that a package is made for."""

    name: str
    tags: tuple[str, ...]
    """Platform tags of the wheels that it can install, the best first."""
    files: tuple[str, ...]
    """Files of this folder in its package."""

    @property
    def windows(self) -> bool:
        return self.name.startswith("windows")


def _linux(machine: str) -> Target:
    tags = tuple(f"manylinux_2_{minor}_{machine}" for minor in _GLIBC)
    return Target(
        f"linux-{machine}", (*tags, f"manylinux2014_{machine}"), ("install.sh", "说明.txt")
    )


TARGETS = (
    Target("windows-x64", ("win_amd64",), ("安装.bat", "检查自评表.bat", "说明.txt")),
    _linux("x86_64"),
    _linux("aarch64"),
)


def build_wheel(folder: Path) -> Path:
    """Build the wheel of this checkout, with the back end that is installed."""
    _pip("wheel", "--no-index", "--no-deps", "--no-build-isolation", "-w", str(folder), str(ROOT))
    (wheel,) = folder.glob("sheetlint-*.whl")
    return wheel


def download_wheels(target: Target, folder: Path) -> None:
    """Fetch the locked wheels of a platform, for each version of Python.  CalledProcessError where
    one does not exist or is not what the lock says."""
    tags = [part for tag in target.tags for part in ("--platform", tag)]
    for python in PYTHONS:
        _pip(
            *("download", "--no-deps", "--require-hashes", "--only-binary", ":all:"),
            *("--python-version", python, *tags, "-d", str(folder), "-r", str(LOCK)),
        )


def _pip(*arguments: str) -> None:
    command = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet")
    subprocess.run((*command, *arguments), check=True)


def locked_requirements(wheel: Path) -> str:
    """The lock, and the wheel of this checkout with its hash."""
    digest = sha256(wheel.read_bytes()).hexdigest()
    return f"{LOCK.read_text(encoding='utf-8')}./wheels/{wheel.name} --hash=sha256:{digest}\n"


def file_content(target: Target, name: str) -> bytes:
    """A file of this folder as the platform reads it: Windows takes scripts in the code page of
    Chinese, texts with a mark, and its own line ends."""
    text = (HERE / name).read_text(encoding="utf-8")
    if not target.windows:
        return text.encode()
    encoding = "gbk" if name.endswith(".bat") else "utf-8-sig"
    return text.replace("\n", "\r\n").encode(encoding)


def write_package(target: Target, wheel: Path, wheels: Iterable[Path], out: Path) -> Path:
    """Write the zip of a platform."""
    version = wheel.name.split("-")[1]
    top = f"sheetlint-{version}-{target.name}"
    path = out / f"{top}.zip"
    with ZipFile(path, "w") as package:
        for name in target.files:
            _add(package, f"{top}/{name}", file_content(target, name))
        _add(package, f"{top}/requirements.txt", locked_requirements(wheel).encode())
        for each in sorted((*wheels, wheel), key=lambda wheel: wheel.name):
            _add(package, f"{top}/wheels/{each.name}", each.read_bytes())
    return path


def _add(package: ZipFile, name: str, content: bytes) -> None:
    entry = ZipInfo(name, _DATE)
    entry.create_system = 3  # Unix, whose permissions follow
    entry.external_attr = (0o755 if name.endswith(".sh") else 0o644) << 16
    package.writestr(entry, content, ZIP_DEFLATED)


def try_package(path: Path, folder: Path) -> None:
    """Install the package as its manual says and check a sheet with it, without an index."""
    with ZipFile(path) as package:
        package.extractall(folder)
    environment = {**os.environ, "PIP_NO_INDEX": "1"}
    environment.pop("PYTHONPATH", None)
    script = folder / path.stem / "install.sh"
    installed = folder / "installed"
    subprocess.run(("sh", str(script), str(installed)), check=True, env=environment)
    sheet = ROOT / "examples" / "sheets" / "1 乡村小学图书角.xlsx"
    program = str(installed / "bin" / "sheetlint")
    subprocess.run((program, "check", "--isolated", "-q", str(sheet)), check=True, env=environment)


def main() -> None:
    """Make the packages that are named, or all."""
    names = [target.name for target in TARGETS]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(names))
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    options = parser.parse_args()
    if unknown := set(options.targets) - set(names):
        parser.error(
            f"no such platform: {', '.join(sorted(unknown))}; there are {', '.join(names)}"
        )
    options.out.mkdir(parents=True, exist_ok=True)
    here = f"{platform.system().lower()}-{platform.machine()}"
    with TemporaryDirectory() as temporary:
        wheel = build_wheel(Path(temporary))
        for target in TARGETS:
            if options.targets and target.name not in options.targets:
                continue
            wheels = Path(temporary) / target.name
            download_wheels(target, wheels)
            path = write_package(target, wheel, wheels.glob("*.whl"), options.out)
            if target.name == here:
                try_package(path, Path(temporary) / "tried")
            print(path, "(tried)" if target.name == here else "", flush=True)


if __name__ == "__main__":
    main()
