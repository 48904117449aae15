"""A file whose name is not UTF-8, as an archive of Windows leaves it: every output prints it somehow."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from sheetlint.cli import status
from sheetlint.config.output_formats import OUTPUT_FORMATS
from tests.cli.conftest import Call
from tests.run.documents import WRONG_RATE, document
from tests.text_forms import draw
from tests.writing.plain import as_text

NAME = os.fsdecode(b"\xd7\xd4\xc6\xc0")
SHOWN = r"\udcd7\udcd4\udcc6\udcc0"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="names are UTF-8 elsewhere")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "报送").mkdir()
    (tmp_path / "报送" / f"{NAME}.json").write_text(document(WRONG_RATE), encoding="utf-8")
    wrong = as_text(draw()).replace(b"98.88%", b"97.88%")
    (tmp_path / "报送" / f"{NAME}.txt").write_bytes(wrong)
    (tmp_path / "报送" / f"{NAME}.png").write_bytes(b"\x89PNG\r\n")
    os.symlink("/", tmp_path / "报送" / NAME)
    return tmp_path


@pytest.mark.parametrize("kind", OUTPUT_FORMATS)
def test_every_format_names_it(kind: str, folder: Path, call: Call) -> None:
    ran = call("check", "报送", "--format", kind, "-o", "结果")
    assert (ran.status, "Traceback" in ran.err) == (status.FINDINGS, False)
    assert (folder / "结果").stat().st_size


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "报送", "-v"),
        ("gate", "报送", "-o", "结果", "--jobs", "1", "--no-cache"),
        ("annotate", "报送", "-o", "副本/"),
        ("fix", "报送", "-o", "改正/"),
        ("notice", "报送", "-o", "通知/"),
        ("baseline", "报送", "-o", "已知.json"),
    ],
)
def test_every_command_works_on_it(arguments: tuple[str, ...], folder: Path, call: Call) -> None:
    ran = call(*arguments, "--lang", "zh")
    assert ran.status in (status.OK, status.FINDINGS), ran.err
    assert "Error" not in ran.err
    if arguments[0] == "check":
        assert f"报送/{SHOWN}：这是一个链接，指到文件夹之外，没有打开" in ran.out
