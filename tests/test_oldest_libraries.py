"""A selection that meets every library that the tool uses.

``make oldest`` runs it with the oldest versions that ``pyproject.toml`` allows; so it imports nothing
that only the tests of the tool need."""

from __future__ import annotations

import shutil
from json import loads
from pathlib import Path

import pytest

from sheetlint.cli import status
from sheetlint.cli.app import COMMANDS
from sheetlint.config.output_formats import OUTPUT_FORMATS
from tests.cli.conftest import Call, call

__all__ = ["call"]

ROOT = Path(__file__).parent.parent
EXAMPLES = ROOT / "examples" / "sheets"
WORKBOOK = EXAMPLES / "2 电梯安全评估.xlsx"
FIXTURES = ROOT / "tests" / "fixtures" / "readers"
READ = [
    *(FIXTURES / f"libreoffice{suffix}" for suffix in (".ods", ".xls", ".xlsx")),
    *(FIXTURES / f"word97-form{suffix}" for suffix in (".doc", ".docx")),
    FIXTURES / "libreoffice-calc.html",
    FIXTURES / "writer-long.pdf",
    *EXAMPLES.glob("*.txt"),
    *EXAMPLES.glob("*.yaml"),
]


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help(command: str, call: Call) -> None:
    for lang in ("zh", "en"):
        ran = call(*filter(None, (command, "--help", "--lang", lang)))
        assert (ran.status, ran.err) == (status.OK, "")
        assert "--help" in ran.out


def test_misuse_is_answered_with_a_sentence(call: Call) -> None:
    assert "命令 [参数]..." in call().err
    for wrong in (("check", "--selct", "FD"), ("check",), ("rules", "x"), ("check", "a", "-o")):
        ran = call(*wrong)
        assert (ran.status, ran.err[:3]) == (status.USAGE, "错误：")


@pytest.mark.parametrize("path", READ, ids=lambda path: path.name)
def test_a_sheet_is_read(path: Path, call: Call) -> None:
    ran = call("extract", str(path))
    assert (ran.status, ran.err) == (status.OK, "")
    assert "schema: sheetlint-sheets/1" in ran.out


def test_a_printed_form_is_read_like_the_form(call: Call) -> None:
    """Characters came in another order from PDFium before pypdfium2 5.7."""
    form, printed = (
        loads(call("extract", "--format", "json", str(FIXTURES / name)).out)["files"][0]["sheets"]
        for name in ("writer-long.doc", "writer-long.pdf")
    )
    assert printed == form


@pytest.mark.parametrize("kind", OUTPUT_FORMATS)
def test_a_report_is_written(kind: str, call: Call, tmp_path: Path) -> None:
    ran = call("check", str(WORKBOOK), "-o", f"{kind}=报告")
    assert ran.status == status.FINDINGS, ran.err
    assert (tmp_path / "报告").stat().st_size > 100


@pytest.mark.parametrize(
    "path",
    [WORKBOOK, EXAMPLES / "3 日间照料中心.docx", FIXTURES / "calc-long.pdf"],
    ids=lambda path: path.suffix,
)
def test_a_marked_copy_is_written(path: Path, call: Call, tmp_path: Path) -> None:
    source = shutil.copy(path, tmp_path / path.name.replace(" ", ""))
    ran = call("annotate", Path(source).name, "-o", f"标注{path.suffix}", "--all")
    assert ran.status in (status.OK, status.FINDINGS), ran.err
    assert (tmp_path / f"标注{path.suffix}").read_bytes() != path.read_bytes()


def test_forms_letters_and_the_results_of_a_batch(call: Call, tmp_path: Path) -> None:
    for form in ("空表.docx", "空表.xlsx"):
        assert call("new", "-o", form).status == status.OK
    batch = ("gate", str(EXAMPLES), "-o", "结果", "--no-cache", "-q", "-j", "1", "--no-annotate")
    assert call(*batch).status == status.FINDINGS
    assert {"index.html", "问题清单.xlsx", "notices"} <= {
        p.name for p in (tmp_path / "结果").iterdir()
    }
