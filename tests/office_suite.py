"""LibreOffice, where it is installed, as the program that opens what the product wrote."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

needs_office_suite = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice is not installed"
)


def convert(files: Sequence[Path], kind: str, folder: Path, *options: str) -> None:
    """Have it open ``files`` and write each as ``kind`` into ``folder``."""
    subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={_settings().as_uri()}", "--headless"),
            *("--convert-to", kind, *options, "--outdir", str(folder), *map(str, files)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )


@cache
def _settings() -> Path:
    """Its settings, nobody's own, which its first start makes: one folder a process of tests."""
    return Path(mkdtemp(prefix="sheetlint-office-"))
