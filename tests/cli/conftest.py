"""Commands are called in this process, in an empty folder and a known environment."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from sheetlint import messages
from sheetlint.cli.start import main


class Ran(NamedTuple):
    status: int
    out: str
    err: str


Call = Callable[..., Ran]


@pytest.fixture
def call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Call:
    monkeypatch.chdir(tmp_path)
    for name in (
        messages.LANGUAGE_VARIABLE,
        "LC_ALL",
        "LC_MESSAGES",
        "LANG",
        "FORCE_COLOR",
        "COLUMNS",
    ):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: str) -> Ran:
        status = main(arguments)
        out, err = capsys.readouterr()
        return Ran(status, out, err)

    return run
